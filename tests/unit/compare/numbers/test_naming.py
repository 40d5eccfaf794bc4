"""Who is named beside two numbers?"""

import pytest

from quellenlage.compare.numbers.naming import Named, compare_named


def place(name: str, distance: int = 5) -> Named:
    """Return a place that a number's clause names."""
    return Named("LOC", tuple(name.lower().split()), close=True, distance=distance)


@pytest.mark.parametrize(("left", "right"), [("Bremen", "Bremer"), ("Hof", "Landkreis Hof"), ("München", "Münchner")])
def test_forms_of_one_name_are_met(left: str, right: str) -> None:
    """Endings, and words beside it, make no other name."""
    found = compare_named((place(left),), (place(right),))
    assert not found["places_apart"]
    assert found["named_shared"] > 0


@pytest.mark.parametrize(("left", "right"), [("Iran", "Irak"), ("Sachsen", "Sachsen-Anhalt"), ("Passau", "Hof")])
def test_like_names_are_others(left: str, right: str) -> None:
    """A shared beginning alone makes no form of one name."""
    found = compare_named((place(left),), (place(right),))
    assert found["places_apart"]
    assert found["nearest_apart"]
    assert found["named_swapped_close"]


def test_a_shared_name_beside_others() -> None:
    """Two rivers' towns: one name is shared, the nearest are others."""
    found = compare_named((place("Donau", 20), place("Passau")), (place("Donau", 20), place("Deggendorf")))
    assert not found["places_apart"]
    assert found["named_swapped"]
    assert found["nearest_apart"]


def test_names_of_two_kinds_say_nothing() -> None:
    """A person here and a place there are no contrast."""
    found = compare_named((Named("PER", ("lohmann",), close=True, distance=3),), (place("Gera"),))
    assert not any(found.values())


def test_the_order_does_not_matter() -> None:
    """A name said twice on one side counts as often either way."""
    left, right = (place("Gera"), place("Gera", 40), place("Hof")), (place("Gera"), place("Passau"))
    assert compare_named(left, right) == compare_named(right, left)
