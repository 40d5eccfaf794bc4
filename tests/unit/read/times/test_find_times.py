"""Which times does an article name, and which days are they?"""

from datetime import date

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article, TimeExpression
from quellenlage.read.layout import find_layout
from quellenlage.read.times import find_times

PACK = load_pack("de")


def times_of(text: str, published: str | None = None) -> list[TimeExpression]:
    """Return the times of a text."""
    article = Article(id="a", text=text, text_id="t", source_id="", name="-", published=published)
    return list(find_times(find_layout(article, PACK)))


def only(text: str, published: str | None = None) -> TimeExpression:
    """Return the one time of a text."""
    (time,) = times_of(text, published)
    return time


def bounds(text: str, published: str | None = "2023-09-13") -> tuple[str, str]:
    """Return the bounds of the one time of a text, as ISO dates, "" where there are none."""
    time = only(text, published)
    return (str(time.earliest or ""), str(time.latest or ""))


@pytest.mark.parametrize(("word", "day"), [("Mittwoch", "2023-09-13"), ("Dienstag", "2023-09-12")])
def test_weekdays_are_found_on_the_day_of_publication_or_before(word: str, day: str) -> None:
    """With a whole date, a weekday in the perfect is the publication's day or one of the six before it."""
    assert only(f"Der Rat hat sich am {word} getroffen.", "2023-09-13").value == day


@pytest.mark.parametrize("published", ["2023-09", "2023", None, "", "gestern"])
def test_nothing_is_guessed_from_a_partial_date(published: str | None) -> None:
    """Without a whole date, a weekday stays relative and has no bounds."""
    time = only("Der Rat hat sich am Mittwoch getroffen.", published)
    assert (time.value, time.earliest, time.latest) == ("XXXX-WXX-3", None, None)


def test_a_partial_date_settles_what_is_the_same_for_all_its_days() -> None:
    """With a month alone, last month and this year are known, this week is not."""
    values = [time.value for time in times_of("Im vergangenen Monat, in diesem Jahr und in dieser Woche.", "2023-09")]
    assert values == ["2023-08", "2023", "XXXX-WXX"]


def test_the_tense_tells_where_a_weekday_looks() -> None:
    """The same weekday lies behind in the preterite and ahead with a modal verb."""
    assert only("Der Rat tagte am Freitag.", "2023-09-13").value == "2023-09-08"
    assert only("Der Rat soll am Freitag tagen.", "2023-09-13").value == "2023-09-15"


def test_the_verb_beside_the_time_decides() -> None:
    """Where a sentence holds both tenses, the verb nearest to the time counts."""
    text = "Er sagte am Montag ab und will am Freitag kommen."
    assert [time.value for time in times_of(text, "2023-09-13")] == ["2023-09-11", "2023-09-15"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam vor wenigen Wochen an.", ("2023-07-31", "2023-09-03")),
        ("Er schwieg in den vergangenen vier Monaten.", ("2023-05-13", "2023-09-13")),
        ("Er kam Ende des Monats an.", ("2023-09-21", "2023-09-30")),
        ("Er kam vor zwei Jahren an.", ("2021-01-01", "2021-12-31")),
        ("Er kam vor drei Tagen an.", ("2023-09-10", "2023-09-10")),
        ("Er geht in zwei Wochen.", ("2023-09-25", "2023-10-01")),
        ("Er ist seit vier Jahren dort.", ("2019-09-13", "2023-09-13")),
        ("Er wartet seit Wochen.", ("2023-07-19", "2023-09-13")),
        ("Das Haus ist aus den 90er Jahren.", ("1990-01-01", "1999-12-31")),
        ("Das Haus ist aus dem 19. Jahrhundert.", ("1800-01-01", "1899-12-31")),
        ("Er kam Anfang April 2019 an.", ("2019-04-01", "2019-04-10")),
        ("Er kam im Winter 2019 an.", ("2019-01-01", "2020-02-28")),
        ("Er wartete stundenlang.", ("", "")),
    ],
)
def test_vague_times_have_bounds(text: str, expected: tuple[str, str]) -> None:
    """What is vague is bounded: by days for the near, by weeks, months and years for the far."""
    assert bounds(text) == expected


def test_an_explicit_date_needs_no_publication() -> None:
    """A date with its year is known whatever the publication."""
    time = only("Sie starb am 29. Februar 2020.", None)
    assert (time.value, time.earliest, time.latest) == ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29))


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    """30 February is no date."""
    assert times_of("Sie kam am 30. Februar 2021.", "2023-09-13") == []


def test_a_clock_time_belongs_to_the_day_named_before() -> None:
    """A time by the clock takes the day named last, else the publication's; without either it has none."""
    assert times_of("Am Dienstag um 14.30 Uhr krachte es.", "2023-09-13")[1].value == "2023-09-12T14:30"
    assert only("Um 14.30 Uhr krachte es.", "2023-09-13").value == "2023-09-13T14:30"
    assert only("Um 14.30 Uhr krachte es.", "2023-09").value == "T14:30"


def test_a_clock_time_behind_a_list_of_days_has_no_day() -> None:
    """What holds on each of several days is bound to none of them."""
    times = times_of("Gespielt wird am 3., 4. und 5. Oktober, jeweils um 20 Uhr.", "2023-09-13")
    assert [time.value for time in times] == ["2023-10-03", "2023-10-04", "2023-10-05", "T20:00"]


def test_a_part_of_the_day_without_a_day() -> None:
    """Told in the past, an evening without a day is the publication's; in general it is any day's."""
    assert only("Am Abend brach Feuer aus.", "2023-09-13").value == "2023-09-13TEV"
    assert only("Am Abend ist es hier still.", "2023-09-13").value == "XXXX-XX-XXTEV"


@pytest.mark.parametrize(
    "text",
    [
        "Die Angela Mai sagte so ab, und die Menge rief laut.",
        "Es kamen 2000 Menschen und 1850 Soldaten.",
        "Das Spiel endete 3:2, das Finale 11:10.",
        "Die Montagsdemonstration und das Freitagsgebet fanden statt.",
        "Das berichtet die »Bild am Sonntag«.",
        "Der Zug kam in letzter Minute.",
        "Das Büro liegt in der Straße des 17. Juni.",
        "Die Version 10.2 kostet 12.50 Euro.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Names, numbers and idioms that look like times are none."""
    assert times_of(text, "2023-09-13") == []


def test_every_time_names_its_rule_and_place() -> None:
    """The span covers exactly the expression, and the trace names table and entry."""
    text = "Das war am vergangenen Mittwoch."
    time = only(text, "2023-09-13")
    assert time.span.of(text) == "vergangenen Mittwoch"
    assert (time.trace.rule, time.trace.pack) == ("time_dates/weekday", "de")
