"""Makers of quantities: what a rule's phrase is worth, in what unit, and of what."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from quellenlage.read.phrases import Lexeme, Phrase
from quellenlage.read.quantities.bounds import Bounds, bounds_of, joined

_NUMBERS = frozenset(("d24", "d31", "d59", "int", "grouped", "year", "decimal", "numword", "article"))
_MODIFIERS = frozenset(("approximate", "upward", "downward", "than", "than_less", "long"))
# What "nicht" makes of the word behind it: "nicht mehr als", "nicht unter", "nicht ganz", "nicht einmal".
_NEGATED = MappingProxyType(
    {
        **dict.fromkeys(("than", "upward"), "most"),
        **dict.fromkeys(("than_less", "downward"), "least"),
        "whole": "nearly",
        "multiple": "under",
    }
)
# Of numbers below zero, those under one are larger without the sign ("unter minus 20 Grad").
_BELOW_ZERO = MappingProxyType({"over": "under", "under": "over"})
# What a handful is: about as many as the hand has fingers.
_HANDFUL = Bounds(None, 3.0, 7.0)
# What multiplies the numbers before it.
_POWERS = frozenset(("power", "dozen"))
# What stands below the line of a rate, by the value of its word: hours, minutes, seconds.
_PER = MappingProxyType({"TH": "h", "TM": "min", "TS": "s"})
_NOUNS = frozenset(("noun", "plural_noun", "casualty", "age_noun"))
_BETWEEN_NOUNS = frozenset(
    ("adj", "long", "participle", "past_verb", "present_or_participle", "past_attribute", "future_attribute")
)


class Counted(NamedTuple):
    """Bounds, unit (None for things counted), and the counted noun as tokens (half-open; empty where there is none)."""

    bounds: Bounds
    unit: str | None = None
    noun: tuple[int, int] = (0, 0)


def make_counted(phrase: Phrase) -> Counted | None:
    """Return things counted ("mehr als 60 Insassen")."""
    amounts = _amounts(phrase)
    return Counted(amounts[0], None, _noun(phrase)) if amounts else None


def make_range(phrase: Phrase) -> Counted | None:
    """Return what lies between two numbers, or is one or the other ("zwischen 10 und 20 Boote")."""
    amounts = _amounts(phrase)
    if len(amounts) < 2:
        return None
    low, high = _scaled(amounts[:2], phrase)
    if low.value is None or high.value is None or low.value >= high.value:
        return None
    return Counted(joined(low, high), _unit(phrase), _noun(phrase))


def make_measured(phrase: Phrase) -> Counted | None:
    """Return money, a measure or votes."""
    amounts = _amounts(phrase)
    if not amounts:
        return None
    two = len(amounts) > 1 and not phrase.get("vote") and not _is_below_zero(phrase)
    bounds = joined(*_scaled(amounts[:2], phrase)) if two else amounts[0]
    return Counted(bounds.negative() if _is_below_zero(phrase) else bounds, _unit(phrase))


def make_rate(phrase: Phrase) -> Counted | None:
    """Return a measure for another ("90 Kilometer pro Stunde"): its unit is the one over the other."""
    measured = make_measured(phrase)
    units = phrase.all("measure", "clock_unit", "unit_short")
    if measured is None or len(units) < 2:
        return None
    return measured._replace(unit=f"{units[0].value}/{_PER.get(units[-1].value, units[-1].value)}")


def make_percent(phrase: Phrase) -> Counted | None:
    """Return a percentage, of what stands behind it in the genitive."""
    amounts = _amounts(phrase)
    if not amounts:
        return None
    bounds = joined(amounts[0], amounts[1]) if len(amounts) > 1 else amounts[0]
    return Counted(bounds.negative() if _is_below_zero(phrase) else bounds, "percent", _noun(phrase))


def make_share(phrase: Phrase) -> Counted | None:
    """Return a fraction in words ("zwei Drittel der Befragten") as a number between 0 and 1."""
    parts = float(phrase.get("share") or 2)
    numbers = [float(lexeme.value) for lexeme in phrase.all(*_NUMBERS)] or [1.0]
    if numbers[0] > parts:
        return None
    return Counted(bounds_of(round(numbers[0] / parts, 6), _modifiers(phrase)), "share", _noun(phrase))


def make_every(phrase: Phrase) -> Counted | None:
    """Return a share that is told by one of so many ("jeder fünfte Gast")."""
    parts = float(phrase.get("ordinal"))
    return Counted(bounds_of(round(1 / parts, 6), _modifiers(phrase)), "share", _noun(phrase)) if parts > 1 else None


def make_zero(phrase: Phrase) -> Counted:
    """Return none of what is counted ("keine Verletzten")."""
    return Counted(Bounds(0.0, 0.0, 0.0), None, _noun(phrase))


def make_ordinal(phrase: Phrase) -> Counted:
    """Return the number of a place in a row ("der fünfte Tag", "Rang drei")."""
    number = float(phrase.get("ordinal", *_NUMBERS))
    return Counted(Bounds(number, number, number), "ordinal", _noun(phrase))


def make_age(phrase: Phrase) -> Counted | None:
    """Return an age in years; in months or weeks where it is given so."""
    amounts = _amounts(phrase)
    unit = phrase.get("plural", "month_unit")
    name = {"M": "month-of-age", "W": "week-of-age", "D": "day-of-age"}.get(unit, "year-of-age")
    return Counted(amounts[0], name) if amounts and (not unit or name != "year-of-age") else None


def make_age_noun(phrase: Phrase) -> Counted | None:
    """Return the age of one who is named by it ("eine 24-Jährige")."""
    number, _, unit = phrase.get("age_noun", "age_adjective").partition(" ")
    if not number.isdigit():
        return None
    of = _noun(phrase) if phrase.get("age_adjective") else (0, 0)
    return Counted(bounds_of(float(number), ()), unit, of)


def make_many(phrase: Phrase) -> Counted:
    """Return a number that is only known to be more than one dozen, hundred, thousand."""
    # The plural says two of them at least; nothing says where it ends.
    return Counted(Bounds(None, 2 * float(phrase.get("many")), None), None, _noun(phrase))


def make_handful(phrase: Phrase) -> Counted:
    """Return a number that is told by a hand's fingers ("eine Handvoll Gäste")."""
    return Counted(_HANDFUL, None, _noun(phrase))


