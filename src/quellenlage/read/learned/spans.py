"""From what is said of each word to spans: the likeliest sequence of labels that is well formed."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# A word that is outside with at least this probability is outside: sequences are searched between such words.
SURELY_OUTSIDE = 0.995


class Scheme(NamedTuple):
    """Which labels may follow each label, and the label of the span that each label begins."""

    follows: tuple[tuple[int, ...], ...]
    begins: Mapping[int, int]


class Found(NamedTuple):
    """Words `first` to `last` (half-open) with a label (0 where a head has one label only) and a probability."""

    first: int
    last: int
    label: int
    score: float


def find_labelled(logs: Floats, sentence: Sequence[int], outside: float = 0.0) -> list[Found]:
    """Return the spans of a head that says O, then B and I for each label; no span leaves its sentence.

    `outside` is added to the log-probability of O: below 0, more spans are found.
    """
    size = logs.shape[1]
    fresh = [0, *range(1, size, 2)]
    follows = [tuple(fresh)] + [tuple(sorted({*fresh, n + n % 2})) for n in range(1, size)]
    scheme = Scheme(tuple(follows), {label: label // 2 for label in fresh[1:]})
    return _search(logs, sentence, scheme, outside)


# O B I E S: what may follow each.
_WHOLE = Scheme(((0, 1, 4), (2, 3), (2, 3), (0, 1, 4), (0, 1, 4)), MappingProxyType({1: 0, 4: 0}))


def find_whole(logs: Floats, outside: float = 0.0) -> list[Found]:
    """Return the spans of the head that says O, B(egin), I(nside), E(nd) and S(ingle); they may cross sentences."""
    return _search(logs, (), _WHOLE, outside)


def _search(logs: Floats, sentence: Sequence[int], scheme: Scheme, outside: float) -> list[Found]:
    raised = logs.astype(np.float64)
    raised[:, 0] += outside
    inside = np.flatnonzero(raised[:, 0] < np.log(SURELY_OUTSIDE)).tolist()
    likeliest: list[int] = raised.argmax(axis=1).tolist()
    found: list[Found] = []
    for first, last in _runs(inside):
        breaks = [bool(sentence) and n > first and sentence[n] != sentence[n - 1] for n in range(first, last)]
        labels = likeliest[first:last]
        # Where each word's likeliest label fits those beside it, no other sequence can be likelier.
        if not _fits(labels, breaks, scheme.follows):
            labels = _best(raised[first:last].tolist(), breaks, scheme.follows)
        found += _spans(labels, first, logs, scheme.begins)
    return found


def _fits(labels: list[int], breaks: list[bool], follows: tuple[tuple[int, ...], ...]) -> bool:
    """Say whether these labels may follow one another: nothing goes on over a break, begins or ends inside."""
    fresh, before = follows[0], 0
    for label, broken in zip(labels, breaks, strict=True):
        if label not in follows[before] or (broken and label not in fresh):
            return False
        before = label
    return 0 in follows[before]


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Return the half-open stretches of consecutive numbers."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _best(rows: list[list[float]], breaks: list[bool], follows: tuple[tuple[int, ...], ...]) -> list[int]:
    """Return the likeliest labels that may follow one another; nothing goes on over a break or begins inside."""
    fresh = frozenset(follows[0])
    closed = {n for n, after in enumerate(follows) if 0 in after}
    never = float("-inf")
    best = [value if n in fresh else never for n, value in enumerate(rows[0])]
    back: list[list[int]] = []
    for row, broken in zip(rows[1:], breaks[1:], strict=True):
        came, sums = [0] * len(follows), [never] * len(follows)
        for sources, targets in _sources(follows):
            before = max(sources, key=best.__getitem__)
            for label in targets:
                if not broken or label in fresh:
                    came[label], sums[label] = before, best[before] + row[label]
        best = sums
        back.append(came)
    label = max(closed, key=lambda n: (best[n], -n))
    labels = [label]
    for came in reversed(back):
        label = came[label]
        labels.append(label)
    return labels[::-1]


@cache
def _sources(follows: tuple[tuple[int, ...], ...]) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Return the labels that may stand before, with the labels that exactly these may stand before."""
    targets: dict[tuple[int, ...], list[int]] = {}
    for label in range(len(follows)):
        before = tuple(n for n, after in enumerate(follows) if label in after)
        targets.setdefault(before, []).append(label)
    return tuple((before, tuple(labels)) for before, labels in targets.items())


def _spans(labels: list[int], offset: int, logs: Floats, begins: Mapping[int, int]) -> list[Found]:
    """Return the spans of a well-formed sequence of labels."""
    found: list[Found] = []
    start = 0
    for n, label in enumerate([*labels, 0]):
        if n and labels[n - 1] and (label == 0 or label in begins):
            outside = np.exp(logs[offset + start : offset + n, 0].astype(np.float64))
            score = round(float(1 - outside.mean()), 3)
            found.append(Found(offset + start, offset + n, begins[labels[start]], score))
        if label in begins:
            start = n
    return found
