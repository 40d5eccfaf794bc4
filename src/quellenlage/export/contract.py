"""The contract at the doors: records as plain dictionaries, every key always there (docs/reference/json.md).

Spans become `[start, end]`, half-open, in Unicode code points of the article's text. Lists that no step has filled yet
are empty. The order of the keys is that of the contract, so that equal records give equal bytes.
"""

from quellenlage.export.spans import Json, pair, pair_or_null, pairs, place
from quellenlage.export.story import (
    claim_json,
    conflict_json,
    entity_json,
    origin_json,
    timeline_json,
    version_json,
)
from quellenlage.model import (
    Byline,
    Copy,
    Credit,
    Dateline,
    Dossier,
    Mention,
    Passage,
    Problem,
    Quantity,
    Reading,
    Relay,
    Statement,
    TimeExpression,
)


def reading_json(reading: Reading) -> Json:
    """Return what `quellenlage read --jsonl` prints for one article."""
    return {
        "id": reading.article.id,
        "article": article_json(reading),
        "sentences": pairs(reading.sentences),
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
        "headline": pair_or_null(reading.headline),
        "byline": [_byline(byline) for byline in reading.bylines],
        "dateline": _dateline(reading.dateline),
    }


def statement_json(statement: Statement) -> Json:
    """Return one statement: who says what, on whose word, in which characters."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "content": pairs(statement.content),
        "cue": pairs(statement.cue),
        "speaker": pairs(statement.speaker),
        "speaker_name": statement.speaker_name,
        "addressee": pairs(statement.addressee),
        "frame": pairs(statement.frame),
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


def dossier_json(dossier: Dossier) -> Json:
    """Return what `quellenlage dossier --json` prints."""
    repeats = dict(dossier.repeats)
    return {
        "articles": [_dossier_article(reading) for reading in dossier.readings],
        "copies": [copy_json(copy) for copy in dossier.copies],
        "origins": [origin_json(origin) for origin in dossier.origins],
        "entities": [entity_json(entity) for entity in dossier.entities],
        "statements": [
            {**statement_json(statement), "article": reading.article.id, "same_as": repeats.get(statement.id)}
            for reading in dossier.readings
            for statement in reading.statements
        ],
        "claims": [claim_json(claim) for claim in dossier.claims],
        "conflicts": [conflict_json(conflict) for conflict in dossier.conflicts],
        "timeline": [timeline_json(entry) for entry in dossier.timeline],
        "versions": [version_json(version) for version in dossier.versions],
        "problems": [problem_json(problem) for problem in dossier.problems],
    }


def problem_json(problem: Problem) -> Json:
    """Return a problem together with the article (or source) that it befell."""
    return {"article": problem.article, **_problem(problem)}


def _mention(mention: Mention) -> Json:
    return {
        **place(mention.span),
        "label": mention.label,
        "name": mention.name,
        "entity": mention.entity,
        "mention": mention.kind,
    }


def _time(time: TimeExpression) -> Json:
    return {
        **place(time.span),
        "type": time.type,
        "value": time.value,
        "earliest": time.earliest.isoformat() if time.earliest else None,
        "latest": time.latest.isoformat() if time.latest else None,
    }


def _quantity(quantity: Quantity) -> Json:
    return {
        **place(quantity.span),
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
    }


def _dossier_article(reading: Reading) -> Json:
    return {
        **article_json(reading),
        "id": reading.article.id,
        "name": reading.article.name,
        "credits": [_credit(credit) for credit in reading.credits],
    }


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
        "a": pair(passage.a),
        "b": pair(passage.b),
        "words": passage.words,
        "edits": passage.edits,
        "quoted": passage.quoted,
    }


def _problem(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "reason": problem.reason,
        "remedy": problem.remedy,
    }
