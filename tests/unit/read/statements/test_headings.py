"""Headings: what they say has the speakers of the text, and nothing goes on from them."""

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article, Statement
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements import find_statements
from quellenlage.text import digest

BODY = (
    "Am Montag kam Bürgermeisterin Anna Brandt an die Elbe und besah den Schaden. „Der Deich hält noch sehr lange“, "
    "sagte Brandt vor der Presse, und alle nickten.\n\n"
    "Am Abend zog das Wasser ab, und die Helfer gingen nach Hause. Es war die dritte Flut des Jahres."
)


def _read(text: str) -> tuple[Statement, ...]:
    article = Article(id="a", text=text, text_id=digest(text.encode()), source_id="", name="-")
    layout = find_layout(article, load_pack("de"))
    return find_statements(layout, find_quotations(layout))


def _in_heading(heading: str) -> list[tuple[str, str, list[str], str | None]]:
    text = f"{heading}\n\n{BODY}"
    return [
        (found.kind, found.content[0].of(text), [span.of(text) for span in found.speaker], found.speaker_name)
        for found in _read(text)
        if found.content[0].start < len(heading)
    ]


def test_a_quotation_in_a_heading_has_the_speaker_of_the_one_it_is_cut_from() -> None:
    """Words quoted in a headline belong to whoever says them in the text."""
    assert _in_heading("Brandts „noch sehr lange“") == [("direct", "„noch sehr lange“", ["Brandt"], "Anna Brandt")]


def test_a_quotation_that_the_text_does_not_have_is_no_statement() -> None:
    """Scare quotes in a headline say nothing."""
    assert _in_heading("Ein Fest für die „Nacht der Lichter“") == []


def test_a_speaker_before_a_colon_says_the_heading() -> None:
    """A name of a speaker and a colon attribute the rest of a headline."""
    (found,) = _in_heading("Brandt: Der Deich hält")
    assert found == ("indirect", "Der Deich hält", ["Brandt"], "Anna Brandt")


@pytest.mark.parametrize("heading", ["Elbe: Der Deich hält", "Brandt: Eine Frau am Deich"])
def test_a_topic_before_a_colon_says_nothing(heading: str) -> None:
    """A place before a colon, or a name before no sentence, is what the headline is about."""
    assert _in_heading(heading) == []


def test_words_before_a_headline_are_no_part_of_its_speaker() -> None:
    """A line set before a headline is not taken for its subject; what describes the speaker is."""
    assert _in_heading("Streit der Häfen Brandt lobt den Deich")[0][2] == ["Brandt"]
    assert _in_heading("Die Chefin der Häfen Brandt lobt den Deich")[0][2] == ["Die Chefin der Häfen Brandt"]


def test_the_text_does_not_go_on_from_a_heading() -> None:
    """A quotation by itself below a heading is not said by whom the heading names."""
    text = f"{BODY}\n\nPetersen warnt vor Flut\n\n„Wir haben alle lange gewartet.“ Der Regen fiel weiter auf die Stadt."
    assert all("Petersen" not in (found.speaker_name or "") for found in _read(text) if found.kind == "direct")


def test_an_adjective_of_a_country_names_who_speaks() -> None:
    """Nobody inherits "nach dänischen Angaben": the country speaks, in the sentence that goes on too."""
    text = "Anna Brandt kam. „Ich sehe alles sehr genau“, sagte Brandt. Nach dänischen Angaben hält er. Er sei hoch."
    assert [found.speaker_name for found in _read(text)][1:] == ["Dänemark", "Dänemark"]


def test_an_adjective_of_no_country_names_nobody() -> None:
    """An office without a name stays unnamed."""
    text = "Anna Brandt kam. „Ich sehe alles sehr genau“, sagte Brandt. Nach amtlichen Angaben hält er."
    assert [found.speaker_name for found in _read(text)][1:] == [None]
