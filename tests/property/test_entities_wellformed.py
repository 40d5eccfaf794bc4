"""Whatever the text: entities are found without a crash, inside it, and the same every time."""

from itertools import pairwise

from builders import make_article
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quellenlage.compare.entities import gather_entities
from quellenlage.languages import load_pack
from quellenlage.model import Reading, Trace
from quellenlage.read import find_layout
from quellenlage.read.entities import Name, find_entities
from quellenlage.read.entities.tagging import search, spans_of
from quellenlage.read.entities.weights import SIZE, follows, weights_of

PACK = load_pack("de")
WORDS = st.sampled_from(
    ["Ida", "Holm", "Holms", "die", "Präsidentin", "der", "russische", "Präsident", "UN", "(", ")", ",", ".", "„", "“",
     "Kiel", "sagte", "von", "Vereinte", "Nationen", "-", "Jong-un", "\n", "'s", "AG", "Wostotschny", "İ", "ß"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@settings(max_examples=150)
@example("PrÄSIDENT' s Holm")
@given(TEXTS)
def test_mentions_lie_in_the_text_and_names_do_not_overlap(text: str) -> None:
    """Mentions have characters, come in order, and no two names share one; a second run gives the same."""
    layout = find_layout(make_article(text, language="de"), PACK)
    mentions = find_entities(layout)
    assert mentions == find_entities(layout)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in mentions)
    assert [m.span for m in mentions] == sorted(m.span for m in mentions)
    names = [m.span for m in mentions if m.kind == "name"]
    assert all(left.end <= right.start for left, right in pairwise(names))
    assert len({m.id for m in mentions}) == len(mentions)


@settings(max_examples=100)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20), st.sampled_from(["PER", "LOC", "ORG"]))))
def test_any_finder_of_names_will_do(text: str, places: list[tuple[int, int, str]]) -> None:
    """Names that a finder gives, wherever they stand, lead to well-formed mentions."""
    article = make_article(text, language="de")
    names, end = [], 0
    for start, size, label in sorted(places):
        if start >= end and start + size <= len(text):
            names.append(Name(article.span(start, start + size), label, Trace("test", "de")))
            end = start + size
    for mention in find_entities(find_layout(article, PACK), names):
        assert mention.span.of(text).strip()


@settings(max_examples=30)
@given(st.lists(st.lists(WORDS, max_size=30).map(" ".join), min_size=1, max_size=4), st.randoms())
def test_gathering_does_not_depend_on_the_order(texts: list[str], random) -> None:  # type: ignore[no-untyped-def]  # hypothesis' random
    """Entities, their ids and names are the same for any order of the articles."""
    readings = []
    for number, text in enumerate(texts):
        article = make_article(text, language="de", name=f"{number}.txt")
        readings.append(Reading(article, entities=find_entities(find_layout(article, PACK))))
    shuffled = readings[:]
    random.shuffle(shuffled)
    assert gather_entities(readings, PACK) == gather_entities(shuffled, PACK)


@settings(max_examples=50)
@given(st.integers(1, 30), st.integers(0, 10_000))
def test_the_search_gives_sequences_that_may_be(words: int, seed: int) -> None:
    """No label follows one that it may not follow, and the stretches are those that the labels say."""
    import numpy as np  # noqa: PLC0415 - only here

    random = np.random.default_rng(seed)
    sums = random.normal(0, 4, (words, SIZE)).astype(np.float32)
    sentences = np.sort(random.integers(0, 3, words))
    labels = search(sums, sentences, weights_of(PACK).steps).tolist()
    allowed = follows()
    for place, label in enumerate(labels):
        before = labels[place - 1] if place and sentences[place] == sentences[place - 1] else 0
        assert allowed[before, label] == 0
    assert sum(last - first for first, last, _ in spans_of(labels)) == sum(label > 0 for label in labels)
