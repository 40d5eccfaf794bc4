"""The numbers of one text as they are compared: what is counted, of whom, when, and in which role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.terms import Term, find_terms
from quellenlage.compare.numbers.values import SLIGHTLY, Value
from quellenlage.languages import LanguagePack
from quellenlage.model import Quantity, Reading, TimeExpression
from quellenlage.text import Span, parse_partial_date

# Clauses end at these; a number's own clause says what it counts.
_CLAUSE_END = re.compile(r"[,;:!?]|\s[–—-]\s|\.(?=\s|$)")
_NUMBER = re.compile(r"\d+(?:[.\u00a0 ]\d{3})*(?:,\d+)?")
_CLOCK = re.compile(r"T(\d\d)(?::?(\d\d))?")
_PERIOD = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
_SECONDS = (365.25 * 86400, 30.4375 * 86400, 7 * 86400.0, 86400.0, 3600.0, 60.0, 1.0)
# The words of a clock's time zone: letters like MEZ, or a compound of time.
_ZONE = re.compile(r"\b([A-Z]{3,4}|\w+zeit)\b")
# What lies further back than this is the background of a report.
BACKGROUND_DAYS = 60
# How far a bound reaches by itself, as in read/quantities.
_REACH = 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a text.

    `noun` are the terms of the counted noun, `kind` its entry in claim_nouns ("" for most), `near` those of its clause,
    `far` those of the rest of the sentence. `roles` are entries of claim_roles that its clause holds, `state` the entry
    of claim_states that belongs to it. `days` are the first and last day that its sentence names, None where it names
    none; `others` the sentence's other values. `moment` is the publication in hours since the year 1, `clocked` says
    whether its hour is known.
    """

    article: str
    outlet: str
    sentence: Span
    mark: Span
    text: str
    value: Value
    noun: tuple[Term, ...]
    kind: str
    near: tuple[Term, ...]
    far: tuple[Term, ...]
    state: str
    roles: frozenset[str]
    days: tuple[date, date] | None
    others: tuple[Value, ...]
    published: date | None
    moment: float | None
    clocked: bool


def find_figure(reading: Reading, mark: Span, pack: LanguagePack) -> Figure | None:
    """Return the number that is marked in a text; None if there is none in the marked characters."""
    sentence = next((s for s in reading.sentences if s.start <= mark.start < s.end), None)
    sentence = sentence or reading.article.span(0, len(reading.article.text))
    value, noun = _value(reading, mark)
    return _figure(reading, sentence, mark, (value, noun), pack) if value else None


def keys(reading: Reading, pack: LanguagePack) -> tuple[Figure, ...]:
    """Return the numbers of an article that another report could contradict, in the order of the text."""
    figures = []
    sentences = iter(reading.sentences)
    sentence = next(sentences, None)
    for quantity in reading.quantities:
        while sentence is not None and sentence.end <= quantity.span.start:
            sentence = next(sentences, None)
        if sentence is None:
            break
        value, noun = _value(reading, quantity.span)
        if value:
            figures.append(_figure(reading, sentence, quantity.span, (value, noun), pack))
    return tuple(figures)


def _figure(reading: Reading, sentence: Span, mark: Span, valued: tuple[Value, str], pack: LanguagePack) -> Figure:
    text = reading.article.text
    start, end = _clause(text, sentence, mark)
    value, noun = valued
    terms = [t for t in find_terms(text, sentence.start, sentence.end, pack) if not t.number]
    inside = [t for t in terms if start <= t.start < end]
    counted = text.find(noun, mark.start) if noun else -1
    of_noun = [t for t in terms if counted >= 0 and counted <= t.start < counted + len(noun)]
    roles = frozenset(cue.kind for cue in find_cues(text[start:end], "claim_roles", pack))
    published = parse_partial_date(reading.article.published or "")
    moment, clocked = _moment(reading.article.published)
    return Figure(
        article=reading.article.id,
        outlet=reading.article.outlet or reading.article.name,
        sentence=sentence,
        mark=mark,
        text=mark.of(text),
        value=_with_modifiers(value, mark.of(text), pack),
        noun=tuple(of_noun),
        kind=next((cue.kind for cue in find_cues(noun, "claim_nouns", pack)), ""),
        near=tuple(t for t in inside if t not in of_noun),
        far=tuple(t for t in terms if t not in inside and t not in of_noun),
        state=_state(reading, (start, end), mark, pack),
        roles=roles,
        days=_days(reading, sentence, mark),
        others=_others(reading, sentence, mark),
        published=published.latest if published else None,
        moment=moment,
        clocked=clocked,
    )


def _clause(text: str, sentence: Span, mark: Span) -> tuple[int, int]:
    """Return where the clause of a number begins and ends; a comma inside the number ends none."""
    before = [m.end() for m in _CLAUSE_END.finditer(text, sentence.start, mark.start)]
    after = _CLAUSE_END.search(text, mark.end, sentence.end)
    return (before[-1] if before else sentence.start, after.start() if after else sentence.end)


