"""Can two numbers both be right? Bounds, rounding, vague plurals, lists and their sums, durations and end dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quellenlage.compare.numbers.spans import ages_meet, clocks_meet, dates_meet, ends_at, lengths_meet

Kind = Literal["amount", "clock", "duration", "date"]

# "Mindestens 40" and "47" tell of one state; at more than this part above its bound, a number is another state.
BOUND_REACH = 0.25
# "Dutzende" may be any number up to the next word of its kind.
VAGUE_REACH = 10.0
# Numbers below this are counted, not rounded, where nothing says so.
LEAST_ROUNDED = 100.0
# A number is taken for a rounded one if it differs by no more than this part.
ROUNDING = 0.03
# Hours and minutes are seldom named more exactly than this where something says "about" (minutes).
CLOCK_REACH = 10.0
# Units of things counted: people may be votes, blows may be times.
COUNTED = frozenset(("", "vote", "times", "point"))
# Degrees are no shares of one another; one night's frost is told with so many more or fewer.
DEGREE, DEGREES_REACH = "degree", 3.0
_AGE = "year-of-age"
# In seconds; what lasts less is nobody's age in years.
_YEAR = 365 * 86400.0


@dataclass(frozen=True, slots=True)
class Value:
    """What a marked number says.

    `unit` is the quantity's base unit, "" for things counted, the zone of a clock; durations are in seconds, clocks in
    minutes of the day, shares in percent, dates hold their first and last day. `value` is None where no number is named
    ("Dutzende"). `sums` are what parts of a list add up to. `exact` is False where a word says that the number is not.
    `readings` are other ways to say it: 61 of 140 are 43.6 percent too. A temperature `below` zero is told without its
    sign; that of other numbers is no more than a word for what became less.
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
    readings: tuple["Value", ...] = ()
    below: bool = False


def comparable(left: Value, right: Value) -> bool:
    """Say whether two values are of one kind and unit, so that they can be one quantity at all."""
    return any(_alike(one, other) for one, other in _pairs(left, right))


def compatible(left: Value, right: Value, published: date | None = None) -> bool:
    """Say whether both values can be right at once; `published` is needed for an age or a duration beside a date."""
    return any(_meet(one, other, published) for one, other in _pairs(left, right) if _alike(one, other))


def pair_up(left: Value, right: Value) -> tuple[Value, Value]:
    """Return the readings of two values that can be compared, the first where none can."""
    return next((pair for pair in _pairs(left, right) if _alike(*pair)), (left, right))


def apart(left: Value, right: Value) -> float:
    """Return how many times larger one value is than the other (1 where that cannot be told)."""
    one, other = map(size, pair_up(left, right))
    return max(one, other) / min(one, other) if min(one, other) > 0 else 1.0


def kind_of(value: Value) -> str:
    """Return of which kind a value is: count, percent, ordinal, age, money, measure, or its kind of time."""
    if value.kind != "amount":
        return value.kind
    if value.unit in COUNTED:
        return "count"
    if value.unit in ("percent", "ordinal"):
        return value.unit
    if value.unit.endswith("-of-age"):
        return "age"
    return "money" if value.unit.isupper() and len(value.unit) == 3 else "measure"


def size(value: Value) -> float:
    """Return the number that a value names, else one of its bounds, 0 where it has none."""
    named = (number for number in (value.value, value.low, value.high) if number is not None)
    return next(named, 0.0)


def _pairs(left: Value, right: Value) -> Iterator[tuple[Value, Value]]:
    """Yield a value's readings beside the other value; two readings only if both are shares."""
    yield left, right
    yield from ((left, other) for other in right.readings)
    for one in left.readings:
        yield one, right
        yield from ((one, other) for other in right.readings if one.unit == other.unit == "percent")


def _alike(left: Value, right: Value) -> bool:
    kinds = {left.kind, right.kind}
    if kinds == {"duration", "date"}:
        return True
    if left.kind == right.kind == "clock":
        return True
    if left.kind == right.kind:
        return left.unit == right.unit or {left.unit, right.unit} <= COUNTED
    aged, other = (left, right) if left.unit == _AGE else (right, left)
    if other.kind == "duration" and (other.value or 0.0) < _YEAR:
        return False
    return aged.unit == _AGE and kinds <= {"amount", "duration", "date"}


def _meet(left: Value, right: Value, published: date | None) -> bool:
    if left.kind != right.kind:
        return _kinds_meet(left, right, published)
    if left.kind == "date":
        return dates_meet((left.first, left.last), (right.first, right.last))
    if left.kind == "clock":
        return _clocks_meet(left, right)
    if left.kind == "duration" and lengths_meet(left.value, right.value):
        return True
    return _amounts_meet(left, right) or any(
        _amounts_meet(Value(one.kind, one.unit, total, total, total), other)
        for one, other in ((left, right), (right, left))
        for total in one.sums
    )


def _kinds_meet(left: Value, right: Value, published: date | None) -> bool:
    """Say whether a length of time or an age can be right beside a date or the other of the two."""
    if "date" not in (left.kind, right.kind):
        years = (size(v) if v.unit == _AGE else size(v) / (365.25 * 86400) for v in (left, right))
        return _amounts_meet(*(Value("amount", "", round(y, 2), round(y, 2), round(y, 2)) for y in years))
    span, end = (left, right) if right.kind == "date" else (right, left)
    meet = ages_meet if span.kind == "amount" else ends_at
    return meet(_reach(span), (end.first, end.last), published)


def _reach(value: Value) -> tuple[float, float]:
    """Return the bounds of a value; an open one is as far as it is meant."""
    low = size(value) * (1 - BOUND_REACH) if value.low is None else value.low
    return low, size(value) * (1 + BOUND_REACH) if value.high is None else value.high


def _clocks_meet(left: Value, right: Value) -> bool:
    if None in (left.value, right.value):
        return False
    return clocks_meet(_minutes(left), _minutes(right), zones=len({left.unit, right.unit} - {""}))


def _minutes(clock: Value) -> tuple[float, float]:
    """Return the bounds of a clock; where one is open, an hour is as far as it is meant."""
    low, high = (size(clock) - 60 if clock.low is None else clock.low), clock.high
    return low, size(clock) + 60 if high is None else high


def _amounts_meet(left: Value, right: Value) -> bool:
    if left.below != right.below:
        return False
    if left.value is not None and left.value == right.value:
        return _bounds_meet(left, right)
    if _is_exact(left) and _is_exact(right):
        return _rounds_to(left, right) or _rounds_to(right, left)
    if _same_side(left, right):
        return _one_bound(left, right)
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


def _one_bound(left: Value, right: Value) -> bool:
    """Say whether two bounds on one side are near enough to be one: of ages never, of temperatures by degrees."""
    if DEGREE in (left.unit, right.unit):
        return abs(size(left) - size(right)) <= DEGREES_REACH
    return apart(left, right) <= 1 + BOUND_REACH and left.unit != _AGE


def _within(bounded: Value, other: Value) -> bool:
    """Say whether one value lies where the other's bounds (or "about") let it."""
    low, high = bounded.low, bounded.high
    if high is None and low is not None:
        high = low * (VAGUE_REACH if bounded.value is None else 1 + BOUND_REACH)
    if low is None and high is not None:
        # "Bis zu 900" leaves room for hundreds, but is no wording for a number far below.
        low = 0.0 if other.value is None and other.high is None else high * (1 - BOUND_REACH)
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
