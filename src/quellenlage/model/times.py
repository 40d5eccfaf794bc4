"""When and how many: what one article says of times and quantities, and what happened when across articles."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from quellenlage.model.trace import Trace
from quellenlage.text import Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Which time does an expression name? `type` and `value` as in TIMEX3 (TimeML 1.2.1).

    `earliest` and `latest` are the first and the last day that it may mean, both included; both are None where that
    cannot be known (no whole publication date, or an expression that names no place in time, such as a set).
    """

    id: str
    span: Span
    type: TimeType
    value: str
    earliest: date | None
    latest: date | None
    trace: Trace


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what? The span covers the modifier, the number and, where there is one, the unit or counted noun.

    `value` is the number named, None where none is named (hundreds). `low` and `high` are the bounds of what is said,
    both included; None where the bound is open. `unit` is a stable slug ("km", "EUR", "percent", "year-of-age"),
    None for things counted; `of` is the counted noun with its attributes, as it stands in the text.
    """

    id: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    trace: Trace


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where does an article say it? `span` is the sentence or clause."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened when, and who reports it? `text` is the first occurrence's.

    `earliest` and `latest` bound the event, not the report; `value` is their TIMEX3 value.
    """

    id: str
    value: str
    earliest: date
    latest: date
    text: str
    occurrences: tuple[Occurrence, ...]
    trace: Trace
