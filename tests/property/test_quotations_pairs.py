"""Whatever stands in a text, quotations are well-formed."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations, marks_of
from quellenlage.text import Span

PIECES = st.sampled_from(
    ["„", "“", "”", '"', "»", "«", "‚", "‘", "’", "'", ">>", "<<", "›", "‹", " ", "\n\n", ". ", "a", "Der"]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def _quotations_in(text: str) -> tuple[Span, ...]:
    article = Article(id="a", text=text, text_id="t", source_id="", name="-")
    return find_quotations(find_layout(article, load_pack("de")))


@given(TEXTS)
def test_quotations_lie_in_the_text_and_begin_with_a_mark(text: str) -> None:
    """Every quotation lies in the text, holds something, and begins with a mark that opens."""
    opens = tuple(marks_of(load_pack("de")).opens)
    for span in _quotations_in(text):
        assert 0 <= span.start < span.end <= len(text)
        assert text.startswith(opens, span.start)


@given(TEXTS)
def test_quotations_are_ordered_and_nested(text: str) -> None:
    """Quotations come in order and never cross each other."""
    found = _quotations_in(text)
    assert list(found) == sorted(found, key=lambda span: (span.start, -span.end))
    for left in found:
        for right in found:
            assert left.end <= right.start or right.end <= left.start or _one_in_other(left, right)


def _one_in_other(left: Span, right: Span) -> bool:
    return (left.start <= right.start and right.end <= left.end) or (
        right.start <= left.start and left.end <= right.end
    )
