"""Which texts were corrected, and who rests on them?"""

from builders import make_copy, make_reading

from quellenlage.compare import find_notices, gather_origins
from quellenlage.languages import load_pack

PACK = load_pack("de")
LEAD = "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört, verletzt wurde niemand"


def test_who_rests_on_a_corrected_text() -> None:
    """An agency's correction concerns every article of the same origin; the notice is found with its characters."""
    corrected = make_reading(f"{LEAD}. (Berichtigt wird der Ort im ersten Satz)", name="a", id="a")
    other, alone = make_reading(f"{LEAD}.", name="b", id="b"), make_reading("Der Markt war voll.", name="c", id="c")
    readings = [corrected, other, alone]
    origins = gather_origins(readings, [make_copy(corrected, other, LEAD)], PACK)
    (notice,) = find_notices(readings, origins, PACK)
    assert (notice.article, notice.kind, notice.resting) == ("a", "correction", ("b",))
    assert notice.span.of(corrected.article.text) == "(Berichtigt wird der Ort im ersten Satz)"
    assert notice.trace.rule == "corrections/agency-correction"


def test_an_outlets_own_correction_concerns_its_article_alone() -> None:
    """What an outlet had wrong in an earlier version says nothing about others."""
    line = "In einer früheren Fassung dieses Textes stand, der Brand sei am Sonntag ausgebrochen."
    a, b = make_reading(f"{LEAD}. {line}", name="a", id="a"), make_reading(f"{LEAD}.", name="b", id="b")
    (notice,) = find_notices([a, b], gather_origins([a, b], [make_copy(a, b, LEAD)], PACK), PACK)
    assert (notice.kind, notice.resting) == ("correction", ())
