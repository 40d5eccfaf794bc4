"""Whatever is compared: passages lie in their articles, hold equal words, cross no furniture, and mirror."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from builders import make_article
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.compare import find_copies
from quellenlage.languages import load_pack
from quellenlage.model import Copy, Part, Passage, Reading, Trace
from quellenlage.text import Span, find_words

PACK = load_pack("de")
# A small vocabulary makes chance matches common; long stock sentences make copies common.
WORDS = st.sampled_from(
    ("der", "Hafen", "die", "Straße", "ist", "groß", "und", "Öl", "am", "Kai", "ﬁnden", "İzmir", "e\u0301", "😀")
)
STOCK = (
    "Der Rat der Stadt berät am Montag über den neuen Kai und die Kosten dafür",
    "„Wir warten seit Jahren auf dieses Schiff und wir warten nun nicht länger“, sagte Holm",
    "Nach Angaben der Werft liegt der Bau drei Monate hinter dem Plan zurück",
    "Es ist der größte Auftrag seit der Gründung vor neunzig Jahren in Übersee",
)
SENTENCES = st.one_of(st.sampled_from(STOCK), st.lists(WORDS, min_size=1, max_size=9).map(" ".join))
PIECES = st.tuples(SENTENCES, st.sampled_from(("text", "text", "text", "teaser", "quoted")))
ARTICLES = st.lists(st.lists(PIECES, max_size=9), min_size=2, max_size=4)


def _reading(pieces: Sequence[tuple[str, str]], number: int) -> Reading:
    text, parts, quotations = "", [], []
    for sentence, kind in pieces:
        start, text = len(text), f"{text}{sentence}"
        if kind == "teaser":
            parts.append((start, len(text)))
        elif kind == "quoted":
            quotations.append((start, len(text)))
        text += ". "
    article = make_article(text, id=f"article-{number}", name=f"{number}")
    return Reading(
        article=article,
        parts=tuple(Part(f"{s}", "teaser", article.span(s, e), Trace("furniture/teaser")) for s, e in parts),
        quotations=tuple(article.span(s, e) for s, e in quotations),
    )


def _forms(span: Span, text: str) -> list[str]:
    return [word.form for word in find_words(span.of(text))]


def _common(left: list[str], right: list[str]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(right) + 1)
    for one in left:
        previous = 0
        for place, other in enumerate(right, 1):
            previous, row[place] = row[place], previous + 1 if one == other else max(row[place], row[place - 1])
    return row[-1]


def _mirrored(copy: Copy) -> Copy:
    sides = [replace(passage, a=passage.b, b=passage.a) for passage in copy.passages]
    return replace(
        copy,
        a=copy.b,
        b=copy.a,
        share_a=copy.share_b,
        share_b=copy.share_a,
        passages=tuple(sorted(sides, key=lambda passage: passage.a)),
    )


def _check_passage(passage: Passage, left: Reading, right: Reading) -> None:
    for span, reading in ((passage.a, left), (passage.b, right)):
        text = reading.article.text
        assert span.text_id == reading.article.text_id
        assert 0 <= span.start < span.end <= len(text)
        assert all(part.span.end <= span.start or span.end <= part.span.start for part in reading.parts)
        assert len(find_words(text[: span.start])) + len(_forms(span, text)) == len(find_words(text[: span.end]))
    one, other = _forms(passage.a, left.article.text), _forms(passage.b, right.article.text)
    assert one[0] == other[0]
    assert one[-1] == other[-1]
    assert 7 <= passage.words <= _common(one, other)
    assert max(len(one), len(other)) <= passage.words + passage.edits


@settings(max_examples=150)
@given(ARTICLES)
def test_passages_are_exact(articles: list[list[tuple[str, str]]]) -> None:
    """Both sides begin and end with equal words, differ by their edits alone, lie in one article, cross no teaser."""
    readings = {f"article-{number}": _reading(pieces, number) for number, pieces in enumerate(articles)}
    for copy in find_copies(list(readings.values()), PACK):
        for passage in copy.passages:
            _check_passage(passage, readings[copy.a], readings[copy.b])
        assert copy.words == sum(passage.words for passage in copy.passages if not passage.quoted)
        assert copy.quoted_words == sum(passage.words for passage in copy.passages if passage.quoted)
        assert copy.words + copy.quoted_words >= 12
        assert 0 < copy.share_a <= 1
        assert 0 < copy.share_b <= 1


@settings(max_examples=150)
@given(ARTICLES)
def test_passages_do_not_overlap(articles: list[list[tuple[str, str]]]) -> None:
    """No character of an article stands in two passages of one pair."""
    readings = [_reading(pieces, number) for number, pieces in enumerate(articles)]
    for copy in find_copies(readings, PACK):
        for side in ([passage.a for passage in copy.passages], [passage.b for passage in copy.passages]):
            ordered = sorted(side)
            assert all(before.end <= after.start for before, after in pairwise(ordered))


@settings(max_examples=150)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_the_input_turns_pairs_and_nothing_else(
    articles: list[list[tuple[str, str]]], random: Random
) -> None:
    """Shuffled articles give the same pairs with the same passages, mirrored where a pair is."""
    readings = [_reading(pieces, number) for number, pieces in enumerate(articles)]
    expected = {frozenset((copy.a, copy.b)): copy for copy in find_copies(readings, PACK)}
    random.shuffle(readings)
    found = find_copies(readings, PACK)
    assert {frozenset((copy.a, copy.b)) for copy in found} == set(expected)
    for copy in found:
        before = expected[frozenset((copy.a, copy.b))]
        assert copy == (before if copy.a == before.a else _mirrored(before))
