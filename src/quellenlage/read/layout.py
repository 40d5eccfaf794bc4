"""What later steps of a reading build on: the article cut into parts and sentences."""

from dataclasses import dataclass

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Byline, Credit, Dateline, Part
from quellenlage.text import Span


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """How is this article built? Made by `find_layout`, read by everything that looks into sentences.

    `parts` are ordered and do not overlap. `sentences` cover the running text and the headings (never furniture), in
    order, without overlap; `paragraphs` are the half-open ranges of `sentences` that stand in one paragraph.
    """

    article: Article
    pack: LanguagePack
    headline: Span | None
    bylines: tuple[Byline, ...]
    dateline: Dateline | None
    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[range, ...]
