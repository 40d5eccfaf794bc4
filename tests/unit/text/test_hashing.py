"""Ids derive from content."""

from quellenlage.text import digest, short_hash


def test_parts_are_kept_apart() -> None:
    """Moving a character from one part to the next changes the id."""
    assert short_hash("ab", "c") != short_hash("a", "bc")


def test_ids_are_the_same_everywhere() -> None:
    """An id is a function of its parts alone; this value was computed once and must never change."""
    assert short_hash("article", "0-5") == "564840509397"


def test_broken_characters_have_ids_too() -> None:
    """A lone surrogate, left by a broken decoder, does not stop the run."""
    assert len(short_hash("\ud800")) == 12


def test_digest_tells_bytes_apart() -> None:
    """One changed byte is another source."""
    assert digest(b"a") != digest(b"b")
    assert len(digest(b"")) == 32
