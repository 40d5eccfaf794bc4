"""Periods of the calendar and their TIMEX3 values."""

from datetime import date

import pytest

from quellenlage.read.times import periods


@pytest.mark.parametrize(("year", "day"), [(2000, "04-23"), (2008, "03-23"), (2011, "04-24"), (2023, "04-09")])
def test_easter(year: int, day: str) -> None:
    """Easter Sunday falls on the days that almanacs give."""
    assert periods.easter(year).isoformat() == f"{year}-{day}"


def test_holidays_by_weekday() -> None:
    """The last Sunday before Christmas Eve and the second Sunday in May are found by their formulas."""
    assert periods.holiday(2023, "7<=12-24") == date(2023, 12, 24)
    assert periods.holiday(2024, "7>=05-08") == date(2024, 5, 12)


def test_month_ends_stay_in_their_month() -> None:
    """A month after 31 January is the end of February."""
    assert periods.add_units(date(2023, 1, 31), 1, "M") == date(2023, 2, 28)


def test_no_year_beyond_the_calendar() -> None:
    """What lies beyond year 9999 is an error, and no wrong date."""
    with pytest.raises(OverflowError):
        periods.add_units(date(2023, 1, 1), 9000, "Y")


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2021-01-02"),
        ("W", "2020-W53"),
        ("WE", "2020-W53-WE"),
        ("M", "2021-01"),
        ("Q", "2021-Q1"),
        ("H", "2021-H1"),
    ],
)
def test_what_a_day_lies_in(unit: str, value: str) -> None:
    """The first Saturday of 2021 lies in the last ISO week of 2020."""
    assert periods.containing(date(2021, 1, 2), unit).value == value


def test_thirds() -> None:
    """Beginning, middle and end of a month are ten days each, of a year four months."""
    month = periods.month(2023, 9)
    assert [periods.third(month, part)[1:] for part in ("START", "MID", "END")] == [
        (date(2023, 9, 1), date(2023, 9, 10)),
        (date(2023, 9, 11), date(2023, 9, 20)),
        (date(2023, 9, 21), date(2023, 9, 30)),
    ]
