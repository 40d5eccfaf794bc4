"""What is added is kept, once, exactly, in order, and nothing else changes."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quellenlage.errors import ArchiveError, UnknownIdError
from quellenlage.model import Problem
from quellenlage.store import ArticleRow, Receipt, Store
from quellenlage.store.store import BATCH_ARTICLES, BATCH_BYTES

Load = Callable[..., Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the place of an archive that is not there yet."""
    return tmp_path / "archiv.qla"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Give an empty archive."""
    with Store(path, create=True) as store:
        yield store


def test_an_article_comes_back_whole(store: Store, path: Path, load: Load) -> None:
    """Another connection reads every field of an added article, and its bytes."""
    loaded = load(1)
    assert store.add(loaded.article, loaded.source)
    with Store(path) as reader:
        assert list(reader.articles()) == [loaded.article]
        assert reader.source(loaded.article.source_id) == loaded.source


def test_missing_fields_stay_missing(store: Store, load: Load) -> None:
    """None, the empty text and the empty tuple come back as what they were."""
    article = load(1, text="", source=b"", outlet=None, url="", title=None, authors=(), published=None).article
    article = replace(article, headline=None, language="")
    store.add(article, b"")
    assert list(store.articles()) == [article]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffDie Brücke",
        "Zeile\r\nZeile\rZeile\n",
        "vor\0nach",
        "u\u0308ber",
        "🌉👩\u200d🚒",
        "\udcff",
        "\ud83d\ude00",
        "1",
    ],
    ids=["bom", "line-ends", "nul", "nfd", "emoji", "surrogate", "surrogates-of-a-pair", "number"],
)
def test_every_text_comes_back_exactly(store: Store, load: Load, text: str) -> None:
    """No character is changed, in any field, also not those that UTF-8 has no form for."""
    loaded = load(1, source=b"\0\xff")
    fields = dict.fromkeys(("id", "text", "name", "outlet", "url", "title", "published", "language"), text)
    article = replace(loaded.article, **fields, authors=(text, text))
    problem = Problem(text, text, "note", text, text)
    assert store.add(article, loaded.source, (problem,))
    assert not store.add(article, loaded.source, (problem,))
    assert (list(store.articles()), store.problems()) == ([article], (problem,))
    assert store.rows() == (ArticleRow(text, text, text, text, text),)


def test_the_same_bytes_again_change_nothing(path: Path, load: Load, problem: Problem) -> None:
    """Adding everything a second time, also with problems of a newer reader, leaves the file as it is to the byte."""
    batch = [load(number) for number in range(20)]
    lost = replace(load(1), article=None, problems=(problem,))
    with Store(path, create=True) as store:
        assert [receipt.new for receipt in store.add_many([*batch, lost])] == [True] * 20 + [False]
    before = path.read_bytes()
    note = Problem("a1", "new-note", "note", "seen by a newer reader", "none needed")
    with Store(path, create=True) as store:
        again = [replace(loaded, problems=(note,)) for loaded in batch]
        assert [(r.article, r.new) for r in store.add_many(again)] == [(f"a{n}", False) for n in range(20)]
        assert list(store.add_many([lost])) == [Receipt(None, new=False, problems=(problem,))]
        assert not store.add(batch[3].article, batch[3].source)
        assert store.problems() == (problem,)
    assert path.read_bytes() == before


def test_reading_changes_nothing(path: Path, load: Load) -> None:
    """A file that was only read is the same to the byte, and nothing is left beside it."""
    with Store(path, create=True) as store:
        store.add(load(1).article, load(1).source)
    before = path.read_bytes()
    with Store(path) as store:
        assert (store.count(), len(store.rows()), len(list(store.articles()))) == (1, 1, 1)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_articles_come_in_the_order_of_addition(store: Store, load: Load) -> None:
    """The order is that of addition, over more articles than a batch or a page holds."""
    order = [n * 7919 % 1000 for n in range(1000)]
    receipts = list(store.add_many(load(n) for n in order))
    assert [receipt.article for receipt in receipts] == [f"a{n}" for n in order]
    assert [article.id for article in store.articles()] == [f"a{n}" for n in order]
    assert [row.id for row in store.rows()] == [f"a{n}" for n in order]
    assert store.count() == 1000


def test_two_articles_of_one_source_share_its_bytes(store: Store, load: Load) -> None:
    """Articles read from one source (a feed) keep its bytes once."""
    first, second = load(1, source=b"<rss/>"), load(2, source=b"<rss/>")
    assert all(receipt.new for receipt in store.add_many([first, second]))
    assert store.source(second.article.source_id) == b"<rss/>"
    assert store._connection.execute("SELECT count(*) FROM sources").fetchone() == (1,)


def test_the_same_article_from_other_bytes_is_known(store: Store, load: Load) -> None:
    """A page fetched again with other furniture, or a line with its keys in another order, is no other article."""
    store.add(load(1).article, load(1).source)
    again = load(1, source=b"the same, fetched again", name="copy.html", language="")
    assert list(store.add_many([again])) == [Receipt("a1", new=False, problems=())]
    assert list(store.articles()) == [load(1).article]


def test_another_article_with_a_known_id_is_a_problem(store: Store, load: Load) -> None:
    """The first article of an id stays; the other one is lost, and says by what it differs, each time it comes."""
    store.add(load(1).article, load(1).source)
    other = load(1, text="Ein anderer Text.", title="Neu", name="neu.jsonl")
    for _ in range(2):
        (receipt,) = store.add_many([other])
        (taken,) = receipt.problems
        assert (receipt.article, receipt.new) == (None, False)
        assert (taken.article, taken.code, taken.severity) == ("neu.jsonl", "id-taken", "lost")
        assert "'a1' (different: text, title)" in taken.reason
        assert not store.add(other.article, other.source)
    assert list(store.articles()) == [load(1).article]
    assert store.problems() == (taken,)


def test_problems_are_kept_once_and_in_order(store: Store, load: Load, problem: Problem) -> None:
    """Problems of articles and of lost sources are kept, in the order of addition, each once."""
    note = Problem("a1", "no-date", "note", "no date was found", "give one with --published")
    store.add(load(1).article, load(1).source, (note,))
    list(store.add_many([replace(load(2), article=None, problems=(problem, note, problem))]))
    assert store.problems() == (note, problem)
    assert store.count() == 1


def test_receipts_come_only_for_what_is_committed(store: Store, path: Path, load: Load) -> None:
    """Whenever a receipt is yielded, another connection finds its article."""
    with Store(path) as reader:
        for receipt in store.add_many(load(n) for n in range(2 * BATCH_ARTICLES + 5)):
            assert reader._fetch("SELECT 1 FROM articles WHERE id = ?", receipt.article)


def test_a_batch_ends_at_its_bytes(store: Store, load: Load) -> None:
    """Large sources are committed as they come, not held in memory by the hundred."""
    asked = []

    def sources() -> Iterator[Any]:
        for number in range(4):
            asked.append(number)
            yield load(number, source=bytes([number]) * BATCH_BYTES)

    receipts = store.add_many(sources())
    assert (next(receipts).article, asked) == ("a0", [0])


def test_the_lock_is_free_while_articles_are_loaded(path: Path, load: Load) -> None:
    """Loading (slow) happens outside the transaction: another program writes meanwhile."""
    with Store(path, create=True) as store, Store(path, create=True, busy_s=0) as other:

        def loading() -> Iterator[Any]:
            yield load(1)
            assert other.add(load(2).article, load(2).source)
            yield load(3)

        assert all(receipt.new for receipt in store.add_many(loading()))
        assert [row.id for row in store.rows()] == ["a2", "a1", "a3"]


def test_what_is_added_during_an_iteration_waits_for_the_next(store: Store, load: Load) -> None:
    """An iteration that adds what it reads ends, and yields what was there when it began."""
    list(store.add_many(load(n) for n in range(300)))
    seen = []
    for article in store.articles():
        seen.append(article.id)
        if len(seen) <= 3:
            store.add(replace(article, id=f"b{len(seen)}"), b"")
    assert (seen, store.count()) == ([f"a{n}" for n in range(300)], 303)


def test_a_source_must_be_that_of_its_article(store: Store, load: Load) -> None:
    """Bytes that do not have the digest the article names are refused, and nothing of the batch is kept."""
    with pytest.raises(ValueError, match="source_id"):
        list(store.add_many([load(1), replace(load(2), source=b"other bytes")]))
    with pytest.raises(ValueError, match="headline"):
        store.add(replace(load(3).article, text_id="0" * 32), load(3).source)
    assert store.count() == 0


def test_an_unknown_source_is_named(store: Store) -> None:
    """Asking for bytes that are not there says so."""
    with pytest.raises(UnknownIdError, match="no source feed"):
        store.source("feed")


@pytest.mark.parametrize("packed", [b"no zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"], ids=["not-zlib", "other-bytes"])
def test_damaged_bytes_are_never_handed_out(store: Store, load: Load, packed: bytes) -> None:
    """Bytes that changed on the disk are an error, not a source."""
    store.add(load(1).article, load(1).source)
    store._connection.execute("UPDATE sources SET packed = ?", (packed,))
    with pytest.raises(ArchiveError, match="damaged at source"):
        store.source(load(1).article.source_id)


def test_commits_wait_for_the_disk(store: Store) -> None:
    """The log is synchronised at each commit: what is reported as added outlives a power cut."""
    pragmas = {
        name: store._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
    }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}


def test_the_store_stays_small() -> None:
    """The class keeps to twelve methods, the two of the context manager included."""
    methods = [name for name, _ in inspect.getmembers(Store, inspect.isfunction) if not name.startswith("_")]
    assert len(methods) + 2 <= 12
