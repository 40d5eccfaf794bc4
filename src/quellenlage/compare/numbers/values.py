"""Can two numbers both be right? Bounds, rounding, vague plurals, lists and their sums, durations and end dates."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["amount", "clock", "duration", "date"]

# "Mindestens 40" and "47" tell of one state; at more than this part above its bound, a number is another state.
BOUND_REACH = 0.25
# "Dutzende" may be any number up to the next word of its kind.
VAGUE_REACH = 10.0
# Numbers below this are counted, not rounded, where nothing says so.
LEAST_ROUNDED = 100.0
# A number is taken for a rounded one if it differs by no more than this part.
ROUNDING = 0.03
# "Gut eine Stunde" is an hour and a few minutes more.
SLIGHTLY = 0.15
# Hours and minutes are seldom named more exactly than this where something says "about" (minutes).
CLOCK_REACH = 10.0
# A transition ends at its date if it began at most so long before the report, or so soon after it (days).
_BEGUN_BEFORE, _BEGUN_AFTER = 400, 60


@dataclass(frozen=True, slots=True)
class Value:
    """What a marked number says.

    `unit` is the quantity's unit, "" for things counted, the zone of a clock; durations are in seconds, clocks in
    minutes of the day, dates hold their first and last day. `value` is None where no number is named ("Dutzende").
    `sums` are what parts of a list add up to. `exact` is False where a word says that the number is not.
    """

    kind: Kind
    unit: str
    value: float | None
    low: float | None
    high: float | None
    exact: bool = True
    sums: tuple[float, ...] = ()
    first: date | None = None
    last: date | None = None


def comparable(left: Value, right: Value) -> bool:
    """Say whether two values are of one kind and unit, so that they can be one quantity at all."""
    if {left.kind, right.kind} == {"duration", "date"}:
        return True
    if left.kind == right.kind == "clock":
        return left.unit == right.unit or not left.unit or not right.unit
    return left.kind == right.kind and (left.unit == right.unit or {left.unit, right.unit} <= {"percent", "share"})


def compatible(left: Value, right: Value, published: date | None = None) -> bool:
    """Say whether both values can be right at once; `published` is needed for a duration beside an end date."""
    if {left.kind, right.kind} == {"duration", "date"}:
        return _ends_at(*((left, right) if left.kind == "duration" else (right, left)), published)
    if left.kind == "date":
        return _dates_meet(left, right)
    if left.kind == "clock":
        return _clocks_meet(left, right)
    if left.unit != right.unit:
        left, right = _as_percent(left), _as_percent(right)
    return _amounts_meet(left, right) or any(
        _amounts_meet(Value(one.kind, one.unit, total, total, total), other)
        for one, other in ((left, right), (right, left))
        for total in one.sums
    )


def apart(left: Value, right: Value) -> float:
    """Return how many times larger one value is than the other (1 where that cannot be told)."""
    one, other = size(left), size(right)
    return max(one, other) / min(one, other) if min(one, other) > 0 else 1.0


def size(value: Value) -> float:
    """Return the number that a value names, else one of its bounds, 0 where it has none."""
    named = (number for number in (value.value, value.low, value.high) if number is not None)
    return next(named, 0.0)


def _amounts_meet(left: Value, right: Value) -> bool:
    if left.value is not None and left.value == right.value:
        return _bounds_meet(left, right)
    if _is_exact(left) and _is_exact(right):
        return _rounds_to(left, right) or _rounds_to(right, left)
    if _same_side(left, right):
        return apart(left, right) <= 1 + BOUND_REACH and left.unit != "year-of-age"
    return _within(left, right) or _within(right, left)


def _is_exact(value: Value) -> bool:
    return value.value is not None and value.low == value.high == value.value


def _bounds_meet(left: Value, right: Value) -> bool:
    """Say whether bounds at one number leave room for both: "mehr als 40" and "bis zu 40" do not."""
    if left.low is None and right.high is None:
        return right.low is not None and right.low == right.high
    if right.low is None and left.high is None:
        return left.low is not None and left.low == left.high
    return True


def _same_side(left: Value, right: Value) -> bool:
    """Say whether both name a bound on the same side."""
    named = left.value is not None and right.value is not None
    upper, lower = left.low is None and right.low is None, left.high is None and right.high is None
    return named and (upper or lower)


def _within(bounded: Value, other: Value) -> bool:
    """Say whether one value lies where the other's bounds (or "about") let it."""
    low, high = bounded.low, bounded.high
    if high is None and low is not None:
        high = low * (VAGUE_REACH if bounded.value is None else 1 + BOUND_REACH)
    if low is None and high is not None:
        # "Bis zu 900" leaves room for hundreds, but is no wording for a number far below.
        low = 0.0 if other.value is None else high * (1 - BOUND_REACH)
    if low is None or high is None:
        return False
    other_low = other.low if other.low is not None else other.high
    other_high = other.high if other.high is not None else other.low
    if other_low is None or other_high is None:
        return False
    return other_low <= high and low <= other_high and not (_is_exact(bounded) and _is_exact(other))


def _rounds_to(rough: Value, fine: Value) -> bool:
    """Say whether one number is the other, rounded or cut at some digit ("7500" for 7556, "89" for 89,3)."""
    if rough.value is None or fine.value is None or not fine.value:
        return False
    step = _step(rough.value)
    if _step(fine.value) >= step or abs(rough.value - fine.value) > ROUNDING * fine.value:
        return False
    counted = rough.kind == "amount" and not rough.unit and rough.value == int(rough.value)
    if counted and rough.value < LEAST_ROUNDED and fine.value == int(fine.value):
        return False
    return -step / 2 <= fine.value - rough.value < step


def _step(number: float) -> float:
    """Return the worth of the last digit that is not zero (100 for 7500, 0.1 for 58.7)."""
    text = f"{number:.6f}".rstrip("0")
    whole, _, fraction = text.partition(".")
    return float(10.0 ** -len(fraction)) if fraction else float(10 ** (len(whole) - len(whole.rstrip("0"))))


def _as_percent(value: Value) -> Value:
    if value.unit != "share":
        return value
    named, low, high = (None if number is None else number * 100 for number in (value.value, value.low, value.high))
    return Value(value.kind, "percent", named, low, high, exact=value.exact)


def _clocks_meet(left: Value, right: Value) -> bool:
    if left.value is None or right.value is None:
        return False
    return abs(left.value - right.value) <= (0 if left.exact and right.exact else CLOCK_REACH)


def _dates_meet(left: Value, right: Value) -> bool:
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return False
    return left.first <= right.last and right.first <= left.last


def _ends_at(duration: Value, end: Value, published: date | None) -> bool:
    if published is None or duration.value is None or end.first is None or end.last is None:
        return False
    days = duration.value / 86400
    begun = [(day - published).days - days for day in (end.first, end.last)]
    return begun[1] >= -_BEGUN_BEFORE and begun[0] <= _BEGUN_AFTER
