"""How much of what one stretch says stands in another?"""

from collections.abc import Sequence

from quellenlage.compare.meaning.terms import Term, TermSpace


def coverage(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return the part (0..1, by weight) of the lighter side's terms that the other has, each by its likest term."""
    one, other = space.of(left), space.of(right)
    if not len(one) or not len(other):
        return 0.0
    if space.weights[one].sum() > space.weights[other].sum():
        one, other = other, one
    best = space.likeness[one][:, other].max(axis=1)
    weights = space.weights[one]
    return float((best * weights).sum() / weights.sum())
