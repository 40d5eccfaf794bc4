"""How much of what one stretch says stands in another?"""

from collections.abc import Sequence

from quellenlage.compare.meaning.terms import Term, TermSpace


def coverage(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return the part (0..1, by weight) of the lighter side's terms that the other has, each by its likest term."""
    if space.weights[space.of(left)].sum() > space.weights[space.of(right)].sum():
        left, right = right, left
    return part_of(left, right, space)


def part_of(part: Sequence[Term], whole: Sequence[Term], space: TermSpace) -> float:
    """Return the share (0..1, by weight) of the first terms that the others have, each by its likest term."""
    one, other = space.of(part), space.of(whole)
    if not len(one) or not len(other):
        return 0.0
    best = space.likeness[one[:, None], other].max(axis=1)
    weights = space.weights[one]
    return float((best * weights).sum() / weights.sum())
