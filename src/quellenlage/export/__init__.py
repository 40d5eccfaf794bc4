"""Records as plain values and JSON: what all three doors hand out."""

from quellenlage.export.contract import (
    article_json,
    copy_json,
    dossier_json,
    entity_json,
    origin_json,
    problem_json,
    reading_json,
    statement_json,
    timeline_json,
    version_json,
)
from quellenlage.export.encode import encode

__all__ = [
    "article_json",
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
