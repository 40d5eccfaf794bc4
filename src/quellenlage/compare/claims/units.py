"""Cut an article into what it asserts, piece by piece: the contents of statements, and what the outlet says itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quellenlage.compare.claims.assertions import Assertion, find_assertion
from quellenlage.compare.corrections import corrected_spans
from quellenlage.compare.meaning.cues import find_cues
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading, Statement
from quellenlage.text import Span, covers

# What may stand before a content's first word.
_OPENING = " \u00a0\"'„“‚‘»«›‹"
# A piece with fewer content words is no claim that another report could repeat.
LEAST_TERMS = 2
# What is left of a sentence beside a statement needs so many to be a claim of its own.
LEAST_BESIDE = 3


def keys(reading: Reading, pack: LanguagePack) -> tuple[Assertion, ...]:
    """What does this article assert? In the order of the text; a sentence may hold several assertions.

    A question asserts nothing, whether asked or told of; a heading within the text says again what stands below it; a
    note that corrects an earlier version tells what is not so.
    """
    found = []
    headings = [part.span for part in reading.parts if part.kind == "subheading"]
    corrected = corrected_spans(reading.article, pack)
    reaches = [(statement, *_reach(statement)) for statement in reading.statements]
    for sentence in reading.sentences:
        if any(covers(heading, sentence) for heading in headings) or _touched(sentence, corrected):
            continue
        # Few of an article's statements reach into a sentence; no other is looked at.
        near = replace(reading, statements=tuple(s for s, a, b in reaches if a < sentence.end and sentence.start < b))
        for span, least in _pieces(near, sentence):
            assertion = find_assertion(near, span, pack)
            if len(assertion.terms) >= least and not _asks(assertion, pack):
                found.append(assertion)
    return tuple(found)


def _asks(assertion: Assertion, pack: LanguagePack) -> bool:
    """Say whether this is a question, or the content of one ("whether the ferry sails")."""
    cues = find_cues(assertion.text, "claim_questions", pack)
    return assertion.asks or any(not assertion.text[: cue.start].strip(_OPENING) for cue in cues)


def _touched(sentence: Span, spans: Sequence[Span]) -> bool:
    return any(span.start < sentence.end and sentence.start < span.end for span in spans)


def _reach(statement: Statement) -> tuple[int, int]:
    """Return where the first part of a statement begins, and where the last ends."""
    parts = (*statement.content, *statement.frame, *statement.cue, *statement.speaker)
    return min((part.start for part in parts), default=0), max((part.end for part in parts), default=0)


def _pieces(reading: Reading, sentence: Span) -> Iterator[tuple[Span, int]]:
    """Yield the contents of statements within a sentence, and what lies outside of statements and their frames."""
    contents, taken = [], []
    for statement in reading.statements:
        for part in statement.content:
            inside = _common(part, sentence)
            if inside and not statement.nested:
                contents.append(inside)
        for part in (*statement.content, *statement.frame, *statement.cue, *statement.speaker):
            inside = _common(part, sentence)
            if inside:
                taken.append(inside)
    if not contents:
        yield sentence, LEAST_TERMS
        return
    for content in sorted(set(contents)):
        yield content, LEAST_TERMS
    for gap in _gaps(sentence, sorted(taken)):
        yield gap, LEAST_BESIDE


def _common(part: Span, sentence: Span) -> Span | None:
    start, end = max(part.start, sentence.start), min(part.end, sentence.end)
    return Span(sentence.text_id, start, end) if start < end else None


def _gaps(sentence: Span, taken: list[Span]) -> Iterator[Span]:
    at = sentence.start
    for part in taken:
        if part.start > at:
            yield Span(sentence.text_id, at, part.start)
        at = max(at, part.end)
    if at < sentence.end:
        yield Span(sentence.text_id, at, sentence.end)
