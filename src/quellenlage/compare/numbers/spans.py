"""Can lengths of time, ages, dates and clocks both be right?"""

from datetime import date

Days = tuple[date | None, date | None]

# A transition ends at its date if it began at most so long before the report, or so soon after it (days).
_BEGUN_BEFORE, _BEGUN_AFTER = 400, 60
# Months and years are not all of one length: 90 days are three months.
_CALENDAR = 0.02
_YEAR, _MONTH = 365.25, 30.4375
# Clocks of two zones agree if they differ by whole half hours (minutes).
_ZONE_STEP = 30


def dates_meet(left: Days, right: Days) -> bool:
    """Say whether two stretches of days have one in common."""
    if left[0] is None or right[0] is None or left[1] is None or right[1] is None:
        return False
    return left[0] <= right[1] and right[0] <= left[1]


def lengths_meet(left: float | None, right: float | None) -> bool:
    """Say whether two lengths (seconds) are one in the units of the calendar."""
    if left is None or right is None or min(left, right) < 20 * 86400:
        return False
    return abs(left - right) <= _CALENDAR * max(left, right)


def clocks_meet(left: tuple[float, float], right: tuple[float, float], *, zones: int) -> bool:
    """Say whether two stretches of a day (minutes) meet; of two zones, whether they may be one moment."""
    if zones < 2:
        return left[0] <= right[1] and right[0] <= left[1]
    return left[0] != right[0] and (left[0] - right[0]) % _ZONE_STEP == 0


def ages_meet(years: float | None, born: Days, published: date | None) -> bool:
    """Say whether somebody or something of these years was born, or made, on one of these days."""
    if years is None or published is None or born[0] is None or born[1] is None:
        return False
    past = [(published - day).days / _YEAR for day in born if day is not None]
    return past[1] - 1 < years <= past[0] + 0.01


def ends_at(seconds: float | None, end: Days, published: date | None) -> bool:
    """Say whether a duration may end on one of these days, or have begun on one that has passed."""
    if published is None or seconds is None or end[0] is None or end[1] is None:
        return False
    days = seconds / 86400
    begun = [(day - published).days - days for day in end if day is not None]
    if end[1] > published:
        return begun[1] >= -_BEGUN_BEFORE and begun[0] <= _BEGUN_AFTER
    reach = 1.0 if days < 2 * _MONTH else _MONTH if days < 2 * _YEAR else _YEAR
    past = [(published - day).days for day in end if day is not None]
    return past[1] - reach <= days <= past[0] + reach
