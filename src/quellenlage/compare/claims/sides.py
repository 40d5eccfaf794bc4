"""One assertion, laid out in a space of terms so that it can be compared with many others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.meaning.terms import TermSpace

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """An assertion, the numbers and weights of its terms, their mean vector at unit length, and what is a name.

    `names` and `words` are places in `at`; `total` is the sum of all weights, `words_total` of those beside names.
    """

    assertion: Assertion
    at: Places
    weights: Floats
    total: float
    meaning: Floats
    names: Places
    words: Places
    words_total: float


def lay_out(assertion: Assertion, space: TermSpace) -> Side:
    """Return the assertion as a side of comparisons; all its terms must stand in the space."""
    at = space.of(assertion.terms)
    weights = space.weights[at]
    named = np.array([term.name for term in assertion.terms], np.bool_)
    mean = weights @ space.vectors[at]
    norm = float(np.linalg.norm(mean))
    words = np.flatnonzero(~named)
    return Side(
        assertion,
        at,
        weights,
        float(weights.sum()),
        mean / norm if norm else mean,
        np.flatnonzero(named),
        words,
        float(weights[words].sum()),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """How alike each term of one side is to each of the other's, and the best of each row and column."""

    alike: Floats
    left_best: Floats
    right_best: Floats


def find_shared(left: Side, right: Side, space: TermSpace) -> Shared:
    """Return what two sides share, term by term."""
    if not len(left.at) or not len(right.at):
        empty = np.zeros((len(left.at), len(right.at)), np.float32)
        return Shared(empty, np.zeros(len(left.at), np.float32), np.zeros(len(right.at), np.float32))
    alike = space.likeness[left.at[:, None], right.at]
    return Shared(alike, alike.max(axis=1), alike.max(axis=0))


def lighter_part(left: Side, right: Side, shared: Shared) -> float:
    """Return the part (0..1, by weight) of the lighter side's terms that the other has."""
    if not len(left.at) or not len(right.at):
        return 0.0
    if left.total > right.total:
        return float(shared.right_best @ right.weights) / right.total
    return float(shared.left_best @ left.weights) / left.total


def both_parts(left: Side, right: Side, shared: Shared) -> float:
    """Return the part (0..1) of both sides' weight that the other side has."""
    if not len(left.at) or not len(right.at):
        return 0.0
    found = float(shared.left_best @ left.weights) + float(shared.right_best @ right.weights)
    return found / (left.total + right.total)


def names_part(left: Side, right: Side, shared: Shared) -> float:
    """Return the part of the lighter side's names that the other's names hold, -1 where a side has none."""
    if not len(left.names) or not len(right.names):
        return -1.0
    alike = shared.alike[left.names[:, None], right.names]
    one, two = left.weights[left.names], right.weights[right.names]
    if one.sum() > two.sum():
        return float(alike.max(axis=0) @ two) / float(two.sum())
    return float(alike.max(axis=1) @ one) / float(one.sum())


@dataclass(frozen=True, slots=True)
class WordParts:
    """What the sides share beside names, which a story's sentences share anyway.

    `lighter` is the part (0..1, by weight) of the words of the lighter side that the other has, `most` the
    larger part of either side, `shared` the weight (nats) of what both have in common.
    """

    lighter: float
    most: float
    shared: float


def word_parts(left: Side, right: Side, shared: Shared) -> WordParts:
    """Return what two sides share beside names."""
    if not len(left.words) or not len(right.words):
        return WordParts(0.0, 0.0, 0.0)
    alike = shared.alike[left.words[:, None], right.words]
    one = float(alike.max(axis=1) @ left.weights[left.words])
    two = float(alike.max(axis=0) @ right.weights[right.words])
    parts = one / left.words_total, two / right.words_total
    if left.words_total > right.words_total:
        return WordParts(parts[1], max(parts), two)
    return WordParts(parts[0], max(parts), one)


def shared_weight(left: Side, right: Side, shared: Shared) -> float:
    """Return the weight (nats) that either side shares with the other, the smaller of the two."""
    return min(float(shared.left_best @ left.weights), float(shared.right_best @ right.weights))
