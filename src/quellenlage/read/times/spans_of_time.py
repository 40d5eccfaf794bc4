"""Makers of durations, of what is repeated, and of before, now and later."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from quellenlage.model import TimeType
from quellenlage.read.phrases import Phrase
from quellenlage.read.times import periods
from quellenlage.read.times.made import Made
from quellenlage.read.times.scene import Scene

_UNIT_KINDS = (
    *("clock_unit", "day_unit", "week_unit", "month_unit", "year_unit", "long_unit", "century_unit", "quarter_unit"),
    *("weekend", "plural", "years", "years_dative", "unit_compound", "unit_short", "quarter_century"),
)
_NUMBER_KINDS = (
    "d24",
    "d31",
    "d59",
    "int",
    "grouped",
    "year",
    "decimal",
    "numword",
    "vulgar",
    "article",
    "article_genitive",
)
# Halves that have a value of their own in TIMEX3's examples: half an hour, half a year.
_HALVES = MappingProxyType({"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"})
_CALENDAR = MappingProxyType({"Q": ("M", 3), "H": ("M", 6), "V": ("Y", 25)})
# What "wenige", "einige" may mean, in units: from two to six.
_FEW = (2, 6)
# What a bare plural may mean ("vor Wochen"): from two up to where the next longer unit would be the word for it.
_BARE_PLURAL = MappingProxyType({"D": 14, "W": 8, "M": 12, "Y": 10, "DE": 10})


def make_duration(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a counted span of time, with the days it leads to where it is measured from the publication."""
    if phrase.get("part_hour"):
        return Made("DURATION", f"PT{phrase.get('part_hour')}M")
    units = phrase.all(*_UNIT_KINDS)
    numbers = [float(lexeme.value) for lexeme in phrase.all(*_NUMBER_KINDS)]
    if not units or not numbers:
        return None
    unit = units[0].value
    if phrase.get("half") and unit in _HALVES:
        return _placed("DURATION", _HALVES[unit], phrase, scene, (0.5, 0.5, unit))
    if phrase.get("dozen"):
        numbers = [12 * numbers[0]]
    value = _period(numbers[0], unit)
    if len(units) > 1 and len(numbers) > 1:
        value += _period(numbers[1], units[1].value).removeprefix("P")
        value = value.replace("TT", "T")
    low, high = numbers[0], numbers[-1] if len(units) == 1 else numbers[0]
    return _placed("DURATION", value, phrase, scene, (min(low, high), max(low, high), unit))


def make_whole(phrase: Phrase, _: Scene) -> Made | None:
    """Return a whole day, week, month or year ("den ganzen Tag")."""
    return Made("DURATION", _period(1, phrase.get(*_UNIT_KINDS)))


