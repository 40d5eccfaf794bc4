"""Marked texts let nobody count characters."""

import pytest

from quellenlage.languages import Mark, parse_marked


def test_marks_nest() -> None:
    """A mark may lie within another; both point into the plain text."""
    marked = parse_marked("{content|Wir {cue=sagen|sagen} es}.")
    assert marked.text == "Wir sagen es."
    assert marked.marks == (Mark(0, 12, "content"), Mark(4, 9, "cue", "sagen"))


def test_doubled_braces_are_literal() -> None:
    """A text with braces can be marked."""
    assert parse_marked("{{a}} {x|b}").text == "{a} b"


@pytest.mark.parametrize("source", ["{x|offen", "zu}"])
def test_unbalanced_marks_are_refused(source: str) -> None:
    """A forgotten brace is an error of the file, not another example."""
    with pytest.raises(ValueError, match="closed"):
        parse_marked(source)
