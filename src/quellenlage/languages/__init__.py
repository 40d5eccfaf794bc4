"""What is known about a language, as data with examples; and the loader."""

from quellenlage.languages.examine import Check, Failure, examine
from quellenlage.languages.loader import available_packs, load_pack, read_pack
from quellenlage.languages.marked import Mark, MarkedText, parse_marked
from quellenlage.languages.outlets import OUTLET_CHECKS, Outlet, find_outlet
from quellenlage.languages.pack import LanguagePack, Table
from quellenlage.languages.tables import Entry, Example

__all__ = [
    "OUTLET_CHECKS",
    "Check",
    "Entry",
    "Example",
    "Failure",
    "LanguagePack",
    "Mark",
    "MarkedText",
    "Outlet",
    "Table",
    "available_packs",
    "examine",
    "find_outlet",
    "load_pack",
    "parse_marked",
    "read_pack",
]
