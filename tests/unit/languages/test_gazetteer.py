"""Places of a language pack, taken apart when they are asked for."""

import pytest

from quellenlage.languages import load_pack
from quellenlage.languages.gazetteer import Place, Places, gazetteer_of

ROWS = {"Seeland": "country\tSX\t11\t3", "Hafenstadt": "city\tSX\t12\t2"}


def test_places_are_a_mapping() -> None:
    """Known names give their place, others none, as in a dictionary."""
    places = Places(ROWS)
    assert dict(places) == {"Seeland": Place("country", "SX", "11", 3), "Hafenstadt": Place("city", "SX", "12", 2)}
    assert list(places) == ["Seeland", "Hafenstadt"]
    assert "Seeland" in places
    assert "Bergstadt" not in places
    assert places.get("Bergstadt") is None
    assert places.get("Bergstadt", places["Hafenstadt"]) == places["Hafenstadt"]
    with pytest.raises(KeyError):
        places["Bergstadt"]


def test_countries_are_found_among_places() -> None:
    """Countries alone are told, with their names."""
    assert list(Places(ROWS).countries()) == [("Seeland", Place("country", "SX", "11", 3))]


def test_the_pack_knows_countries_adjectives_and_aliases() -> None:
    """Every row of the table belongs to exactly one of them."""
    gazetteer = gazetteer_of(load_pack("de"))
    assert gazetteer.places["Frankreich"].kind == "country"
    assert gazetteer.adjectives["französisch"] == "FR"
    assert not set(gazetteer.adjectives) & set(gazetteer.places)
    assert {place.kind for place in gazetteer.places.values()} == {"country", "state", "city"}


def test_a_pack_without_a_gazetteer_knows_no_place() -> None:
    """English has labels only so far: nothing is found, and nothing fails."""
    gazetteer = gazetteer_of(load_pack("en"))
    assert gazetteer.place_of("Berlin") is None
    assert gazetteer.identity("Berlin") == ""
