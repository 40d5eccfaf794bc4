"""What of a reading may be an utterance that another report has, too: its statements, sentence by sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.stems import stem
from quellenlage.compare.meaning.terms import Term
from quellenlage.compare.utterances.voices import Voice, voice_of
from quellenlage.compare.utterances.words import Role, find_roles, find_said
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading, Statement
from quellenlage.text import Span, covers, find_words, overlaps, parse_partial_date

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of what is said, or all of it.

    `forms` are the stems of all its words, `terms` its content words, `places` their numbers among the words; `negated`
    are the stems beside which something stands that turns them into their opposite. `quoted`: in quotation marks.
    """

    forms: tuple[str, ...]
    places: tuple[int, ...]
    terms: tuple[Term, ...]
    negated: frozenset[str]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement made ready to be compared: its pieces, who says it, and when.

    `whole` is all of it, `pieces` are its sentences (or the whole, where it is but one) and what it quotes; `stems` are
    those of all its content words. `asides` are the words that
    introduce a summed up speech act ("dankte"): they may count, and need not. `known` are stems that only name the
    speaker, who is "ich" in one report and named in the other. `said` are the days that the introducing clause names,
    `published` those of the report; None where nothing is known.
    """

    statement: Statement
    article: str
    voice: Voice
    whole: Piece
    pieces: tuple[Piece, ...]
    asides: tuple[Term, ...]
    stems: frozenset[str]
    known: frozenset[str]
    said: Days | None
    published: Days | None


def keys(reading: Reading, pack: LanguagePack) -> tuple[Utterance, ...]:
    """Return what this report says that others say, ready to be compared.

    Quoted words within a statement are no utterance of their own: they are pieces of it.
    """
    day = parse_partial_date(reading.article.published or "")
    source = _Source(reading, find_roles(reading, pack), (day.earliest, day.latest) if day else None, pack)
    statements = (statement for statement in reading.statements if statement.content and not statement.nested)
    found = (_utterance(source, statement) for statement in statements)
    return tuple(utterance for utterance in found if utterance.whole.terms)


@dataclass(frozen=True, slots=True)
class _Source:
    """A reading, what is known of its words, and its days."""

    reading: Reading
    roles: tuple[Role, ...]
    published: Days | None
    pack: LanguagePack

    def terms(self, spans: Iterable[Span]) -> tuple[Term, ...]:
        text = self.reading.article.text
        return tuple(term for span in spans for term in find_said(text, span, self.roles, self.pack))


def _utterance(source: _Source, statement: Statement) -> Utterance:
    whole = _piece(source, statement.content, quoted=statement.kind == "direct")
    voice = voice_of(source.reading, statement, source.pack)
    asides = source.terms(statement.cue) if statement.kind == "reported" else ()
    return Utterance(
        statement=statement,
        article=source.reading.article.id,
        voice=voice,
        whole=whole,
        pieces=tuple(piece for piece in _pieces(source, statement, whole) if piece.terms) or (whole,),
        asides=asides,
        stems=frozenset(term.stem for term in (*whole.terms, *asides)),
        known=frozenset(voice.name),
        said=_days_said(source.reading, statement),
        published=source.published,
    )


def _pieces(source: _Source, statement: Statement, whole: Piece) -> Iterator[Piece]:
    """Yield the sentences of what is said, where it has several, and the words in quotation marks within it."""
    direct = statement.kind == "direct"
    parts = [part for content in statement.content for part in _sentences(source.reading, content)]
    if len(parts) > len(statement.content):
        for part in parts:
            yield _piece(source, (part,), quoted=direct)
    else:
        yield whole
    if not direct:
        for quotation in source.reading.quotations:
            if any(covers(content, quotation) for content in statement.content):
                yield _piece(source, (quotation,), quoted=True)


def _piece(source: _Source, spans: tuple[Span, ...], *, quoted: bool) -> Piece:
    text = source.reading.article.text
    words = [(span.start + word.start, word.form) for span in spans for word in find_words(span.of(text))]
    terms = source.terms(spans)
    cues = [span.start + cue.start for span in spans for cue in find_cues(span.of(text), "negation", source.pack)]
    starts = {term.start for term in terms}
    return Piece(
        forms=tuple(stem(form, source.pack) for _, form in words),
        places=tuple(number for number, (start, _) in enumerate(words) if start in starts),
        terms=terms,
        # A cue that carries content itself ("refuse") is compared like any other word.
        negated=frozenset(_beside(terms, cue).stem for cue in cues if terms and cue not in starts),
        quoted=quoted,
    )


def _beside(terms: tuple[Term, ...], place: int) -> Term:
    """Return what a word at this place negates: the next content word, else the last one."""
    return next((term for term in terms if term.start > place), terms[-1])


def _sentences(reading: Reading, content: Span) -> list[Span]:
    """Return the parts of a content that lie in different sentences."""
    inside = [s for s in reading.sentences if overlaps(s, content)]
    return [Span(content.text_id, max(s.start, content.start), min(s.end, content.end)) for s in inside] or [content]


def _days_said(reading: Reading, statement: Statement) -> Days | None:
    """Return the days on which it was said, where the introducing clause names a day."""
    for time in reading.times:
        if time.type != "DATE" or time.earliest is None or time.latest is None:
            continue
        framed = any(overlaps(part, time.span) for part in statement.frame)
        if framed and not any(overlaps(part, time.span) for part in statement.content):
            return time.earliest, time.latest
    return None
