"""Whatever stands in a text, its layout is well-formed."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.layout import Layout, find_layout

PACK = load_pack("de")
PIECES = st.sampled_from(
    [
        *(
            "„",
            "“",
            "”",
            '"',
            "»",
            "«",
            "‚",
            "‘",
            "(",
            ")",
            "[",
            "]",
            "\r\n",
            "\n",
            "\n\n",
            " ",
            "  ",
            "\u00a0",
            "\u00ad",
        ),
        *(
            "\ufeff",
            "\x00",
            "\ud800",
            "\x85",
            "\u2028",
            ". ",
            "! ",
            "? ",
            "...",
            "…",
            ": ",
            "/",
            " - ",
            " | ",
            "+++",
            "•",
        ),
        *(
            "Der Hafen",
            "die Fähre",
            "sagte Holm",
            "z. B. ",
            "am 3. ",
            "Mai",
            "Nr. ",
            "Dr. ",
            "Paul II. ",
            "12.5",
            "2021. ",
        ),
        *(
            "(dpa)",
            "dpa",
            "/AFP",
            "Quelle: ",
            "Foto: ",
            "Bild: Reuters",
            "(Foto: AP)",
            "© ",
            "Copyright ",
            "red",
            "mit dpa",
        ),
        *(
            "Kiel (dpa) - ",
            "BERLIN taz | ",
            "Hamburg. ",
            "Von Anke Vogt",
            "von ",
            "Lesen Sie auch",
            "Mehr: ",
            "Startseite Politik ",
        ),
        *(
            "date 2023-09 ",
            "3 Min. ",
            "Permalink: https://x.example ",
            "Hier können Sie die Rechte an diesem Artikel erwerben.",
        ),
        *("Jetzt weiterlesen. Mit ", "Newsletter", "Nachrichtenagenturen dpa und AFP", "Eigene Recherche"),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(st.characters(codec=None, exclude_categories=()), max_size=120),
    st.lists(PIECES, max_size=50).map("".join),
)


def _layout(text: str, title: str | None = None, author: str = "") -> Layout:
    article = Article(
        id="a", text=text, text_id="t", source_id="", name="-", title=title, authors=(author,) if author else ()
    )
    return find_layout(article, PACK)


@given(TEXTS)
def test_sentences_are_ordered_disjoint_and_hold_something(text: str) -> None:
    """Sentences lie in the text, in order, without overlap, and neither begin nor end with white space."""
    layout = _layout(text)
    for span in layout.sentences:
        assert 0 <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
    assert all(left.end <= right.start for left, right in pairwise(layout.sentences))


@given(TEXTS)
def test_parts_are_ordered_and_disjoint(text: str) -> None:
    """Parts lie in the text, in order, without overlap, each holding something; no id stands twice."""
    layout = _layout(text)
    for part in layout.parts:
        assert 0 <= part.span.start < part.span.end <= len(text)
        assert part.span.of(text).strip()
    assert all(left.span.end <= right.span.start for left, right in pairwise(layout.parts))
    assert len({part.id for part in layout.parts}) == len(layout.parts)


@given(TEXTS)
def test_no_sentence_touches_furniture(text: str) -> None:
    """A sentence shares characters with headings alone among the parts, and lies wholly inside them then."""
    layout = _layout(text)
    for part in layout.parts:
        for span in layout.sentences:
            apart = span.end <= part.span.start or part.span.end <= span.start
            inside = part.span.start <= span.start and span.end <= part.span.end
            assert apart or (inside and part.kind in ("headline", "subheading"))


@given(TEXTS)
def test_every_letter_is_in_a_sentence_or_a_part(text: str) -> None:
    """Nothing is lost in between: each letter or digit belongs to a sentence or to a part."""
    layout = _layout(text)
    taken = bytearray(len(text))
    for span in [*layout.sentences, *(part.span for part in layout.parts)]:
        taken[span.start : span.end] = b"\x01" * len(span)
    assert [character for character, by in zip(text, taken, strict=True) if character.isalnum() and not by] == []


@given(TEXTS)
def test_paragraphs_hold_all_sentences_once(text: str) -> None:
    """The paragraphs' ranges, one after the other, count all sentences."""
    layout = _layout(text)
    assert [number for paragraph in layout.paragraphs for number in paragraph] == list(range(len(layout.sentences)))


@given(TEXTS, TEXTS, TEXTS)
def test_credits_and_authors_stand_in_parts(text: str, title: str, author: str) -> None:
    """What is credited in the text stands in a part, each agency once for each role, each time."""
    layout = _layout(text, title, author)
    spans = [credit.span for credit in layout.credits] + [byline.span for byline in layout.bylines]
    for span in spans:
        assert span is None or any(part.span.start <= span.start and span.end <= part.span.end for part in layout.parts)
    keys = [(credit.agency, credit.role) for credit in layout.credits]
    assert len(keys) == len(set(keys))
    again = _layout(text, title, author)
    assert (again.parts, again.credits, again.sentences) == (layout.parts, layout.credits, layout.sentences)
