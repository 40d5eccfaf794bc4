"""Can two values both be right?"""

from datetime import date

import pytest

from quellenlage.compare.numbers.values import Value, comparable, compatible


def amount(low: float | None, high: float | None, value: float | None = None, unit: str = "") -> Value:
    """Return an amount with these bounds; a number alone is exact."""
    named = value if value is not None else low if low is not None else high
    return Value("amount", unit, named, low, high)


def exact(value: float, unit: str = "") -> Value:
    """Return a number without any modifier."""
    return amount(value, value, unit=unit)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (exact(41), amount(36, 44, 40)),
        (amount(40, None), exact(47)),
        (amount(None, 50), exact(45)),
        (exact(7500), exact(7556)),
        (exact(89, "percent"), exact(89.3, "percent")),
        (Value("amount", "", None, 24, None), exact(50)),
        (exact(40), Value("amount", "", 4, 4, 4, readings=(exact(40),))),
        (Value("amount", "", 7, 7, 7, sums=(10,)), exact(10)),
        (amount(28, None, unit="degree"), amount(30, None, unit="degree")),
    ],
    ids=["about", "at least", "at most", "cut", "rounded", "dozens", "reading", "sum", "bounds of temperatures"],
)
def test_values_that_agree(left: Value, right: Value) -> None:
    """Bounds, rounding, vague plurals, shares and sums leave room for both, in either order."""
    assert comparable(left, right)
    assert compatible(left, right)
    assert compatible(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (exact(20), exact(21)),
        (amount(10, None), exact(40)),
        (amount(None, 15, unit="year-of-age"), amount(None, 14, unit="year-of-age")),
        (amount(40, None), amount(None, 40)),
        (exact(65.4), exact(65.6)),
        (Value("duration", "s", 5400, 5400, 5400), Value("duration", "s", 3600, 3600, 4140, exact=False)),
        (Value("clock", "", 870, 870, 870), Value("clock", "", 880, 880, 880)),
        (Value("amount", "degree", 20, 20, 20, below=True), exact(20, "degree")),
        (amount(25, None, unit="degree"), amount(30, None, unit="degree")),
    ],
    ids=[
        *("small counts", "bound left behind", "limits", "more and at most", "decimals", "durations", "clocks"),
        *("frost and heat", "bounds of temperatures"),
    ],
)
def test_values_that_exclude_each_other(left: Value, right: Value) -> None:
    """Nothing leaves room for both, in either order."""
    assert not compatible(left, right)
    assert not compatible(right, left)


def test_a_duration_meets_its_end() -> None:
    """Five and a half years from the turn of the year end in the middle of a year."""
    years = 5.5 * 365.25 * 86400
    duration = Value("duration", "s", years, years, years)
    end = Value("date", "", None, None, None, first=date(2031, 6, 1), last=date(2031, 6, 30))
    assert compatible(duration, end, date(2026, 2, 1))
    assert not compatible(duration, end, date(2029, 2, 1))


def test_clocks_of_two_zones_may_be_one_moment() -> None:
    """Nine o'clock here may be three o'clock there, but not ten past three."""
    here, there = Value("clock", "ortszeit", 540, 540, 540), Value("clock", "mez", 180, 180, 180)
    assert comparable(here, there)
    assert compatible(here, there)
    assert not compatible(here, Value("clock", "mez", 190, 190, 190))


def test_an_age_meets_the_year_of_birth() -> None:
    """Who is 29 in May was born 30 or 29 years before; a duration may have begun on a day that has passed."""
    year = Value("date", "", None, None, None, first=date(1995, 1, 1), last=date(1995, 12, 31))
    assert compatible(exact(29, "year-of-age"), year, date(2025, 5, 1))
    assert not compatible(exact(27, "year-of-age"), year, date(2025, 5, 1))
    years = Value("duration", "s", 30 * 365.25 * 86400, 30 * 365.25 * 86400, 30 * 365.25 * 86400)
    assert compatible(years, year, date(2025, 5, 1))


def test_months_and_days_are_one_length() -> None:
    """Ninety days are three months; eighty are not."""
    months, days, fewer = (Value("duration", "s", n * 86400, n * 86400, n * 86400) for n in (91.3, 90, 80))
    assert compatible(months, days)
    assert not compatible(months, fewer)


@pytest.mark.parametrize(
    ("age", "born"),
    [
        (amount(36, 40, 40, "year-of-age"), 1986),
        (amount(110, 121, 110, "year-of-age"), 1911),
        (amount(30, None, unit="year-of-age"), 1988),
    ],
    ids=["knapp 40", "gut 110", "mehr als 30"],
)
def test_the_bounds_of_an_age_meet_the_year_of_birth(age: Value, born: int) -> None:
    """What is not quite 40 years old may be 38: bounds count, not the number alone."""
    year = Value("date", "", None, None, None, first=date(born, 1, 1), last=date(born, 12, 31))
    assert compatible(age, year, date(2024, 9, 7))
    assert not compatible(age, year, date(2060, 1, 1))
