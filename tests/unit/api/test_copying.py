"""Comparing many articles: press releases, the window, what was dropped, whose words are whose, families."""

from pathlib import Path

import pytest
from press import save, write_press

from quellenlage import api
from quellenlage.api.copying import Comparison, CopyRequest, Division, compare, dropped, origins, shares
from quellenlage.api.families import families, family_of
from quellenlage.errors import UsageError
from quellenlage.model import Problem

RELEASE = (
    "Die Stadtwerke Finkenau erneuern ab Montag die Wasserleitung unter der Lindenstraße. Anwohner müssen bis Freitag "
    "mit kurzen Unterbrechungen rechnen, die Busse der Linie vier fahren über den Marktplatz."
)
OWN = "Auf dem Wochenmarkt war das Thema am Morgen zwischen Kohl und Käse schnell besprochen, man füllt eben Eimer."


def compared(folder: Path, **fields: object) -> tuple[Comparison, list[Problem]]:
    """Compare the articles of a folder's press.jsonl."""
    problems: list[Problem] = []
    request = CopyRequest(**fields)  # type: ignore[arg-type]  # the fields of the tests are right
    return compare([folder / "press.jsonl"], api.Options(), request, problems.append), problems


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder with an article, and a press release that it was taken from."""
    row = {"id": "bote", "outlet": "Altweiler Bote", "published": "2024-05-06", "text": f"{RELEASE} {OWN}"}
    save(tmp_path / "press.jsonl", [row])
    released = {"id": "pm", "outlet": "Stadtwerke Finkenau", "published": "2024-05-05", "text": RELEASE}
    save(tmp_path / "releases.jsonl", [released])
    return tmp_path


def test_a_press_release_is_an_origin_of_its_own_kind(town: Path) -> None:
    """An article that took over a release has its sender for an origin, and the words count as the release's."""
    comparison, _ = compared(town, releases=[town / "releases.jsonl"])
    (origin,) = origins(comparison)
    (share,) = shares(comparison, ["outlet"])
    assert (origin.agency, origin.articles) == ("Stadtwerke Finkenau", ("bote", "pm"))
    assert (share.outlet, share.press_release, share.uncredited) == ("Altweiler Bote", 28, 0)
    assert share.words == share.own + share.press_release


def test_a_release_outweighs_the_credits_of_others(town: Path) -> None:
    """Words of a release are its sender's, even where another outlet that has them credits an agency."""
    rows = [
        {"id": "bote", "outlet": "Altweiler Bote", "published": "2024-05-06", "text": f"{RELEASE} {OWN}"},
        {"id": "post", "outlet": "Dornfelder Post", "published": "2024-05-06", "text": f"{RELEASE} (dpa)"},
    ]
    save(town / "press.jsonl", rows)
    comparison, _ = compared(town, releases=[town / "releases.jsonl"])
    assert [(row.outlet, row.press_release, row.uncredited) for row in shares(comparison, ["outlet"])] == [
        ("Altweiler Bote", 28, 0),
        ("Dornfelder Post", 28, 0),
    ]


def test_a_release_that_is_an_article_too_stays_one(town: Path) -> None:
    """What was given both ways is compared once, and a note says so."""
    comparison, problems = compared(town, releases=[town / "releases.jsonl", town / "press.jsonl"])
    assert [subject.article.id for subject in comparison.subjects] == ["bote", "pm"]
    assert [problem.code for problem in problems] == ["release-given-twice"]


def test_the_window_says_what_is_compared(town: Path) -> None:
    """Articles further apart than the window share nothing; a window below zero is a mistake."""
    assert compared(town, releases=[town / "releases.jsonl"], window_days=0)[0].copies == ()
    with pytest.raises(UsageError, match="holds nothing"):
        CopyRequest(window_days=-1)


def test_standing_texts_are_named_with_their_places(tmp_path: Path) -> None:
    """What an outlet prints under every article is a note: where it stands, and in how many articles."""
    rows = write_press(tmp_path / "press.jsonl", 12)
    standing = " Lesen Sie alle Berichte aus dem Kreis gratis, solange der Vorrat an alten Zeitungen im Keller reicht."
    for row in rows:
        row["text"] += standing
    save(tmp_path / "press.jsonl", rows)
    notes = dropped(compared(tmp_path)[0])
    assert notes
    assert all(note.severity == "note" and note.code == "standing-text" for note in notes)
    assert any(f"stand in {len(rows)} articles" in note.reason for note in notes)


def test_shares_add_up_however_they_are_told_apart(tmp_path: Path) -> None:
    """Rows by day, by outlet and by both hold the same words; stories hold those of their members."""
    write_press(tmp_path / "press.jsonl", 12)
    comparison, _ = compared(tmp_path)
    divisions: tuple[tuple[Division, ...], ...] = (("outlet",), ("day",), ("outlet", "day"))
    sums = {sum(row.words for row in shares(comparison, by)) for by in divisions}
    stories = shares(comparison, ["story"])
    assert len(sums) == 1
    assert [row.origin for row in stories] == [origin.id for origin in origins(comparison)]
    assert all(row.outlet is None and row.articles >= 2 for row in stories)


def test_families_name_reasons_edits_and_each_passages_agency(tmp_path: Path) -> None:
    """Every edge says why, how sure, what was dropped and added, and whose text each passage is."""
    write_press(tmp_path / "press.jsonl", 12)
    found = [family_of(descent) for descent in families(compared(tmp_path)[0], api.Options())]
    edges = [edge for family in found for edge in family["edges"]]  # type: ignore[attr-defined]  # a list of edges
    assert edges
    for edge in edges:
        assert edge["reasons"]
        assert 0.5 <= edge["confidence"] <= 0.95
        assert {passage["agency"] for passage in edge["passages"]} == {"dpa"}
        assert edge["sentences_kept"] >= 4
