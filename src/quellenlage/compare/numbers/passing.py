"""Did time pass between two numbers, so that one is a later state of the other?"""

from collections.abc import Mapping
from math import log, log1p

from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.values import apart, kind_of, pair_up, size

# Hours between two reports from which on the later may tell of a later state, where the hour of both is known.
LEAST_HOURS = 0.9
# Counts of victims of one day that differ by this factor were counted anew.
ANEW = 1.5
# States of people that do not end.
_TOTALS = frozenset(("dead", "infected", "vaccinated"))
# What does not change while reports come in.
_STATIC = frozenset(("age", "clock", "date", "ordinal", "duration"))


def pass_time(left: Figure, right: Figure) -> Mapping[str, float]:
    """Return the evidence for time having passed; the order of the two does not matter."""
    earlier, later = sorted((left, right), key=lambda f: f.moment if f.moment is not None else 0.0)
    hours = (later.moment or 0.0) - (earlier.moment or 0.0) if earlier.moment is not None else 0.0
    clocked = left.clocked and right.clocked
    ordered = hours > LEAST_HOURS if clocked else hours >= 24
    one, two = pair_up(earlier.value, later.value)
    grew = size(two) > size(one)
    kind = kind_of(one)
    ratio = apart(one, two)
    state = left.state == right.state != ""
    first, second = (earlier, later) if ordered or grew else (later, earlier)
    told = bool(earlier.changes | later.changes)
    return {
        "ordered": float(ordered),
        "ordered_static": float(ordered and kind in _STATIC),
        "days": min(log1p(hours / 24), 3.0) if hours >= 24 else 0.0,
        "hours": min(log1p(hours), 3.0) if clocked and hours < 24 else 0.0,
        "clocked": float(clocked),
        "grew": float(ordered and grew),
        "fell": float(ordered and not grew),
        "fell_told": float(ordered and not grew and told),
        "fell_total": float(ordered and not grew and not told and (_adds_up(left) or _adds_up(right))),
        "fixed_day": float(_names_day(left) and _names_day(right) and left.days == right.days),
        "ratio": min(log(ratio), 4.0),
        "static": float(kind in _STATIC),
        "measure": float(kind in ("measure", "percent")),
        "money": float(kind == "money"),
        "progress": float("progress" in second.changes),
        "progress_wrong": float("progress" in first.changes),
        "before": float("before" in first.changes),
        "before_wrong": float("before" in second.changes),
        "course": float("before" in first.changes and "progress" in second.changes),
        "told": float(told),
        "told_same_time": float(told and not ordered),
        "limit": float("limit" in left.roles | right.roles),
        "estimate": float("estimate" in left.roles | right.roles),
        "lower_bound": float(one.high is None and one.low is not None and ordered and grew),
        "state": float(state),
        "counted_anew": float(not ordered and kind == "count" and state and ratio >= ANEW),
        "sourced": float(left.sourced and right.sourced),
    }


def _adds_up(figure: Figure) -> bool:
    """Say whether a number is a total, which does not fall by itself."""
    return "total" in figure.roles or figure.state in _TOTALS


def _names_day(figure: Figure) -> bool:
    return bool(figure.days and figure.days[0] == figure.days[1])
