"""The archive as the doors see it: one file, filled from paths, told as a dossier."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from quellenlage.api.options import Options
from quellenlage.api.pipeline import Paths, collect
from quellenlage.api.telling import dossier_of
from quellenlage.ingest import IngestOptions, load
from quellenlage.model import Article, Dossier, Problem
from quellenlage.store import ArticleRow, Receipt, Store


class Archive:
    """One SQLite file that keeps articles, the bytes they came from, and what could not be read.

    Raises:
        ArchiveError: the file is missing (without `create`), no archive, of a newer schema, or cannot be written.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self._store = Store(Path(path), create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; nothing that was reported as added is lost without it, either."""
        self._store.close()

    def add(self, paths: Paths, options: Options | None = None) -> Iterator[Receipt]:
        """Add the articles of some paths; there is a receipt for each once it is safely on the disk."""
        published = (options or Options()).published
        return self._store.add_many(load(paths, IngestOptions(published=published)))

    def list(self) -> tuple[ArticleRow, ...]:
        """Return id, outlet, publication date, title and name of every article, in the order of addition."""
        return self._store.rows()

    def articles(self) -> Iterator[Article]:
        """Yield every article, in the order of addition."""
        return self._store.articles()

    def source(self, article: Article) -> bytes:
        """Return the bytes that an article was read from."""
        return self._store.source(article.source_id)

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be read when the archive was filled."""
        return self._store.problems()

    def dossier(self, options: Options | None = None) -> Dossier:
        """Tell the story that all articles of the archive tell together."""
        collection = collect(self.articles(), options)
        # What adding noted comes first; reading the articles again notes what reading found.
        problems = tuple(dict.fromkeys(self.problems() + collection.problems))
        return dossier_of(replace(collection, problems=problems), options)
