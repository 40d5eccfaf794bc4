"""What number do marked characters of a text name?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from types import MappingProxyType

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.numbers.readings import exactly, share_of
from quellenlage.compare.numbers.scales import to_base
from quellenlage.compare.numbers.values import CLOCK_REACH, DEGREE, Value
from quellenlage.languages import LanguagePack
from quellenlage.model import Quantity, Reading, TimeExpression
from quellenlage.text import Span, parse_partial_date

_NUMBER = re.compile(r"\d+(?:[.\u00a0 ]\d{3})*(?:,\d+)?")
_SCORE = re.compile(r"(\d+):(\d+)")
_WORD = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?|[^\W\d_]+")
_CLOCK = re.compile(r"T(\d\d)(?::?(\d\d))?")
_PERIOD = re.compile(
    r"P(?:([\d.]+)CE)?(?:([\d.]+)DE)?(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_SECONDS = (36525 * 86400.0, 3652.5 * 86400, 365.25 * 86400, 30.4375 * 86400, 7 * 86400.0, 86400.0, 3600.0, 60.0, 1.0)
# The words of a clock's time zone: letters like MEZ, or a compound of time.
_ZONE = re.compile(r"\b([A-Z]{3,4}|\w+zeit)\b")
# Whole decades and centuries are rounded.
_DECADES, _ROUNDED = re.compile(r"[DC]E"), 0.05
# How far a bound reaches by itself, as in read/quantities; "gut eine Stunde" is an hour and a few minutes more.
_REACH, _SLIGHTLY = 0.1, 0.2
# Before and after a full hour (minutes).
_SHORTLY, _BESIDE = 20.0, 60.0
_TABLE = "number_links"
# Whoever says "halb drei" means one of two hours, twelve apart (minutes).
_HALF_DAY = 720.0


def find_value(reading: Reading, mark: Span, pack: LanguagePack) -> tuple[Value | None, str]:
    """Return the value of the marked characters, and the counted noun as text."""
    overlapping = [q for q in reading.quantities if q.span.start < mark.end and mark.start < q.span.end]
    text = reading.article.text
    if overlapping:
        value, noun = _amounts(overlapping, text, pack), next((q.of for q in overlapping if q.of), "")
        beside = text[mark.start : overlapping[0].span.start], text[overlapping[-1].span.end : mark.end]
        return _with_one(value, *beside, pack), noun
    times = [t for t in reading.times if t.span.start < mark.end and mark.start < t.span.end]
    if times:
        return _time(times[0], mark.of(text), pack), ""
    return _bare(mark.of(text))


def find_others(reading: Reading, sentence: Span, mark: Span, pack: LanguagePack) -> list[tuple[Span, Value]]:
    """Return the other values of a sentence and their places, in the order of the text."""
    beside = sorted(
        span
        for span in (*(q.span for q in reading.quantities), *(t.span for t in reading.times))
        if sentence.start <= span.start < sentence.end and not (span.start < mark.end and mark.start < span.end)
    )
    found = ((span, find_value(reading, span, pack)[0]) for span in beside)
    return [(span, value) for span, value in found if value]


def moment_of(published: str | None) -> tuple[float | None, bool]:
    """Return a publication in hours since the year 1, and whether its hour is known."""
    if not published:
        return None, False
    if "T" in published or " " in published:
        try:
            when = datetime.fromisoformat(published)
        except ValueError:
            when = None
        if when is not None:
            return when.toordinal() * 24 + when.hour + when.minute / 60, True
    days = parse_partial_date(published)
    return (days.latest.toordinal() * 24.0, False) if days and days.earliest == days.latest else (None, False)


def _amounts(quantities: Sequence[Quantity], text: str, pack: LanguagePack) -> Value:
    values = [_amount(quantity, text, pack) for quantity in quantities]
    value = values[0]
    readings = list(value.readings)
    summed = [value.value] if value.value is not None else []
    for before, after, other in zip(quantities, quantities[1:], values[1:], strict=False):
        between = text[before.span.end : after.span.start]
        links = {cue.kind for cue in find_cues(between, _TABLE, pack)}
        if other.unit != value.unit:
            readings.append(other)
        elif other.value is None or value.value is None:
            continue
        elif "of" in links and 0 < value.value < other.value and not value.unit:
            readings.append(share_of(value.value, other.value))
        elif "and" in links or between.strip() == ",":
            summed.append(other.value)
    sums = (sum(summed),) if len(summed) > 1 else ()
    return replace(value, sums=sums, readings=tuple(readings))


def _with_one(value: Value, before: str, after: str, pack: LanguagePack) -> Value:
    """Return an amount with its sum, where one more stands beside it in a list ("zwei Männer und eine Frau")."""
    if not (before or after) or value.value is None or value.unit:
        return value
    first, last = ([cue.kind for cue in find_cues(part, _TABLE, pack)] for part in (before, after))
    ones = (first[:1] == ["one"] and first[-1:] == ["and"]) + (last[:2] == ["and", "one"])
    if not ones:
        return value
    return replace(value, sums=(sum(value.sums or (value.value,)) + ones,))


def _amount(quantity: Quantity, text: str, pack: LanguagePack) -> Value:
    value = to_base(_unsigned(quantity), pack)
    score = _SCORE.search(quantity.span.of(text)) if quantity.unit == "score" else None
    if score:
        value = exactly("amount", "score", float(score[1]) + float(score[2]) / 1000)
    if value.unit == "times" and value.value is not None:
        # Three times as much is 300 percent of it.
        named, low, high = (None if n is None else n * 100 for n in (value.value, value.low, value.high))
        value = replace(value, readings=(Value("amount", "percent", named, low, high),))
    return value


def _unsigned(quantity: Quantity) -> Value:
    """Return a quantity without its sign; only of a temperature it is kept beside."""
    named, low, high = quantity.value, quantity.low, quantity.high
    below = any(number is not None and number < 0 for number in (named, low, high))
    if below:
        named, low, high = (None if number is None else abs(number) for number in (named, high, low))
    unit = quantity.unit or ""
    return Value("amount", unit, named, low, high, below=below and unit == DEGREE)


def _time(time: TimeExpression, text: str, pack: LanguagePack) -> Value | None:
    if time.type == "DURATION":
        return _duration(time, text, pack)
    clock = _CLOCK.search(time.value)
    if clock:
        return _clock(time, int(clock[1]) * 60.0 + int(clock[2] or 0), text, pack)
    if time.earliest is None:
        return None
    return Value("date", "", None, None, None, first=time.earliest, last=time.latest)


def _duration(time: TimeExpression, text: str, pack: LanguagePack) -> Value | None:
    match = _PERIOD.fullmatch(time.value)
    if not match or not any(match.groups()):
        return None
    seconds = sum(float(part) * size for part, size in zip(match.groups(), _SECONDS, strict=True) if part)
    numbers = _numbers(text, pack)
    kinds = {cue.kind for cue in find_cues(text, _TABLE, pack)}
    reach = _ROUNDED * seconds if _DECADES.search(time.value) else 0.0
    low, high = seconds - reach, seconds + reach
    if "to" in kinds and len(numbers) == 2 and 0 < numbers[0] < numbers[1]:
        # The reading names the first of two ("acht bis neun Wochen").
        return Value("duration", "s", None, seconds, seconds * numbers[1] / numbers[0], exact=False)
    if kinds & {"over", "under"}:
        over = "over" in kinds
        return Value("duration", "s", seconds, seconds if over else None, None if over else seconds, exact=False)
    if kinds & {"about", "nearly"}:
        low = seconds * (1 - _REACH)
    if kinds & {"about", "slightly"}:
        high = seconds * (1 + (_SLIGHTLY if "slightly" in kinds else _REACH))
    return Value("duration", "s", seconds, low, high, exact=not (reach or kinds & {"about", "nearly", "slightly"}))


def _clock(time: TimeExpression, minutes: float, text: str, pack: LanguagePack) -> Value:
    zone = _ZONE.search(text)
    kinds = {cue.kind for cue in find_cues(text, _TABLE, pack)}
    low = high = minutes
    told = "told" in kinds
    if told:
        kinds -= {"told", "before", "after"}
    if "shortly" in kinds:
        low, high = minutes - _SHORTLY, minutes + _SHORTLY
    elif kinds & {"before", "under"}:
        low = minutes - _BESIDE
    elif kinds & {"after", "over"}:
        high = minutes + _BESIDE
    elif kinds & {"about", "nearly"} or minutes % 60 == 0:
        low, high = minutes - CLOCK_REACH, minutes + CLOCK_REACH
    exact = low == high and not kinds
    unit = zone[1].lower() if zone else ""
    value = Value("clock", unit, minutes, low, high, exact, (), time.earliest, time.latest)
    if not told:
        return value
    later = replace(value, value=minutes + _HALF_DAY, low=low + _HALF_DAY, high=high + _HALF_DAY)
    return replace(value, readings=(later,))


def _bare(text: str) -> tuple[Value | None, str]:
    match = _NUMBER.search(text)
    if not match:
        return None, ""
    number = float(re.sub(r"[.\u00a0 ]", "", match.group()).replace(",", "."))
    return exactly("amount", "", number), text[match.end() :].strip()


def _numbers(text: str, pack: LanguagePack) -> list[float]:
    """Return the numbers that a short text names by digits or by simple words."""
    words = _number_words(pack)
    found = _WORD.findall(text.lower()) if text else ()
    return [
        words[w] if w in words else float(w.replace(".", "").replace(",", "."))
        for w in found
        if w in words or w[0].isdigit()
    ]


@cache
def _number_words(pack: LanguagePack) -> Mapping[str, float]:
    if "number_words" not in pack.tables:
        return MappingProxyType({})
    table = pack.table("number_words")
    parts = (entry for entry in table.entries if table.string(entry, "part") in ("one", "ten"))
    return MappingProxyType({table.string(entry, "word"): float(table.string(entry, "value")) for entry in parts})
