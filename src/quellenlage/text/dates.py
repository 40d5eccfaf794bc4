"""Calendar dates as they come with articles: whole, partial or missing."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class DateRange:
    """The first and the last day that a date may mean, both included."""

    earliest: date
    latest: date


def parse_partial_date(value: str) -> DateRange | None:
    """Return the days that an ISO date, whole (`2023-09-13`, also with a time) or partial (`2023-09`), may mean.

    None if the value is no ISO date or the date does not exist (`2023-02-30`).
    """
    match = _PARTIAL.fullmatch(value.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return DateRange(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return DateRange(date(year, month, day), date(year, month, day))
    except ValueError:
        return None
