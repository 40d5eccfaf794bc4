"""The JSON that the doors hand out has exactly the keys that docs/reference/json.md names, always."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import make_reading
from dossiers import full_dossier, full_readings

from quellenlage.export import copy_json, dossier_json, reading_json
from quellenlage.model import Dateline, Dossier, Mention, Problem, Quantity, Reading, TimeExpression, Trace

_SECTION = re.compile(r"^## (\w+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"^\| (\w+) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def documented(root: Path) -> dict[str, list[str]]:
    """Return the keys of each record in the order of the page."""
    page = (root / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
    return {name: [key for key in _KEY.findall(body) if key != "key"] for name, body in _SECTION.findall(page)}


def full_reading() -> Reading:
    """Return a reading in which every list holds something."""
    reading = full_readings()[1]
    span, rule = reading.article.span(0, 3), Trace("room:test")
    return replace(
        reading,
        dateline=Dateline("d", None, None, span, rule),
        times=(TimeExpression("t", span, "DATE", "2024-03-03", None, None, rule),),
        quantities=(Quantity("q", span, 4, 4, 4, "m", None, rule),),
        entities=(Mention("m", span, "LOC", "Seehagen", "e", "name", rule),),
        problems=(Problem("x", "date", "note", "It has no date.", "Give --published."),),
    )


def empty_reading() -> Reading:
    """Return a reading of a text in which nothing was found."""
    return make_reading("Nichts.")


@pytest.mark.parametrize("make", [full_reading, empty_reading])
def test_reading_keys(documented: dict[str, list[str]], make: Any) -> None:
    """A reading has all keys in their order, whether anything was found or not."""
    found = reading_json(make())
    assert list(found) == documented["Reading"]
    assert list(found["article"]) == documented["Article"]


def test_parts_of_a_reading(documented: dict[str, list[str]]) -> None:
    """Statements, relays, credits, bylines and datelines have their keys, too."""
    found = reading_json(full_reading())
    assert [list(statement) for statement in found["statements"]] == [documented["Statement"]]
    assert list(found["statements"][0]["relays"][0]) == ["name", "start", "end"]
    assert [list(credit) for credit in found["credits"]] == [documented["Credit"]]
    assert list(found["article"]["byline"][0]) == ["name", "start", "end"]
    assert list(found["article"]["dateline"]) == ["place", "agency", "start", "end"]
    for name, record in (("entities", "Mention"), ("times", "Time"), ("quantities", "Quantity")):
        assert [list(row) for row in found[name]] == [documented[record]], name
    assert [list(problem) for problem in found["problems"]] == [documented["Problem"][1:]]


def test_dossier_keys(documented: dict[str, list[str]]) -> None:
    """A dossier and all records in it have exactly their keys."""
    found = dossier_json(full_dossier())
    assert list(found) == documented["Dossier"]
    for article in found["articles"]:
        assert list(article) == [*documented["Article"], "id", "name", "credits"]
    for name, record in (
        ("copies", "Copy"),
        ("origins", "Origin"),
        ("versions", "Version"),
        ("problems", "Problem"),
        ("entities", "Entity"),
        ("timeline", "Moment"),
        ("claims", "Claim"),
        ("conflicts", "Conflict"),
    ):
        assert found[name], name
        assert all(list(row) == documented[record] for row in found[name]), name
    assert list(found["copies"][0]["passages"][0]) == documented["Passage"]
    assert list(found["versions"][0]["changes"][0]) == documented["Change"]
    assert list(found["statements"][0]) == [*documented["Statement"], "article", "same_as"]
    assert list(found["claims"][0]["occurrences"][0]) == ["article", "start", "end", "statement"]
    assert list(found["conflicts"][0]["sides"][0]) == ["value", "occurrences"]
    assert list(found["conflicts"][0]["sides"][0]["occurrences"][0]) == ["article", "start", "end"]


def test_empty_dossier_keys(documented: dict[str, list[str]]) -> None:
    """A dossier of nothing has all keys, each an empty list."""
    assert dossier_json(Dossier(())) == {key: [] for key in documented["Dossier"]}


def test_copy_keys(documented: dict[str, list[str]]) -> None:
    """A pair of articles is printed alone as it stands in a dossier."""
    dossier = full_dossier()
    assert copy_json(dossier.copies[0]) == dossier_json(dossier)["copies"][0]
    assert list(copy_json(dossier.copies[0])) == documented["Copy"]


def _plain(value: Any) -> Iterator[Any]:
    """Yield all values of a plain structure."""
    yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _plain(child)


def test_values_are_plain() -> None:
    """Nothing but what JSON knows is handed out: no record, no tuple."""
    plain = (dict, list, str, int, float, bool, type(None))
    assert all(type(value) in plain for value in _plain(dossier_json(full_dossier())))
