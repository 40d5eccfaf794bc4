"""What later steps of a reading build on: the article cut into parts and sentences."""

from dataclasses import dataclass

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Byline, Credit, Dateline, Part
from quellenlage.read.bylines import find_bylines
from quellenlage.read.credits import find_credited_authors, find_credits
from quellenlage.read.datelines import find_dateline
from quellenlage.read.furniture import find_furniture
from quellenlage.read.headings import find_captions, find_headline, find_subheadings
from quellenlage.read.parts import HEADINGS, Draft, as_parts, gaps_in, resolve, start_draft
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


def find_layout(article: Article, pack: LanguagePack, *, uncut: bool = False) -> Layout:
    """Which characters of an article are headings, furniture and credits, and which sentences does the rest have?

    A pure function: the text is only pointed at, never edited. Any text will do, however broken. `uncut` leaves each
    stretch between parts whole, as if it were one sentence: half the time, where sentences are not asked for.
    """
    draft = start_draft(article, pack)
    find_furniture(draft)
    find_credits(draft)
    find_headline(draft)
    find_bylines(draft)
    find_dateline(draft)
    find_captions(draft)
    find_subheadings(draft)
    find_credited_authors(draft)
    sentences, paragraphs = _sentences(draft, uncut=uncut)
    return Layout(
        article=article,
        pack=pack,
        headline=article.span(*draft.headline) if draft.headline else None,
        bylines=tuple(sorted(draft.bylines, key=lambda byline: byline.span)),
        dateline=draft.dateline,
        parts=as_parts(draft),
        credits=tuple(sorted(draft.credits.values(), key=_place_of_credit)),
        sentences=sentences,
        paragraphs=paragraphs,
    )


def _place_of_credit(credit: Credit) -> tuple[int, str]:
    return (credit.span.start if credit.span else -1, credit.agency)


def _sentences(draft: Draft, *, uncut: bool) -> tuple[tuple[Span, ...], tuple[range, ...]]:
    """Cut what is no furniture into sentences; a heading is cut by itself."""
    parts = resolve(draft.found)
    headings = [part.place for part in parts if part.kind in HEADINGS]
    sentences: list[Span] = []
    paragraphs: list[range] = []
    for block in draft.blocks:
        first = len(sentences)
        inside = [place for place in headings if block[0] <= place[0] and place[1] <= block[1]]
        for place in sorted([*gaps_in(draft.text, block, parts), *inside]):
            cut = (place,) if uncut else split_sentences(draft.text, place, draft.pack)
            sentences.extend(draft.article.span(*sentence) for sentence in cut)
        if len(sentences) > first:
            paragraphs.append(range(first, len(sentences)))
    return tuple(sentences), tuple(paragraphs)
