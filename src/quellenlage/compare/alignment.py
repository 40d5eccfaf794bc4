"""Which words of two articles stand for each other? Exact runs of words, joined where only a little was edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from quellenlage.compare.prepared import SEED, Prepared
from quellenlage.compare.tokens import Places

# How many words one writer may put in the place of another's, inside a passage ("UN-Sicherheitsrat" against
# "Sicherheitsrat der Vereinten Nationen (UN)" needs four).
LARGEST_EDIT = 6
# How far to look for the next equal words at the end of a run, and how many of them must stand in a row there.
LOOK_AHEAD = 3
LEAST_RESUMED = 2


class Run(NamedTuple):
    """`length` words of the left text, from word `a` on, equal those of the right text, from word `b` on."""

    a: int
    b: int
    length: int

    @property
    def a_end(self) -> int:
        """Return the index behind the run's last word on the left."""
        return self.a + self.length

    @property
    def b_end(self) -> int:
        """Return the index behind the run's last word on the right."""
        return self.b + self.length


Chain = tuple[Run, ...]
"""Runs that follow one another on both sides, with small edits between them."""


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One text's words as a list, the bounds of each word's block, and which words are taken already."""

    forms: list[int]
    blocks: list[int]
    taken: bytearray

    @classmethod
    def of(cls, prepared: Prepared) -> "_Side":
        return cls(prepared.wording.forms.tolist(), prepared.wording.blocks.tolist(), bytearray(len(prepared)))

    def free(self, index: int, block: int) -> bool:
        return 0 <= index < len(self.forms) and self.blocks[index] == block and not self.taken[index]


def align(left: Prepared, right: Prepared) -> list[Chain]:
    """Return the chains of equal words of two articles, ordered by their place in the left one.

    No word stands in two chains; chains need not be in the same order on both sides (a text may be reordered).
    The result depends on which article is left; callers put the pair into an order of its own first.
    """
    seeds = _seeds(left, right)
    if not seeds:
        return []
    a, b = _Side.of(left), _Side.of(right)
    kept = _choose(seeds, a, b)
    chains: list[Chain] = []
    for chain in _join(kept, a, b):
        for run in chain:
            _take(run, a, b)
        chains.append(chain)
    return [_extend(chain, a, b) for chain in chains]


def _seeds(left: Prepared, right: Prepared) -> list[Run]:
    """Return all maximal runs of at least SEED equal words, longest first."""
    a_at, b_at = _equal_shingles(left, right)
    if not len(a_at):
        return []
    order = np.lexsort((a_at, b_at - a_at))
    a_at, b_at = a_at[order], b_at[order]
    breaks = np.flatnonzero((np.diff(b_at - a_at) != 0) | (np.diff(a_at) != 1)) + 1
    firsts = np.concatenate(([0], breaks))
    counts = np.diff(np.concatenate((firsts, [len(a_at)])))
    runs = [
        Run(a, b, count + SEED - 1)
        for a, b, count in zip(a_at[firsts].tolist(), b_at[firsts].tolist(), counts.tolist(), strict=True)
    ]
    return sorted(runs, key=lambda run: (-run.length, run.a, run.b))


def _equal_shingles(left: Prepared, right: Prepared) -> tuple[Places, Places]:
    """Return the places, left and right, of every pair of equal shingles."""
    low = np.searchsorted(right.sorted_seeds, left.seeds, side="left")
    count = np.searchsorted(right.sorted_seeds, left.seeds, side="right") - low
    hits = np.flatnonzero(count)
    count = count[hits]
    ahead = np.cumsum(count) - count
    at = np.repeat(low[hits] - ahead, count) + np.arange(int(count.sum()))
    return np.repeat(left.places[hits], count), right.sorted_places[at]


def _choose(seeds: Sequence[Run], a: _Side, b: _Side) -> list[Run]:
    """Take the longest run first; what it covers is cut off the others. Returned in the order of the left text."""
    kept: list[Run] = []
    for seed in seeds:
        start, end = 0, seed.length
        while start < end and (a.taken[seed.a + start] or b.taken[seed.b + start]):
            start += 1
        while end > start and (a.taken[seed.a + end - 1] or b.taken[seed.b + end - 1]):
            end -= 1
        run = Run(seed.a + start, seed.b + start, end - start)
        if run.length >= SEED and not any(a.taken[run.a : run.a_end]) and not any(b.taken[run.b : run.b_end]):
            _take(run, a, b)
            kept.append(run)
    return sorted(kept)


def _take(run: Run, a: _Side, b: _Side) -> None:
    a.taken[run.a : run.a_end] = b"\1" * run.length
    b.taken[run.b : run.b_end] = b"\1" * run.length


def _join(runs: Sequence[Run], a: _Side, b: _Side) -> list[Chain]:
    """Join runs that follow each other on both sides with an edit of a few words between them."""
    chains: list[list[Run]] = []
    for run in runs:
        last = chains[-1][-1] if chains else None
        if last and _follows(last, run, a, b):
            chains[-1] += [*_between(last, run, a, b), run]
        else:
            chains.append([run])
    return [tuple(chain) for chain in chains]


def _follows(last: Run, run: Run, a: _Side, b: _Side) -> bool:
    gap_a, gap_b = run.a - last.a_end, run.b - last.b_end
    if not (0 <= gap_b <= LARGEST_EDIT and gap_a <= LARGEST_EDIT):
        return False
    return a.blocks[last.a] == a.blocks[run.a] and b.blocks[last.b] == b.blocks[run.b]


def _between(last: Run, run: Run, a: _Side, b: _Side) -> list[Run]:
    """Return the longest common subsequence of the words between two runs, as runs."""
    left, right = a.forms[last.a_end : run.a], b.forms[last.b_end : run.b]
    if not left or not right:
        return []
    best = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            same = best[i + 1][j + 1] + 1 if left[i] == right[j] else 0
            best[i][j] = max(same, best[i + 1][j], best[i][j + 1])
    found: list[Run] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] == right[j] and best[i][j] == best[i + 1][j + 1] + 1:
            found.append(Run(last.a_end + i, last.b_end + j, 1))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _extend(chain: Chain, a: _Side, b: _Side) -> Chain:
    """Go on at both ends of a chain, over small edits, as long as a few equal words follow."""
    runs = list(chain)
    while more := _resume(runs[-1].a_end, runs[-1].b_end, 1, a, b):
        _take(more, a, b)
        runs.append(more)
    while more := _resume(runs[0].a - 1, runs[0].b - 1, -1, a, b):
        _take(more, a, b)
        runs.insert(0, more)
    return tuple(runs)


def _resume(i: int, j: int, step: int, a: _Side, b: _Side) -> Run | None:
    """Find the nearest place from (i, j) on, forwards or backwards, where enough equal words stand in a row."""
    if not (0 <= i - step < len(a.forms) and 0 <= j - step < len(b.forms)):
        return None
    block_a, block_b = a.blocks[i - step], b.blocks[j - step]
    for skip_a, skip_b in _SKIPS:
        x, y, length = i + step * skip_a, j + step * skip_b, 0
        while a.free(x, block_a) and b.free(y, block_b) and a.forms[x] == b.forms[y]:
            x, y, length = x + step, y + step, length + 1
        if length >= max(LEAST_RESUMED if skip_a or skip_b else 1, skip_a, skip_b):
            return Run(x - length, y - length, length) if step > 0 else Run(x + 1, y + 1, length)
    return None


# The edits to look over, smallest first; of two equally small ones, the one that skips fewer words on the left.
_SKIPS = sorted(
    ((a, b) for a in range(LOOK_AHEAD + 1) for b in range(LOOK_AHEAD + 1)),
    key=lambda skip: (max(skip), sum(skip), skip),
)


def matched_words(chain: Chain) -> tuple[Places, Places]:
    """Return the indices of the equal words of a chain, left and right."""
    left = np.concatenate([np.arange(run.a, run.a_end) for run in chain])
    right = np.concatenate([np.arange(run.b, run.b_end) for run in chain])
    return left, right


def gaps(chain: Chain) -> int:
    """Return how many words differ inside a chain, each edit counted on the side that has more of them."""
    return sum(max(after.a - before.a_end, after.b - before.b_end) for before, after in pairwise(chain))
