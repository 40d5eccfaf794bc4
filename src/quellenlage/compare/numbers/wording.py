"""How alike is what stands around two numbers?"""

from collections.abc import Mapping, Sequence
from math import log1p

import numpy as np

from quellenlage.compare.meaning.letters import letters_alike
from quellenlage.compare.meaning.likeness import coverage, part_of
from quellenlage.compare.meaning.terms import Term, TermSpace
from quellenlage.compare.numbers.figures import Figure


def compare_wording(left: Figure, right: Figure, space: TermSpace) -> Mapping[str, float]:
    """Return how alike the words are: by the number, in its clause, in its sentence; by meaning and by letters."""
    sides = [((*f.noun, *f.own), (*f.noun, *f.near), (*f.noun, *f.near, *f.far)) for f in (left, right)]
    (own, near, whole), (own_2, near_2, whole_2) = sides
    return {
        "own": coverage(own, own_2, space),
        "near": coverage(near, near_2, space),
        "whole": coverage(whole, whole_2, space),
        "both": _both(whole, whole_2, space),
        "mass": log1p(min(_shared(whole, whole_2, space), _shared(whole_2, whole, space))),
        "both_near": _both(near, near_2, space),
        "window": _both(_window(left), _window(right), space),
        "meaning": _meaning(whole, whole_2, space),
        "meaning_near": _meaning(own, own_2, space),
        "letters": letters_alike(left.masked, right.masked),
        "unmatched": _unmatched(left, right, space),
        "foreign": _foreign(left, right, space),
    }


def _both(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return the part of both sides' weight that the other side has."""
    one, other = space.of(left), space.of(right)
    if not len(one) or not len(other):
        return 0.0
    alike = space.likeness[one[:, None], other]
    shared = (alike.max(axis=1) * space.weights[one]).sum() + (alike.max(axis=0) * space.weights[other]).sum()
    return float(shared / (space.weights[one].sum() + space.weights[other].sum()))


def _shared(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return the weight of what one side says that the other says, too: how much ties both to one event."""
    one, other = space.of(left), space.of(right)
    if not len(one) or not len(other):
        return 0.0
    return float((space.likeness[one[:, None], other].max(axis=1) * space.weights[one]).sum())


def _meaning(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return the cosine of the weighted mean vectors."""
    means = []
    for terms in (left, right):
        at = space.of(terms)
        means.append((space.vectors[at] * space.weights[at, None]).sum(axis=0) if len(at) else np.zeros(1))
    if means[0].shape != means[1].shape:
        return 0.0
    norm = float(np.linalg.norm(means[0]) * np.linalg.norm(means[1]))
    return float(means[0] @ means[1]) / norm if norm else 0.0


def _window(figure: Figure) -> tuple[Term, ...]:
    """Return the two words before a number and the two behind it."""
    terms = sorted((*figure.noun, *figure.near, *figure.far), key=lambda t: t.start)
    before = [t for t in terms if t.start < figure.mark.start][-2:]
    return (*before, *[t for t in terms if t.start >= figure.mark.start][:3])


def _unmatched(left: Figure, right: Figure, space: TermSpace) -> float:
    """Return how much of what stands with each number the other's sentence lacks, of the side that lacks less."""
    sides = [((*f.noun, *f.own), (*f.noun, *f.near, *f.far)) for f in (left, right)]
    return min(1 - part_of(sides[n][0], sides[1 - n][1], space) if sides[n][0] else 0.0 for n in (0, 1))


def _foreign(left: Figure, right: Figure, space: TermSpace) -> float:
    """Return the weight of the heaviest word of a number's clause that has no like on the other side; the lighter."""
    heaviest = []
    for one, two in ((left, right), (right, left)):
        terms, others = (*one.noun, *one.near), (*two.noun, *two.near, *two.far)
        if not terms or not others:
            return 0.0
        at = space.of(terms)
        lacking = 1 - space.likeness[at[:, None], space.of(others)].max(axis=1)
        heaviest.append(float((lacking * space.weights[at]).max()))
    return min(heaviest)
