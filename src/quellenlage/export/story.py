"""What several articles say together, as plain dictionaries: origins, versions, entities, claims, moments."""

from quellenlage.export.spans import Json, pair_or_null, place
from quellenlage.model import Change, Claim, Conflict, Entity, Occurrence, Origin, TimelineEntry, Version


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
            {"article": mention.article, **place(mention.span), "mention": mention.kind} for mention in entity.mentions
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
        "occurrences": [_occurrence(found) for found in entry.occurrences],
    }


def claim_json(claim: Claim) -> Json:
    """Return what several articles claim, where they do, and on what it rests."""
    return {
        "id": claim.id,
        "text": claim.text,
        "occurrences": [
            {"article": found.article, **place(found.span), "statement": found.statement} for found in claim.occurrences
        ],
        "outlets": list(claim.outlets),
        "origins": list(claim.origins),
        "sources": list(claim.sources),
        "status": claim.status,
    }


def conflict_json(conflict: Conflict) -> Json:
    """Return what articles give differently, each value with the sentences that have it."""
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "what": conflict.what,
        "sides": [
            {"value": side.value, "occurrences": [_occurrence(found) for found in side.occurrences]}
            for side in conflict.sides
        ],
    }


def _occurrence(found: Occurrence) -> Json:
    return {"article": found.article, **place(found.span)}


def _change(change: Change) -> Json:
    return {
        "kind": change.kind,
        "older": pair_or_null(change.older),
        "newer": pair_or_null(change.newer),
        "what": change.what,
    }
