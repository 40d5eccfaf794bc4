"""What a number says besides, by what stands around it: a part of a whole is a share."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.numbers.values import Value, kind_of
from quellenlage.languages import LanguagePack
from quellenlage.text import Span

# "Sechs von zehn" are about 60 percent (points of percent); of more, it was counted.
_FEW, _OF_FEW = 10.0, 4.5
# One who is named with his years, in brackets or between commas: "Anna Berg (47)", "Anna Berg, 47, …" (years).
_BEFORE_AGE, _AGE, _BEHIND_AGE = re.compile(r"[(]$|[^\W\d_], $"), re.compile(r"\d{1,2}"), re.compile(r"[),]")
# A sum this large is no count of coins ("für 1,5 Milliarden Dollar … gut 100 Millionen").
_LEAST_SUM = 1000.0


def with_readings(
    counted: tuple[Value, str], mark: Span, others: Sequence[tuple[Span, Value]], text: str, pack: LanguagePack
) -> Value:
    """Return a value, given with its counted noun, with what it is besides, by the other numbers of its sentence.

    A part of a counted whole is a share, a share of it a part; a clock beside another ends a length of time; a large
    number of nothing beside money is money; a number in brackets behind a name is an age.
    """
    value, noun = counted
    found = list(value.readings)
    if value.kind == "amount" and not value.unit and not noun and value.value is not None:
        found += _money_beside(value, others) if value.value >= _LEAST_SUM else _age(mark, text)
    for span, other in others:
        if value.kind == other.kind == "clock" and value.unit == other.unit:
            if value.value is not None and other.value is not None:
                found.append(exactly("duration", "s", abs(value.value - other.value) * 60))
        elif other.kind == "amount" and not other.unit and other.value and value.value is not None:
            found += _as_part(value, other.value) if _follows_of(text, span, pack) else ()
    return replace(value, readings=tuple(found)) if len(found) > len(value.readings) else value


def exactly(kind: str, unit: str, number: float) -> Value:
    """Return a value that is meant as it stands."""
    return Value(kind, unit, number, number, number)  # type: ignore[arg-type]  # one of the kinds, see its callers


def share_of(part: float, whole: float) -> Value:
    """Return a counted part of a counted whole as a share."""
    named = round(100 * part / whole, 4)
    reach = _OF_FEW if whole <= _FEW else 0.0
    return Value("amount", "percent", named, named - reach, named + reach, exact=not reach)


def _as_part(value: Value, whole: float) -> list[Value]:
    number = value.value or 0.0
    if value.kind == "amount" and not value.unit and 0 < number < whole:
        return [share_of(number, whole)]
    return [_part_of(value, whole)] if value.unit == "percent" and number < 100 else []


def _part_of(share: Value, whole: float) -> Value:
    low, high = (None if n is None else n * whole / 100 for n in (share.low, share.high))
    named = (share.value or 0.0) * whole / 100
    # A percentage without a fraction is a rounded one.
    low = low if low is None or low < named else named - whole / 200
    high = high if high is None or high > named else named + whole / 200
    return Value("amount", "", None, low, high, exact=False)


def _money_beside(value: Value, others: Sequence[tuple[Span, Value]]) -> list[Value]:
    units = {other.unit for _, other in others if kind_of(other) == "money"}
    return [replace(value, unit=unit, readings=()) for unit in sorted(units)]


def _age(mark: Span, text: str) -> list[Value]:
    named = _AGE.fullmatch(mark.of(text))
    if named and _BEFORE_AGE.search(text[max(0, mark.start - 3) : mark.start]) and _BEHIND_AGE.match(text, mark.end):
        return [exactly("amount", "year-of-age", float(named.group()))]
    return []


def _follows_of(text: str, span: Span, pack: LanguagePack) -> bool:
    before = text[max(0, span.start - 20) : span.start].rstrip()
    cues = find_cues(before, "number_links", pack)
    return bool(cues) and cues[-1].kind == "of" and cues[-1].end == len(before)