def _state(reading: Reading, clause: tuple[int, int], mark: Span, pack: LanguagePack) -> str:
    """Return what became of those who are counted: by the marked words, else by the nearest word behind or before.

    What stands beyond the next number belongs to that.
    """
    text = reading.article.text
    inside = find_cues(mark.of(text), "claim_states", pack)
    if inside:
        return inside[-1].kind
    others = [q.span for q in reading.quantities if not (q.span.start < mark.end and mark.start < q.span.end)]
    first = max((o.end for o in others if clause[0] <= o.end <= mark.start), default=clause[0])
    last = min((o.start for o in others if mark.end <= o.start < clause[1]), default=clause[1])
    behind = find_cues(text[mark.end : last], "claim_states", pack)
    if behind:
        return behind[0].kind
    before = find_cues(text[first : mark.start], "claim_states", pack)
    return before[-1].kind if before else ""


def _days(reading: Reading, sentence: Span, mark: Span) -> tuple[date, date] | None:
    """Return the days that the sentence's times name, the nearest to the number; durations and the mark aside.

    A sentence that names none goes on with the background that the sentence before it has named ("2014 …").
    """
    named = _named_days(reading, sentence, mark)
    if named:
        return min(named)[1:]
    before = next((s for s in reversed(reading.sentences) if s.end <= sentence.start), None)
    published = parse_partial_date(reading.article.published or "")
    if before is None or published is None:
        return None
    past = [
        days for days in _named_days(reading, before, mark) if (published.earliest - days[2]).days > BACKGROUND_DAYS
    ]
    return min(past)[1:] if past else None


def _named_days(reading: Reading, sentence: Span, mark: Span) -> list[tuple[int, date, date]]:
    """Return how far from the mark a sentence names which days."""
    return [
        (abs(time.span.start - mark.start), time.earliest, time.latest)
        for time in reading.times
        if sentence.start <= time.span.start < sentence.end
        and not (time.span.start < mark.end and mark.start < time.span.end)
        and time.type in ("DATE", "TIME")
        and time.earliest is not None
        and time.latest is not None
    ]


def _others(reading: Reading, sentence: Span, mark: Span) -> tuple[Value, ...]:
    """Return the other values of a sentence."""
    marks = [q.span for q in reading.quantities] + [t.span for t in reading.times]
    beside = (
        other
        for other in marks
        if sentence.start <= other.start < sentence.end and not (other.start < mark.end and mark.start < other.end)
    )
    values = (_value(reading, other)[0] for other in beside)
    return tuple(value for value in values if value)


def _moment(published: str | None) -> tuple[float | None, bool]:
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


def _value(reading: Reading, mark: Span) -> tuple[Value | None, str]:
    """Return the value of the marked characters, and the counted noun as text."""
    overlapping = [q for q in reading.quantities if q.span.start < mark.end and mark.start < q.span.end]
    if overlapping:
        return _amount(overlapping)
    times = [t for t in reading.times if t.span.start < mark.end and mark.start < t.span.end]
    if times:
        return _time(times[0], mark.of(reading.article.text)), ""
    return _bare(mark.of(reading.article.text))


def _amount(quantities: Sequence[Quantity]) -> tuple[Value, str]:
    first = quantities[0]
    value = Value("amount", first.unit or "", first.value, first.low, first.high)
    counted = [q.value for q in quantities if q.value is not None and q.unit == first.unit]
    if len(counted) > 1:
        value = replace(value, sums=(sum(counted),))
    return value, first.of or ""


def _time(time: TimeExpression, text: str) -> Value | None:
    if time.type == "DURATION":
        match = _PERIOD.fullmatch(time.value)
        if not match or not any(match.groups()):
            return None
        seconds = sum(float(part) * size for part, size in zip(match.groups(), _SECONDS, strict=True) if part)
        return Value("duration", "s", seconds, seconds, seconds)
    clock = _CLOCK.search(time.value)
    if clock:
        minutes = int(clock[1]) * 60.0 + int(clock[2] or 0)
        zone = _ZONE.search(text)
        return Value(
            "clock", zone[1].lower() if zone else "", minutes, minutes, minutes, first=time.earliest, last=time.latest
        )
    if time.earliest is None:
        return None
    return Value("date", "", None, None, None, first=time.earliest, last=time.latest)


def _bare(text: str) -> tuple[Value | None, str]:
    match = _NUMBER.search(text)
    if not match:
        return None, ""
    number = float(re.sub(r"[.\u00a0 ]", "", match.group()).replace(",", "."))
    return Value("amount", "", number, number, number), text[match.end() :].strip()


def _with_modifiers(value: Value, text: str, pack: LanguagePack) -> Value:
    """Give a duration or a clock the bounds that its modifiers say; amounts have theirs."""
    if value.kind not in ("duration", "clock") or value.value is None:
        return value
    kinds = _modifiers(text, pack)
    if not kinds:
        return value
    low = high = value.value
    if kinds & {"over", "least"}:
        return replace(value, high=None, exact=False)
    if kinds & {"under", "most"}:
        return replace(value, low=None, exact=False)
    if kinds & {"about", "nearly"}:
        low = low * (1 - _REACH)
    if kinds & {"about", "slightly"}:
        high = high * (1 + (SLIGHTLY if "slightly" in kinds else _REACH))
    return replace(value, low=low, high=high, exact=not kinds & {"about", "nearly", "slightly"})


def _modifiers(text: str, pack: LanguagePack) -> frozenset[str]:
    if "quantity_words" not in pack.tables:
        return frozenset()
    table = pack.table("quantity_words")
    words = set(text.lower().split())
    return frozenset(
        table.string(entry, "value")
        for entry in table.entries
        if table.string(entry, "kind") in ("approximate", "upward", "downward", "than", "than_less")
        and words & set(table.strings(entry, "forms"))
    )
