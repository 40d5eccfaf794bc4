"""Numbers and times of a phrased sentence, and whether a claim's bear them out.

Agreeing is not enough: "at least 40" agrees with 47, but does not say 47. A number is borne out if everything that the
claim's number may be lies within what the sentence's number says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import inf

from quellenlage.compare.meaning.terms import TermSpace
from quellenlage.compare.numbers.figures import Figure, find_figure
from quellenlage.compare.numbers.values import CLOCK_REACH, Value, comparable
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading
from quellenlage.text import Span, find_words

# Counted nouns less alike than this are of different things. A word and its compound are alike by 0.7 and more.
LEAST_ALIKE = 0.4
_DIGITS = re.compile(r"\w*\d(?:[\w.,:/]*\w)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number or time: its words, and its value where it has one that can be compared."""

    span: Span
    text: str
    figure: Figure | None


def find_numbers(reading: Reading, span: Span, pack: LanguagePack) -> tuple[Number, ...]:
    """Return the numbers and times within a stretch, in order; digits and number words that are neither, too.

    Words for now and then ("today" without a day, "recently") name no time that could be wrong, and are left out.
    """
    marks = [q.span for q in reading.quantities]
    marks += [t.span for t in reading.times if t.earliest or any(c.isdigit() or c == "X" for c in t.value)]
    marks = sorted(mark for mark in marks if span.start <= mark.start < span.end)
    text = reading.article.text
    found = [Number(mark, mark.of(text), find_figure(reading, mark, pack)) for mark in marks]
    found += [
        Number(bare, bare.of(text), None)
        for bare in _bare(text, span, pack)
        if not any(mark.start < bare.end and bare.start < mark.end for mark in marks)
    ]
    return tuple(sorted(found, key=lambda number: number.span))


def is_borne_out(number: Number, claimed: Sequence[Number], text: str, space: TermSpace) -> bool:
    """Say whether one of a claim's numbers says what this one says, or the claim's text has it word for word."""
    figure = number.figure
    if figure and figure.value.kind == "amount" and _is_named(figure.value):
        return any(c.figure and _says(c.figure, figure, space) for c in claimed)
    if figure and any(c.figure and _implies(c.figure.value, figure.value) for c in claimed):
        return True
    # A day may be named by the same words and meant from another day on; a length or a time of day may not.
    return (figure is None or figure.value.kind in ("date", "amount")) and _has_words(text, number.text)


def _says(claimed: Figure, said: Figure, space: TermSpace) -> bool:
    """Say whether a claim's number is one of the same things, and bears the other one out."""
    if not _implies(claimed.value, said.value) or (said.state and said.state != claimed.state):
        return False
    if not said.noun or said.kind:
        return True
    head = space.numbers[said.noun[-1].stem]
    counted = [space.numbers[term.stem] for term in (*claimed.noun, *claimed.near)]
    return bool(counted) and float(space.likeness[head, counted].max()) >= LEAST_ALIKE


def _implies(claimed: Value, said: Value) -> bool:
    if said.kind != claimed.kind or not comparable(claimed, said):
        return False
    if said.kind == "date":
        return None not in (said.first, said.last, claimed.first, claimed.last) and (
            said.first <= claimed.first and claimed.last <= said.last  # type: ignore[operator]  # no None, see above
        )
    if said.kind == "clock":
        reach = 0.0 if said.exact else CLOCK_REACH
        alike = said.value is not None and claimed.value is not None and abs(said.value - claimed.value) <= reach
        return alike and (claimed.exact or not said.exact)
    if not _is_named(claimed):
        return False
    (low, high), (least, most) = _bounds(said), _bounds(claimed)
    return low <= least and most <= high


def _is_named(value: Value) -> bool:
    return any(number is not None for number in (value.value, value.low, value.high))


def _bounds(value: Value) -> tuple[float, float]:
    """Return the first and the last number that a value may be; shares as percent."""
    factor = 100.0 if value.unit == "share" else 1.0
    low = -inf if value.low is None else round(value.low * factor, 6)
    return low, inf if value.high is None else round(value.high * factor, 6)


def _has_words(text: str, words: str) -> bool:
    wanted = [word.form for word in find_words(words)]
    forms = [word.form for word in find_words(text)]
    return any(forms[at : at + len(wanted)] == wanted for at in range(len(forms) - len(wanted) + 1))


def _bare(text: str, span: Span, pack: LanguagePack) -> list[Span]:
    found = [Span(span.text_id, m.start(), m.end()) for m in _DIGITS.finditer(text, span.start, span.end)]
    return found + [
        Span(span.text_id, span.start + word.start, span.start + word.end)
        for word in find_words(span.of(text))
        if word.form in _number_words(pack)
    ]


@cache
def _number_words(pack: LanguagePack) -> frozenset[str]:
    """Return the pack's words for numbers of more than one: the word for one is an article first."""
    if "number_words" not in pack.tables:
        return frozenset()
    table = pack.table("number_words")
    return frozenset(
        table.string(entry, "word") for entry in table.entries if table.string(entry, "value") not in ("", "0", "1")
    )
