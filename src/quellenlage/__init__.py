"""Quellenlage: many reports of one event in, one picture out in which every line leads to its proof.

>>> import quellenlage as ql
>>> dossier = ql.dossier(["examples/reports"])          # doctest: +SKIP
>>> print(ql.to_text(dossier, "en"))                    # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.api import (
        Archive,
        Collection,
        Options,
        check_language,
        collect,
        copies,
        dossier,
        dossier_of,
        explain,
        read,
        stream,
        to_html,
        to_json,
        to_markdown,
        to_text,
    )

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "Collection",
    "Options",
    "check_language",
    "collect",
    "copies",
    "dossier",
    "dossier_of",
    "explain",
    "read",
    "stream",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
]


def __getattr__(name: str) -> object:
    """Load the api when one of its names is used first: importing the package alone costs a few milliseconds."""
    if name in __all__:
        return getattr(import_module("quellenlage.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
