"""What speaks for two numbers being one quantity, in numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import log, log1p

from quellenlage.compare.meaning.terms import Term, TermSpace
from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.naming import compare_named
from quellenlage.compare.numbers.values import COUNTED, Value, apart, comparable, compatible, kind_of, pair_up
from quellenlage.compare.numbers.wording import compare_wording

# Roles of which both numbers or none should have one: a limit is no count, a part no total.
ROLES = (
    "daily",
    "increment",
    "total",
    "limit",
    "wanted",
    "planned",
    "former",
    "each",
    "part",
    "progress",
    "before",
    "estimate",
    "extreme",
    "forecast",
    "capacity",
    "other",
)
# Roles that a verb at the end of the sentence gives.
TOLD = ("wanted", "planned", "former", "forecast", "limit")
# Nouns less alike than this are of different things.
_CLASH = 0.35
# Equal numbers up to this are often equal by chance.
_SMALL = 12.0
# Years, months, weeks, days, hours, minutes and seconds, in seconds.
_LENGTHS = (365.25 * 86400, 30.4375 * 86400, 7 * 86400.0, 86400.0, 3600.0, 60.0, 1.0)
# A number that differs by less than this is told of one thing, rather than of two.
_NEAR = 1.25
# From this many days on, what a sentence names is a period that a value is of, such as a quarter.
_PERIOD_DAYS = 20
# A year has so many at least.
_YEAR_DAYS = 360


def weigh(left: Figure, right: Figure, space: TermSpace) -> Mapping[str, float]:
    """Return the evidence for one quantity; the order of the two does not matter."""
    agree = compatible(left.value, right.value, left.published or right.published)
    return {
        **_values(left, right, agree=agree),
        **_counted(left, right, space),
        **_surroundings(left, right, space),
        **_roles(left, right),
    }


def _values(left: Figure, right: Figure, *, agree: bool) -> dict[str, float]:
    one, two = pair_up(left.value, right.value)
    ratio = apart(one, two)
    equal = agree and one.value is not None and one.value == two.value
    digits = _digits(one.value) if equal else 0
    kind = kind_of(one)
    both = _has_both(left, right)
    return {
        "agree": float(agree),
        "agree_equal": float(equal),
        "agree_digits": float(min(digits, 4)),
        "agree_small": float(equal and _is_small(one)),
        "agree_vague": float(agree and (one.value is None or two.value is None)),
        "agree_age": float(agree and kind == "age"),
        "apart": 0.0 if agree else min(log(ratio), 4.0),
        "apart_near": float(not agree and ratio < _NEAR),
        "other_units": float(kind_of(left.value) != kind_of(right.value)),
        "both_values": float(both and not agree),
        "part_of_sum": float(not agree and (_is_part(left, right) or _is_part(right, left))),
        **{
            f"kind_{name}": float(kind == name)
            for name in ("percent", "money", "measure", "duration", "age", "clock", "date", "ordinal")
        },
    }


def _is_small(value: Value) -> bool:
    """Say whether a count, or a length of time in its largest whole unit, is one that many things have."""
    number = value.value or 0.0
    if value.kind == "duration":
        number = next((number / seconds for seconds in _LENGTHS if number and number % seconds == 0), number)
    return (value.kind == "duration" or value.unit in COUNTED) and number <= _SMALL


def _digits(number: float | None) -> int:
    """Return how many digits of a number are told (2629: 4, 100: 1)."""
    return len(f"{number:.8g}".replace(".", "").strip("0")) if number else 0


def _counted(left: Figure, right: Figure, space: TermSpace) -> dict[str, float]:
    alike = _heads_alike(left.noun, right.noun, space) if left.noun and right.noun else 0.0
    general = bool(left.kind or right.kind)
    found = 0.0
    if bool(left.noun) != bool(right.noun):
        named, bare = (left, right) if left.noun else (right, left)
        found = _best(named.noun[-1], (*bare.near, *bare.far), space)
    counted = left.value.kind == "amount" and left.value.unit in COUNTED
    return {
        "nouns_alike": alike,
        "nouns_clash": float(bool(left.noun and right.noun) and not general and alike < _CLASH),
        "nouns_general": float(general and bool(left.noun and right.noun) and alike < 1),
        "nouns_one": float(counted and bool(left.noun) != bool(right.noun)),
        "nouns_found": found,
        "state_same": float(left.state == right.state != ""),
        "state_other": float(left.exclusive and right.exclusive and left.state != right.state),
        "state_loose": float(bool(left.state and right.state) and left.state != right.state),
        "state_one": float(bool(left.state) != bool(right.state)),
    }


def _heads_alike(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return how alike the counted nouns are: the last word of each is the head."""
    return float(space.likeness[space.numbers[left[-1].stem], space.numbers[right[-1].stem]])


def _best(term: Term, others: Sequence[Term], space: TermSpace) -> float:
    if not others:
        return 0.0
    return float(space.likeness[space.numbers[term.stem], space.of(others)].max())


