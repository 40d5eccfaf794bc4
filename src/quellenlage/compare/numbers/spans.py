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


def ages_meet(years: tuple[float, float], born: Days, published: date | None) -> bool:
    """Say whether somebody or something of so many years (from, to) was born, or made, on one of these days."""
    if published is None or born[0] is None or born[1] is None:
        return False
    past = [(published - day).days / _YEAR for day in born if day is not None]
    return past[1] - 1 < years[1] and years[0] <= past[0] + 0.01


def ends_at(seconds: tuple[float, float], end: Days, published: date | None) -> bool:
    """Say whether a duration (from, to) may end on one of these days, or have begun on one that has passed."""
    if published is None or end[0] is None or end[1] is None:
        return False
    shortest, longest = (length / 86400 for length in seconds)
    ahead = [(day - published).days for day in end if day is not None]
    if end[1] > published:
        return ahead[1] - shortest >= -_BEGUN_BEFORE and ahead[0] - longest <= _BEGUN_AFTER
    reach = 1.0 if longest < 2 * _MONTH else _MONTH if longest < 2 * _YEAR else _YEAR
    return -ahead[1] - reach <= longest and shortest <= reach - ahead[0]
