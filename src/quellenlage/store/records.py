"""What the store takes and what it answers."""

from dataclasses import dataclass
from typing import Protocol

from quellenlage.model import Article, Problem


class Addition(Protocol):
    """What came of one source: an article or none, what went wrong, and the bytes that the article was read from."""

    @property
    def article(self) -> Article | None:
        """The article, or None where the source was lost."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was not (wholly) read."""

    @property
    def source(self) -> bytes:
        """The bytes that `article.source_id` is the digest of."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one addition? There is a receipt only for what is safely on the disk.

    `article` is the id of the article that the archive now holds, None if the source or its article was lost; `new`
    says that the archive had it not. `problems` are those of the addition, and the store's own.
    """

    article: str | None
    new: bool
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article: all but its text. The fields are those of `Article`."""

    id: str
    outlet: str | None
    published: str | None
    title: str | None
    name: str
