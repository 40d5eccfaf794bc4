"""The timeline as a small plot: where everything is drawn, for the template to write as SVG."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log1p
from typing import Literal

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import Moment, Outline
from quellenlage.text import parse_partial_date

Anchor = Literal["start", "middle", "end"]
# Units of the drawing: its width, the margin at either side, and the distance between marks of one day.
_WIDTH, _MARGIN, _STEP = 720.0, 26.0, 13.0
# A column of marks higher than this many is drawn denser instead of higher.
_ROWS = 14
# Two labels closer than this overlap ("23. Sep. 2024" is some 80 units wide at 12 units a line).
_APART = 96.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with its label, at a distance from the left."""

    x: float
    text: str
    anchor: Anchor = "middle"


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment: a dot on its day, or a bar from its first to its last."""

    moment: Moment
    x1: float
    x2: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing: moments above the axis, days below it, and under these the days on which the reports appeared."""

    width: float
    height: float
    axis: float
    first: date
    last: date
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    reports: tuple[Tick, ...]


def draw_timeline(shown: Outline, labels: Labels) -> Plot | None:
    """Return the plot of a dossier's moments; None where there are not two days to tell apart.

    The scale is even for neighbouring days and narrows wide gaps (a gap of n days takes log(1 + n)): an event of
    years ago stands to the left of yesterday's without pressing all of yesterday into one line.
    """
    appeared = _appeared(shown)
    moments = shown.moments
    days = sorted({*(m.entry.earliest for m in moments), *(m.entry.latest for m in moments), *appeared})
    if not moments or len(days) < 2:
        return None
    scale = _scale(days)
    marks, rows = _marks(moments, scale)
    axis = 12.0 + _STEP * min(rows, _ROWS)
    placed = tuple(_drawn(mark, axis, rows) for mark in marks)
    ticks = _labelled(days, scale, labels)
    reports = tuple(
        Tick(
            scale[day],
            " ".join(f"[{number}]" for number in found[:6]) + (" …" if len(found) > 6 else ""),
            _anchor(scale[day]),
        )
        for day, found in appeared.items()
    )
    return Plot(_WIDTH, axis + 52, axis, days[0], days[-1], placed, ticks, reports)


def _appeared(shown: Outline) -> dict[date, list[int]]:
    """The numbers of the reports by the day on which they appeared, where it is known to the day."""
    found: dict[date, list[int]] = {}
    for report in shown.reports:
        known = parse_partial_date(report.reading.article.published or "")
        if known and known.earliest == known.latest:
            found.setdefault(known.earliest, []).append(report.number)
    return found


def _scale(days: list[date]) -> dict[date, float]:
    gaps = [log1p((later - earlier).days) for earlier, later in pairwise(days)]
    unit = (_WIDTH - 2 * _MARGIN) / sum(gaps)
    place, scale = _MARGIN, {days[0]: _MARGIN}
    for day, gap in zip(days[1:], gaps, strict=True):
        place += gap * unit
        scale[day] = round(place, 1)
    return scale


def _marks(moments: Iterable[Moment], scale: Mapping[date, float]) -> tuple[list[Mark], int]:
    """Each moment in the lowest row where it is free, `y` still counting rows."""
    ends: list[float] = []
    marks = []
    for moment in sorted(moments, key=lambda one: (one.entry.earliest, one.entry.latest)):
        x1, x2 = scale[moment.entry.earliest], scale[moment.entry.latest]
        row = next((row for row, end in enumerate(ends) if end + _STEP <= x1), len(ends))
        ends[row : row + 1] = [x2]
        reports = len({report.number for report, _ in moment.places})
        marks.append(Mark(moment, x1, x2, float(row), round(min(6.0, 3 + 0.6 * reports), 1)))
    return marks, len(ends)


def _drawn(mark: Mark, axis: float, rows: int) -> Mark:
    step = _STEP * min(1.0, _ROWS / max(1, rows))
    return Mark(mark.moment, mark.x1, mark.x2, round(axis - _STEP / 2 - 2 - mark.y * step, 1), mark.radius)


def _labelled(days: list[date], scale: Mapping[date, float], labels: Labels) -> tuple[Tick, ...]:
    """The first and the last day, and as many between them as have room."""
    first, last = days[0], days[-1]
    chosen = [first]
    for day in days[1:-1]:
        if scale[day] - scale[chosen[-1]] >= _APART and scale[last] - scale[day] >= _APART:
            chosen.append(day)
    return tuple(Tick(scale[day], labels.days(day, day), _anchor(scale[day])) for day in (*chosen, last))


def _anchor(x: float) -> Anchor:
    """Labels at the edges grow inwards."""
    if x < _APART / 2:
        return "start"
    return "end" if x > _WIDTH - _APART / 2 else "middle"
