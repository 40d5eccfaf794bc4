"""Names of one article that mean the same are one entity; others stay apart."""

import pytest

from quellenlage.languages import load_pack
from quellenlage.languages.gazetteer import gazetteer_of
from quellenlage.read.entities.grouping import group_names


def grouped(*names: str) -> tuple[int, ...]:
    """Return the groups of names given as "LABEL:form", with "(" after one that the next one explains in brackets."""
    rows = [name.partition(":")[::2] for name in names]
    gaps = [" (" if form.endswith("(") else "\n" for _, form in rows]
    forms = [form.removesuffix("(") for _, form in rows]
    return group_names(forms, [label for label, _ in rows], gaps, gazetteer_of(load_pack("de")))


@pytest.mark.parametrize(
    "names",
    [
        ("PER:Ida Holm", "PER:Holm", "PER:Holms"),
        ("PER:Holm", "PER:Ida Holm"),
        ("PER:Pak Jong Su", "PER:Pak", "PER:Pak Jong-su"),
        ("PER:Dmitri Orlow", "PER:Dimitri Orlow"),
        ("LOC:Russland", "LOC:Russlands"),
        ("LOC:USA", "LOC:Vereinigten Staaten"),
        ("ORG:Vereinten Nationen", "ORG:UN", "ORG:Vereinte Nationen"),
        ("ORG:Südlicher Segelverein West(", "ORG:SSW", "ORG:SSW"),
        ("ORG:Brodersen AG", "ORG:Brodersen"),
        ("ORG:Bundesseegerichtes", "ORG:Bundesseegericht"),
    ],
)
def test_forms_of_one_name_are_one_entity(names: tuple[str, ...]) -> None:
    """Surname, genitive, spelling, abbreviation and legal form do not part an entity."""
    assert set(grouped(*names)) == {0}


@pytest.mark.parametrize(
    "names",
    [
        ("PER:Ida Holm", "PER:Jan Holm"),
        ("LOC:Luxemburg", "ORG:FC Luxemburg"),
        ("LOC:Südkorea", "LOC:Nordkorea"),
        ("ORG:Segelverein West", "ORG:Segelverein Ost"),
        ("LOC:Holm", "PER:Holm"),
    ],
)
def test_different_entities_stay_apart(names: tuple[str, ...]) -> None:
    """Two people of one surname, a city and its club, a place and a person are two."""
    assert len(set(grouped(*names))) == 2


def test_a_surname_means_the_person_named_last() -> None:
    """Where two people share a surname, it stands for the one who was named nearest before it."""
    assert grouped("PER:Ida Holm", "PER:Jan Holm", "PER:Holm") == (0, 1, 1)
    assert grouped("PER:Ida Holm", "PER:Holm", "PER:Jan Holm") == (0, 0, 1)


def test_numbers_follow_the_order_of_appearance() -> None:
    """Entities are counted from 0 in the order in which they are first named."""
    assert grouped("LOC:Kiel", "PER:Ida Holm", "LOC:Kiel") == (0, 1, 0)
    assert grouped() == ()
