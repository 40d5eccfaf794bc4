"""Which articles are versions of one, in which order, and what was changed?"""

import pytest
from builders import make_reading

from quellenlage.compare import find_copies, find_versions
from quellenlage.languages import load_pack
from quellenlage.model import Reading, Version

PACK = load_pack("de")
TEXT = (
    "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört. "
    "Die Feuerwehr rückte mit vierzig Kräften an und löschte die Flammen nach sechs Stunden. "
    "Nach Angaben der Polizei wurden bei dem Brand zwölf Menschen verletzt. "
    "Der Schaden liegt nach einer ersten Schätzung bei drei Millionen Euro."
)
MORE = "Der Rat der Gemeinde kommt am Abend zu einer Sitzung zusammen und berät über den Neubau."


def reading(text: str, name: str, **fields: str) -> Reading:
    """Return a reading whose article is called by its name."""
    return make_reading(text, name=name, id=name, **fields)


def versions(*readings: Reading) -> tuple[Version, ...]:
    """Return the versions that are found among some readings."""
    return find_versions(readings, find_copies(readings, PACK), PACK)


def test_one_address_is_one_article() -> None:
    """Two texts of one address are versions, the later published one is newer, and a new sentence was added."""
    new = reading(f"{TEXT} {MORE}", "new", url="https://bote.example/brand", published="2024-03-02")
    old = reading(TEXT, "old", url="https://bote.example/brand", published="2024-03-01")
    (version,) = versions(new, old)
    assert (version.older, version.newer, version.trace.rule) == ("old", "new", "compare:versions-by-date")
    (change,) = version.changes
    assert (change.kind, change.older, change.what) == ("added", None, "text")
    assert change.newer
    assert change.newer.of(new.article.text) == MORE


def test_different_outlets_have_no_versions() -> None:
    """The same text with another number in another outlet is a copy, not a version."""
    assert not versions(reading(TEXT, "a", outlet="Bote"), reading(TEXT.replace("zwölf", "neun"), "b", outlet="Kurier"))


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("zwölf", "dreizehn", "number"),
        ("am Montag", "am Dienstag", "date"),
        ("Nach Angaben der Polizei wurden", "Laut Polizei wurden", "attribution"),
        ("Hafen von Kleinhausen", "Ufer von Kleinhausen", "text"),
    ],
)
def test_what_was_changed_is_named(before: str, after: str, what: str) -> None:
    """A number, a date or an attribution that differs is singled out; anything else is text."""
    old, new = reading(TEXT, "a", outlet="Bote"), reading(TEXT.replace(before, after), "b", outlet="Bote")
    (version,) = versions(old, new)
    assert [change.what for change in version.changes] == [what]
    assert {change.kind for change in version.changes} == {"changed"}


def test_a_changed_name_is_named() -> None:
    """A first and last name that gave way to another is a changed name, at its characters."""
    line = "Über den Einsatz berichtete am Abend der Leiter der Wache, {} aus Kleinhausen, den Leuten auf dem Markt."
    old = reading(f"{TEXT} {line.format('Jan Holm')}", "a", outlet="Bote")
    new = reading(f"{TEXT} {line.format('Ida Krug')}", "b", outlet="Bote")
    (version,) = versions(old, new)
    (change,) = version.changes
    assert (change.what, change.older and change.older.of(old.article.text)) == ("name", "Jan Holm")
    assert change.newer
    assert change.newer.of(new.article.text) == "Ida Krug"


def test_a_removed_sentence_is_shown_in_the_older_text() -> None:
    """What the newer version lacks was removed."""
    old = reading(f"{TEXT} {MORE}", "old", outlet="Bote", published="2024-03-01")
    new = reading(TEXT, "new", outlet="Bote", published="2024-03-02")
    (version,) = versions(old, new)
    (change,) = version.changes
    assert (change.kind, change.newer) == ("removed", None)
    assert change.older
    assert change.older.of(old.article.text) == MORE


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ({"published": "2024-03-01T12:00"}, {"published": "2024-03-01T09:00"}, "versions-by-time"),
        (
            {"text": " © dpa-infocom, dpa:240301-99-123456/3"},
            {"text": " © dpa-infocom, dpa:240301-99-123456/2"},
            "versions-by-revision",
        ),
        ({"text": f" {MORE}"}, {}, "versions-by-growth"),
    ],
)
def test_what_tells_the_order(one: dict[str, str], other: dict[str, str], rule: str) -> None:
    """Of two versions of one day the time, a revision number or growth tells which is newer."""
    newer = reading(TEXT + one.pop("text", ""), "newer", outlet="Bote", **one)
    older = reading(TEXT.replace("zwölf", "neun") + other.pop("text", ""), "older", outlet="Bote", **other)
    for pair in ((newer, older), (older, newer)):
        (version,) = versions(*pair)
        assert (version.older, version.newer) == ("older", "newer")
        assert version.trace.rule == f"compare:{rule}"


def test_without_evidence_the_input_order_decides_and_says_so() -> None:
    """Nothing tells the order: the one given first is taken for the older one."""
    (version,) = versions(reading(TEXT, "a", outlet="Bote"), reading(TEXT.replace("zwölf", "neun"), "b", outlet="Bote"))
    assert (version.older, version.trace.rule) == ("a", "compare:versions-by-input-order")


def test_two_reports_with_one_agencys_dateline_are_versions() -> None:
    """An agency rewrites a running report; dateline and place tell that it is one."""
    line = "{{dateline=Kleinhausen/Reuters|Kleinhausen (Reuters)}} - {}"
    own = "Niemand weiß, wie das Feuer entstand, doch in der Halle lagen Späne, und der Ofen war an. " * 3
    one = reading(line.format(TEXT), "a")
    other = reading(line.format(f"{own} {TEXT[:160]} {MORE}"), "b")
    (version,) = versions(one, other)
    assert {version.older, version.newer} == {"a", "b"}
