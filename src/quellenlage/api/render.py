"""Dossiers and findings as text, page, Markdown and JSON: the same bytes behind every door."""

from quellenlage.dossier import (
    TextOptions,
    find_explanation,
    render_explanation,
    render_html,
    render_markdown,
    render_text,
)
from quellenlage.errors import UnknownIdError
from quellenlage.export import (
    copy_json,
    dossier_json,
    encode,
    entity_json,
    reading_json,
    statement_json,
    timeline_json,
)
from quellenlage.languages import load_pack
from quellenlage.model import Article, Copy, Dossier, Entity, Reading, Statement, TimelineEntry


def to_json(finding: Dossier | Reading | Copy) -> bytes:
    """Return a dossier, a reading or a copy as one line of JSON (UTF-8): DESIGN's contract, docs/reference/json.md."""
    if isinstance(finding, Dossier):
        return encode(dossier_json(finding)) + b"\n"
    if isinstance(finding, Reading):
        return encode(reading_json(finding)) + b"\n"
    return encode(copy_json(finding)) + b"\n"


def to_line(finding: dict[str, object]) -> bytes:
    """Return plain values as one line of JSON."""
    return encode(finding) + b"\n"


def statement_of(article: Article, statement: Statement) -> dict[str, object]:
    """Return a statement as plain values, with the id of its article."""
    return {**statement_json(statement), "article": article.id}


def entity_of(entity: Entity) -> dict[str, object]:
    """Return an entity as plain values."""
    return entity_json(entity)


def timeline_entry_of(entry: TimelineEntry) -> dict[str, object]:
    """Return an entry of a timeline as plain values."""
    return timeline_json(entry)


def to_text(dossier: Dossier, language: str = "en", options: TextOptions | None = None) -> str:
    """Return a dossier as a summary for the terminal, with the labels of a language ("de", "en")."""
    return render_text(dossier, load_pack(language).labels, options)


def to_html(dossier: Dossier, language: str = "en") -> str:
    """Return a dossier as one self-contained page."""
    return render_html(dossier, load_pack(language).labels, language)


def to_markdown(dossier: Dossier, language: str = "en") -> str:
    """Return a dossier as Markdown."""
    return render_markdown(dossier, load_pack(language).labels)


def explain(dossier: Dossier, finding: str, language: str = "en", options: TextOptions | None = None) -> str:
    """Return the proof behind an id of a dossier: characters, rule, file and line, examples, reasons.

    Raises:
        UnknownIdError: the dossier has no finding with this id.
    """
    explanation = find_explanation(dossier, finding)
    if explanation is None:
        raise UnknownIdError(
            f"nothing here has the id {finding!r}", "give the same paths, options or archive that printed the id"
        )
    return render_explanation(explanation, load_pack(language).labels, options)
