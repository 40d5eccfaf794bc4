"""One page: parse it, read what its markup says, choose its blocks, write its text."""

from collections.abc import Sequence
from itertools import groupby

from quellenlage.ingest.dates import normalise
from quellenlage.ingest.decoding import decode
from quellenlage.ingest.html.blocks import Block, find_blocks, squeezed
from quellenlage.ingest.html.captions import caption_text, figure_of
from quellenlage.ingest.html.choice import choose
from quellenlage.ingest.html.metadata import Metadata, find_metadata
from quellenlage.ingest.html.tree import declared_encoding, drop_unseen, parse_page
from quellenlage.ingest.language import stated_language
from quellenlage.ingest.records import Draft, Raw, trouble
from quellenlage.model import Problem

_GAP = "\n\n"
_LEAST_BODY = 200  # characters of a JSON-LD body that stands in for a page's own text; less is a teaser


def read_page(data: bytes, place: str) -> Raw:
    """Return the article that a page holds: headline, lead, byline, body and credits in page order.

    Paragraphs are parted by blank lines; the text of the article is this text, not the page.
    """
    if not data.strip():
        return Raw.lost(trouble(place, "empty", "lost", "the file is empty", "fetch the page again"), data)
    decoded = decode(data, place, declared_encoding(data))
    if decoded.text is None:
        return Raw(place, data, None, decoded.problems)
    page = parse_page(decoded.text)
    if page is None:
        return Raw.lost(_no_article(place), data)
    metadata = find_metadata(page.tree)
    drop_unseen(page.tree)
    blocks = find_blocks(page.tree)
    numbers, headline = choose(blocks, page.tree, metadata.title)
    draft = _draft([blocks[n] for n in numbers], numbers.index(headline) if headline in numbers else None, metadata)
    problems = decoded.problems
    if page.cut_short:
        reason = "the markup nests deeper than can be followed; what lies deeper was not read"
        problems += (trouble(place, "markup-too-deep", "partial", reason, "save the article's text as .txt"),)
    if draft is None:
        return Raw(place, data, None, (*problems, _no_article(place)))
    return Raw(place, data, draft, problems)


def _no_article(place: str) -> Problem:
    reason = "no article text was found in the page"
    remedy = "open the page in a browser, wait for the text, save it again; or save the text as .txt"
    return trouble(place, "no-article-text", "lost", reason, remedy)


def _draft(blocks: Sequence[Block], headline: int | None, metadata: Metadata) -> Draft | None:
    """Write the text; where the page shows none, the one that its JSON-LD carries."""
    if blocks:
        title = _page_title(blocks[headline].text, metadata.title) if headline is not None else metadata.title
        paragraphs, place = _paragraphs(blocks, headline, stated_language(metadata.language))
    elif metadata.body and len(metadata.body) >= _LEAST_BODY:
        title, paragraphs, place = metadata.title, [_unwrapped(metadata.body)], None
    else:
        return None
    if place is None and title:
        paragraphs, place = [title, *paragraphs], 0
    before = sum(len(paragraph) + len(_GAP) for paragraph in paragraphs[:place])
    return Draft(
        text=_GAP.join(paragraphs),
        title=title,
        outlet=metadata.outlet,
        published=_published(metadata.published),
        url=metadata.url,
        authors=metadata.authors,
        language=metadata.language,
        headline=(before, before + len(paragraphs[place])) if place is not None else None,
    )


def _paragraphs(blocks: Sequence[Block], headline: int | None, language: str) -> tuple[list[str], int | None]:
    """Return one paragraph a block, one a figure, and the number of the headline's."""
    paragraphs: list[str] = []
    place = None
    numbered = [(n, block, None if n == headline else figure_of(block, body=False)) for n, block in enumerate(blocks)]
    for figure, group in groupby(numbered, key=lambda item: item[2]):
        members = list(group)
        if figure is not None:
            paragraphs.append(caption_text([block for _, block, _ in members], language))
            continue
        for number, block, _ in members:
            if number == headline:
                place = len(paragraphs)
            paragraphs.append(block.text)
    return paragraphs, place


def _page_title(shown: str, stated: str | None) -> str:
    """Return the title as the page shows it; kicker and headline in one heading are the title together."""
    return " ".join(shown.split()) if squeezed(shown) != squeezed(stated or "") or stated is None else stated


def _published(dates: Sequence[str]) -> str | None:
    """Return the first date that is one, else the first that was stated, so that it becomes a problem."""
    return next((date for date in dates if normalise(date)), next(iter(dates), None))


def _unwrapped(body: str) -> str:
    """Return the text of a JSON-LD body, in which some CMS leave markup."""
    page = parse_page(body) if "<" in body and ">" in body else None
    if page is None:
        return body
    drop_unseen(page.tree)
    return _GAP.join(block.text for block in find_blocks(page.tree))
