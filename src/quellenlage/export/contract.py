"""The contract at the doors: records as plain dictionaries, every key always there (docs/reference/json.md).

Spans become `[start, end]`, half-open, in Unicode code points of the article's text. Lists that no step has filled yet
are empty. The order of the keys is that of the contract, so that equal records give equal bytes.
"""

from collections.abc import Iterable
from typing import Any

from quellenlage.model import (
    Byline,
    Change,
    Copy,
    Credit,
    Dateline,
    Dossier,
    Entity,
    Mention,
    Origin,
    Passage,
    Problem,
    Quantity,
    Reading,
    Relay,
    Statement,
    TimeExpression,
    TimelineEntry,
    Version,
)
from quellenlage.text import Span

Json = dict[str, Any]


def reading_json(reading: Reading) -> Json:
    """Return what `quellenlage read --jsonl` prints for one article."""
    return {
        "id": reading.article.id,
        "article": article_json(reading),
        "sentences": _spans(reading.sentences),
        "statements": [statement_json(statement) for statement in reading.statements],
        "entities": [_mention(mention) for mention in reading.entities],
        "times": [_time(time) for time in reading.times],
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "credits": [_credit(credit) for credit in reading.credits],
        "problems": [_problem(problem) for problem in reading.problems],
    }


def article_json(reading: Reading) -> Json:
    """Return the `article` of a reading: the text unchanged, what the source says about it, and where it says so."""
    article = reading.article
    return {
        "text": article.text,
        "language": article.language,
        "outlet": article.outlet,
        "published": article.published,
        "title": article.title,
        "headline": _span_or_null(reading.headline),
        "byline": [_byline(byline) for byline in reading.bylines],
        "dateline": _dateline(reading.dateline),
    }


def statement_json(statement: Statement) -> Json:
    """Return one statement: who says what, on whose word, in which characters."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "content": _spans(statement.content),
        "cue": _spans(statement.cue),
        "speaker": _spans(statement.speaker),
        "speaker_name": statement.speaker_name,
        "addressee": _spans(statement.addressee),
        "frame": _spans(statement.frame),
        "relays": [_relay(relay) for relay in statement.relays],
        "stance": statement.stance,
        "evidence": statement.evidence,
        "nested": statement.nested,
        "entity": statement.entity,
        "rule": statement.trace.rule,
    }


def copy_json(copy: Copy) -> Json:
    """Return what `quellenlage copies --jsonl` prints for one pair of articles."""
    return {
        "id": copy.id,
        "a": copy.a,
        "b": copy.b,
        "kind": copy.kind,
        "words": copy.words,
        "quoted_words": copy.quoted_words,
        "share_a": copy.share_a,
        "share_b": copy.share_b,
        "agency": copy.agency,
        "agency_basis": copy.agency_basis,
        "passages": [_passage(passage) for passage in copy.passages],
    }


def origin_json(origin: Origin) -> Json:
    """Return one source text that several articles rest on."""
    return {"id": origin.id, "agency": origin.agency, "articles": list(origin.articles), "basis": origin.basis}


def version_json(version: Version) -> Json:
    """Return two versions of one article and what was changed between them."""
    return {
        "id": version.id,
        "older": version.older,
        "newer": version.newer,
        "changes": [_change(change) for change in version.changes],
    }


def entity_json(entity: Entity) -> Json:
    """Return who or what several articles speak of, with every place where they do."""
    return {
        "id": entity.id,
        "name": entity.name,
        "label": entity.label,
        "identifiers": dict(entity.identifiers),
        "descriptions": list(dict.fromkeys(description.text for description in entity.descriptions)),
        "mentions": [
            {"article": mention.article, **_place(mention.span), "mention": mention.kind} for mention in entity.mentions
        ],
    }


def timeline_json(entry: TimelineEntry) -> Json:
    """Return what happened at one time, with the sentences that say so."""
    return {
        "id": entry.id,
        "value": entry.value,
        "earliest": entry.earliest.isoformat(),
        "latest": entry.latest.isoformat(),
        "text": entry.text,
        "occurrences": [{"article": place.article, **_place(place.span)} for place in entry.occurrences],
    }


def dossier_json(dossier: Dossier) -> Json:
    """Return what `quellenlage dossier --json` prints."""
    return {
        "articles": [_dossier_article(reading) for reading in dossier.readings],
        "copies": [copy_json(copy) for copy in dossier.copies],
        "origins": [origin_json(origin) for origin in dossier.origins],
        "entities": [entity_json(entity) for entity in dossier.entities],
        "statements": [
            {**statement_json(statement), "article": reading.article.id, "same_as": None}
            for reading in dossier.readings
            for statement in reading.statements
        ],
        "claims": [],
        "conflicts": [],
        "timeline": [timeline_json(entry) for entry in dossier.timeline],
        "versions": [version_json(version) for version in dossier.versions],
        "problems": [problem_json(problem) for problem in dossier.problems],
    }


def problem_json(problem: Problem) -> Json:
    """Return a problem together with the article (or source) that it befell."""
    return {"article": problem.article, **_problem(problem)}


def _mention(mention: Mention) -> Json:
    return {
        **_place(mention.span),
        "label": mention.label,
        "name": mention.name,
        "entity": mention.entity,
        "mention": mention.kind,
    }


def _time(time: TimeExpression) -> Json:
    return {
        **_place(time.span),
        "type": time.type,
        "value": time.value,
        "earliest": time.earliest.isoformat() if time.earliest else None,
        "latest": time.latest.isoformat() if time.latest else None,
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        **_place(quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
    }


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _dossier_article(reading: Reading) -> Json:
    return {
        **article_json(reading),
        "id": reading.article.id,
        "name": reading.article.name,
        "credits": [_credit(credit) for credit in reading.credits],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _span_or_null(span: Span | None) -> list[int] | None:
    return None if span is None else _span(span)


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _byline(byline: Byline) -> Json:
    return {"name": byline.name, "start": byline.span.start, "end": byline.span.end}


def _dateline(dateline: Dateline | None) -> Json | None:
    if dateline is None:
        return None
    return {
        "place": dateline.place,
        "agency": dateline.agency,
        "start": dateline.span.start,
        "end": dateline.span.end,
    }


def _credit(credit: Credit) -> Json:
    """A credit that stands outside the text (in the author field) has no place: both bounds are null."""
    start, end = (None, None) if credit.span is None else (credit.span.start, credit.span.end)
    return {"agency": credit.agency, "role": credit.role, "start": start, "end": end}


def _relay(relay: Relay) -> Json:
    return {"name": relay.name, "start": relay.span.start, "end": relay.span.end}


def _passage(passage: Passage) -> Json:
    return {
        "a": _span(passage.a),
        "b": _span(passage.b),
        "words": passage.words,
        "edits": passage.edits,
        "quoted": passage.quoted,
    }


def _change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "older": _span_or_null(change.older),
        "newer": _span_or_null(change.newer),
        "what": change.what,
    }


def _problem(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "reason": problem.reason,
        "remedy": problem.remedy,
    }
