"""Read language packs from their folders. A pack is data: TOML files, each with entries and their examples.

pack.toml     code and name
labels.toml   what people see: [labels] key = "text"
*.toml        tables:  check = "credits"          the annotator that the examples run through
                       labels = ["credit"]        the labels of marks that the examples compare
                       [[entry]]   id = "…" …     one rule or lexicon entry
                       [[example]] text = "…" of = "entry id"
"""

from functools import cache
from pathlib import Path

from quellenlage.errors import UsageError
from quellenlage.languages.pack import LanguagePack, Table
from quellenlage.languages.tables import parse_toml, read_content

PACKS = Path(__file__).parent


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
    head = parse_toml(folder / "pack.toml")
    labels_file = folder / "labels.toml"
    labels = parse_toml(labels_file).get("labels", {}) if labels_file.exists() else {}
    files = sorted(file for file in folder.glob("*.toml") if file.name not in ("pack.toml", "labels.toml"))
    return LanguagePack(
        code=str(head.get("code", folder.name)),
        name=str(head.get("name", folder.name)),
        folder=folder,
        tables={file.stem: _read_table(file) for file in files},
        labels={str(key): str(value) for key, value in labels.items()},
    )


def _read_table(file: Path) -> Table:
    content = read_content(file)
    return Table(
        name=file.stem,
        file=file,
        check=str(content.head.get("check", "")),
        labels=frozenset(content.head.get("labels", ())),
        entries=content.entries,
    )
