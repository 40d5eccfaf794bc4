"""Which characters of an article are headings, furniture, credits?"""

from typing import Any, get_args

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article, PartKind
from quellenlage.read.layout import Layout, find_layout
from quellenlage.read.patterns import rules_of
from quellenlage.text import Span

PACK = load_pack("de")
BODY = "Die Fähre liegt seit dem Morgen im Hafen von Kiel und kommt nicht los, wie die Reederei am Mittag mitteilte."
NEXT = "Am Abend soll ein Schlepper kommen, den die Stadt bei der Werft bestellt hat, sagte eine Sprecherin am Hafen."


def layout_of(text: str, **fields: Any) -> Layout:
    """Return the layout of a text; fields go to its article."""
    return find_layout(Article(id="a", text=text, text_id="t", source_id="", name="-", **fields), PACK)


def kinds(layout: Layout) -> list[tuple[str, str]]:
    """Return the kind and the text of each part."""
    return [(part.kind, part.span.of(layout.article.text)) for part in layout.parts]


def sentences(layout: Layout) -> list[str]:
    """Return the text of each sentence."""
    return [span.of(layout.article.text) for span in layout.sentences]


@pytest.mark.parametrize("table", ["furniture", "credits", "datelines", "bylines"])
def test_rules_make_parts_that_the_model_knows(table: str) -> None:
    """Every rule of form makes a part of a kind that the model has."""
    assert {rule.part for rule in rules_of(PACK, table)} <= set(get_args(PartKind))


def test_a_dirty_scrape() -> None:
    """Stray prefixes, a byline's rest, a picture's lines, a teaser and source lines are parts; the rest is read."""
    text = (
        f" date 2023-09 Vogt, Kiel {BODY}\n\nDie Fähre am Morgen. (Foto: AP) Das Schiff im Eis\n\n{NEXT}\n\n"
        "Mehr: So kommt das Eis in die Bucht"
    )
    layout = layout_of(text)
    assert kinds(layout) == [
        ("scrape", "date 2023-09"),
        ("byline", "Vogt, Kiel"),
        ("caption", "Die Fähre am Morgen."),
        ("photo_credit", "(Foto: AP)"),
        ("caption", "Das Schiff im Eis"),
        ("teaser", "Mehr: So kommt das Eis in die Bucht"),
    ]
    assert sentences(layout) == [BODY, NEXT]
    assert [(credit.agency, credit.role) for credit in layout.credits] == [("AP", "photo")]
    assert [byline.name for byline in layout.bylines] == ["Vogt"]


def test_a_copyright_line_and_a_dateline_credit_one_agency_once() -> None:
    """An agency that is named twice is credited once, where it is named first."""
    layout = layout_of(f"Quelle: (c) Copyright Thomson Reuters 2023.\n\nKiel (Reuters) - {BODY}")
    assert [kind for kind, _ in kinds(layout)] == ["copyright", "dateline"]
    assert [(credit.agency, credit.role) for credit in layout.credits] == [("Reuters", "text")]
    assert layout.dateline is not None
    assert (layout.dateline.place, layout.dateline.agency) == ("Kiel", "Reuters")
    assert sentences(layout) == [BODY]


def test_author_fields_credit_agencies() -> None:
    """Agencies in the author field are credits without a place; one that the text credits, too, has its place."""
    layout = layout_of(f"{BODY} (dpa)", authors=("Hafenblatt, DPA", "AFP/Reuters", "Anke Vogt"))
    assert [(credit.agency, credit.span is None) for credit in layout.credits] == [
        ("AFP", True),
        ("Reuters", True),
        ("dpa", False),
    ]


@pytest.mark.parametrize(
    "mention",
    [
        "sagte Holm der Deutschen Presse-Agentur",
        "meldet Reuters",
        "wie die Nachrichtenagentur AFP berichtet",
        "sagte Holm der dpa",
        "heißt es bei dpa und AFP",
        "meldete die Deutsche Presse-Agentur (dpa)",
    ],
)
def test_a_mention_is_no_credit(mention: str) -> None:
    """An agency that is named in running text is not credited by it."""
    layout = layout_of(f"Das Eis treibt, {mention}. Das Eis treibt ab, {mention} am Montag.")
    assert layout.credits == ()
    assert layout.parts == ()


