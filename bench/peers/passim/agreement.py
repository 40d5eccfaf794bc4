"""Which of a peer's aligned passages do we find, too, and which has either of us alone?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Characters that a passage has on both sides, as issue 5 counts them; and the part of it that the other must cover.
LEAST_CHARACTERS = 50
LEAST_COVERED = 0.5

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Aligned:
    """One passage that two documents share: their ids, and half-open stretches of characters."""

    left: str
    right: str
    here: Stretch
    there: Stretch

    def turned(self) -> "Aligned":
        """Return the passage with the smaller id left."""
        return self if self.left < self.right else Aligned(self.right, self.left, self.there, self.here)

    def long_enough(self) -> bool:
        """Say whether both sides have LEAST_CHARACTERS."""
        return min(_length(self.here), _length(self.there)) >= LEAST_CHARACTERS


def aligned_in(copy: Mapping[str, Any]) -> Iterable[Aligned]:
    """Yield the passages of one line of `quellenlage copies --jsonl`, whatever their kind."""
    for passage in copy["passages"]:
        yield Aligned(copy["a"], copy["b"], tuple(passage["a"]), tuple(passage["b"])).turned()


def found_too(passages: Sequence[Aligned], others: Sequence[Aligned]) -> list[bool]:
    """Say of each passage whether the other side's passages of the same pair cover half of it in both documents."""
    at: dict[tuple[str, str], list[Aligned]] = defaultdict(list)
    for other in map(Aligned.turned, others):
        at[other.left, other.right].append(other)
    return [_covered(passage.turned(), at) for passage in passages]


def _covered(passage: Aligned, at: Mapping[tuple[str, str], Sequence[Aligned]]) -> bool:
    others = at.get((passage.left, passage.right), ())
    here = _common(passage.here, [other.here for other in others])
    there = _common(passage.there, [other.there for other in others])
    return here >= LEAST_COVERED * _length(passage.here) and there >= LEAST_COVERED * _length(passage.there)


def _common(stretch: Stretch, others: Iterable[Stretch]) -> int:
    """Return how many characters of a stretch the others cover, each counted once."""
    behind, covered = stretch[0], 0
    for other in sorted(others):
        start, end = max(other[0], behind), min(other[1], stretch[1])
        if start < end:
            covered, behind = covered + end - start, end
    return covered


def _length(stretch: Stretch) -> int:
    return stretch[1] - stretch[0]
