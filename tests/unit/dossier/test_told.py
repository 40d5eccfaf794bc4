"""What is shown of claims: in which order, on what they rest, what a report lacks, how they stand side by side."""

from dataclasses import replace

import pytest
from builders import make_copy, make_reading
from dossiers import full_dossier, make_claim

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import outline
from quellenlage.dossier.outline.findings import findings
from quellenlage.dossier.outline.reasons import by_outlet, country_of, profile_line, reason_line
from quellenlage.dossier.outline.records import Stretch
from quellenlage.dossier.outline.shades import lay_together
from quellenlage.dossier.outline.synopsis import align_reports
from quellenlage.languages import load_pack
from quellenlage.model import (
    ConflictSide,
    Description,
    Dossier,
    Entity,
    EntityMention,
    Occurrence,
    Reading,
    Trace,
    Update,
)

A, B, C = "Der Deich hielt.", "Zwei Straßen sind gesperrt.", "Die Schule fällt aus."


@pytest.fixture
def labels() -> Labels:
    """Return the English labels."""
    return Labels(load_pack("en").labels)


def _readings() -> tuple[Reading, Reading, Reading]:
    """Return three reports: one with all three sentences, one with two, one with one of its own."""
    texts = (f"{A} {B} {C}", f"{B} {A}", f"Am Sonntag war es still. {C}")
    one, two, three = (
        make_reading(text, outlet=outlet, id=outlet.lower())
        for text, outlet in zip(texts, ("Eins", "Zwei", "Drei"), strict=True)
    )
    return one, two, three


def _dossier() -> Dossier:
    one, two, three = _readings()
    claims = (
        make_claim("c", "single_outlet", (three, "Am Sonntag war es still.")),
        make_claim("b", "corroborated", (two, B), (one, B)),
        make_claim("a", "corroborated", (two, A), (one, A), newsrooms=("Eins", "Zwei")),
        make_claim("d", "single_source", (one, C), (three, C), origins=("eins",), newsrooms=("Eins",)),
    )
    return Dossier((one, two, three), claims=claims)


def test_best_supported_first() -> None:
    """More origins stand before fewer; among equals, what the reports tell earlier."""
    shown = outline(_dossier())
    assert [told.claim.id for told in shown.assertions] == ["b", "a", "d", "c"]
    assert [told.claim.id for told in shown.of_status("corroborated")] == ["b", "a"]


def test_words_of_every_report() -> None:
    """A claim shows its words in the order of the reports, each with its own place in the page."""
    told = outline(_dossier()).assertions[0]
    assert [(spot.report.number, spot.text, spot.key) for spot in told.spots] == [(1, B, "k-b-1"), (2, B, "k-b-2")]
    assert [report.number for report in told.reports] == [1, 2]


def test_clause_in_its_sentence() -> None:
    """A claim that is a clause has the rest of its sentence around it, with the space that the text has."""
    reading = make_reading("Die Stadt teilte mit, dass zwei Straßen gesperrt seien. Mehr nicht.")
    claim = make_claim("x", "single_outlet", (reading, "zwei Straßen gesperrt"))
    first = outline(Dossier((reading,), claims=(claim,))).assertions[0].first
    assert (first.before, first.text, first.after) == (
        "Die Stadt teilte mit, dass ",
        "zwei Straßen gesperrt",
        " seien.",
    )


def test_what_is_missing() -> None:
    """Each report is told what only it has, and what all the others have and it has not."""
    found = {
        told.report.number: ([one.claim.id for one in told.only], [one.claim.id for one in told.lacks])
        for told in outline(_dossier()).balances
    }
    assert found == {1: ([], []), 2: ([], ["d"]), 3: (["c"], ["b", "a"])}


def test_two_reports_lack_nothing() -> None:
    """Of two reports, what the other has is only in the other; that is no lack."""
    one, two, _ = _readings()
    claims = (make_claim("c", "single_outlet", (one, C)),)
    balances = outline(Dossier((one, two), claims=claims)).balances
    assert [(len(told.only), len(told.lacks)) for told in balances] == [(1, 0), (0, 0)]


