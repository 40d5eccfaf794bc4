"""What is known about a language, as data with examples; and the loader."""

from quellenlage.languages.examine import Check, Failure, examine
from quellenlage.languages.loader import available_packs, load_pack, read_pack
from quellenlage.languages.marked import Mark, MarkedText, parse_marked
from quellenlage.languages.pack import LanguagePack, Table
from quellenlage.languages.tables import Entry, Example

__all__ = [
    "Check",
    "Entry",
    "Example",
    "Failure",
    "LanguagePack",
    "Mark",
    "MarkedText",
    "Table",
    "available_packs",
    "examine",
    "load_pack",
    "parse_marked",
    "read_pack",
]
