"""What the doors may call: read, compare, tell, explain, keep."""

from quellenlage.api.archive import Archive
from quellenlage.api.language_check import LanguageReport, TableReport, check_language
from quellenlage.api.options import Options
from quellenlage.api.pipeline import Collection, collect, copies, dossier, dossier_of, read, stream
from quellenlage.api.render import (
    entity_of,
    explain,
    statement_of,
    timeline_entry_of,
    to_html,
    to_json,
    to_line,
    to_markdown,
    to_text,
)
from quellenlage.dossier import TextOptions

__all__ = [
    "Archive",
    "Collection",
    "LanguageReport",
    "Options",
    "TableReport",
    "TextOptions",
    "check_language",
    "collect",
    "copies",
    "dossier",
    "dossier_of",
    "entity_of",
    "explain",
    "read",
    "statement_of",
    "stream",
    "timeline_entry_of",
    "to_html",
    "to_json",
    "to_line",
    "to_markdown",
    "to_text",
]
