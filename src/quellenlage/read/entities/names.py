"""Names as they are handed on: a place, a label, why it was found."""

from typing import NamedTuple, Protocol

from quellenlage.model import Trace
from quellenlage.text import Span


class NameLike(Protocol):
    """What any finder of names gives."""

    @property
    def span(self) -> Span:
        """Return where the name stands."""

    @property
    def label(self) -> str:
        """Return PER, LOC, ORG or OTH."""

    @property
    def trace(self) -> Trace:
        """Return why it was found."""


class Name(NamedTuple):
    """One name: its place, its label (PER LOC ORG OTH) and why it was found."""

    span: Span
    label: str
    trace: Trace
