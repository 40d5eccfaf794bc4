"""What one text asserts, cut into pieces that can be compared: sentences, clauses, the contents of statements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from quellenlage.compare.meaning.cues import Cue, find_cues
from quellenlage.compare.meaning.opposites import Found, find_opposites
from quellenlage.compare.meaning.status import find_status
from quellenlage.compare.meaning.terms import Term, begins_with_pronoun, find_terms
from quellenlage.compare.numbers.figures import Figure, find_figure
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading, Stance, Statement, TimeExpression
from quellenlage.text import Span, parse_partial_date

# Where less of a sentence's words is left without its frame, the speech is what it tells of ("they threatened to …").
LEAST_SAID = 0.75
# Content words of an assertion that are compared: no sentence of news has more, and each is compared with each.
MOST_TERMS = 512
# Quantities that are time expressions, too: how long something took is compared like any other number.
_MEASURED_TIMES = frozenset(("DURATION", "TIME"))

# What a stance says of how far something is so, as an entry of claim_certainty.
_BY_STANCE: Mapping[Stance, str] = MappingProxyType(
    {"demands": "demanded", "promises": "planned", "expects": "expected", "doubts": "possible"}
)
# What may stand behind a sentence's last mark.
_CLOSING = " \u00a0\"'“”«»‘’›‹)"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that a text says.

    `span` is what is compared, without who says it; `statement` is the statement whose content it is. `terms` are its
    content words, `context` those of the sentence before where it begins with a pronoun. `negations` turn it into its
    opposite. `poles` are its words that have a counterpart, also in what introduces it, for which `actors` are the
    content words of who says it. `certainties` are entries of claim_certainty that it shows, `done` and `open` the
    verbs (infinitives) of what it tells as done, and of what it leaves open. `figures` are its numbers, `days` the days
    that it names (first, last), `published` the report's day.
    """

    article: str
    outlet: str
    span: Span
    text: str
    statement: Statement | None
    terms: tuple[Term, ...]
    context: tuple[Term, ...]
    negations: tuple[Cue, ...]
    poles: tuple[Found, ...]
    actors: tuple[Term, ...]
    certainties: frozenset[str]
    done: frozenset[str]
    open: frozenset[str]
    figures: tuple[Figure, ...]
    days: tuple[tuple[date, date], ...]
    published: date | None

    @property
    def asks(self) -> bool:
        """Say whether this ends with a question mark."""
        return self.text.rstrip(_CLOSING).endswith("?")

    @property
    def stance(self) -> Stance:
        """Return the stance of the statement whose content this is; what an outlet says itself, it states."""
        return self.statement.stance if self.statement else "states"


def find_assertion(reading: Reading, span: Span, pack: LanguagePack) -> Assertion:
    """Return what these characters of a text assert, all in one; who says it is left aside."""
    text = reading.article.text
    framing = [part for statement in reading.statements for part in _framing(statement) if _inside(part, span)]
    terms = find_terms(text, span.start, span.end, pack)[:MOST_TERMS]
    said = tuple(term for term in terms if not any(f.start <= term.start < f.end for f in framing))
    times = [time for time in reading.times if span.start <= time.span.start < span.end]
    published = parse_partial_date(reading.article.published or "")
    # A quotation of several sentences is one content: each of its sentences lies within it.
    within = (s for s in reading.statements if any(_inside(part, span) or _inside(span, part) for part in s.content))
    statement = next(within, None)
    inside = span.of(text)
    certainties = find_cues(inside, "claim_certainty", pack)
    verbs = find_status(inside, pack, certainties)
    # "Keine 300", "nicht mehr als 300" bound a number, and deny nothing.
    bounding = [quantity.span for quantity in reading.quantities if _inside(quantity.span, span)]
    negating = find_cues(inside, "negation", pack)
    negations = _unframed(negating, span, [*framing, *bounding])
    introduced = tuple(_poles_of_cue(reading, statement, span, pack))
    return Assertion(
        article=reading.article.id,
        outlet=reading.article.outlet or reading.article.name,
        span=span,
        text=inside,
        statement=statement,
        terms=said if len(said) >= LEAST_SAID * len(terms) else terms,
        context=_context(reading, span, pack),
        negations=tuple(cue for cue in negations if cue.kind != "more"),
        poles=(*find_opposites(inside, pack, negating), *introduced),
        actors=_actors(text, statement, pack) if introduced else (),
        certainties=_kinds(_unframed(certainties, span, framing), statement),
        done=frozenset(verb.verb for verb in verbs if verb.status == "done"),
        open=frozenset(verb.verb for verb in verbs if verb.status == "open"),
        figures=_figures(reading, span, times, pack),
        days=_days(times, framing),
        published=published.latest if published else None,
    )


