"""What later steps of a reading build on: the article cut into parts and sentences."""

from dataclasses import dataclass

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Byline, Credit, Dateline, Part
from quellenlage.read.blocks import find_blocks
from quellenlage.read.sentences import split_sentences
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


def find_layout(article: Article, pack: LanguagePack) -> Layout:
    """Which characters of an article are headings, furniture and credits, and which sentences does the rest have?"""
    sentences: list[Span] = []
    paragraphs: list[range] = []
    for block in find_blocks(article.text):
        first = len(sentences)
        sentences.extend(article.span(*place) for place in split_sentences(article.text, block, pack))
        if len(sentences) > first:
            paragraphs.append(range(first, len(sentences)))
    return Layout(article, pack, article.headline, (), None, (), (), tuple(sentences), tuple(paragraphs))
