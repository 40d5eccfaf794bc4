"""Where does a sentence end?"""

import pytest

from quellenlage.languages import load_pack
from quellenlage.read.sentences import split_sentences

PACK = load_pack("de")


def split(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in split_sentences(text, (0, len(text)), PACK)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["„Wir fahren.", "Wir fahren heute“, sagte Holm.", "Dann ging er."],
        ['"Wir fahren.', 'Und zwar heute!", sagte Holm.', '"Ja?"', "Er nickte."],
        ["»Wir fahren«, so Holm.", "»Heute.«"],
        ["«Wir fahren», so Holm.", "«Heute.»", "Das war alles."],
        ["Holm sagte: „Wir fahren.“", "Vogt schwieg."],
        ["Er fragte: ‚Wohin?‘", "Niemand wusste es."],
        ["(Die Fähre fuhr nicht.)", "Der Hafen blieb leer."],
        ["Holm (er ist 60) fuhr.", "Vogt (sie ist 40.) auch."],
    ],
)
def test_quotations_of_all_styles(sentences: list[str]) -> None:
    """Sentences in quotation marks and parentheses end inside; what closes stays with them."""
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "Dr. h. c. Anke Vogt und Prof. Ole Brandt fuhren am 3. Mai mit ca. 40 Gästen ab.",
        "Am 13. September kam der 1. FC Kiel mit 2,5 Mio. Euro zurück.",
        "Papst Paul VI. Nachfolger war er nicht.",
        "Holm & Co. KG aus Kiel baut u. a. Fähren, z. B. die Nr. 7 mit 12.500 PS.",
        "Mehr steht auf www.hafen.example und in der Datei plan.pdf auf Seite 3.",
        "„Halt!“, rief J. F. Holm, „wir kommen!“ und lief los",
        "Er sagte... nichts und (wirklich?) ging um 20.30 Uhr.",
        "Die z.T. alten Schiffe, d.h. alle drei, fahren i.d.R. nachts.",
    ],
)
def test_full_stops_that_end_nothing(text: str) -> None:
    """Abbreviations, ordinals, dates, initials, regnal numbers and addresses do not end a sentence."""
    assert split(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Das war 2019.", "Holm kam erst 2021.", "Dann fuhr er."],
        ["Sie steht auf Platz 3.", "Kiel ist Erster."],
        ["Das Spiel endete 2:1.", "Holm traf."],
        ["Er trug Decken, Zelte usw.", "Die Hilfe kam spät."],
        ["Der Zeuge ist Ole B.", "Er schweigt."],
        ["Er wartete…", "Niemand kam."],
        ["Wer kommt?!", "Holm!", "Und Vogt."],
        ["Die Fähre fährt\u00a0nicht.", "Holm\u00ad bleibt."],
    ],
)
def test_full_stops_that_end_a_sentence(sentences: list[str]) -> None:
    """Years, results, cardinals and last words of lists end a sentence where the next word begins one."""
    assert split(" ".join(sentences)) == sentences


def test_glued_sentences_are_cut() -> None:
    """A sentence that stands directly after the last one's full stop, without a blank, is its own."""
    assert split("Die Fähre liegt fest.Holm wartet am Hafen.„Ja“, sagt er.") == [
        "Die Fähre liegt fest.",
        "Holm wartet am Hafen.",
        "„Ja“, sagt er.",
    ]


@pytest.mark.parametrize("text", ["„Wir fahren. Heute noch", "Wir fahren“. Heute noch", '"Wir fahren. "" Heute noch'])
def test_unbalanced_quotation_marks_do_no_harm(text: str) -> None:
    """Marks that have no partner neither hide an end nor lose a character."""
    found = split(text)
    assert len(found) == 2
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_closing_mark_after_a_blank_stays_with_its_sentence() -> None:
    """A closing mark that a blank parts from its sentence is not carried to the next one."""
    assert split("„Wir fahren. “ Holm ging.") == ["„Wir fahren. “", "Holm ging."]