def test_reasons(labels: Labels) -> None:
    """The reasons of a status are counted: outlets, origins, on whose word; and a number that changed is told."""
    shown = outline(full_dossier())
    reasons = {told.claim.status: reason_line(told, labels) for told in shown.assertions}
    assert reasons["corroborated"] == "1 outlet · with no source named"
    assert reasons["single_source"] == "2 outlets · 2 origins · on the word of Ida Holm"
    wire = "2 outlets · one origin (A: dpa text) · with no source named"
    assert reasons["single_origin"] == f"{wire} · later: fünf Meter"


def test_later_values_belong_to_the_number() -> None:
    """What tells the last value has no later one, nor has what stands beside a number in its sentence."""
    one, two = (
        make_reading(f"Das Wasser steht {value} hoch, der Deich hält.", outlet=value, id=value)
        for value in ("drei Meter", "fünf Meter")
    )
    steps = tuple(
        ConflictSide(reading.article.outlet or "", (Occurrence(reading.article.id, reading.sentences[0]),))
        for reading in (one, two)
    )
    claims = (
        make_claim("number", "single_outlet", (one, "Das Wasser steht drei Meter hoch")),
        make_claim("beside", "single_outlet", (one, "der Deich hält")),
        make_claim("last", "single_outlet", (two, "Das Wasser steht fünf Meter hoch")),
    )
    update = Update("u", "Wasser", steps, Trace("compare:update"))
    shown = outline(Dossier((one, two), claims=claims, updates=(update,)))
    later = {told.claim.id: told.later for told in shown.assertions}
    assert later == {"number": ("fünf Meter",), "beside": (), "last": ()}


def test_conflicts_are_the_first_finding(labels: Labels) -> None:
    """A contradiction stands above everything else, with both values and their reports."""
    first = findings(outline(full_dossier()), labels)[0]
    assert first.warning
    assert (
        first.text == "The reports contradict one another (number: Wasser): “drei Meter” [1] against “vier Meter” [3]."
    )
    assert first.ids == ("c" * 12,)


def test_disputed_claims_stand_with_their_conflict() -> None:
    """A disputed claim is told where its conflict is; one that is only denied stands alone, with the denial."""
    shown = outline(full_dossier())
    assert [[told.claim.id for told in dispute.assertions] for dispute in shown.disputes] == [["2" * 12]]
    (denied,) = shown.denied
    assert [spot.text for spot in denied.denials] == ["»Wir hatten Glück«, sagte Holm dem Sender Radio Nord."]


def test_course_keeps_its_order() -> None:
    """The steps of an update follow one another as they were published."""
    (course,) = outline(full_dossier()).courses
    assert [(step.value, step.spots[0].report.number) for step in course.steps] == [
        ("drei Meter", 1),
        ("fünf Meter", 2),
    ]


def test_one_outlet() -> None:
    """What one outlet alone has is listed by its report."""
    found = by_outlet(outline(_dossier()))
    assert [(report.name, [told.claim.id for told in claims]) for report, claims in found] == [("Drei", ["c"])]


def test_synopsis() -> None:
    """Reports are columns, claims that two of them make are rows in the order of the texts; gaps stay empty."""
    synopsis = align_reports(outline(_dossier()))
    assert synopsis is not None
    assert [report.number for report in synopsis.reports] == [1, 2, 3]
    cells = {row.assertion.claim.id: [len(cell) for cell in row.cells] for row in synopsis.rows}
    assert list(cells) == ["b", "a", "d"]
    assert cells["d"] == [1, 0, 1]
    assert align_reports(outline(Dossier(_readings()))) is None


def test_synopsis_has_a_limit() -> None:
    """Of many reports and claims, those are aligned that can still be compared; the rest is counted."""
    readings = tuple(make_reading(A, outlet=f"Blatt {n}", id=f"b{n}") for n in range(30))
    claims = tuple(make_claim(f"{n}", "corroborated", *((reading, A) for reading in readings)) for n in range(60))
    synopsis = align_reports(outline(Dossier(readings, claims=claims)))
    assert synopsis is not None
    assert (len(synopsis.reports), len(synopsis.rows)) == (12, 40)
    assert (synopsis.all_reports, synopsis.all_rows) == (30, 60)


