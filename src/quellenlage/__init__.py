"""Quellenlage: many reports of one event in, one picture out in which every line leads to its proof.

>>> import quellenlage as ql
>>> dossier = ql.dossier(["examples/reports"])          # doctest: +SKIP
>>> print(ql.to_text(dossier, "en"))                    # doctest: +SKIP
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.api import (
        Archive,
        Collection,
        Options,
        TextOptions,
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
    "TextOptions",
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


class _Package(ModuleType):
    """The package as its users see it: the functions of the api, loaded when one is used first.

    Importing the package alone costs a few milliseconds. Two functions are called like the rooms that do their work
    (`read`, `dossier`); Python would put a room in its function's place as soon as it is imported.
    """

    def __getattr__(self, name: str) -> object:
        if name in __all__:
            return getattr(import_module("quellenlage.api"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in __all__ and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
