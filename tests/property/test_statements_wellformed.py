"""Whatever stands in a text, statements are well-formed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.languages import load_pack
from quellenlage.model import Article, Statement
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations, marks_of
from quellenlage.read.statements import find_statements
from quellenlage.text import digest

# fmt: off
PIECES = st.sampled_from([
    "„", "“", "»", "«", '"', "‚", "‘", ", ", ". ", ": ", "\n\n", " – ", "(", ")", "Der Minister ", "sagte ", "teilte ",
    "mit", "er ", "sei ", "habe ", "dass ", "laut ", "zufolge ", "nach Angaben ", "so ", "Frau Brandt ", "der Zeitung ",
    "soll ", "gesagt ", "haben ", "und ", "zu ", "kommen ", "wie ", "forderte ", "mehr Geld ", "demnach ", "heißt ",
    "es ", "sich ", "unter Berufung auf ", "wurde ", "von ", "die ", "Wir kommen wieder. ", "Kim", " ",
    "Das teilte ", "Dies bestätigte ", "hieß es ", "nannte ", "; ", "wenn es ", "angekündigt ", "bekannt gab ", "als ",
    "gegenüber ", "Medienberichten zufolge ", "Ankündigung, ", "zeigte sich besorgt ", "wurde zitiert ", "15:00 ",
])
# fmt: on
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=60).map("".join))


def _statements_in(text: str) -> tuple[Statement, ...]:
    article = Article(id="a", text=text, text_id=digest(text.encode("utf-8", "surrogatepass")), source_id="", name="-")
    layout = find_layout(article, load_pack("de"))
    return find_statements(layout, find_quotations(layout))


@settings(max_examples=200)
@given(TEXTS)
def test_spans_lie_in_the_text(text: str) -> None:
    """Every span of a statement lies in the text and holds something; a statement has content; ids are unique."""
    found = _statements_in(text)
    assert len({statement.id for statement in found}) == len(found)
    for statement in found:
        assert statement.content
        for spans in (statement.content, statement.cue, statement.speaker, statement.addressee, statement.frame):
            assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=200)
@given(TEXTS)
def test_direct_speech_begins_with_a_mark(text: str) -> None:
    """The first span of direct speech begins with a mark that opens a quotation."""
    opens = tuple(marks_of(load_pack("de")).opens)
    for statement in _statements_in(text):
        if statement.kind == "direct":
            assert text.startswith(opens, statement.content[0].start)
