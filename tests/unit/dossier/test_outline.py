"""What is shown of a dossier: names, letters, silent copies, voices, versions."""

from dataclasses import replace

import pytest
from builders import make_copy, make_reading
from dossiers import full_dossier

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import outline
from quellenlage.dossier.outline.differing import pieces
from quellenlage.dossier.outline.findings import findings, headline
from quellenlage.dossier.outline.phrases import dates_line
from quellenlage.dossier.outline.reports import letter_of, letter_place
from quellenlage.languages import load_pack
from quellenlage.model import Description, Dossier, Entity, Origin, Reading, Trace


@pytest.fixture
def labels() -> Labels:
    """Return the English labels."""
    return Labels(load_pack("en").labels)


def test_reports_are_numbered_and_named() -> None:
    """A report is called by its outlet, without one by its file's name, and its title falls back to its beginning."""
    wire, later, cut = outline(full_dossier()).reports
    assert (wire.number, wire.name, wire.title, wire.newsroom) == (1, "Küstenbote", "Deich hält", "Nordverlag")
    assert (cut.number, cut.name, cut.title, cut.lead) == (3, "anzeiger", "Der Deich hielt", False)
    assert later.lead
    assert later.title.startswith("Seehagen (dpa) - Der Deich")
    assert cut.credits == (("photo", ("AP",)),)


def test_letters() -> None:
    """Letters go on after Z, and lead back to their place."""
    assert [letter_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(letter_place(letter_of(place)) == place for place in range(2000))


def test_silent_copy_is_told(labels: Labels) -> None:
    """A report that shares agency text and credits no agency for it is named, with the words and the other report."""
    shown = outline(full_dossier())
    told = [finding.text for finding in findings(shown, labels) if finding.warning]
    assert told[1] == (
        "anzeiger [3] credits no agency for its text, although 16 words also stand in Küstenbote [1], "
        "a report that credits dpa."
    )


def test_photo_credit_is_no_text_credit() -> None:
    """The agency of a photo does not make up for the one of the text."""
    silent = next(sharing for sharing in outline(full_dossier()).sharings if sharing.silent)
    assert silent.silent is not None
    assert silent.silent.name == "anzeiger"
    assert silent.silent.agencies == ()


def test_other_credit_is_told(labels: Labels) -> None:
    """A report that credits another agency is told so, where both rest on one origin; else nobody is accused."""
    shared = "Der Deich hielt die ganze Nacht über stand"
    one = make_reading(f"{shared}. {{credit=dpa|dpa}}", outlet="Eins")
    two = make_reading(f"{shared}. {{credit=AFP|AFP}}", outlet="Zwei")
    copies = (make_copy(one, two, shared, agency="dpa", agency_basis="credit_a"),)
    articles = (one.article.id, two.article.id)
    origin = Origin("origin", "dpa", articles, "partly_credited", Trace("compare:origins"))
    dossier = Dossier((one, two), copies, (origin,))
    assert not any(finding.warning for finding in findings(outline(replace(dossier, origins=())), labels))
    assert any("Zwei [2] credits AFP but not dpa" in finding.text for finding in findings(outline(dossier), labels))


def test_inferred_agency_accuses_nobody(labels: Labels) -> None:
    """Where no report credits the agency, none is called silent."""
    shared = "Der Deich hielt die ganze Nacht über stand"
    one, two = make_reading(f"{shared}.", outlet="Eins"), make_reading(f"{shared}.", outlet="Zwei")
    dossier = Dossier((one, two), (make_copy(one, two, shared, agency="dpa", agency_basis="inferred"),))
    assert not any(finding.warning for finding in findings(outline(dossier), labels))


def test_lower_number_stands_left() -> None:
    """A pair is shown in the order of the reports, its shares and passages turned with it."""
    dossier = full_dossier()
    sharing = next(sharing for sharing in outline(dossier).sharings if sharing.silent)
    copy = next(copy for copy in dossier.copies if copy.id == sharing.copy.id)
    assert (sharing.left.number, sharing.right.number) == (1, 3)
    assert (sharing.copy.a, sharing.copy.b) == (copy.b, copy.a)
    assert (sharing.copy.share_a, sharing.copy.agency_basis) == (copy.share_b, "credit_a")
    assert sharing.copy.passages[0].a == copy.passages[0].b


def test_shared_newsroom(labels: Labels) -> None:
    """Two outlets of one newsroom are not independent, and that is said."""
    shared = "Der Deich hielt die ganze Nacht über stand"
    one, two = make_reading(f"{shared}.", outlet="Eins"), make_reading(f"{shared}!", outlet="Zwei")
    rooms = (("Eins", "Verbund"), ("Zwei", "Verbund"))
    dossier = Dossier((one, two), (make_copy(one, two, shared),), newsrooms=rooms)
    assert any("one newsroom (Verbund)" in finding.text for finding in findings(outline(dossier), labels))


def test_differing_words() -> None:
    """Only words that the other side has not are set off, and neighbours become one piece."""
    left, right = pieces("Am Abend sanken drei Boote, im Hafen.", "Am Abend sanken etwa vier Boote im Hafen.")
    assert [(piece.text, piece.differs) for piece in left] == [
        ("Am Abend sanken ", False),
        ("drei", True),
        (" Boote, im Hafen.", False),
    ]
    assert [piece.text for piece in right if piece.differs] == ["etwa vier"]


@pytest.mark.parametrize(("left", "right"), [("", ""), ("gleich", "gleich"), ("…!", "—"), ("a", "")])
def test_pieces_are_the_text(left: str, right: str) -> None:
    """Together the pieces are the passage again."""
    shown = pieces(left, right)
    assert ["".join(piece.text for piece in side) for side in shown] == [left, right]


def test_voices_are_gathered() -> None:
    """One voice for a name in all its forms, its words once, however they are quoted."""
    voices = outline(full_dossier()).voices
    assert [(voice.kind, voice.name, voice.aliases) for voice in voices] == [
        ("named", "Ida Holm", ("Holm",)),
        ("described", "die Feuerwehr", ()),
    ]
    (said,) = voices[0].utterances
    assert [place.number for place in said.places] == ["1.1", "3.1"]
    assert [place.chain for place in said.places] == [(), ("Radio Nord",)]


def _said(name: str) -> str:
    return f"{{say=1:direct|„Ja“}}, sagte {{speaker=1:{name}|er}}."


def test_ambiguous_short_name_stays_alone() -> None:
    """A surname that two people bear belongs to neither."""
    readings = tuple(make_reading(_said(name), name=name) for name in ("Ida Holm", "Ole Holm", "Holm"))
    assert sorted(voice.name for voice in outline(Dossier(readings)).voices) == ["Holm", "Ida Holm", "Ole Holm"]


def test_name_inside_a_description_stays_alone() -> None:
    """A name that only stands in the middle of a longer one is not its short form."""
    readings = tuple(make_reading(_said(name), name=name) for name in ("Haus Holm am Deich", "Holm"))
    assert len(outline(Dossier(readings)).voices) == 2


def test_summed_up_speech_keeps_its_sentence() -> None:
    """Words that mean nothing alone are shown within their sentence."""
    text = "Es war spät. {speaker=1:Ida Holm|Holm} {cue=1|forderte} {say=1:reported|höhere Deiche} für Seehagen."
    (voice,) = outline(Dossier((make_reading(text),))).voices
    (said,) = voice.utterances
    assert (said.before, said.text, said.after) == ("Holm forderte", "höhere Deiche", "für Seehagen.")


def _origin(*readings: Reading, agency: str | None = "dpa") -> Origin:
    return Origin("o", agency, tuple(reading.article.id for reading in readings), "credited", Trace("compare:origins"))


def test_headlines(labels: Labels) -> None:
    """The headline says how many reports carry one text, and no more than that."""
    one, two, three = (make_reading(f"Text {number}.") for number in "123")
    assert headline(outline(Dossier(())), labels) == "No report"
    assert headline(outline(Dossier((one,))), labels) == "One report"
    assert headline(outline(Dossier((one, two))), labels) == "2 reports that share no text"
    shared = Dossier((one, two, three), origins=(_origin(one, two),))
    assert headline(outline(shared), labels) == "3 reports, 2 of them carry dpa text"
    unknown = Dossier((one, two), origins=(_origin(one, two, agency=None),))
    assert headline(outline(unknown), labels) == "2 reports, all of them carry text of unknown origin"


def test_articles_that_are_not_there() -> None:
    """Copies, origins and versions that name an article which is not in the dossier break nothing."""
    dossier = full_dossier()
    alone = Dossier(dossier.readings[:1], dossier.copies, dossier.origins, dossier.versions)
    shown = outline(alone)
    assert (shown.sharings, shown.versions) == ((), ())
    assert [member.report.number for source in shown.sources for member in source.members] == [1]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2024-05-14", "2024-05-15"), "14 to 15 May 2024"),
        (("2024-05-14T23:00", "2024-05-14"), "14 May 2024"),
        (("2024-04-30", "2024-05-01"), "30 April 2024 to 1 May 2024"),
        (("2024-05", "2024-05-15"), "May 2024"),
        ((None, "bald"), ""),
    ],
)
def test_dates_of_a_dossier(labels: Labels, days: tuple[str | None, ...], expected: str) -> None:
    """The days of the reports are told as one day or as a range, as far as they are known."""
    readings = tuple(make_reading("Text.", name=str(number), published=day) for number, day in enumerate(days))
    assert dates_line(outline(Dossier(readings)), labels) == expected


