"""The dossier as Markdown: nothing in an article is taken for markup."""

import pytest
from dossiers import HOSTILE, full_dossier, hostile_dossier
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.dossier import render_markdown
from quellenlage.dossier.markdown import plain
from quellenlage.languages import load_pack
from quellenlage.model import Dossier


def _render(dossier: Dossier) -> str:
    return render_markdown(dossier, load_pack("en").labels)


def test_sections() -> None:
    """All sections that hold something have their heading."""
    text = _render(full_dossier())
    headings = [line for line in text.splitlines() if line.startswith(("# ", "## "))]
    assert headings == [
        "# 3 reports, all of them carry dpa text",
        "## Where the text comes from",
        "## What is well supported",
        "## What is disputed",
        "## What changed over time",
        "## What hangs on one source",
        "## Who says what",
        "## Who is who",
        "## What happened when",
        "## The reports",
        "## Shared text",
        "## Versions",
        "## Notes and problems",
    ]


def test_passages_side_by_side() -> None:
    """Passages stand in a table, the differing word in bold."""
    rows = [line for line in _render(full_dossier()).splitlines() if line.startswith("| Der Deich")]
    assert len(rows) == 2
    assert "**drei** Meter |" in rows[0] or "**drei** Meter |" in rows[1]


def test_statements_name_their_characters() -> None:
    """Markdown has no marks in the text, so that every statement names its characters and its id."""
    dossier = full_dossier()
    text = _render(dossier)
    for reading in dossier.readings:
        for statement in reading.statements:
            span = statement.content[0]
            assert f"characters {span.start}–{span.end} · `{statement.id}`" in text


def test_no_markup_from_outside() -> None:
    """No tag, no line and no cell of a table comes from an article."""
    text = _render(hostile_dossier())
    assert HOSTILE not in text
    assert not any(sign in text.replace("\\<", "") for sign in ("<script", "<img", "<b>"))
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in tables} == {3}


@given(st.text(max_size=40))
def test_plain_is_one_line(text: str) -> None:
    """Any text becomes one line in which each sign of markup is escaped."""
    shown = plain(text)
    assert "\n" not in shown
    for place, char in enumerate(shown):
        if char in "*_`<[|":
            assert shown[place - 1] == "\\"


@pytest.mark.parametrize(
    ("text", "expected"), [("- a", "\\- a"), ("1. a", "1\\. a"), ("# a", "\\# a"), ("a & b", "a &amp; b")]
)
def test_beginnings(text: str, expected: str) -> None:
    """What would begin a list or a heading is text."""
    assert plain(text) == expected


def test_nothing_to_show() -> None:
    """A dossier of nothing is its headline."""
    assert _render(Dossier(())).strip() == "# No report"
