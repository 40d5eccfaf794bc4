"""Read language packs from their folders. A pack is data: TOML files, each with entries and their examples.

pack.toml     code and name
labels.toml   what people see: [labels] key = "text"
*.toml        tables:  check = "credits"          the annotator that the examples run through
                       labels = ["credit"]        the labels of marks that the examples compare
                       [[entry]]   id = "…" …     one rule or lexicon entry
                       [[example]] text = "…" of = "entry id"
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from quellenlage.errors import LanguagePackError, UsageError
from quellenlage.languages.marked import parse_marked
from quellenlage.languages.pack import Entry, Example, LanguagePack, Table

PACKS = Path(__file__).parent
_TOML_LINE = re.compile(r"\(at line (\d+)")


def available_packs() -> tuple[str, ...]:
    """Return the codes of the language packs that are there."""
    return tuple(sorted(folder.parent.name for folder in PACKS.glob("*/pack.toml")))


@cache
def load_pack(code: str) -> LanguagePack:
    """Return the pack of a language, loaded once per process.

    Raises:
        UsageError: there is no pack for this language.
        LanguagePackError: one of its files is malformed.
    """
    if code not in available_packs():
        raise UsageError(f"there is no language pack {code!r}", f"there are: {', '.join(available_packs())}")
    return read_pack(PACKS / code)


def read_pack(folder: Path) -> LanguagePack:
    """Return the pack that lies in a folder.

    Raises:
        LanguagePackError: one of its files is malformed.
    """
    head = _read_toml(folder / "pack.toml")
    labels_file = folder / "labels.toml"
    labels = _read_toml(labels_file).get("labels", {}) if labels_file.exists() else {}
    files = sorted(file for file in folder.glob("*.toml") if file.name not in ("pack.toml", "labels.toml"))
    return LanguagePack(
        code=str(head.get("code", folder.name)),
        name=str(head.get("name", folder.name)),
        folder=folder,
        tables={file.stem: _read_table(file) for file in files},
        labels={str(key): str(value) for key, value in labels.items()},
    )


def _read_toml(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        raise LanguagePackError(file, int(line[1]) if line else 1, str(error)) from error
    except OSError as error:
        raise LanguagePackError(file, 1, f"cannot be read: {error.strerror}") from error


def _read_table(file: Path) -> Table:
    content = _read_toml(file)
    rows: dict[str, list[tuple[int, Mapping[str, Any]]]] = {
        section: _numbered(file, section, content.get(section, [])) for section in ("entry", "example")
    }
    entries = tuple(_entry(file, line, row) for line, row in rows["entry"])
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise LanguagePackError(file, entry.line, f"the id {entry.id!r} stands twice in this file")
        seen.add(entry.id)
    examples = tuple(_example(file, line, row, seen) for line, row in rows["example"])
    return Table(
        name=file.stem,
        file=file,
        check=str(content.get("check", "")),
        labels=frozenset(content.get("labels", ())),
        entries=entries,
        examples=examples,
    )


def _numbered(file: Path, section: str, rows: Any) -> list[tuple[int, Mapping[str, Any]]]:
    """Pair the rows of a [[section]] with the lines of their headers: TOML keeps their order."""
    source = file.read_text(encoding="utf-8").splitlines()
    lines = [number for number, line in enumerate(source, 1) if line.strip() == f"[[{section}]]"]
    if not isinstance(rows, list) or len(lines) != len(rows):
        raise LanguagePackError(file, 1, f"[[{section}]] must stand alone on its line, before each row")
    return list(zip(lines, rows, strict=True))


def _entry(file: Path, line: int, row: Mapping[str, Any]) -> Entry:
    if not isinstance(row.get("id"), str):
        raise LanguagePackError(file, line, "an entry needs an id")
    return Entry(id=row["id"], line=line, fields={key: value for key, value in row.items() if key != "id"})


def _example(file: Path, line: int, row: Mapping[str, Any], ids: set[str]) -> Example:
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
