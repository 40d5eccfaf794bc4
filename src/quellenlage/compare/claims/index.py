"""Which assertions of a story may be one claim at all? Found through what they share, never pair by pair."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.meaning.terms import TermSpace

Floats = NDArray[np.float32]

# Two assertions are compared if they share this part of the lighter one's weight, or if their meanings are so close.
LEAST_SHARED = 0.3
LEAST_MEANING = 0.8


def candidate_pairs(assertions: Sequence[Assertion], space: TermSpace) -> list[tuple[int, int]]:
    """Return the pairs (smaller place first, in order) of assertions that are worth comparing."""
    if len(assertions) < 2:
        return []
    weights, meanings = _rows(assertions, space)
    total = weights.sum(axis=1)
    near = _shared(weights) >= LEAST_SHARED * np.minimum(total[:, None], total[None, :])
    near |= meanings @ meanings.T >= LEAST_MEANING
    left, right = np.nonzero(np.triu(near, 1))
    return list(zip(left.tolist(), right.tolist(), strict=True))


def _rows(assertions: Sequence[Assertion], space: TermSpace) -> tuple[Floats, Floats]:
    """Return the weight of each term in each assertion, and the assertions' mean vectors at unit length."""
    weights = np.zeros((len(assertions), len(space.weights)), np.float32)
    for row, assertion in enumerate(assertions):
        at = space.of(assertion.terms)
        weights[row, at] = space.weights[at]
    meanings = weights @ space.vectors
    norms = np.linalg.norm(meanings, axis=1, keepdims=True)
    return weights, meanings / np.maximum(norms, 1e-6)


def _shared(weights: Floats) -> Floats:
    """Return the weight of the terms that each two assertions share."""
    # Only terms of two assertions or more can be shared; the square roots make a product of two weights one weight.
    roots = np.sqrt(weights[:, (weights > 0).sum(axis=0) > 1])
    shared: Floats = roots @ roots.T
    return shared