def test_copied_words_are_shaded() -> None:
    """A sentence of which most stands in another report is shaded by the origin of these words."""
    one, two, _ = _readings()
    dossier = replace(_dossier(), copies=(make_copy(one, two, A),))
    told = {told.claim.id: told for told in outline(dossier).assertions}
    assert [spot.copied for spot in told["a"].spots] == [True, True]
    assert [spot.copied for spot in told["b"].spots] == [False, False]


def test_passages_are_laid_together() -> None:
    """Where many passages overlap, each character is shaded once: by the origin that begins first."""
    stretches = [
        Stretch(0.0, 0.4, "A", quoted=False, anchor=""),
        Stretch(0.2, 0.5, "A", quoted=False, anchor=""),
        Stretch(0.3, 0.8, "B", quoted=False, anchor=""),
        Stretch(0.6, 0.7, "A", quoted=False, anchor=""),
        Stretch(0.9, 1.0, None, quoted=True, anchor=""),
    ]
    laid = [(band.start, band.end, band.letter, band.anchor) for band in lay_together(stretches, 7)]
    assert laid == [(0.0, 0.5, "A", "z-7.1"), (0.5, 0.8, "B", "z-7.2"), (0.9, 1.0, None, "z-7.3")]


def _entity(readings: tuple[Reading, ...]) -> Entity:
    """Return somebody who is named with and without the first name and described in several cases."""
    found = [
        (reading.article.id, reading.article.span(start, start + len(name)))
        for reading, name in zip(readings, ("Ida Holm", "Holms", "Holm"), strict=True)
        for start in [reading.article.text.index(name)]
    ]
    described = (("die neue Bürgermeisterin", 0), ("der neuen Bürgermeisterin", 1), ("Bürgermeisterin", 2))
    return Entity(
        id="h",
        name="Ida Holm",
        label="PER",
        names=("Ida Holm", "Holm", "Holms"),
        identifiers=(),
        descriptions=tuple(Description(text, *found[place]) for text, place in described),
        mentions=tuple(EntityMention(article, span, "name") for article, span in found),
    )


def test_names_and_descriptions() -> None:
    """A short name is a name of its own; endings make no new names, and say which reports use them."""
    texts = ("Ida Holm kam.", "Das Haus der Holms stand leer.", "Auch Holm kam.")
    readings = tuple(make_reading(text, id=f"r{place}") for place, text in enumerate(texts))
    (profile,) = outline(Dossier(readings, entities=(_entity(readings),))).profiles
    assert [(form.text, form.reports) for form in profile.forms] == [("Holm", (2, 3))]
    assert [(form.text, form.reports) for form in profile.descriptions] == [
        ("die neue Bürgermeisterin", (1, 2)),
        ("Bürgermeisterin", (3,)),
    ]


def test_places_have_their_country(labels: Labels) -> None:
    """A place is named with its country, a person without."""
    profiles = {profile.name: profile for profile in outline(full_dossier()).profiles}
    assert profile_line(profiles["Seehagen"], labels) == "place, Germany"
    assert country_of(profiles["Ida Holm"], labels) == ""


def test_repeated_utterance() -> None:
    """The same utterance in other words is one, with what differs set off; the voice without a name joins the other."""
    one = make_reading("{say=1:direct|„Ich freue mich sehr“}, {cue=1|sagte} {speaker=1:Ida Holm|Ida Holm}.", id="one")
    two = make_reading("{say=1:direct|„Ich bin sehr froh“}, {cue=1|sagte} {speaker=1:|die Frau}.", id="two")
    repeats = ((two.statements[0].id, one.statements[0].id),)
    (voice,) = outline(Dossier((one, two), repeats=repeats)).voices
    (said,) = voice.utterances
    assert (voice.name, voice.statements, voice.reports) == ("Ida Holm", 2, (1, 2))
    assert [(piece.text, piece.differs) for piece in said.variants[0].pieces if piece.differs] == [
        ("bin", True),
        ("froh", True),
    ]
    assert len(outline(Dossier((one, two))).voices) == 2


@pytest.mark.parametrize("repeats", [(("x", "y"), ("y", "x")), (("x", "x"),)])
def test_repeats_in_a_circle(repeats: tuple[tuple[str, str], ...]) -> None:
    """Statements that are said to repeat one another do no harm."""
    assert len(outline(replace(full_dossier(), repeats=repeats)).voices) > 0
