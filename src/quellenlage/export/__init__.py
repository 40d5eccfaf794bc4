"""Records as plain values and JSON: what all three doors hand out."""

from quellenlage.export.contract import (
    article_json,
    copy_json,
    dossier_json,
    problem_json,
    reading_json,
    statement_json,
)
from quellenlage.export.encode import encode
from quellenlage.export.story import (
    claim_json,
    conflict_json,
    entity_json,
    origin_json,
    timeline_json,
    version_json,
)

__all__ = [
    "article_json",
    "claim_json",
    "conflict_json",
    "copy_json",
    "dossier_json",
    "encode",
    "entity_json",
    "origin_json",
    "problem_json",
    "reading_json",
    "statement_json",
    "timeline_json",
    "version_json",
]