def _surroundings(left: Figure, right: Figure, space: TermSpace) -> dict[str, float]:
    shared, clash = _others(left, right)
    rivals = sum(comparable(f.value, v) for f in (left, right) for v in f.others)
    wording, days = compare_wording(left, right, space), _days(left, right)
    names = {**_names(left, right), **compare_named(left.named, right.named)}
    unnamed = not names["names_shared"] and not names["named_shared"]
    return {
        **wording,
        "others_shared": shared,
        "others_clash": clash,
        "rivals": log1p(rivals),
        **names,
        # What two institutes expect are two quantities.
        "forecast_swapped": float("forecast" in left.told & right.told and names["named_swapped"] > 0),
        # Many are as old as somebody else: whose age it is, a name tells, or a place.
        "age_unnamed": float(unnamed and kind_of(left.value) == "age"),
        **days,
        # In like sentences, another day is another value's; in others it may be the day of what was said.
        "days_swapped": days["days_other"] * wording["both"],
    }


def _names(left: Figure, right: Figure) -> dict[str, float]:
    close = [{t.stem for t in (*f.noun, *f.near) if t.name} for f in (left, right)]
    every = [names | {t.stem for t in f.far if t.name} for names, f in zip(close, (left, right), strict=True)]
    return {
        "names_shared": float(bool(every[0] & every[1])),
        "names_apart": float(bool(every[0] and every[1]) and not every[0] & every[1]),
        "names_close_apart": float(bool(close[0] and close[1]) and not close[0] & every[1] and not close[1] & every[0]),
    }


def _days(left: Figure, right: Figure) -> dict[str, float]:
    named = left.days and right.days
    other = bool(named and (left.days[0] > right.days[1] or right.days[0] > left.days[1]))  # type: ignore[index]
    years = bool(other and left.days[0].year != right.days[0].year)  # type: ignore[index]
    # "Vor einer Woche" beside today's value.
    days_differ = _day(left) != _day(right) or ("former" in left.roles) != ("former" in right.roles)
    return {
        "days_other": float(other),
        "days_years": float(years),
        "days_same": float(bool(named) and not other),
        "days_background": float(_background(left) != _background(right)),
        "daily_apart": float("daily" in left.roles | right.roles and days_differ),
        "daily_both_apart": float("daily" in left.roles & right.roles and days_differ),
        "periods_apart": float(_in_other_periods(left.days, right.days)),
        "gap": log1p(abs((left.published - right.published).days)) if left.published and right.published else 0.0,
    }


def _in_other_periods(left: tuple[date, date] | None, right: tuple[date, date] | None) -> bool:
    """Say whether two numbers are told of two stretches of time; a year may hold the month of another report."""
    if not left or not right or left == right:
        return False
    lengths = [(days[1] - days[0]).days for days in (left, right)]
    if min(lengths) < _PERIOD_DAYS:
        return False
    return left[1] < right[0] or right[1] < left[0] or max(lengths) < _YEAR_DAYS


def _background(figure: Figure) -> bool:
    """Say whether a number belongs to a time long before the report."""
    return bool(figure.days and figure.published and (figure.published - figure.days[1]).days > 60)


def _day(figure: Figure) -> tuple[object, ...]:
    """Return the day that a day's value is of: the one that its clause names, else one seen from the report's."""
    days = figure.own_days
    if days and (days[0] == days[1] or (days[1] - days[0]).days >= _PERIOD_DAYS):
        return days
    # "Vor einer Woche" is another day in tomorrow's report.
    return (days, figure.published) if days else (figure.published, figure.published)


def _roles(left: Figure, right: Figure) -> dict[str, float]:
    one, both = left.roles ^ right.roles, left.roles & right.roles
    close = left.close ^ right.close
    told = left.told ^ right.told
    return {
        **{f"one_{role}": float(role in one) for role in ROLES},
        **{f"close_{role}": float(role in close) for role in ROLES},
        **{f"told_{role}": float(role in told) for role in TOLD},
        "roles_shared": float(len(both & {"limit", "wanted", "planned", "each", "total", "daily"})),
        "daily_total": float("daily" in one and "total" in one),
    }


def _others(left: Figure, right: Figure) -> tuple[float, float]:
    """Return the share of the other numbers that the sentences have in common, and whether they have none."""
    few, many = sorted((left.others, right.others), key=len)
    if not few:
        return 0.0, 0.0
    met = sum(any(comparable(v, w) and compatible(v, w) for w in many) for v in few)
    return met / len(few), float(not met)


def _has_both(left: Figure, right: Figure) -> bool:
    """Say whether one side's sentence has the other's value beside its own."""
    return any(
        v.value is not None and comparable(one.value, v) and compatible(one.value, v) and not compatible(two.value, v)
        for one, two in ((left, right), (right, left))
        for v in two.others
        if one.value.value is not None
    )


def _is_part(part: Figure, whole: Figure) -> bool:
    """Say whether a number adds up to the other with those beside it ("50 und sieben" beside 57)."""
    if part.value.value is None or part.value.unit != whole.value.unit or whole.value.value is None:
        return False
    unit = part.value.unit
    beside = [v.value for v in part.others if v.kind == "amount" and v.unit == unit and v.value is not None]
    sums = {part.value.value + other for other in beside} | {part.value.value + sum(beside)}
    return bool(beside) and whole.value.value in sums
