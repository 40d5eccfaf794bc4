"""Whatever an article holds, the archive gives it back exactly, in whichever order and company it was added."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.model import Article, Problem
from quellenlage.store import Store
from quellenlage.text import Span, digest

# All code points, surrogates included, and what real files are dirty with more often than chance would have it.
DIRT = (
    "\0",
    "\ufeff",
    "\r\n",
    "\r",
    "u\u0308",
    "\u00ad",
    "🌉",
    "👩\u200d🚒",
    "\udcff",
    "\ud83d\ude00",
    "\ufffe",
    "'",
    '"',
    "„",
)
TEXTS = st.lists(st.one_of(st.text(st.characters()), st.sampled_from(DIRT)), max_size=6).map("".join)
OPTIONAL = st.none() | TEXTS
SEVERITIES = st.sampled_from(("note", "partial", "lost"))
PROBLEMS = st.builds(Problem, TEXTS, TEXTS, SEVERITIES, TEXTS, TEXTS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What ingest hands to the store."""

    article: Article | None
    problems: tuple[Problem, ...]
    source: bytes


@st.composite
def additions(draw: st.DrawFn) -> Loaded:
    """Draw an article with its source and problems."""
    source, text = draw(st.binary(max_size=2000)), draw(TEXTS)
    text_id = digest(text.encode("utf-8", "surrogatepass"))
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    article = Article(
        id=draw(TEXTS),
        text=text,
        text_id=text_id,
        source_id=digest(source),
        name=draw(TEXTS),
        outlet=draw(OPTIONAL),
        url=draw(OPTIONAL),
        title=draw(OPTIONAL),
        authors=tuple(draw(st.lists(TEXTS, max_size=3))),
        published=draw(OPTIONAL),
        language=draw(TEXTS),
        headline=draw(st.sampled_from((None, Span(text_id, start, end)))),
    )
    return Loaded(article, tuple(draw(st.lists(PROBLEMS, max_size=2))), source)


@contextmanager
def new_store() -> Iterator[tuple[Store, Path]]:
    """Give an empty archive; Hypothesis runs a test many times with one `tmp_path`."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archiv.qla"
        with Store(path, create=True) as store:
            yield store, path


def content(store: Store) -> tuple[dict[str, Article], dict[str, bytes], set[Problem]]:
    """Return all that an archive holds, without its order."""
    articles = {article.id: article for article in store.articles()}
    sources = {article.source_id: store.source(article.source_id) for article in articles.values()}
    return articles, sources, set(store.problems())


@settings(max_examples=50)
@given(additions())
def test_an_article_comes_back_exactly(loaded: Loaded) -> None:
    """Every field, every byte and every problem is the same, also for another connection; a second time adds none."""
    assert loaded.article
    with new_store() as (store, path):
        assert store.add(loaded.article, loaded.source, loaded.problems)
        assert not store.add(loaded.article, loaded.source, loaded.problems)
        with Store(path) as reader:
            assert list(reader.articles()) == [loaded.article]
            assert reader.source(loaded.article.source_id) == loaded.source
            assert reader.problems() == tuple(dict.fromkeys(loaded.problems))
            (row,) = reader.rows()
        for field in ("id", "outlet", "published", "title", "name"):
            assert getattr(row, field) == getattr(loaded.article, field)


@settings(max_examples=30)
@given(
    st.lists(additions(), max_size=8, unique_by=lambda loaded: loaded.article and loaded.article.id).flatmap(
        lambda batch: st.tuples(st.just(batch), st.permutations(batch + batch[:3]))
    )
)
def test_the_order_of_addition_does_not_matter_to_the_content(orders: tuple[list[Loaded], list[Loaded]]) -> None:
    """In another order, with some twice, one by one or as a batch: the same articles, sources and problems."""
    batch, shuffled = orders
    with new_store() as (left, _), new_store() as (right, _):
        assert all(receipt.new for receipt in left.add_many(batch))
        for loaded in shuffled:
            assert loaded.article
            right.add(loaded.article, loaded.source, loaded.problems)
        assert content(left) == content(right)
        assert [article.id for article in left.articles()] == [one.article.id for one in batch if one.article]


@settings(max_examples=30)
@given(additions(), additions())
def test_no_id_ever_changes_hands(first: Loaded, second: Loaded) -> None:
    """Of two articles with one id, the archive keeps the first as it is, and says that the second is lost."""
    assert first.article
    assert second.article
    other = Article(
        first.article.id,
        second.article.text,
        second.article.text_id,
        second.article.source_id,
        second.article.name,
    )
    with new_store() as (store, _):
        store.add(first.article, first.source)
        (receipt,) = store.add_many([Loaded(other, (), second.source)])
        assert not receipt.new
        assert list(store.articles()) == [first.article]
        same_bytes = other.source_id == first.article.source_id
        says = (other.text_id, None, None, None, (), None)
        held = first.article
        known = same_bytes or says == (held.text_id, held.outlet, held.url, held.title, held.authors, held.published)
        assert [problem.code for problem in receipt.problems] == ([] if known else ["id-taken"])
        assert receipt.article == (first.article.id if known else None)