def _poles_of_cue(reading: Reading, statement: Statement | None, span: Span, pack: LanguagePack) -> Iterator[Found]:
    """Yield the words with a counterpart that introduce a content: who "rejects the plan" tells of no approval."""
    text = reading.article.text
    if statement is None or not find_opposites(" ".join(part.of(text) for part in statement.cue), pack):
        return
    parts = (*statement.cue, span)
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    for found in find_opposites(text[start:end], pack):
        at = start + found.start
        if any(cue.start <= at < cue.end for cue in statement.cue) and not span.start <= at < span.end:
            yield found._replace(start=at - span.start, end=start + found.end - span.start)


def _actors(text: str, statement: Statement | None, pack: LanguagePack) -> tuple[Term, ...]:
    """Return the content words of a statement's speaker."""
    spans = statement.speaker if statement else ()
    return tuple(term for part in spans for term in find_terms(text, part.start, part.end, pack))


def _context(reading: Reading, span: Span, pack: LanguagePack) -> tuple[Term, ...]:
    """Return the content words of the sentence before, which a pronoun at the beginning points back to."""
    text = reading.article.text
    if not begins_with_pronoun(span.of(text), pack):
        return ()
    before = next((s for s in reversed(reading.sentences) if s.end <= span.start), None)
    return find_terms(text, before.start, before.end, pack) if before else ()


def _framing(statement: Statement) -> tuple[Span, ...]:
    """Return what only says who says it: the frame, else cue and speaker, where they are no part of the content."""
    parts = statement.frame or (*statement.cue, *statement.speaker)
    return tuple(part for part in parts if not any(_inside(part, content) for content in statement.content))


def _inside(part: Span, span: Span) -> bool:
    return part.text_id == span.text_id and span.start <= part.start and part.end <= span.end


def _unframed(cues: tuple[Cue, ...], span: Span, framing: list[Span]) -> tuple[Cue, ...]:
    return tuple(c for c in cues if not any(f.start <= span.start + c.start < f.end for f in framing))


def _kinds(certainties: tuple[Cue, ...], statement: Statement | None) -> frozenset[str]:
    """Return how far something is so, by its words and by how it is told (promised, demanded)."""
    told = _BY_STANCE.get(statement.stance) if statement else None
    return frozenset((*(cue.kind for cue in certainties), *((told,) if told else ())))


def _figures(reading: Reading, span: Span, times: list[TimeExpression], pack: LanguagePack) -> tuple[Figure, ...]:
    marks = [q.span for q in reading.quantities if span.start <= q.span.start < span.end]
    marks += [time.span for time in times if time.type in _MEASURED_TIMES]
    found = (find_figure(reading, mark, pack) for mark in sorted(marks))
    return tuple(figure for figure in found if figure)


def _days(times: list[TimeExpression], framing: list[Span]) -> tuple[tuple[date, date], ...]:
    return tuple(
        (time.earliest, time.latest)
        for time in times
        if time.earliest and time.latest and time.type in ("DATE", "TIME")
        if not any(f.start <= time.span.start < f.end for f in framing)
    )
