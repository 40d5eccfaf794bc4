"""What another finder says of each word is heard beside the weights, and cleaned by what the article shows."""

import numpy as np
from builders import make_article

from quellenlage.languages import load_pack
from quellenlage.model import Trace
from quellenlage.read import find_layout
from quellenlage.read.entities import Heard, Name, find_entities, find_joint_names

PACK = load_pack("de")
TRACE = Trace("model:test@0", "de")


def heard(text: str, names: dict[str, int]) -> Heard:
    """Return certainty about words: those in `names` begin a name of this label's number, all others are none."""
    words = [word for part in text.replace(".", " .").split() for word in (part.partition("-")) if word]
    starts, ends, position = [], [], 0
    for word in words:
        position = text.index(word, position)
        starts.append(position)
        position += len(word)
        ends.append(position)
    logs = np.full((len(words), 9), -12.0, np.float32)
    for row, word in enumerate(words):
        logs[row, 1 + 2 * names[word] if word in names else 0] = 0.0
    return Heard(starts, ends, logs)


def names_of(text: str, names: dict[str, int]) -> list[tuple[str, str]]:
    """Return the names that are found together, with their labels."""
    layout = find_layout(make_article(text, language="de"), PACK)
    return [(name.span.of(text), name.label) for name in find_joint_names(layout, heard(text, names), TRACE)]


def test_what_is_heard_decides_where_the_weights_know_little() -> None:
    """An invented name is found with the label that the other finder gives it."""
    assert ("Zylbrock", "ORG") in names_of("Später verkaufte Zylbrock seine Anteile.", {"Zylbrock": 2})


def test_a_compound_holds_no_name() -> None:
    """A name that the other finder hears inside a compound is none."""
    assert names_of("Später blieb das Zylbrock-Haus leer.", {"Zylbrock": 2}) == []


def test_nothing_is_found_in_nothing() -> None:
    """An article without words has no names."""
    assert names_of("", {}) == []


def labels_of(marks: list[tuple[str, str]], text: str) -> list[tuple[str, str]]:
    """Return the names of a text with their labels, after a finder gave these in their order."""
    article = make_article(text, language="de")
    names, position = [], 0
    for form, label in marks:
        position = text.index(form, position)
        names.append(Name(article.span(position, position + len(form)), label, TRACE))
        position += len(form)
    return [(m.span.of(text), m.label) for m in find_entities(find_layout(article, PACK), names) if m.kind == "name"]


def test_a_word_is_a_person_or_not_throughout_an_article() -> None:
    """A surname once taken for a place is a person's, and a place once taken for a person is a place."""
    text = "Ida Holm kam. Dann lachte Holm. Aber Holm schwieg."
    assert {label for _, label in labels_of([("Ida Holm", "PER"), ("Holm", "PER"), ("Holm", "LOC")], text)} == {"PER"}
    text = "In Zylbrock regnete es. Vor Zylbrock schneite es. Zylbrock schlief."
    marks = [("Zylbrock", "LOC"), ("Zylbrock", "LOC"), ("Zylbrock", "PER")]
    assert {label for _, label in labels_of(marks, text)} == {"LOC"}


def test_a_city_and_its_club_keep_their_labels() -> None:
    """A place and an organisation of one name may stand side by side."""
    text = "In Zylbrock regnete es. Gestern gewann Zylbrock."
    marks = [("Zylbrock", "LOC"), ("Zylbrock", "ORG"), ("Zylbrock", "LOC")]
    assert labels_of(marks[:2], text) == marks[:2]


def test_a_datelines_place_is_named() -> None:
    """The place of a dateline, which no sentence covers, is a mention."""
    text = "Kiel (dpa) - Der Hafen bleibt heute wegen des Sturms und der hohen Flut geschlossen."
    layout = find_layout(make_article(text, language="de"), PACK)
    found = [(m.span.of(text), m.label) for m in find_entities(layout)]
    assert ("Kiel", "LOC") in found
    assert ("dpa", "ORG") in found