def make_vague(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a span of an unknown number of units ("wenige Wochen", "seit Jahren")."""
    unit = phrase.get(*_UNIT_KINDS)
    low, high = _FEW if phrase.all("few") else (2, _BARE_PLURAL.get(unit, 2))
    return _placed("DURATION", _period(None, unit), phrase, scene, (low, high, unit))


def make_recent(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the days, weeks, years around or before the publication ("in den vergangenen Wochen")."""
    unit = phrase.get(*_UNIT_KINDS)
    return _placed("DURATION", _period(None, unit), phrase, scene, (2, _BARE_PLURAL.get(unit, 2), unit))


def make_lasting(phrase: Phrase, _: Scene) -> Made | None:
    """Return the span that an adverb names ("jahrelang")."""
    return Made("DURATION", phrase.get("lasting"))


def make_lasting_number(phrase: Phrase, _: Scene) -> Made | None:
    """Return the span whose number stands in the word ("zweitägig")."""
    number, unit = phrase.get("lasting_number").split(" ")
    return Made("DURATION", _period(None if number == "X" else float(number), unit))


def make_frequency(phrase: Phrase, _: Scene) -> Made | None:
    """Return the set that an adverb or adjective names ("täglich")."""
    return Made("SET", phrase.get("frequency"))


def make_every(phrase: Phrase, _: Scene) -> Made | None:
    """Return a set by its unit ("jeden Tag", "alle vier Jahre", "pro Stunde")."""
    numbers = phrase.all("d24", "d31", "d59", "int", "numword", "ordinal")
    unit = phrase.all(*_UNIT_KINDS)[-1].value
    if phrase.all("few"):
        return Made("SET", _period(None, unit))
    return Made("SET", _period(float(numbers[-1].value) if numbers and not phrase.get("multiple") else 1, unit))


def make_every_weekday(phrase: Phrase, _: Scene) -> Made | None:
    """Return a set by the day of the week or the part of the day ("jeden Montag", "mittwochs")."""
    number, _space, part = phrase.get("weekday_part").partition(" ")
    number = number or phrase.get("weekday_name", "sunday", "weekday_adverb")
    if phrase.get("weekend"):
        return Made("SET", "XXXX-WXX-WE")
    if not number:
        return Made("SET", f"XXXX-XX-XX{phrase.get('daypart')}")
    return Made("SET", f"XXXX-WXX-{number}{part}")


def make_daypart_adverb(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a part of every day ("nachts"), unless it goes with a time by the clock ("3 Uhr morgens")."""
    if phrase.tokens.kind(phrase.first - 1) in ("oclock", "zone"):
        return None
    del scene
    return Made("SET", f"XXXX-XX-XX{phrase.get('daypart_adverb')}")


def make_now(_: Phrase, scene: Scene) -> Made | None:
    """Return the present: the day of the publication, where it is known."""
    return Made("DATE", "PRESENT_REF", scene.anchor, scene.anchor)


def make_once(phrase: Phrase, scene: Scene) -> Made | None:
    """Return some time before the publication, its latest day where that is known."""
    del phrase, scene
    return Made("DATE", "PAST_REF")


def make_later(_: Phrase, __: Scene) -> Made | None:
    """Return some time after the publication."""
    return Made("DATE", "FUTURE_REF")


def make_noun_reference(phrase: Phrase, _: Scene) -> Made | None:
    """Return past, present or future as nouns name them."""
    named = phrase.get("noun_reference")
    if named:
        return Made("DATE", named)
    return Made("DATE", "PAST_REF" if phrase.get("shift").startswith("-") else "FUTURE_REF")


def _period(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of so many units, X where the number is not known."""
    if unit in _CALENDAR:
        unit, factor = _CALENDAR[unit]
        number = number * factor if number is not None else None
    clock, letters = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    return f"P{clock}{'X' if number is None else f'{number:g}'}{letters}"


def _placed(kind: TimeType, value: str, phrase: Phrase, scene: Scene, count: tuple[float, float, str]) -> Made:
    """Return a span with the days it leads to: so long ago, so long from now, or all the days since or until then."""
    anchor = scene.anchor
    if anchor is None:
        return Made(kind, value)
    low, high, unit = count
    before = phrase.tokens.kind(phrase.first - 1)
    shift = phrase.get("shift")
    try:
        if shift or before == "since":
            return _stretch(kind, value, anchor, (high, unit, int(shift or -1)))
        if before in ("ago", "ahead"):
            sign = -1 if before == "ago" else 1
            near, far = sorted((low * sign, high * sign))
            return Made(kind, value, _leap(anchor, near, unit)[0], _leap(anchor, far, unit)[1])
    except (OverflowError, ValueError):
        return Made(kind, value)
    return Made(kind, value)


def _stretch(kind: TimeType, value: str, anchor: date, count: tuple[float, str, int]) -> Made:
    number, unit, sign = count
    edge = _exact(anchor, number * (1 if sign > 0 else -1), unit)
    return Made(kind, value, min(anchor, edge), max(anchor, edge))


def _leap(anchor: date, number: float, unit: str) -> tuple[date, date]:
    """Return the first and last day of the day, week, month or year in which so many units from the anchor lie."""
    there = _exact(anchor, number, unit)
    whole = periods.containing(there, unit if unit in ("W", "M", "Y") and number == int(number) else "D")
    return whole.first or there, whole.last or there


def _exact(anchor: date, number: float, unit: str) -> date:
    if number != int(number):
        # Halves: in the next smaller unit that has a whole number of them.
        smaller = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}.get(unit)
        return periods.add_units(anchor, round(number * smaller[1]), smaller[0]) if smaller else anchor
    if unit.startswith("T"):
        hours = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}.get(unit, 0.0)
        return anchor + timedelta(days=int(number * hours / 24))
    return periods.add_units(anchor, int(number), unit)


SPAN_MAKERS: Mapping[str, Callable[[Phrase, Scene], Made | None]] = MappingProxyType(
    {
        "duration": make_duration,
        "vague": make_vague,
        "whole": make_whole,
        "recent": make_recent,
        "lasting": make_lasting,
        "lasting_number": make_lasting_number,
        "frequency": make_frequency,
        "every": make_every,
        "every_weekday": make_every_weekday,
        "daypart_adverb": make_daypart_adverb,
        "now": make_now,
        "once": make_once,
        "later": make_later,
        "noun_reference": make_noun_reference,
    }
)