def make_both(phrase: Phrase) -> Counted:
    """Return two who were told of before ("beide Piloten")."""
    return Counted(Bounds(2.0, 2.0, 2.0), None, _noun(phrase))


def make_several(phrase: Phrase) -> Counted:
    """Return several hundreds, thousands, millions: two of them at least."""
    size = float(phrase.get("numword", "power", "dozen"))
    return Counted(Bounds(None, 2 * size, None), _unit(phrase), _noun(phrase))


def make_multiple(phrase: Phrase) -> Counted | None:
    """Return how often something happened; once is rarely counted ("noch einmal"), and left out."""
    number = phrase.get("multiple") or phrase.get(*_NUMBERS)
    return Counted(bounds_of(float(number), _modifiers(phrase)), "times") if number not in ("", "1") else None


def make_score(phrase: Phrase) -> Counted | None:
    """Return a result ("3:2"): two numbers that are compared as they stand."""
    return None if phrase.tokens.kind(phrase.last) in ("oclock", "zone") else Counted(Bounds(None, None, None), "score")


def _amounts(phrase: Phrase) -> list[Bounds]:
    """Return the numbers that a phrase names, in order, each with its multipliers and its modifiers."""
    found: list[Bounds] = []
    modifiers: list[str] = []
    half = 1.0
    for index in range(phrase.first, phrase.last):
        lexeme = phrase.tokens.lexemes[index]
        if lexeme.kind in _NUMBERS:
            found.append(bounds_of(float(lexeme.value), modifiers))
        elif lexeme.kind == "half":
            half = float(lexeme.value)
        elif lexeme.kind in ("measure", "percent_word") and half != 1 and found:
            found = [*found[:-1], bounds_of((found[-1].value or 1) * half, modifiers)]
        elif lexeme.kind in ("power", "dozen", "vulgar"):
            found = _multiplied(found, lexeme, half, modifiers)
        elif modifier := _modifier(phrase, index):
            modifiers = [*modifiers, modifier]
    return found


