"""The timeline as a small plot: where everything is drawn, for the template to write as SVG."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import Moment, Outline
from quellenlage.text import parse_partial_date

Anchor = Literal["start", "middle", "end"]
# Units of the drawing: its width, the margin at either side, and the distance between marks of one day.
_WIDTH, _MARGIN, _STEP = 720.0, 26.0, 13.0
# Reports of one day that are named below it.
_NUMBERS = 6
# A column of marks higher than this many is drawn denser instead of higher.
_ROWS = 14
# Width of a letter of a label (12 units high, sans serif, digits mostly), and the room between two labels.
_LETTER, _ROOM = 6.6, 12.0


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

    The scale narrows wide gaps (one of n days takes the fourth root of n): an event of years ago stands to the left
    of yesterday's without pressing all of yesterday into one line.
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
    ticks = _labelled(moments, days[-1], scale, labels)
    reports = tuple(_tick(scale[day], _numbers(found)) for day, found in appeared.items())
    return Plot(_WIDTH, axis + 52, axis, days[0], days[-1], placed, ticks, reports)


def _appeared(shown: Outline) -> dict[date, list[int]]:
    """The numbers of the reports by the day on which they appeared, where it is known to the day."""
    found: dict[date, list[int]] = {}
    for report in shown.reports:
        known = parse_partial_date(report.reading.article.published or "")
        if known and known.earliest == known.latest:
            found.setdefault(known.earliest, []).append(report.number)
    return found


def _numbers(found: list[int]) -> str:
    shown = " ".join(f"[{number}]" for number in found[:_NUMBERS])
    return f"{shown} …" if len(found) > _NUMBERS else shown


def _scale(days: list[date]) -> dict[date, float]:
    gaps = [(later - earlier).days ** 0.25 for earlier, later in pairwise(days)]
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


def _labelled(moments: Iterable[Moment], last: date, scale: Mapping[date, float], labels: Labels) -> tuple[Tick, ...]:
    """The last day, and of the days on which moments begin as many as have room, from the left."""
    starts: dict[date, date] = {}
    for entry in (moment.entry for moment in moments):
        starts[entry.earliest] = min(entry.latest, starts.get(entry.earliest, entry.latest))
    end = _tick(scale[last], labels.days(last, last))
    limit, reached = _reach(end)[0] - _ROOM, 0.0
    chosen = []
    for first, until in sorted(starts.items()):
        text = min(labels.days(first, until), labels.days(first, first), key=len)
        tick = _tick(scale[first], text)
        left, right = _reach(tick)
        if left >= reached and right <= limit:
            chosen.append(tick)
            reached = right + _ROOM
    return (*chosen, end)


def _tick(x: float, text: str) -> Tick:
    """Labels that would stick out at an edge grow inwards."""
    half = len(text) * _LETTER / 2
    anchor: Anchor = "start" if x < half else "end" if x > _WIDTH - half else "middle"
    return Tick(x, text, anchor)


def _reach(tick: Tick) -> tuple[float, float]:
    width = len(tick.text) * _LETTER
    left = {"start": tick.x, "middle": tick.x - width / 2, "end": tick.x - width}[tick.anchor]
    return left, left + width
