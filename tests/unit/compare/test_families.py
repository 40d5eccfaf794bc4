"""Which of several articles that rest on one text is nearest to it?"""

from builders import make_copy, make_reading, name_agencies

from quellenlage.compare import find_families, gather_origins
from quellenlage.compare.families import Family
from quellenlage.languages import load_pack
from quellenlage.model import Copy, Reading

PACK = load_pack("de")
LEAD = "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört, verletzt wurde niemand"
PAST = "Das Werk war vor neunzig Jahren gegründet worden und gehört seit einer Pleite der Gemeinde am Fluss"


def reading(marked: str, name: str, **fields: str) -> Reading:
    """Return a reading whose article is called by its name."""
    return make_reading(marked, name=name, id=name, **fields)


def family(readings: list[Reading], *copies: Copy) -> Family:
    """Return the one family of some articles."""
    named = name_agencies(readings, copies, PACK)
    (found,) = find_families(readings, named, gather_origins(readings, named, PACK), PACK)
    return found


def test_an_agencys_report_is_the_root() -> None:
    """Those who copied from a report with an agency's dateline hang on it, each with its reasons."""
    wire = reading(f"{{dateline=Kleinhausen/dpa|Kleinhausen (dpa)}} - {LEAD}. {PAST}.", "wire")
    cut, other = reading(f"{LEAD}.", "cut"), reading(f"{PAST}.", "other")
    found = family([cut, wire, other], make_copy(cut, wire, LEAD), make_copy(wire, other, PAST))
    assert (found.root, found.unknown) == ("wire", ())
    assert [(edge.nearer, edge.further) for edge in found.edges] == [("wire", "cut"), ("wire", "other")]
    assert found.edges[0].reasons == ("dateline", "completeness", "credit")
    assert 0.5 <= found.edges[0].confidence <= 0.95


def test_the_outlet_that_others_name_is_the_root() -> None:
    """A report that says where it has its news from hangs on that outlet's."""
    source = reading(f"{LEAD}.", "source", outlet="Kurier")
    later = reading(f"{LEAD}, berichtet der Kurier.", "later", outlet="Bote")
    found = family([later, source], make_copy(later, source, LEAD))
    assert (found.root, found.edges[0].reasons) == ("source", ("named",))


def test_where_nothing_decides_nothing_is_said() -> None:
    """Two equal articles of one day: neither is nearer."""
    a, b = reading(f"{LEAD}.", "a"), reading(f"{LEAD}.", "b")
    found = family([a, b], make_copy(a, b, LEAD))
    assert (found.root, found.edges, found.unknown) == (None, (), ("a", "b"))


def test_the_earlier_article_is_nearer() -> None:
    """An earlier day is a reason, if a weak one."""
    a, b = reading(f"{LEAD}.", "a", published="2024-03-02"), reading(f"{LEAD}.", "b", published="2024-03-01")
    found = family([a, b], make_copy(a, b, LEAD))
    assert (found.root, found.edges[0].reasons, found.edges[0].confidence) == ("b", ("time",), 0.613)