def test_press_releases_are_told_apart() -> None:
    """What a press release service sends is credited as a press release."""
    layout = layout_of(f"Kiel (ots) - {BODY}")
    assert [(credit.agency, credit.role) for credit in layout.credits] == [("ots", "press_release")]


def test_persons_beside_agencies_are_authors() -> None:
    """Signs and names in a credit are the authors', those of desks are not."""
    layout = layout_of(f"{BODY} Quelle: hafenblatt.example, Anke Vogt, abc/red/dpa")
    assert [byline.name for byline in layout.bylines] == ["Anke Vogt", "abc"]


def test_the_title_is_found_as_the_source_gives_it() -> None:
    """A title that the source names is the headline where the text begins with it, however its blanks are set."""
    layout = layout_of(f"Eis im Hafen.\u00a0Fähre fest {BODY}", title="Eis im Hafen. Fähre fest")
    assert layout.headline == Span("t", 0, len("Eis im Hafen. Fähre fest"))
    assert sentences(layout)[-1] == BODY


def test_the_place_that_the_source_gives_is_the_headline() -> None:
    """The place of the title that ingest knows is taken as it is."""
    layout = layout_of(f"Kiel. Eis im Hafen\n{BODY}", headline=Span("t", 6, 18))
    assert layout.headline == Span("t", 6, 18)


def test_a_repeated_title_and_its_kicker_are_headings() -> None:
    """Where a page repeats the title before the text, it is a heading, and so is the kicker before it."""
    title = "Fähre sitzt im Hafen fest"
    layout = layout_of(f"{title}\nEis in der Bucht {title} {BODY}")
    assert kinds(layout) == [("headline", title), ("subheading", "Eis in der Bucht"), ("headline", title)]
    assert sentences(layout) == [title, "Eis in der Bucht", title, BODY]


def test_headings_between_paragraphs() -> None:
    """Short lines without a full stop head what follows; a quoted sentence and a list do not."""
    layout = layout_of(f"{BODY}\n\nHOLM: DAS IST DAS EIS\n\n{NEXT}\n\nWarum? Wegen „Eis“\n\n{BODY}\n\n„Ja!“\n\n{NEXT}")
    assert kinds(layout) == [("subheading", "HOLM: DAS IST DAS EIS"), ("subheading", "Warum? Wegen „Eis“")]


def test_furniture_amid_a_paragraph_leaves_the_rest() -> None:
    """A prompt in the middle of a line is cut out, the sentences around it stay whole."""
    layout = layout_of(f"{BODY} Hier geht es zum Fahrplan. {NEXT}")
    assert sentences(layout) == [BODY, NEXT]
    assert layout.paragraphs == (range(2),)


def test_a_picture_that_opens_the_text() -> None:
    """What stands before a picture's credit at the beginning of a paragraph is its caption, whole sentences too."""
    layout = layout_of(f"Eis im Hafen\nDie Fähre am 3. Mai. Bild: dpa {BODY} {NEXT}")
    assert ("caption", "Die Fähre am 3. Mai.") in kinds(layout)
    assert sentences(layout) == ["Eis im Hafen", BODY, NEXT]


def test_parts_and_credits_have_ids_of_their_content() -> None:
    """The same article has the same ids again; they differ within it."""
    text = f"Kiel (dpa) - {BODY} (Foto: AP) {NEXT} dpa/AFP"
    first, second = layout_of(text), layout_of(text)
    ids = [part.id for part in first.parts] + [credit.id for credit in first.credits]
    assert ids == [part.id for part in second.parts] + [credit.id for credit in second.credits]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("text", ["", " \r\n", "\ufeff", "\x00", "„", "(dpa)", "\ud800"])
def test_almost_empty_texts(text: str) -> None:
    """A text with next to nothing in it has a layout with next to nothing in it."""
    assert len(layout_of(text).sentences) <= 1
