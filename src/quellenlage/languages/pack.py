"""What a language pack is once it is loaded: tables of entries, each with its examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quellenlage.errors import LanguagePackError
from quellenlage.languages.tables import Entry, Example, read_examples


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One file of a pack: its entries and the examples that the check named `check` must satisfy.

    `labels` are the labels of marks that the file's examples speak about; others are not compared.
    """

    name: str
    file: Path
    check: str
    labels: frozenset[str]
    entries: tuple[Entry, ...]

    @property
    def examples(self) -> tuple[Example, ...]:
        """Return the table's examples, read from its file when they are asked for: reading articles needs none.

        Raises:
            LanguagePackError: an example is malformed.
        """
        return read_examples(self.file, frozenset(entry.id for entry in self.entries))

    def strings(self, entry: Entry, key: str) -> tuple[str, ...]:
        """Return the field `key` of an entry as a tuple of strings, () if it is missing.

        Raises:
            LanguagePackError: the field is no string and no list of strings.
        """
        value = entry.fields.get(key, ())
        if isinstance(value, str):
            return (value,)
        if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise LanguagePackError(self.file, entry.line, f"{key} must be a string or a list of strings")

    def string(self, entry: Entry, key: str, default: str = "") -> str:
        """Return the field `key` of an entry as one string, `default` if it is missing."""
        value = entry.fields.get(key, default)
        if not isinstance(value, str):
            raise LanguagePackError(self.file, entry.line, f"{key} must be a string")
        return value


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class LanguagePack:
    """One language's knowledge. Compared by identity, so that what is compiled from it can be cached by it."""

    code: str
    name: str
    folder: Path
    tables: Mapping[str, Table]
    labels: Mapping[str, str] = field(default_factory=dict)

    def table(self, name: str) -> Table:
        """Return a table by its name (its file name without the ending).

        Raises:
            LanguagePackError: the pack has no such table.
        """
        if name not in self.tables:
            raise LanguagePackError(self.folder / f"{name}.toml", 1, "this table is missing from the pack")
        return self.tables[name]
