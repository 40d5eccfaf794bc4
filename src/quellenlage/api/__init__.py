"""What the doors may call: read, compare, tell, explain, keep. Each is loaded when it is asked for."""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.api.archive import Archive
    from quellenlage.api.language_check import LanguageReport, TableReport, check_language
    from quellenlage.api.options import Options
    from quellenlage.api.pipeline import Collection, collect, dossier, read, stream
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
    from quellenlage.api.telling import copies, dossier_of
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

# Where each of them lives: a command needs a few, and half the time of a short run would go into loading the others.
_HOMES = MappingProxyType(
    {
        "archive": ("Archive",),
        "language_check": ("LanguageReport", "TableReport", "check_language"),
        "options": ("Options",),
        "pipeline": ("Collection", "collect", "dossier", "read", "stream"),
        "render": (
            "TextOptions",
            "entity_of",
            "explain",
            "statement_of",
            "timeline_entry_of",
            "to_html",
            "to_json",
            "to_line",
            "to_markdown",
            "to_text",
        ),
        "summary": (
            "Endpoint",
            "SummaryOptions",
            "request_of",
            "summarise",
            "to_summary_json",
            "to_summary_text",
        ),
        "telling": ("copies", "dossier_of"),
    }
)


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
