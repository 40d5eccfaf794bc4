"""The summary for the terminal: it fits, it says what must be known, and no article can steer the terminal."""

import re

import pytest
from builders import make_reading
from dossiers import full_dossier, hostile_dossier
from rich.cells import cell_len

from quellenlage.dossier import TextOptions, render_text
from quellenlage.languages import load_pack
from quellenlage.model import Dossier

PLAIN = TextOptions(colour=False)


def _render(dossier: Dossier, options: TextOptions = PLAIN, language: str = "de") -> str:
    return render_text(dossier, load_pack(language).labels, options)


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("language", ["de", "en"])
def test_fits(width: int, language: str) -> None:
    """No line is wider than the terminal, and none ends in blanks."""
    for dossier in (full_dossier(), hostile_dossier()):
        lines = _render(dossier, TextOptions(width, colour=False), language).splitlines()
        assert max(cell_len(line) for line in lines) <= width
        assert not any(line.endswith(" ") for line in lines)


def test_news_first() -> None:
    """The headline and the silent copy stand above all lists."""
    text = _render(full_dossier())
    assert text.index("3 Berichte, in allen steht dpa-Text") < text.index("nennt für seinen Text keine Agentur")
    assert text.index("nennt für seinen Text keine Agentur") < text.index("WOHER DER TEXT KOMMT")


def test_shows_what_was_found() -> None:
    """Credits, versions, relays and problems are all there."""
    text = _render(full_dossier(), TextOptions(120, colour=False))
    for shown in (
        "Foto: AP · keine Agentur für den Text genannt",
        "von Ole Brandt",
        "Seehagen (dpa) · Text: dpa",
        "Redaktion: Nordverlag",
        "*drei* Meter",
        "*fünf* Meter",
        "Ida Holm ← Radio Nord ← [3]",
        "kaputt.bin  nicht gelesen · not-text",
    ):
        assert shown in text


def test_tells_the_story() -> None:
    """What is supported, disputed, changed and hangs on one source is told, with the reasons; then who is who."""
    text = _render(full_dossier(), TextOptions(120, colour=False))
    order = (
        *("WAS GUT BELEGT IST", "WAS STRITTIG IST", "WAS SICH MIT DER ZEIT ÄNDERTE"),
        *("WAS AN EINER QUELLE HÄNGT", "auf das Wort von Ida Holm", "Nur in einem Medium", "WER WAS SAGT"),
        *("WER IST WER", "Seehagen  Ort, Deutschland", "WAS WANN GESCHAH", "DIE BERICHTE", "nur hier: 1 Aussage"),
    )
    places = [text.find(shown) for shown in order]
    assert -1 not in places
    assert places == sorted(places)


def test_other_wordings_are_told() -> None:
    """The same utterance in other words stands below the first wording, what differs between asterisks."""
    one = make_reading("{say=1:direct|„Ich freue mich“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="one")
    two = make_reading("{say=1:direct|„Ich bin froh“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="two")
    text = _render(Dossier((one, two), repeats=((two.statements[0].id, one.statements[0].id),)))
    assert "„Ich freue mich“" in text
    assert "= „Ich *bin froh*“" in text


def test_ids_are_shown() -> None:
    """Every report, origin, copy, version and statement shows its id."""
    dossier = full_dossier()
    text = _render(dossier)
    ids = [copy.id for copy in dossier.copies] + [origin.id for origin in dossier.origins]
    ids += [version.id for version in dossier.versions] + [reading.article.id for reading in dossier.readings]
    ids += [found.id for group in (dossier.claims, dossier.conflicts, dossier.updates) for found in group]
    ids += [entity.id for entity in dossier.entities]
    ids += [statement.id for reading in dossier.readings for statement in reading.statements]
    assert [finding for finding in ids if finding not in text] == []


def test_colour_only_where_asked_for() -> None:
    """Escape codes stand in the text with colour and nowhere else."""
    assert "\x1b[" in _render(full_dossier(), TextOptions(colour=True))
    assert "\x1b" not in _render(full_dossier())


def test_colour_changes_no_word() -> None:
    """Without its escape codes the coloured summary has the same words; only the signs for differing words go."""
    coloured = re.sub(r"\x1b\[[\d;]*m", "", _render(full_dossier(), TextOptions(colour=True)))
    assert coloured.split() == _render(full_dossier()).replace("*", "").split()


def test_no_article_steers_the_terminal() -> None:
    """Escapes, bells and overrides of direction in an article are shown as what they are: nothing to see."""
    text = _render(hostile_dossier())
    assert not set(text) & {"\x1b", "\x07", "\u202e"}


def test_markup_of_rich_is_text() -> None:
    """Square brackets in a name are not taken for style."""
    dossier = hostile_dossier()
    assert "<b>dpa</b>-Text" in _render(dossier)


def test_long_lists_are_cut_with_a_count() -> None:
    """What does not fit is counted, with a word on how to see all; in full nothing is left out."""
    dossier = full_dossier()
    many = Dossier(dossier.readings, problems=dossier.problems * 30)
    assert "… 20 weitere Probleme (alle mit --full, --html oder --json)" in _render(many)
    full = _render(many, TextOptions(full=True, colour=False))
    assert "weitere" not in full
    assert full.count("kaputt.bin") == 30


def test_nothing_to_show() -> None:
    """A dossier of nothing says so and shows no empty section."""
    assert _render(Dossier(())).split("\n", 2)[1:] == ["  Kein Bericht", ""]


def test_one_report_alone() -> None:
    """One report has no copies, no origins and no bar to compare."""
    text = _render(Dossier(full_dossier().readings[:1]))
    assert "Ein Bericht" in text
    assert "GLEICHER TEXT" not in text
    assert "█" not in text
