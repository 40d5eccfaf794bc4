"""The store: articles, sources and problems in one file, added durably and given back exactly."""

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from quellenlage.errors import ArchiveError, UnknownIdError
from quellenlage.model import Article, Problem
from quellenlage.store.adding import add_article, add_problems
from quellenlage.store.connection import connect
from quellenlage.store.failures import explained
from quellenlage.store.records import Addition, ArticleRow, Receipt
from quellenlage.store.rows import (
    SELECT_ARTICLES,
    SELECT_PROBLEMS,
    SELECT_ROWS,
    Value,
    article_of,
    article_row_of,
    problem_of,
)
from quellenlage.store.schema import transaction
from quellenlage.text import digest

# A commit waits for the disk (0.2 to 20 ms): 256 articles share one wait. A batch of large pages ends earlier, so that
# memory holds few of them.
BATCH_ARTICLES = 256
BATCH_BYTES = 4 * 2**20
# How many articles are fetched at once: 1 MB of usual news texts.
PAGE_ARTICLES = 256
# How long to wait for another writer, in seconds: its batch takes well under one, also on a slow disk.
BUSY_SECONDS = 10.0


class Store:
    """An archive file, open. Programs may read it at the same time, and take turns to write it.

    With `create`, the file is made if it is not there, and must be writable. `busy_s` is how long (seconds) to wait
    while another program writes. Every method raises an ArchiveError where the file or its disk fails.

    Raises:
        ArchiveError: the file is missing, no archive, of a newer schema, damaged, locked or not accessible.
    """

    def __init__(self, path: str | Path, *, create: bool = False, busy_s: float = BUSY_SECONDS) -> None:
        self._path = Path(path)
        self._connection = connect(self._path, create=create, busy_s=busy_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was reported as added stays without it, too."""
        with explained(self._path):
            self._connection.close()

    def add(self, article: Article, source: bytes, problems: tuple[Problem, ...] = ()) -> bool:
        """Add one article and say whether it was new; it is safely on the disk when this returns. See `add_many`."""
        with explained(self._path), transaction(self._connection):
            return add_article(self._connection, article, source, problems).new

    def add_many(self, additions: Iterable[Addition]) -> Iterator[Receipt]:
        """Add what was loaded and yield a receipt for each, in order, once it is safely on the disk.

        An article that the archive holds already changes nothing. An article with the id of another one (other bytes,
        and another text, title, outlet, address, author or date) is lost, with a Problem "id-taken". A source of which
        no article came leaves its problems, each once.

        Raises:
            ArchiveError: the disk is full, for example. All that was yielded before is there.
            ValueError: an article's `source_id` is not the digest of its source.
        """
        batch: list[Addition] = []
        size = 0
        for addition in additions:
            batch.append(addition)
            size += len(addition.source)
            if len(batch) >= BATCH_ARTICLES or size >= BATCH_BYTES:
                yield from self._add_batch(batch)
                batch, size = [], 0
        if batch:
            yield from self._add_batch(batch)

    def articles(self) -> Iterator[Article]:
        """Yield the articles that the archive holds now, in the order of addition.

        They are fetched a page at a time, so that a slow reader never keeps the log beside the file from shrinking.
        """
        number, last = 0, self._fetch("SELECT coalesce(max(number), 0) FROM articles")[0][0]
        while page := self._fetch(SELECT_ARTICLES, number, last, PAGE_ARTICLES):
            number = page[-1][0]
            yield from (article_of(row) for row in page)

    def source(self, source_id: str) -> bytes:
        """Return the bytes that an article was read from (`article.source_id`).

        Raises:
            UnknownIdError: the archive holds no such bytes.
            ArchiveError: the file is damaged: these are not the bytes that were added.
        """
        found = self._fetch("SELECT packed FROM sources WHERE id = ?", source_id)
        if not found:
            raise UnknownIdError(f"{self._path} holds no source {source_id}", "take the source_id of an article in it")
        try:
            source = zlib.decompress(found[0][0])
        except zlib.error:
            source = None
        if source is None or digest(source) != source_id:
            raise ArchiveError(f"the archive {self._path} is damaged at source {source_id}", "restore it from a backup")
        return source

    def rows(self) -> tuple[ArticleRow, ...]:
        """Return what a list shows of each article, in the order of addition."""
        return tuple(map(article_row_of, self._fetch(SELECT_ROWS)))

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read when articles were added, in the order of addition."""
        return tuple(map(problem_of, self._fetch(SELECT_PROBLEMS)))

    def count(self) -> int:
        """Return the number of articles."""
        return int(self._fetch("SELECT count(*) FROM articles")[0][0])

    def _fetch(self, statement: str, *values: Value) -> list[Any]:
        with explained(self._path):
            return self._connection.execute(statement, values).fetchall()

    def _add_batch(self, batch: list[Addition]) -> list[Receipt]:
        with explained(self._path), transaction(self._connection):
            return [self._add_one(addition) for addition in batch]

    def _add_one(self, addition: Addition) -> Receipt:
        if addition.article is not None:
            return add_article(self._connection, addition.article, addition.source, addition.problems)
        add_problems(self._connection, addition.problems)
        return Receipt(None, new=False, problems=addition.problems)
