"""Spans as plain values."""

from collections.abc import Iterable
from typing import Any

from quellenlage.text import Span

Json = dict[str, Any]


def place(span: Span) -> Json:
    """Return where something lies, for a record that has other keys beside it."""
    return {"start": span.start, "end": span.end}


def pair(span: Span) -> list[int]:
    """Return a span as `[start, end]`."""
    return [span.start, span.end]


def pair_or_null(span: Span | None) -> list[int] | None:
    """Return a span as `[start, end]`, or null where there is none."""
    return None if span is None else pair(span)


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Return several spans."""
    return [pair(span) for span in spans]
