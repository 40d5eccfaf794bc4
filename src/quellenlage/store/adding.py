"""Add what came of one source, inside a transaction of the caller."""

import sqlite3
import zlib
from types import MappingProxyType

from quellenlage.model import Article, Problem
from quellenlage.store.records import Receipt
from quellenlage.store.rows import INSERT_ARTICLE, INSERT_PROBLEM, Value, article_values, problem_values
from quellenlage.text import digest

_HELD = "SELECT source_id, text_id, outlet, url, title, authors, published FROM articles WHERE id = ?"
# What a source says of its article, by column, as people call it: two articles with one id and the same of all these
# are one article, wherever it was read from.
_CONTENT = MappingProxyType(
    {
        "text_id": "text",
        "outlet": "outlet",
        "url": "address",
        "title": "title",
        "authors": "authors",
        "published": "publication date",
    }
)


def add_article(
    connection: sqlite3.Connection, article: Article, source: bytes, problems: tuple[Problem, ...]
) -> Receipt:
    """Add an article with its source and its problems, unless the archive holds it or another one of its id.

    Raises:
        ValueError: the article's `source_id` is not the digest of its source.
    """
    values = article_values(article)
    held = connection.execute(_HELD, (values["id"],)).fetchone()
    if held is None:
        _add_source(connection, article, source)
        connection.execute(INSERT_ARTICLE, values)
        add_problems(connection, problems)
        return Receipt(article.id, new=True, problems=problems)
    differing = _differing(held, values)
    if not differing:
        return Receipt(article.id, new=False, problems=problems)
    taken = _id_taken(article, differing)
    add_problems(connection, (taken,))
    return Receipt(None, new=False, problems=(*problems, taken))


def add_problems(connection: sqlite3.Connection, problems: tuple[Problem, ...]) -> None:
    """Add problems, each once."""
    connection.executemany(INSERT_PROBLEM, map(problem_values, problems))


def _add_source(connection: sqlite3.Connection, article: Article, source: bytes) -> None:
    if connection.execute("SELECT 1 FROM sources WHERE id = ?", (article.source_id,)).fetchone():
        return
    if digest(source) != article.source_id:
        raise ValueError(f"the source_id of article {article.id!r} is not the digest of its source")
    connection.execute("INSERT INTO sources (id, packed) VALUES (?, ?)", (article.source_id, zlib.compress(source)))


def _differing(held: tuple[Value, ...], values: dict[str, Value]) -> tuple[str, ...]:
    """Name what makes an article another one than that which the archive holds under its id."""
    source_id, *content = held
    if source_id == values["source_id"]:
        return ()
    pairs = zip(_CONTENT.items(), content, strict=True)
    return tuple(name for (column, name), value in pairs if value != values[column])


def _id_taken(article: Article, differing: tuple[str, ...]) -> Problem:
    return Problem(
        article=article.name,
        code="id-taken",
        severity="lost",
        reason=f"the archive holds another article with the id {article.id!r} (different: {', '.join(differing)})",
        remedy="give this article an id of its own, or add it to another archive",
    )
