"""Whose text do two articles share, and which articles rest on it?"""

from builders import make_copy, make_reading, name_agencies

from quellenlage.compare import gather_origins
from quellenlage.compare.hints import find_hints
from quellenlage.languages import load_pack
from quellenlage.model import Copy, Reading

PACK = load_pack("de")
LEAD = "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört, verletzt wurde niemand"
PAST = "Das Werk war vor neunzig Jahren gegründet worden und gehört seit einer Pleite der Gemeinde am Fluss"
TOLD = "Man habe nichts retten können, sagte der Deutschen Presse-Agentur ein Feuerwehrmann"


def reading(marked: str, name: str) -> Reading:
    """Return a reading whose article is called by its name."""
    return make_reading(marked, name=name, id=name)


def named(readings: list[Reading], *copies: Copy) -> list[tuple[str | None, str | None]]:
    """Return agency and basis of each copy."""
    return [(copy.agency, copy.agency_basis) for copy in name_agencies(readings, copies, PACK)]


def test_the_agency_that_both_credit() -> None:
    """Where several agencies are credited, the one that the partner credits, too, is the text's."""
    a, b = reading(f"{LEAD}. {{credit=AFP|AFP}}/{{credit=dpa|dpa}}", "a"), reading(f"{LEAD}. {{credit=dpa|dpa}}", "b")
    assert named([a, b], make_copy(a, b, LEAD)) == [("dpa", "both")]


def test_the_agency_that_one_credits() -> None:
    """One side's credit names the agency for both; a photo's credit names none."""
    a, b = reading(f"{LEAD}. {{photo=AP|(Foto: AP)}}", "a"), reading(f"{LEAD}. {{credit=Reuters|Reuters}}", "b")
    assert named([a, b], make_copy(a, b, LEAD)) == [("Reuters", "credit_b")]
    assert named([b, a], make_copy(b, a, LEAD)) == [("Reuters", "credit_a")]


def test_the_passage_decides_between_several_agencies() -> None:
    """An article that credits two agencies has each passage from the one that others credit for that passage."""
    mixed = reading(f"{LEAD}. {PAST}. {{credit=dpa|dpa}}/{{credit=AFP|AFP}}", "mixed")
    plain = reading(f"{PAST}.", "plain")
    other = reading(f"{PAST}. {{credit=AFP|AFP}}", "other")
    found = named([mixed, plain, other], make_copy(mixed, plain, PAST), make_copy(mixed, other, PAST))
    assert found == [("AFP", "credit_a"), ("AFP", "both")]


def test_a_third_article_names_the_agency() -> None:
    """Two articles that credit nobody have an agency's text if a third that has it, too, credits one."""
    a, b, c = reading(f"{LEAD}.", "a"), reading(f"{LEAD}.", "b"), reading(f"{LEAD}. {{credit=epd|epd}}", "c")
    copies = (make_copy(a, b, LEAD), make_copy(a, c, LEAD), make_copy(b, c, LEAD))
    assert named([a, b, c], *copies) == [("epd", "inferred"), ("epd", "credit_b"), ("epd", "credit_b")]


def test_whom_somebody_spoke_to_names_the_agency() -> None:
    """Where nobody credits anything, "told the agency" points to it; without that, no agency is named."""
    a, b = reading(f"{LEAD}. {TOLD}.", "a"), reading(f"{LEAD}.", "b")
    assert find_hints(a, PACK) == ("dpa",)
    assert named([a, b], make_copy(a, b, LEAD)) == [("dpa", "inferred")]
    c = reading(f"{LEAD}.", "c")
    assert named([b, c], make_copy(b, c, LEAD)) == [(None, None)]


def test_quotes_have_no_agency() -> None:
    """Shared quoted speech is nobody's text."""
    a, b = reading(f"{LEAD}. {{credit=dpa|dpa}}", "a"), reading(f"{LEAD}.", "b")
    assert named([a, b], make_copy(a, b, LEAD, kind="quotes")) == [(None, None)]


def test_articles_with_one_passage_have_one_origin() -> None:
    """Copies of the same characters gather; the origin says that not all of them credit the agency."""
    a, b, c = reading(f"{LEAD}. {{credit=dpa|dpa}}", "a"), reading(f"{LEAD}.", "b"), reading(f"{LEAD}.", "c")
    copies = name_agencies([a, b, c], [make_copy(a, b, LEAD), make_copy(b, c, LEAD)], PACK)
    (origin,) = gather_origins([a, b, c], copies, PACK)
    assert (origin.articles, origin.agency, origin.basis) == (("a", "b", "c"), "dpa", "partly_credited")


def test_an_article_may_rest_on_two_origins() -> None:
    """Different passages of one article, shared with different partners, are different origins."""
    both = reading(f"{LEAD}. {PAST}.", "both")
    a, b = reading(f"{LEAD}. {{credit=dpa|dpa}}", "a"), reading(f"{PAST}. {{credit=AFP|AFP}}", "b")
    readings = [both, a, b]
    copies = name_agencies(readings, [make_copy(both, a, LEAD), make_copy(both, b, PAST)], PACK)
    found = {(origin.articles, origin.agency) for origin in gather_origins(readings, copies, PACK)}
    assert found == {(("both", "a"), "dpa"), (("both", "b"), "AFP")}


def test_an_agencys_own_report_is_one_origin() -> None:
    """Whatever is copied from a report with an agency's dateline rests on that report."""
    wire = reading(f"{{dateline=Kleinhausen/Reuters|Kleinhausen (Reuters)}} - {LEAD}. {PAST}.", "wire")
    a, b = reading(f"{LEAD}.", "a"), reading(f"{PAST}.", "b")
    readings = [wire, a, b]
    copies = name_agencies(readings, [make_copy(wire, a, LEAD), make_copy(wire, b, PAST)], PACK)
    (origin,) = gather_origins(readings, copies, PACK)
    assert (origin.articles, origin.agency, origin.basis) == (("wire", "a", "b"), "Reuters", "partly_credited")


def test_an_origin_without_any_credit_is_unknown() -> None:
    """Two articles that credit nobody rest on one text all the same."""
    a, b = reading(f"{LEAD}.", "a"), reading(f"{LEAD}.", "b")
    (origin,) = gather_origins([a, b], [make_copy(a, b, LEAD)], PACK)
    assert (origin.agency, origin.basis) == (None, "unknown")
