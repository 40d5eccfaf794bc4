"""Which words have a counterpart, and when are two texts opposed?"""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.compare.meaning.opposites import find_opposites, opposed
from quellenlage.languages import load_pack

PACK = load_pack("de")


def entries(text: str) -> set[tuple[str, str]]:
    """Return the entries that a text shows, with their sides."""
    return {(found.pole.entry, found.pole.side) for found in find_opposites(text, PACK)}


def test_parted_verbs_are_one_word() -> None:
    """The particle at the end of the clause belongs to the verb, and both places show it."""
    found = find_opposites("Der Rat lehnte den Plan ab.", PACK)
    assert [(word.word, word.pole.side) for word in found] == [("lehnte … ab", "other")] * 2
    assert ("agree", "other") in entries("Der Rat hat den Plan abgelehnt.")
    assert ("agree", "other") in entries("Der Rat beschloss, den Plan abzulehnen.")
    assert ("agree", "other") not in entries("Der Rat lehnte sich an die Wand.")


def test_negated_and_contrasted_clauses_say_neither() -> None:
    """Who did not agree has not rejected; what is set against something else is told of another thing."""
    assert not entries("Die Preise sanken nicht.")
    assert not entries("Im Mai dagegen sanken die Preise.")
    assert ("rise", "other") in entries("Die Preise sanken, die Löhne nicht.")


def test_beginnings_need_one_rest() -> None:
    """The northern shore is opposed to the southern shore, and to no other southern thing."""
    north, shore, hall = (find_opposites(f"Am {word} brannte es.", PACK) for word in ("Nordufer", "Südufer", "Südbad"))
    assert [(one.word, two.word) for one, two in opposed(north, shore)] == [("nordufer", "südufer")]
    assert not list(opposed(north, hall))


def test_who_has_both_is_opposed_to_nobody() -> None:
    """A report that tells both sides agrees with either."""
    both = find_opposites("Die Preise stiegen im Mai, dann sanken sie.", PACK)
    assert not list(opposed(both, find_opposites("Die Preise sanken.", PACK)))


@given(st.text())
def test_any_text_has_its_places(text: str) -> None:
    """Whatever a text holds, what is found stands in it."""
    for found in find_opposites(text, PACK):
        assert 0 <= found.start < found.end <= len(text)
