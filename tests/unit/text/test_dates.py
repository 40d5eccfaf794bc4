"""Dates come whole, partial, or not at all."""

from datetime import date

import pytest

from quellenlage.text import DateRange, parse_partial_date


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2023-09-13", date(2023, 9, 13), date(2023, 9, 13)),
        ("2023-09-13T08:00:00+02:00", date(2023, 9, 13), date(2023, 9, 13)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_means_a_range_of_days(value: str, earliest: date, latest: date) -> None:
    """What is not said stays open: a month is all of its days."""
    assert parse_partial_date(value) == DateRange(earliest, latest)


@pytest.mark.parametrize("value", ["", "gestern", "2023-02-30", "2023-13", "0000-01-01", "13.09.2023", "20230913"])
def test_what_is_no_date_is_none(value: str) -> None:
    """A date that does not exist is no date, and nothing is guessed."""
    assert parse_partial_date(value) is None
