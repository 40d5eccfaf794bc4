"""Periods of the calendar with their TIMEX3 values: days, weeks, months, seasons, years, decades, centuries."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

# Meteorological seasons of the northern hemisphere: first month; each has three months. Winter begins in December
# of the year before, as in "the winter of 2014", which ended that year.
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "V": 300, "CE": 1200, "ML": 12000}


class Period(NamedTuple):
    """A TIMEX3 value and the first and last day it may mean, None where that is not known."""

    value: str
    first: date | None = None
    last: date | None = None


def day(when: date) -> Period:
    """Return a day."""
    return Period(when.isoformat(), when, when)


def week(when: date) -> Period:
    """Return the ISO week that a day lies in."""
    monday = when - timedelta(days=when.weekday())
    year, number, _ = when.isocalendar()
    return Period(f"{year:04d}-W{number:02d}", monday, monday + timedelta(days=6))


def weekend(when: date) -> Period:
    """Return the weekend of the ISO week that a day lies in."""
    whole = week(when)
    monday = when - timedelta(days=when.weekday())
    return Period(f"{whole.value}-WE", monday + timedelta(days=5), monday + timedelta(days=6))


def month(year: int, number: int) -> Period:
    """Return a month."""
    return Period(f"{year:04d}-{number:02d}", date(year, number, 1), _month_end(year, number))


def quarter(year: int, number: int, letter: str) -> Period:
    """Return a quarter ("Q") or half ("H") of a year."""
    months = _MONTHS[letter]
    first = (number - 1) * months + 1
    return Period(f"{year:04d}-{letter}{number}", date(year, first, 1), _month_end(year, first + months - 1))


def season(year: int, letters: str) -> Period:
    """Return a season of a year; winter is the one that ends in it."""
    start_year = year - 1 if letters == "WI" and year > 1 else year
    start = date(start_year, _SEASON_MONTH[letters], 1)
    end = add_units(start, 2, "M")
    return Period(f"{year:04d}-{letters}", start, _month_end(end.year, end.month))


def years(prefix: str) -> Period:
    """Return a year ("2014"), decade ("201") or century ("20") by the digits that all its years begin with."""
    first, last = int(prefix.ljust(4, "0")), int(prefix.ljust(4, "9"))
    return Period(prefix, date(max(first, 1), 1, 1), date(last, 12, 31))


def third(period: Period, part: str) -> Period:
    """Return the period with its bounds narrowed to its first (START), middle (MID) or last third (END)."""
    if period.first is None or period.last is None or not part:
        return period
    days = (period.last - period.first).days + 1
    place = {"START": 0, "MID": 1, "END": 2}[part]
    first = period.first + timedelta(days=days * place // 3)
    return Period(period.value, first, period.first + timedelta(days=days * (place + 1) // 3 - 1))


def add_units(when: date, count: int, unit: str) -> date:
    """Return the day that lies so many units later (earlier, if negative); a month's end stays within its month.

    Raises:
        OverflowError: there is no such day in the calendar of `datetime`.
    """
    if unit in _DAYS:
        return when + timedelta(days=count * _DAYS[unit])
    if unit not in _MONTHS:
        return when
    months = when.year * 12 + when.month - 1 + count * _MONTHS[unit]
    year, month_index = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no year {year}")
    return date(year, month_index + 1, min(when.day, monthrange(year, month_index + 1)[1]))


def containing(when: date, unit: str) -> Period:
    """Return the day, week, weekend, month, quarter, half, year, decade or century that a day lies in."""
    simple = {"W": week, "WE": weekend}
    if unit in simple:
        return simple[unit](when)
    if unit == "M":
        return month(when.year, when.month)
    if unit in ("Q", "H"):
        return quarter(when.year, (when.month - 1) // _MONTHS[unit] + 1, unit)
    digits = {"Y": 4, "DE": 3, "CE": 2, "ML": 1}.get(unit)
    return years(f"{when.year:04d}"[:digits]) if digits else day(when)


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian; Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, rest = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, rest + 1)


def holiday(year: int, formula: str) -> date:
    """Return the day of a holiday in a year; the formulas are explained in the pack's table of holidays."""
    if formula.startswith("easter"):
        return easter(year) + timedelta(days=int(formula.removeprefix("easter")))
    if "=" not in formula:
        return date(year, *map(int, formula.split("-")))
    weekday, sign, (number, place) = int(formula[0]), formula[1], map(int, formula[3:].split("-"))
    bound = date(year, number, place)
    away = (weekday - bound.isoweekday()) % 7 if sign == ">" else -((bound.isoweekday() - weekday) % 7)
    return bound + timedelta(days=away)


def _month_end(year: int, number: int) -> date:
    return date(year, number, monthrange(year, number)[1])
