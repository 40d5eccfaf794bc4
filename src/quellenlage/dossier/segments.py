"""Overlapping stretches of a text cut into segments that do not overlap, each knowing what lies over it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layer(Generic[T]):
    """Something that lies over the characters from `start` to `end` (half-open)."""

    start: int
    end: int
    what: T


@dataclass(frozen=True, slots=True)
class Segment(Generic[T]):
    """Characters with the same layers over all of them; `begins` and `ends` are those that start or end right here."""

    start: int
    end: int
    over: tuple[T, ...]
    begins: tuple[T, ...]
    ends: tuple[T, ...]


def cut_segments(start: int, end: int, layers: Iterable[Layer[T]]) -> Iterator[Segment[T]]:
    """Yield the segments of the characters from `start` to `end`, in order, without gaps.

    Layers keep their order; what lies outside is left out, what reaches beyond is cut off: a layer begins where it
    first shows within the range, and ends where it last shows. An empty layer is not shown.
    """
    shown = [
        Layer(max(layer.start, start), min(layer.end, end), layer.what)
        for layer in layers
        if layer.start < end and start < layer.end and layer.start < layer.end
    ]
    borders = sorted({start, end, *(layer.start for layer in shown), *(layer.end for layer in shown)})
    for left, right in pairwise(borders):
        over = [layer for layer in shown if layer.start <= left and right <= layer.end]
        yield Segment(
            start=left,
            end=right,
            over=tuple(layer.what for layer in over),
            begins=tuple(layer.what for layer in over if layer.start == left),
            ends=tuple(layer.what for layer in over if layer.end == right),
        )
