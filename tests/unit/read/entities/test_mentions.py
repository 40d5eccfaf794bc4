"""Names, descriptions and speakers of invented articles."""

from collections.abc import Sequence

import pytest
from builders import make_article

from quellenlage.languages import load_pack, parse_marked
from quellenlage.model import Mention, Reading, Trace
from quellenlage.read import ReadOptions, find_layout, read_article
from quellenlage.read.entities import Name, find_entities, resolve_speaker


def find(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """Return a text and its mentions, its names being those that are marked with a label (per, loc, org, oth)."""
    source = parse_marked(marked)
    article = make_article(source.text, language="de")
    layout = find_layout(article, load_pack("de"))
    names = [Name(article.span(mark.start, mark.end), mark.label.upper(), Trace("test", "de")) for mark in source.marks]
    return source.text, find_entities(layout, names)


def said_of(marked: str, name: str, kind: str = "role") -> list[str]:
    """Return what a marked text calls the entity of this name."""
    text, mentions = find(marked)
    return [mention.span.of(text) for mention in mentions if mention.kind == kind and mention.name == name]


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("Am Abend kam Präsidentin {per|Ida Holm} an.", ["Präsidentin"]),
        ("Der nordische Hafenminister {per|Ida Holm} kam an.", ["Der nordische Hafenminister"]),
        ("{per|Ida Holm}, Chefin der Werft, kam an.", ["Chefin der Werft"]),
        ("Die Chefin der Werft in {loc|Kiel}, {per|Ida Holm}, kam an.", ["Die Chefin der Werft in Kiel"]),
        ("{loc|Norwegens} Außenministerin {per|Ida Holm} kam an.", ["Norwegens Außenministerin"]),
        ("Am Montag kam {per|Ida Holm} an.", []),
        ("Der Bruder {per|Holms} kam an. {per|Ida Holm} blieb. {per|Holm} schlief.", []),
    ],
)
def test_descriptions_beside_a_name(marked: str, roles: list[str]) -> None:
    """What stands directly before or behind a name describes it; days and what somebody has do not."""
    assert said_of(marked, "Ida Holm") == roles


def test_a_description_stands_for_the_one_called_so() -> None:
    """A role that was used beside a name means the same person later; a woman's role is no man's."""
    text = "Präsidentin {per|Ida Holm} traf Minister {per|Jan Voss}. Der Minister schwieg. Die Präsidentin ging."
    assert said_of(text, "Ida Holm") == ["Präsidentin", "Die Präsidentin"]
    assert said_of(text, "Jan Voss") == ["Minister", "Der Minister"]


def test_a_nationality_decides_between_two_of_one_role() -> None:
    """The adjective tells which of two presidents is meant."""
    text = (
        "Der russische Präsident {per|Oleg Orlow} traf den finnischen Präsidenten {per|Jan Voss}. "
        "Der russische Präsident schwieg."
    )
    assert said_of(text, "Oleg Orlow") == ["Der russische Präsident", "Der russische Präsident"]


def test_names_that_were_missed_are_found_again() -> None:
    """A surname counts wherever it stands once its full name was found, and a name is not cut from a compound."""
    text, mentions = find("{per|Ida Holm} kam. Später ging Holm, und das Holm-Haus blieb.")
    assert [mention.span.of(text) for mention in mentions if mention.name == "Ida Holm"] == ["Ida Holm", "Holm"]


def test_a_persons_name_is_parted_at_small_words() -> None:
    """Two people with a verb between them are two names."""
    text, mentions = find("{per|Holm lobt Voss} sehr.")
    assert [mention.span.of(text) for mention in mentions] == ["Holm", "Voss"]


def read(text: str, **fields: str) -> Reading:
    """Return the fast reading of an invented text."""
    return read_article(make_article(text, language="de", **fields), load_pack("de"), ReadOptions(fast=True))


def test_statements_bear_the_name_and_id_of_their_speaker() -> None:
    """Full name, surname, role and pronoun of one person give one name and one entity."""
    reading = read(
        "Die norwegische Präsidentin Angela Brodersen hat den Hafen besucht. „Der Deich hält“, sagte Brodersen. "
        "Die Präsidentin kündigte an, dass der Hafen wächst. Sie sagte, der Deich sei hoch."
    )
    said = {(statement.speaker_name, statement.entity) for statement in reading.statements}
    assert len(reading.statements) >= 3
    assert {name for name, _ in said} == {"Angela Brodersen"}
    assert len({entity for _, entity in said}) == 1
    assert "pronoun" in {mention.kind for mention in reading.entities}


@pytest.mark.parametrize(
    ("marked", "speaker", "expected"),
    [
        ("Die Regierung in {loc|Tokio} sagte das.", "Die Regierung in Tokio", None),
        ("Der Anwalt von {per|Ida Holm} sagte das.", "Der Anwalt von Ida Holm", None),
        ("Die Agentur {org|Nordpress} sagte das.", "Die Agentur Nordpress", "Nordpress"),
        ("Der alte Hafenmeister {per|Ida Holm} sagte das.", "Der alte Hafenmeister Ida Holm", "Ida Holm"),
        ("{loc|Moskau} kündigte das an.", "Moskau", "Moskau"),
    ],
)
def test_who_speaks_in_a_noun_phrase(marked: str, speaker: str, expected: str | None) -> None:
    """A place beside an institution does not speak, nor does the one somebody works for; a place alone may."""
    source = parse_marked(marked)
    _, mentions = find(marked)
    article = make_article(source.text, language="de")
    start = source.text.index(speaker)
    found = resolve_speaker(find_layout(article, load_pack("de")), mentions, article.span(start, start + len(speaker)))
    assert (found.name if found else None) == expected


def ids(mentions: Sequence[Mention]) -> set[str]:
    """Return the entities of mentions."""
    return {mention.entity for mention in mentions}


def test_a_name_that_says_enough_has_one_id_in_every_article() -> None:
    """A full name, a known place and an organisation keep their ids; a bare surname is another article's own."""
    _, first = find("{per|Ida Holm} kam nach {loc|Kiel}.")
    _, second = find("In {loc|Kiel} traf die {org|Nordpress} gestern {per|Ida Holm}.")
    assert ids(first) < ids(second)
    _, left = find("Gestern kam {per|Holm} an.")
    _, right = find("Heute ging {per|Holm} fort.")
    assert not ids(left) & ids(right)
