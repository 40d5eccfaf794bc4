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
from quellenlage.api.summary import (
    Endpoint,
    SummaryOptions,
    request_of,
    summarise,
    to_summary_json,
    to_summary_text,
)
from quellenlage.dossier import TextOptions

__all__ = [
    "Archive",
    "Collection",
    "Endpoint",
    "LanguageReport",
    "Options",
    "SummaryOptions",
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
    "request_of",
    "statement_of",
    "stream",
    "summarise",
    "timeline_entry_of",
    "to_html",
    "to_json",
    "to_line",
    "to_markdown",
    "to_summary_json",
    "to_summary_text",
    "to_text",
]
