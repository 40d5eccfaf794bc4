"""What a maker returns: a TIMEX3 type and value with the days it may mean."""

from datetime import date
from typing import NamedTuple

from quellenlage.model import TimeType
from quellenlage.read.times.periods import Period


class Made(NamedTuple):
    """A TIMEX3 type and value, and the first and last day, both None where they are not known."""

    type: TimeType
    value: str
    first: date | None = None
    last: date | None = None


def dated(period: Period) -> Made:
    """Return a DATE with the value and bounds of a period."""
    return Made("DATE", period.value, period.first, period.last)
