"""Spans name characters of one text."""

from quellenlage.text import Span, covers, overlaps


def test_of_returns_the_characters() -> None:
    """A span's characters are counted in code points, so that an emoji is one."""
    assert Span("t", 2, 4).of("a😀bc") == "bc"


def test_spans_of_different_texts_never_overlap() -> None:
    """The same offsets in two texts are different places."""
    assert not overlaps(Span("a", 0, 5), Span("b", 0, 5))
    assert not covers(Span("a", 0, 5), Span("b", 1, 2))


def test_touching_spans_do_not_overlap() -> None:
    """Spans are half-open: where one ends the next begins."""
    assert not overlaps(Span("a", 0, 5), Span("a", 5, 6))
    assert overlaps(Span("a", 0, 6), Span("a", 5, 6))


def test_a_span_covers_itself() -> None:
    """Covering includes both borders."""
    assert covers(Span("a", 1, 4), Span("a", 1, 4))
    assert not covers(Span("a", 1, 4), Span("a", 0, 4))
