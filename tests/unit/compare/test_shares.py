"""Whose words does an outlet print, and which texts connect nothing?"""

from builders import make_copy, make_reading, name_agencies

from quellenlage.compare import find_boilerplate, find_copies, find_shares
from quellenlage.languages import load_pack
from quellenlage.model import Reading

PACK = load_pack("de")
LEAD = "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört, verletzt wurde niemand"
OWN = "Am Kai standen noch am Abend viele Leute"


def reading(marked: str, name: str, outlet: str, published: str = "2024-03-01") -> Reading:
    """Return a reading whose article is called by its name."""
    return make_reading(marked, name=name, id=name, outlet=outlet, published=published)


def test_words_are_an_agencys_credited_or_not() -> None:
    """Of one shared text, the outlet that credits the agency printed credited words, the other one uncredited ones."""
    honest = reading(f"{LEAD}. {OWN}. {{credit=dpa|dpa}}", "a", "Bote")
    silent = reading(f"{LEAD}.", "b", "Kurier")
    copies = name_agencies([honest, silent], [make_copy(honest, silent, LEAD)], PACK)
    first, second = find_shares([honest, silent], copies, PACK)
    assert (first.outlet, first.day, first.articles, first.words) == ("Bote", "2024-03-01", 1, 24)
    assert (first.own, first.credited, first.uncredited) == (8, 16, 0)
    assert (second.outlet, second.own, second.credited, second.uncredited) == ("Kurier", 0, 0, 16)


def test_shared_words_without_an_agency_are_shared() -> None:
    """Where no agency is known, nothing is said to be an agency's."""
    a, b = reading(LEAD, "a", "Bote"), reading(LEAD, "b", "Kurier")
    assert [share.shared for share in find_shares([a, b], [make_copy(a, b, LEAD)], PACK)] == [16, 16]


def test_an_outlet_that_others_name_did_not_copy() -> None:
    """A report that names the outlet it has its news from makes that outlet's text no agency's."""
    source = reading(LEAD, "a", "Kurier")
    later = reading(f"{LEAD}, schreibt der Kurier. {{credit=dpa|dpa}}", "b", "Bote")
    copies = name_agencies([source, later], [make_copy(source, later, LEAD)], PACK)
    by_outlet = {share.outlet: share for share in find_shares([source, later], copies, PACK)}
    assert (by_outlet["Kurier"].uncredited, by_outlet["Kurier"].shared) == (0, 16)
    assert by_outlet["Bote"].credited == 16


def test_press_releases_count_apart() -> None:
    """A text that a sender of press releases is credited for is a press release for all who print it."""
    a, b = reading(f"{LEAD}. {{release=ots|ots}}", "a", "Bote"), reading(LEAD, "b", "Kurier")
    copies = name_agencies([a, b], [make_copy(a, b, LEAD)], PACK)
    assert [share.press_release for share in find_shares([a, b], copies, PACK)] == [16, 16]


def test_an_outlets_own_repetitions_are_its_own() -> None:
    """What one outlet prints twice it has not copied from another."""
    a, b = reading(LEAD, "a", "Bote"), reading(LEAD, "b", "Bote")
    (share,) = find_shares([a, b], [make_copy(a, b, LEAD)], PACK)
    assert (share.articles, share.own, share.words) == (2, 32, 32)


def test_standing_texts_are_listed_with_one_place() -> None:
    """What is left out as boilerplate is listed, with its characters in one article and where it stands."""
    box = "Sie lesen eine gekürzte Fassung dieses Beitrags, den vollen Text erhalten Abonnenten wie immer per Post"
    bodies = ("Der Markt war voll", "Im Hafen liegt ein Schiff", "Es regnet seit Tagen", "Der Zug hat Verspätung")
    readings = [reading(f"{body}. {box}.", f"{number}", "Bote") for number, body in enumerate(bodies)]
    (found,) = find_boilerplate(readings)
    assert (found.article, found.articles, found.outlets) == ("0", 4, ("Bote",))
    assert found.span.of(readings[0].article.text) == box
    assert find_copies(readings, PACK) == ()
    assert find_boilerplate(readings[:3]) == ()
