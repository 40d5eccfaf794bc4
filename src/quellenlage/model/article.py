"""One text as an outlet published it, and the parts it is made of."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.model.trace import Trace
from quellenlage.text import Span

PartKind = Literal[
    "headline",
    "subheading",
    "byline",
    "dateline",
    "credit",
    "photo_credit",
    "caption",
    "teaser",
    "copyright",
    "scrape",
    "boilerplate",
]
CreditRole = Literal["text", "photo", "press_release"]


@dataclass(frozen=True, slots=True)
class Article:
    """One stored text and what its source says about it.

    `text` is never edited; `text_id` is its hash and `source_id` the hash of the bytes it was read from, which the
    archive keeps. `name` is the file's name (or "-" for standard input). `outlet`, `url`, `title`, `authors` and
    `published` (ISO, whole or partial) are as the source gives them, empty or None where it does not. `language` is
    an ISO 639-1 code, or "" where it could not be told. `headline` is the place of the title in the text, where the
    source's format says so.
    """

    id: str
    text: str
    text_id: str
    source_id: str
    name: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str = ""
    headline: Span | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the span of these characters of this article's text."""
        return Span(self.text_id, start, end)


@dataclass(frozen=True, slots=True)
class Part:
    """Which characters of an article are not its running text, and what are they instead?"""

    id: str
    kind: PartKind
    span: Span
    trace: Trace


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom does the article name as an author, and where?"""

    id: str
    name: str
    span: Span
    trace: Trace


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where (and with which agency) does the article say it was written?"""

    id: str
    place: str | None
    agency: str | None
    span: Span
    trace: Trace


@dataclass(frozen=True, slots=True)
class Credit:
    """Which agency does the article credit, for what, and where?

    `agency` in its usual spelling. `span` is None where the credit stands outside the text (the author field).
    """

    id: str
    agency: str
    role: CreditRole
    span: Span | None
    trace: Trace
