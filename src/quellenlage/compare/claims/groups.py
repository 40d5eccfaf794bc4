"""Gather what was judged alike into groups, so that no chain of small likenesses ties unlike things together."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

# Pairs that were never compared count as hardly alike.
UNCOMPARED = 0.02


def gather(count: int, alike: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Return groups of the numbers below `count`: average linkage, the likest groups first, while at least `least`.

    `alike` holds for pairs (smaller number first) how likely they belong together; ties are settled by the numbers.
    """
    members: dict[int, list[int]] = {n: [n] for n in range(count)}
    sums = _neighbours(alike, count)
    heap = [(-round(value, 6), pair) for pair, value in alike.items() if value >= least]
    heapify(heap)
    while heap:
        value, (one, two) = heappop(heap)
        if one not in members or two not in members or _mean(sums, members, one, two) != -value:
            continue
        _merge(one, two, members, sums)
        for other in sums[one]:
            mean = _mean(sums, members, one, other)
            if mean >= least:
                heappush(heap, (-mean, (min(one, other), max(one, other))))
    return sorted(members.values())


def _neighbours(alike: Mapping[tuple[int, int], float], count: int) -> list[dict[int, float]]:
    """For each group: what its pairs with each other group add up to, above what uncompared pairs would."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, two), value in alike.items():
        sums[one][two] = sums[two][one] = value - UNCOMPARED
    return sums


def _mean(sums: list[dict[int, float]], members: Mapping[int, list[int]], one: int, two: int) -> float:
    one, two = min(one, two), max(one, two)
    return round(UNCOMPARED + sums[one].get(two, -UNCOMPARED) / (len(members[one]) * len(members[two])), 6)


def _merge(one: int, two: int, members: dict[int, list[int]], sums: list[dict[int, float]]) -> None:
    """Put the second group into the first."""
    members[one] = sorted(members[one] + members.pop(two))
    for other, value in sums[two].items():
        del sums[other][two]
        if other != one:
            sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + value
    sums[two] = {}
