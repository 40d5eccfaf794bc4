"""What holds of claims, whatever the reports say."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quellenlage.compare.claims import Told, gather_claims, sources_of
from quellenlage.languages import load_pack
from quellenlage.model import Article, Reading
from quellenlage.read import ReadOptions, read_article

PACK = load_pack("de")
SENTENCES = (
    "In Lahnstein brannte die Werft.",
    "Bei dem Brand in Lahnstein starben zwölf Menschen.",
    "Bei dem Brand in Lahnstein starben 14 Menschen.",
    "„Wir helfen“, sagte Ada Brehm.",
    "Die Werft brannte nicht, teilte die Polizei mit.",
    "Sie wurde an der Küste gebaut.",
    "14.30 Uhr!? 5 % – 3:2 (ʘ) …",
)
REPORTS = st.lists(
    st.lists(st.sampled_from(SENTENCES) | st.text(max_size=30), min_size=1, max_size=4).map(" ".join), max_size=4
)


def told(texts: list[str]) -> tuple[list[Reading], Told]:
    """Return the readings of these texts, and what they tell."""
    readings = []
    for number, text in enumerate(texts):
        article = Article(f"a{number}", text, f"t{number}", "", f"{number}", published="2024-05-06", language="de")
        readings.append(read_article(article, PACK, ReadOptions(fast=True)))
    return readings, gather_claims(sources_of(readings, (), (), (), PACK))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS)
def test_claims_are_well_formed(texts: list[str]) -> None:
    """Ids are unique, occurrences lie in their texts, and the status follows from what is counted."""
    readings, found = told(texts)
    lengths = {reading.article.id: len(reading.article.text) for reading in readings}
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    for claim in found.claims:
        assert all(0 <= o.span.start < o.span.end <= lengths[o.article] for o in claim.occurrences)
        assert (claim.status == "disputed") == bool(claim.conflicts or claim.denials)
        if claim.status == "corroborated":
            assert len(claim.newsrooms) > 1
            assert len(claim.origins) > 1
    assert all(len(conflict.sides) > 1 for conflict in found.conflicts)
    touched = {id_ for claim in found.claims for id_ in claim.conflicts}
    assert touched <= {conflict.id for conflict in found.conflicts}