def test_many_reports_are_counted(labels: Labels) -> None:
    """A sentence names a few reports and counts the rest."""
    readings = tuple(make_reading(f"Text {number}.", outlet=f"Blatt {number}") for number in range(30))
    (found, *_) = findings(outline(Dossier(readings, origins=(_origin(*readings),))), labels)
    assert found.text.endswith("Blatt 4 [5] and 25 more.")


def test_entities_make_voices() -> None:
    """Statements of one entity are one voice, under its name, whatever each report calls it."""
    readings = tuple(make_reading(_said(name), name=name, id=name) for name in ("Ida Holm", "die Ministerin"))
    linked = tuple(
        replace(reading, statements=(replace(reading.statements[0], entity=key),))
        for reading, key in zip(readings, ("e", "e2"), strict=True)
    )
    described = Description("Seehagens erste Frau", "Ida Holm", readings[0].article.span(0, 1))
    entity = Entity("e", "Dr. Ida Holm", "PER", ("Ida Holm",), (), (described,), (), merged=("e2",))
    (voice,) = outline(Dossier(linked, entities=(entity,))).voices
    assert (voice.name, voice.aliases) == ("Dr. Ida Holm", ("Ida Holm", "die Ministerin"))
    assert (voice.statements, voice.descriptions) == (2, ("Seehagens erste Frau",))
