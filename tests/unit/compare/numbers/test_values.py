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
        (exact(0.75, "share"), exact(75, "percent")),
        (Value("amount", "", 7, 7, 7, sums=(10,)), exact(10)),
    ],
    ids=["about", "at least", "at most", "cut", "rounded", "dozens", "share", "sum"],
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
    ],
    ids=["small counts", "bound left behind", "limits", "more and at most", "decimals", "durations", "clocks"],
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


def test_clocks_of_two_zones_are_not_compared() -> None:
    """Nine o'clock here may be three o'clock there."""
    here, there = Value("clock", "ortszeit", 540, 540, 540), Value("clock", "mez", 180, 180, 180)
    assert not comparable(here, there)
    assert comparable(here, Value("clock", "", 540, 540, 540))
