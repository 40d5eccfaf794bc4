"""One file of a language pack: TOML with [[entry]] and [[example]] rows, each knowing its line."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from quellenlage.errors import LanguagePackError
from quellenlage.languages.marked import MarkedText, parse_marked

_TOML_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule or lexicon entry: its id within the table, its line in the file, its fields as written there."""

    id: str
    line: int
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Example:
    """A text in which a table's check must find exactly what is marked; nothing marked makes it a counterexample.

    `of` is the id of the entry that it illustrates, or "" for the table as a whole. `context` holds the example's
    other fields (a publication date, an outlet), for checks that need more than the text.
    """

    line: int
    of: str
    marked: MarkedText
    context: Mapping[str, str] = field(default_factory=dict)

    @property
    def counter(self) -> bool:
        """Say whether this is a counterexample: a text in which nothing must be found."""
        return not self.marked.marks


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds apart from its examples."""

    head: Mapping[str, Any]
    entries: tuple[Entry, ...]


def read_content(file: Path) -> Content:
    """Return the head and the entries of a table's file; examples are skipped, unparsed.

    Raises:
        LanguagePackError: the file cannot be read or is malformed.
    """
    source = _blank(_read(file), "example")
    head = parse_toml(file, source)
    entries = tuple(_entry(file, line, row) for line, row in _numbered(file, source, "entry", head.get("entry", [])))
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise LanguagePackError(file, entry.line, f"the id {entry.id!r} stands twice in this file")
        seen.add(entry.id)
    return Content(head, entries)


@cache
def read_examples(file: Path, ids: frozenset[str]) -> tuple[Example, ...]:
    """Return the examples of a table's file, whose entries have these ids.

    Raises:
        LanguagePackError: an example is malformed, or is one of an entry that is not there.
    """
    source = _blank(_read(file), "entry")
    rows = parse_toml(file, source).get("example", [])
    return tuple(_example(file, line, row, ids) for line, row in _numbered(file, source, "example", rows))


def parse_toml(file: Path, source: str | None = None) -> Mapping[str, Any]:
    """Return the content of a TOML file (or of its source, given).

    Raises:
        LanguagePackError: it is malformed.
    """
    try:
        return tomllib.loads(_read(file) if source is None else source)
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        raise LanguagePackError(file, int(line[1]) if line else 1, str(error)) from error


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise LanguagePackError(file, 1, f"cannot be read: {error.strerror}") from error


def _blank(source: str, section: str) -> str:
    """Empty the lines of all rows of a section, so that the others keep their line numbers."""
    lines = []
    inside = False
    for line in source.splitlines():
        if line.startswith("[["):
            inside = line.strip() == f"[[{section}]]"
        lines.append("" if inside else line)
    return "\n".join(lines)


def _numbered(file: Path, source: str, section: str, rows: Any) -> list[tuple[int, Mapping[str, Any]]]:
    """Pair the rows of a [[section]] with the lines of their headers: TOML keeps their order."""
    lines = [number for number, line in enumerate(source.splitlines(), 1) if line.strip() == f"[[{section}]]"]
    if not isinstance(rows, list) or len(lines) != len(rows):
        raise LanguagePackError(file, 1, f"[[{section}]] must stand alone on its line, before each row")
    return list(zip(lines, rows, strict=True))


def _entry(file: Path, line: int, row: Mapping[str, Any]) -> Entry:
    if not isinstance(row.get("id"), str):
        raise LanguagePackError(file, line, "an entry needs an id")
    return Entry(id=row["id"], line=line, fields={key: value for key, value in row.items() if key != "id"})


def _example(file: Path, line: int, row: Mapping[str, Any], ids: frozenset[str]) -> Example:
    if not isinstance(row.get("text"), str):
        raise LanguagePackError(file, line, "an example needs a text")
    of = str(row.get("of", ""))
    if of and of not in ids:
        raise LanguagePackError(file, line, f"no entry of this file has the id {of!r}")
    try:
        context = {key: str(value) for key, value in row.items() if key not in ("text", "of")}
        return Example(line=line, of=of, marked=parse_marked(row["text"]), context=context)
    except ValueError as error:
        raise LanguagePackError(file, line, str(error)) from error
