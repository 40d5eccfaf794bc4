"""What happened when, over all reports of a story."""

from datetime import date

import pytest

from quellenlage.compare.timeline import days_value, gather_timeline
from quellenlage.languages import load_pack
from quellenlage.model import Article, Reading, TimelineEntry
from quellenlage.read.reading import read_article

PACK = load_pack("de")
FIRE = "Am Dienstag brannte in Lahnstein die alte Werft am Hafen nieder."
FIRE_TOO = "Die alte Werft in Lahnstein war am Dienstag bei einem Brand zerstört worden."


def reading_of(name: str, text: str, published: str | None = "2023-09-13") -> Reading:
    """Return the reading of a text."""
    article = Article(id=name, text=text, text_id=name, source_id="", name=name, published=published, language="de")
    return read_article(article, PACK)


def timeline_of(*texts: str) -> tuple[TimelineEntry, ...]:
    """Return the timeline of texts, one article each."""
    return gather_timeline([reading_of(f"a{number}", text) for number, text in enumerate(texts)])


def test_reports_of_one_event_are_joined() -> None:
    """Two outlets that word one event of one day differently make one entry, with an occurrence for each."""
    (entry,) = timeline_of(FIRE, FIRE_TOO)
    assert (entry.value, entry.text) == ("2023-09-12", FIRE)
    assert [occurrence.article for occurrence in entry.occurrences] == ["a0", "a1"]


def test_two_events_of_one_day_stay_two() -> None:
    """Events of the same day that share no words are not joined."""
    other = "Am Dienstag wählte der Rat von Kiel eine neue Bürgermeisterin."
    assert len(timeline_of(FIRE, other)) == 2


def test_one_event_on_different_days_stays_apart() -> None:
    """The same words with another day make another entry: that is a conflict, and no agreement."""
    assert len(timeline_of(FIRE, FIRE.replace("Dienstag", "Montag"))) == 2


def test_entries_follow_event_time() -> None:
    """Order is that of the events, not that of the reports."""
    later = "Am Mittwoch zog ein Schlepper die Fähre aus dem Schlick vor Kiel."
    earlier = "Im Jahr 2019 war die Fähre vor Kiel zum ersten Mal gestrandet."
    assert [entry.value for entry in timeline_of(later, earlier, FIRE)] == ["2019", "2023-09-12", "2023-09-13"]


def test_report_time_is_no_event_time() -> None:
    """When somebody said something is not when it happened."""
    text = "Die Werft sei am Montag niedergebrannt, teilte die Polizei am Mittwoch mit."
    assert [entry.value for entry in timeline_of(text)] == ["2023-09-11"]


def test_nothing_without_a_date() -> None:
    """A time that cannot be resolved places no event."""
    assert gather_timeline([reading_of("a", FIRE, None)]) == ()


@pytest.mark.parametrize(
    ("earliest", "latest", "value"),
    [
        (date(2023, 9, 13), date(2023, 9, 13), "2023-09-13"),
        (date(2023, 9, 11), date(2023, 9, 17), "2023-W37"),
        (date(2023, 9, 1), date(2023, 9, 30), "2023-09"),
        (date(2023, 1, 1), date(2023, 12, 31), "2023"),
        (date(2023, 9, 21), date(2023, 9, 30), "2023-09-21/2023-09-30"),
        (date(9999, 12, 1), date(9999, 12, 31), "9999-12"),
    ],
)
def test_values_of_days(earliest: date, latest: date, value: str) -> None:
    """Whole weeks, months and years have their own value; other stretches name both ends."""
    assert days_value(earliest, latest) == value
