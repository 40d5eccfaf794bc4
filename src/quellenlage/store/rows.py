"""Articles and problems as rows of tables, and back, exactly.

SQLite's TEXT is UTF-8, which has no lone surrogates; file names of other encodings (PEP 383) and broken JSON escapes
have them. A text with one is kept as a BLOB in the same column, in the encoding that `short_hash` uses too.
"""

import json
from typing import Any, cast

from quellenlage.model import Article, Problem, Severity
from quellenlage.store.records import ArticleRow
from quellenlage.text import Span

Value = str | bytes | int | None

INSERT_ARTICLE = """
    INSERT INTO articles (
        id, source_id, text_id, name, outlet, url, title, authors, published, language,
        headline_start, headline_end, text
    ) VALUES (
        :id, :source_id, :text_id, :name, :outlet, :url, :title, :authors, :published, :language,
        :headline_start, :headline_end, :text
    )
"""
# The columns are in the order in which `article_of` takes them.
SELECT_ARTICLES = """
    SELECT number, id, text, text_id, source_id, name, outlet, url, title, authors, published, language,
           headline_start, headline_end
    FROM articles WHERE number > ? AND number <= ? ORDER BY number LIMIT ?
"""
SELECT_ROWS = "SELECT id, outlet, published, title, name FROM articles ORDER BY number"
INSERT_PROBLEM = """
    INSERT OR IGNORE INTO problems (article, code, severity, reason, remedy) VALUES (?, ?, ?, ?, ?)
"""
SELECT_PROBLEMS = "SELECT article, code, severity, reason, remedy FROM problems ORDER BY number"


def article_values(article: Article) -> dict[str, Value]:
    """Return the values of INSERT_ARTICLE.

    Raises:
        ValueError: the headline lies in another text.
    """
    headline = article.headline
    if headline is not None and headline.text_id != article.text_id:
        raise ValueError(f"the headline of article {article.id!r} lies in another text")
    return {
        "id": as_value(article.id),
        "source_id": article.source_id,
        "text_id": article.text_id,
        "name": as_value(article.name),
        "outlet": as_value(article.outlet),
        "url": as_value(article.url),
        "title": as_value(article.title),
        "authors": as_value(json.dumps(article.authors, ensure_ascii=False)),
        "published": as_value(article.published),
        "language": as_value(article.language),
        # Not by truth: an empty span, at its place, is false.
        "headline_start": None if headline is None else headline.start,
        "headline_end": None if headline is None else headline.end,
        "text": as_value(article.text),
    }


def article_of(row: tuple[Any, ...]) -> Article:
    """Return the article of a row of SELECT_ARTICLES."""
    _, *texts, start, end = row
    id_, text, text_id, source_id, name, outlet, url, title, authors, published, language = map(from_value, texts)
    return Article(
        id=id_,
        text=text,
        text_id=text_id,
        source_id=source_id,
        name=name,
        outlet=outlet,
        url=url,
        title=title,
        authors=tuple(json.loads(authors)),
        published=published,
        language=language,
        headline=None if start is None else Span(text_id, start, end),
    )


def article_row_of(row: tuple[Any, ...]) -> ArticleRow:
    """Return what a row of SELECT_ROWS holds."""
    return ArticleRow(*map(from_value, row))


def problem_values(problem: Problem) -> tuple[Value, ...]:
    """Return the values of INSERT_PROBLEM."""
    fields = (problem.article, problem.code, problem.severity, problem.reason, problem.remedy)
    return tuple(map(as_value, fields))


def problem_of(row: tuple[Any, ...]) -> Problem:
    """Return the problem of a row of SELECT_PROBLEMS."""
    article, code, severity, reason, remedy = map(from_value, row)
    return Problem(article, code, cast("Severity", severity), reason, remedy)


def as_value(text: str | None) -> str | bytes | None:
    """Return a text as SQLite can hold it."""
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def from_value(value: Any) -> Any:
    """Return the text (or number, or None) that a value stands for."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value
