"""The numbers of one text as they are compared: what is counted, of whom, when, and in which role."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.terms import Term, find_terms
from quellenlage.compare.numbers.marks import find_others, find_value, moment_of
from quellenlage.compare.numbers.naming import Named, find_named
from quellenlage.compare.numbers.readings import with_readings
from quellenlage.compare.numbers.values import Value
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading
from quellenlage.text import Span, parse_partial_date

# Clauses end at these; a number's own clause says what it counts.
_CLAUSE_END = re.compile(r"[,;:!?()]|\s[–—-]\s|\.(?=\s|$)")
_DIGIT = re.compile(r"\d[\d.,]*")
_CHANGES = frozenset(("progress", "before"))
# What lies further back than this is the background of a report.
BACKGROUND_DAYS = 60


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a text.

    `noun` are the terms of the counted noun, `kind` its entry in claim_nouns ("" for most), `near` those of its clause,
    `far` those of the rest of the sentence. `roles` are entries of claim_roles that its clause holds, `state` the entry
    of claim_states that belongs to it. `days` are the first and last day that its sentence names, None where it names
    none, `own_days` those of its clause; `others` the sentence's other values, `named` the names in it. `moment` is
    the publication in hours since the year 1, `clocked` says whether its hour is known.
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
    own: tuple[Term, ...]
    masked: str
    state: str
    exclusive: bool
    roles: frozenset[str]
    close: frozenset[str]
    told: frozenset[str]
    changes: frozenset[str]
    sourced: bool
    days: tuple[date, date] | None
    own_days: tuple[date, date] | None
    others: tuple[Value, ...]
    named: tuple[Named, ...]
    published: date | None
    moment: float | None
    clocked: bool


def find_figure(reading: Reading, mark: Span, pack: LanguagePack) -> Figure | None:
    """Return the number that is marked in a text; None if there is none in the marked characters."""
    sentence = next((s for s in reading.sentences if s.start <= mark.start < s.end), None)
    sentence = sentence or reading.article.span(0, len(reading.article.text))
    value, noun = find_value(reading, mark, pack)
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
        value, noun = find_value(reading, quantity.span, pack)
        if value:
            figures.append(_figure(reading, sentence, quantity.span, (value, noun), pack))
    return tuple(figures)


def _figure(reading: Reading, sentence: Span, mark: Span, valued: tuple[Value, str], pack: LanguagePack) -> Figure:
    text = reading.article.text
    start, end = clause = _clause(text, sentence, mark)
    noun = valued[1]
    terms = [t for t in find_terms(text, sentence.start, sentence.end, pack) if not t.number]
    inside = [t for t in terms if start <= t.start < end]
    counted = text.find(noun, mark.start) if noun else -1
    of_noun = [t for t in terms if counted >= 0 and counted <= t.start < counted + len(noun)]
    first, last = _own(reading, clause, mark)
    told, state = _roles(sentence.of(text), pack), _state(reading, clause, mark, pack)
    published = parse_partial_date(reading.article.published or "")
    moment, clocked = moment_of(reading.article.published)
    others = find_others(reading, sentence, mark, pack)
    return Figure(
        article=reading.article.id,
        outlet=reading.article.outlet or reading.article.name,
        sentence=sentence,
        mark=mark,
        text=mark.of(text),
        value=with_readings(valued, mark, others, text, pack),
        noun=tuple(of_noun),
        kind=next((cue.kind for cue in find_cues(noun, "claim_nouns", pack)), ""),
        near=tuple(t for t in inside if t not in of_noun),
        far=tuple(t for t in terms if t not in inside and t not in of_noun),
        own=tuple(t for t in inside if first <= t.start < last and t not in of_noun),
        masked=_masked(reading, sentence),
        close=_roles(text[first:last], pack),
        told=told,
        changes=told & _CHANGES,
        sourced=_sourced(reading, sentence, mark),
        state=state,
        exclusive=state in _exclusive(pack),
        roles=_roles(text[start:end], pack),
        days=_days(reading, sentence, mark),
        own_days=_nearest(_named_days(reading, clause, mark, ("DATE", "TIME", "DURATION"))),
        others=tuple(other for _, other in others),
        named=find_named(reading, sentence, mark, clause),
        published=published.latest if published else None,
        moment=moment,
        clocked=clocked,
    )


def _roles(text: str, pack: LanguagePack) -> frozenset[str]:
    return frozenset(cue.kind for cue in find_cues(text, "claim_roles", pack))


def _clause(text: str, sentence: Span, mark: Span) -> tuple[int, int]:
    """Return where the clause of a number begins and ends; a comma inside the number ends none."""
    before = [m.end() for m in _CLAUSE_END.finditer(text, sentence.start, mark.start)]
    after = _CLAUSE_END.search(text, mark.end, sentence.end)
    return (before[-1] if before else sentence.start, after.start() if after else sentence.end)


def _own(reading: Reading, clause: tuple[int, int], mark: Span) -> tuple[int, int]:
    """Return the part of a clause that lies between the number before and the number behind."""
    others = [q.span for q in reading.quantities if not (q.span.start < mark.end and mark.start < q.span.end)]
    first = max((o.end for o in others if clause[0] <= o.end <= mark.start), default=clause[0])
    last = min((o.start for o in others if mark.end <= o.start < clause[1]), default=clause[1])
    return first, last


def _sourced(reading: Reading, sentence: Span, mark: Span) -> bool:
    """Say whether somebody is named whose word the number rests on."""
    return any(
        statement.speaker and any(span.start <= mark.start < span.end for span in statement.content)
        for statement in reading.statements
        if statement.content
        and sentence.start < statement.content[-1].end
        and statement.content[0].start < sentence.end
    )


def _masked(reading: Reading, sentence: Span) -> str:
    """Return a sentence with its digits masked."""
    return _DIGIT.sub("0", sentence.of(reading.article.text))


def _state(reading: Reading, clause: tuple[int, int], mark: Span, pack: LanguagePack) -> str:
    """Return what became of those who are counted: by the marked words, else by the nearest word behind or before.

    What stands beyond the next number belongs to that.
    """
    text = reading.article.text
    inside = find_cues(mark.of(text), "claim_states", pack)
    if inside:
        return inside[-1].kind
    first, last = _own(reading, clause, mark)
    behind = find_cues(text[mark.end : last], "claim_states", pack)
    if behind:
        return behind[0].kind
    before = find_cues(text[first : mark.start], "claim_states", pack)
    return before[-1].kind if before else ""


def _days(reading: Reading, sentence: Span, mark: Span) -> tuple[date, date] | None:
    """Return the days that the sentence's times name, the nearest to the number; durations and the mark aside.

    A sentence that names none goes on with the background that the sentence before it has named ("2014 …").
    """
    named = _named_days(reading, (sentence.start, sentence.end), mark)
    if named:
        return _nearest(named)
    before = next((s for s in reversed(reading.sentences) if s.end <= sentence.start), None)
    published = parse_partial_date(reading.article.published or "")
    if before is None or published is None:
        return None
    named = _named_days(reading, (before.start, before.end), mark)
    return _nearest([days for days in named if (published.earliest - days[2]).days > BACKGROUND_DAYS])


def _nearest(named: list[tuple[int, date, date]]) -> tuple[date, date] | None:
    return min(named)[1:] if named else None


def _named_days(
    reading: Reading, stretch: tuple[int, int], mark: Span, types: tuple[str, ...] = ("DATE", "TIME")
) -> list[tuple[int, date, date]]:
    """Return how far from the mark a stretch of text names which days."""
    return [
        (abs(time.span.start - mark.start), time.earliest, time.latest)
        for time in reading.times
        if stretch[0] <= time.span.start < stretch[1]
        and not (time.span.start < mark.end and mark.start < time.span.end)
        and time.type in types
        and time.earliest is not None
        and time.latest is not None
    ]


@cache
def _exclusive(pack: LanguagePack) -> frozenset[str]:
    """Return the states of which nobody is in two."""
    if "claim_states" not in pack.tables:
        return frozenset()
    table = pack.table("claim_states")
    return frozenset(entry.id for entry in table.entries if table.string(entry, "exclusive"))
