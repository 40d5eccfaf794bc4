"""Texts from anywhere are safe to print, and keep their offsets."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.dossier.printable import one_line, printable, shorten

_ANY = st.text(st.characters(codec=None), max_size=60)


@given(_ANY)
def test_length_is_kept(text: str) -> None:
    """Every character stays in its place, so that spans still hold."""
    assert len(printable(text)) == len(text)


@given(_ANY)
def test_nothing_unsafe_is_left(text: str) -> None:
    """No escape, no half surrogate, nothing that turns the direction of all that follows."""
    shown = printable(text)
    shown.encode("utf-8")
    assert not any(char in shown for char in "\x00\x07\x08\x1b\x9b\r\u202e\u2066")


def test_line_ends() -> None:
    """A Windows line end is one line end, not two."""
    assert printable("a\r\nb\rc") == "a \nb\nc"


def test_one_line() -> None:
    """Line ends and runs of blanks become single blanks."""
    assert one_line(" a\n\n b\u00a0 c\x1b ") == "a b c\ufffd"


@given(st.text("ab ,", max_size=40), st.integers(1, 20))
def test_shortened_lines_fit(text: str, width: int) -> None:
    """A shortened line is never longer than asked for, and is left alone where it fits."""
    short = shorten(text, width)
    assert len(short) <= width
    assert short == text or short.endswith("…")


def test_cut_after_a_word() -> None:
    """The cut is made between words where that does not cost half the line."""
    assert shorten("Der Deich bei Seehagen hielt", 20) == "Der Deich bei…"