def _multiplied(found: list[Bounds], lexeme: Lexeme, half: float, modifiers: list[str]) -> list[Bounds]:
    if lexeme.kind == "vulgar":
        before = found[-1].value or 0 if found else 0
        return [*found[:-1], bounds_of(before + float(lexeme.value), modifiers)]
    before = found[-1].value if found and found[-1].value is not None else 1.0
    return [*found[:-1], bounds_of(round(before * float(lexeme.value) * half, 6), modifiers)]


def _scaled(amounts: Sequence[Bounds], phrase: Phrase) -> list[Bounds]:
    """Give the first number of a range the power that stands behind the second alone ("60 bis 70 Millionen")."""
    low, high = amounts
    powers = phrase.all(*_POWERS)
    if len(powers) != 1 or low.value is None or high.value is None or low.value >= high.value:
        return [low, high]
    size = float(powers[0].value)
    grown = [None if number is None else number * size for number in low]
    return [Bounds(*grown), high] if low.value * size <= high.value else [low, high]


def _modifiers(phrase: Phrase) -> list[str]:
    return [found for index in range(phrase.seen_first, phrase.seen_last) if (found := _modifier(phrase, index))]


def _modifier(phrase: Phrase, index: int) -> str:
    """Return what a token makes of the numbers behind it, in the words of the pack's table, "" if nothing."""
    lexeme = phrase.tokens.lexemes[index]
    if index > phrase.seen_first and phrase.tokens.kind(index - 1) == "'nicht'":
        return _NEGATED.get(lexeme.kind, "")
    if lexeme.kind == "no":
        return "under"
    if lexeme.kind == "until":
        return "most" if phrase.tokens.kind(index + 1) == "to" else ""
    if phrase.tokens.kind(index + 1) == "negative":
        return _BELOW_ZERO.get(lexeme.value, lexeme.value)
    return lexeme.value if lexeme.kind in _MODIFIERS else ""


def _is_below_zero(phrase: Phrase) -> bool:
    """Say whether a number lies below zero ("minus 20 Grad", "20 Grad unter null")."""
    tokens, last = phrase.tokens, phrase.seen_last - 1
    under_zero = tokens.kind(last - 1) == "downward" and tokens.lexemes[last].value == "0"
    return bool(phrase.all("negative")) or under_zero


def _unit(phrase: Phrase) -> str | None:
    unit = phrase.get("percent_word", "currency", "measure", "vote", "speed")
    return unit or ("percent" if phrase.get("percent") else None)


def _noun(phrase: Phrase) -> tuple[int, int]:
    """Return the counted noun with its adjectives, as tokens: the last noun that the rule looked at."""
    tokens = phrase.tokens
    last = phrase.seen_last
    while last > phrase.seen_first and tokens.kind(last - 1) not in _NOUNS:
        last -= 1
    if last == phrase.seen_first:
        return (0, 0)
    first = last - 1
    while first > phrase.seen_first and tokens.kind(first - 1) in _BETWEEN_NOUNS:
        first -= 1
    return (first, last)


MAKERS: Mapping[str, Callable[[Phrase], Counted | None]] = MappingProxyType(
    {
        "counted": make_counted,
        "range": make_range,
        "measured": make_measured,
        "percent": make_percent,
        "share": make_share,
        "every": make_every,
        "rate": make_rate,
        "zero": make_zero,
        "ordinal": make_ordinal,
        "age": make_age,
        "age_noun": make_age_noun,
        "many": make_many,
        "several": make_several,
        "handful": make_handful,
        "both": make_both,
        "multiple": make_multiple,
        "score": make_score,
    }
)
