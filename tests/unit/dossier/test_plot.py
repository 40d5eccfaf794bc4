"""The plot of the timeline: days in their order, labels that do not overlap, reports under their days."""

from datetime import date, timedelta

import pytest
from builders import make_reading
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import outline
from quellenlage.dossier.page.plot import Plot, draw_timeline
from quellenlage.languages import load_pack
from quellenlage.model import Dossier, Occurrence, TimelineEntry, Trace

DAY = date(2024, 3, 3)


def _plot(*ranges: tuple[date, date], published: str = "2024-03-04") -> Plot | None:
    reading = make_reading("Der Deich hielt.", published=published)
    place = Occurrence(reading.article.id, reading.sentences[0])
    entries = tuple(
        TimelineEntry(f"{number}", "", first, last, "Der Deich hielt.", (place,), Trace("compare:timeline"))
        for number, (first, last) in enumerate(ranges)
    )
    return draw_timeline(outline(Dossier((reading,), timeline=entries)), Labels(load_pack("de").labels))


def test_nothing_to_plot() -> None:
    """Without moments, or with one day alone, there is no plot."""
    assert _plot() is None
    assert _plot((DAY, DAY), published="2024-03-03") is None


def test_dots_and_bars() -> None:
    """A day is a dot, a span of time a bar; what happens on one day is stacked."""
    plot = _plot((DAY, DAY), (DAY, DAY), (date(2024, 1, 1), date(2024, 1, 31)))
    assert plot is not None
    bar, *dots = plot.marks
    assert bar.x1 < bar.x2 < dots[0].x1
    assert [dot.x1 == dot.x2 for dot in dots] == [True, True]
    assert dots[0].y != dots[1].y
    assert [tick.text for tick in plot.reports] == ["[1]"]
    assert plot.ticks[0].text == "Januar 2024"


def test_undated_reports_are_left_out() -> None:
    """A report of which only the month is known has no place under the axis."""
    plot = _plot((DAY, DAY), (DAY, DAY + timedelta(days=2)), published="2024-03")
    assert plot is not None
    assert plot.reports == ()


@given(st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 900)), min_size=1, max_size=60))
def test_drawing_keeps_its_bounds(days: list[tuple[int, int]]) -> None:
    """Whatever the days, marks lie above the axis within the drawing, in the order of time, and labels stay apart."""
    start = date(1900, 1, 1)
    plot = _plot(*((start + timedelta(days=first), start + timedelta(days=first + long)) for first, long in days))
    assert plot is not None
    assert all(0 <= mark.x1 <= mark.x2 <= plot.width and 0 < mark.y < plot.axis for mark in plot.marks)
    ordered = sorted(plot.marks, key=lambda mark: mark.moment.entry.earliest)
    assert [mark.x1 for mark in ordered] == sorted(mark.x1 for mark in plot.marks)
    places = [tick.x for tick in plot.ticks]
    assert places == sorted(places)


@pytest.mark.parametrize("count", [1, 200])
def test_many_moments_of_one_day(count: int) -> None:
    """A column of marks gets denser, not higher than the plot."""
    plot = _plot(*[(DAY, DAY)] * count)
    assert plot is not None
    assert plot.height < 300
    assert len({mark.y for mark in plot.marks}) == count or count == 200
