"""Articles to store, written by us."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from quellenlage.model import Article, Problem
from quellenlage.text import Span, digest


@dataclass(frozen=True, slots=True)
class Loaded:
    """What ingest hands to the store, in the shape that the store asks for."""

    article: Article | None
    problems: tuple[Problem, ...]
    source: bytes


Load = Callable[..., Loaded]


def load(number: int, *, text: str | None = None, source: bytes | None = None, **fields: object) -> Loaded:
    """Return the article of this number, with every field set unless told otherwise."""
    text = f"Die Brücke {number} ist wieder frei.\r\nDas teilte die Stadt mit." if text is None else text
    source = f"Quelle {number}: {text}".encode() if source is None else source
    text_id = digest(text.encode())
    usual: dict[str, object] = {
        "id": f"a{number}",
        "name": f"bericht-{number}.jsonl",
        "outlet": "Der Bote",
        "url": f"https://bote.example/{number}",
        "title": f"Brücke {number}",
        "authors": ("Ada Weiß", "Kürzel, jr."),
        "published": "2023-09-13",
        "language": "de",
        "headline": Span(text_id, 0, 3),
    }
    article = Article(text=text, text_id=text_id, source_id=digest(source), **(usual | fields))  # type: ignore[arg-type]
    return Loaded(article, (), source)


@pytest.fixture(name="load")
def load_fixture() -> Load:
    """Give the function that makes articles."""
    return load


@pytest.fixture
def problem() -> Problem:
    """Give the problem of a source of which no article came."""
    return Problem("fotos/brücke.txt", "not-text", "lost", "the file is no text", "save the page as text")
