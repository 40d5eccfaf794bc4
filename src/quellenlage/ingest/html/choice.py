"""Which blocks of a page belong to the article?

The extractor decides what the body is. But extractors delete what a reader of sources needs (credits, bylines, block
quotations: trafilatura's and fundus' own rules); so everything that stands in the article's place on the page and does
not look like furniture is taken back, in page order.
"""

import logging
import re
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from functools import cache
from itertools import chain, takewhile
from typing import Any

from lxml.html import HtmlElement

from quellenlage.ingest.html.blocks import Block, names, squeezed

# Names that CMS give to what stands beside an article (English, in practice everywhere). "paywall" is none of them: it
# is the name of what is hidden behind it, half of the article.
_FURNITURE = re.compile(
    r"teaser|related|newsletter|social|shar(?:e|ing)|promo|advert|(?<![a-z])ads?(?![a-z])|banner|comment|recommend"
    r"|breadcrumb|cookie|consent|sidebar|(?<![a-z])nav|menu|toolbar|pagination|outbrain|taboola"
    r"|(?<![a-z])(?:poll|quiz|player|tags?|topics?|login|modal)(?![a-z])|sponsor|slider|footer|carousel|gallery|follow-",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
_FURNITURE_TAGS = frozenset(("nav", "aside", "form", "menu", "footer"))
# Names of what says whose the text is.
_EVIDENCE = re.compile(
    r"auth?or|byline|credit|copyright|(?<![a-z])source|agenc(?:y|ies)|publisher|dateline|published", re.IGNORECASE
)
# A copyright sign, or the item number of an agency ("dpa:230913-99-176112/3").
_CLAIM = re.compile(r"^\s*(?:©|\(c\)|&copy;)|\b[a-z]{2,6}(?:-[a-z]+)?:\d{6}-\d", re.IGNORECASE)
_LEAST_KEY = 20  # letters: shorter blocks occur anywhere in a page by chance
_LONGEST_CREDIT = 160  # characters: a credit line with several names; an author's biography is longer
_LONGEST_LEAD = 1200  # characters between headline and body in one block
_NEAR = 15  # blocks before the headline and after the body that may be credits
_LEAST_PARAGRAPH = 60  # characters
_MOST_ELEMENTS = 20_000  # the extractor's time grows with the square: 3 s for 10,000 paragraphs, 32 s for 50,000


def choose(blocks: Sequence[Block], tree: HtmlElement, title: str | None) -> tuple[list[int], int | None]:
    """Return the numbers of the blocks that make the article, in page order, and that of its headline.

    `tree` is the page without what nobody sees. Both are empty where the page holds no article.
    """
    extracted = _extracted_blocks(blocks, tree) or _guessed(blocks)
    core = _core(blocks, extracted)
    if not core:
        return [], None
    # Held for as long as elements are compared: the parser's library makes a new object for one that nobody holds.
    trunk = frozenset(chain.from_iterable(blocks[number].element.iterancestors() for number in core))
    headline = _headline(blocks, core[0], title)
    article = _article_element(blocks[core[0] if headline is None else headline], blocks[core[-1]])
    body = _body(blocks, core, [n for n in extracted if _within(blocks[n], article) and _fits(blocks[n], trunk)])
    first, last = (body[0] if headline is None else headline), body[-1]
    chosen = {*body, first}
    chosen.update(number for number in range(first, body[0]) if _leads(blocks[number], trunk))
    chosen.update(number for number in range(body[0], last) if _fits(blocks[number], trunk))
    near = (*range(max(0, first - _NEAR), first), *range(last + 1, min(len(blocks), last + 1 + _NEAR)))
    inside = [number for number in near if _within(blocks[number], article)]
    chosen.update(number for number in inside if _is_credit(blocks[number], blocks[last], trunk))
    return _without_repetitions(blocks, chosen, headline), headline


def _core(blocks: Sequence[Block], extracted: Sequence[int]) -> list[int]:
    """Return the blocks that are surely body: whole paragraphs, without furniture at either end of them."""
    core = [n for n in extracted if len(blocks[n].text) >= _LEAST_PARAGRAPH and blocks[n].linked < 0.5] or [*extracted]
    if not core:
        return []
    common = frozenset.intersection(*(frozenset(blocks[number].element.iterancestors()) for number in core))
    sure = [number for number in core if not _is_furniture(_branch(blocks[number], common))]
    # Headings that are links head teasers. Where there are none, and most of the text bears such names, they mislead.
    teasers = any(block.element.tag in _HEADINGS and block.linked >= 0.5 for block in blocks[core[0] : core[-1]])
    if not sure or (not teasers and 2 * _length(blocks, sure) < _length(blocks, core)):
        return core
    return [number for number in core if sure[0] <= number <= sure[-1]]


def _length(blocks: Sequence[Block], numbers: Iterable[int]) -> int:
    return sum(len(blocks[number].text) for number in numbers)


def _body(blocks: Sequence[Block], core: Sequence[int], fitting: Sequence[int]) -> list[int]:
    """Return the body: its sure part and what fits to it, without headings at the end, which head something else."""
    body = sorted({*core, *fitting})
    while len(body) > 1 and blocks[body[-1]].element.tag in _HEADINGS:
        body.pop()
    return body


def _extracted_blocks(blocks: Sequence[Block], tree: HtmlElement) -> list[int]:
    """Return the blocks that the extractor takes for the body."""
    text = _extracted(tree)
    lines = frozenset(squeezed(line) for line in text.splitlines())
    whole = squeezed(text)
    return [
        number
        for number, block in enumerate(blocks)
        if (len(block.key) >= _LEAST_KEY and block.key in whole) or (block.key in lines and block.linked < 0.5)
    ]


def _extracted(tree: HtmlElement) -> str:
    """Return what the extractor takes for the body, "" if it finds none or fails."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return ""
    try:
        found = _extractor()(deepcopy(tree), fast=True, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001  (markup is hostile, the extractor large: a page must never end the run)
        return ""
    return found.text or "" if found and not isinstance(found, dict) else ""


@cache
def _extractor() -> Callable[..., Any]:
    """Import the extractor (0.4 s, needed for pages only), and keep it from writing to the terminal."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return bare_extraction


def _guessed(blocks: Sequence[Block]) -> list[int]:
    """Return the paragraphs that read like running text, for pages where the extractor finds nothing."""
    return [
        number
        for number, block in enumerate(blocks)
        if len(block.text) >= _LEAST_PARAGRAPH and block.linked < 0.3 and not _is_furniture(_branch(block, frozenset()))
    ]


def _branch(block: Block, trunk: frozenset[HtmlElement]) -> list[HtmlElement]:
    """Return the block's element and those around it, up to what the body stands in as well."""
    return list(takewhile(lambda element: element not in trunk, (block.element, *block.element.iterancestors())))


def _is_furniture(branch: Sequence[HtmlElement]) -> bool:
    return any(element.tag in _FURNITURE_TAGS or _FURNITURE.search(names(element)) for element in branch)


def _headline(blocks: Sequence[Block], first: int, title: str | None) -> int | None:
    """Return the last heading that is the title, else the last first-order heading before the body's end or in it."""
    wanted = squeezed(title or "")
    headings = [number for number in range(first + 1) if blocks[number].element.tag in _HEADINGS]
    if wanted:
        same = [number for number in headings if blocks[number].key in wanted or wanted in blocks[number].key]
        if same:
            return max(same, key=lambda number: (len(blocks[number].key), number))
    return max((number for number in headings if blocks[number].element.tag == "h1"), default=None)


def _fits(block: Block, trunk: frozenset[HtmlElement]) -> bool:
    """Say whether a block within the body that the extractor left out belongs to it all the same."""
    branch = _branch(block, trunk)
    if _is_furniture(branch):
        return False
    return block.linked < 0.5 or is_evidence(block, branch)


def _leads(block: Block, trunk: frozenset[HtmlElement]) -> bool:
    return len(block.text) <= _LONGEST_LEAD and _fits(block, trunk)


def is_evidence(block: Block, branch: Sequence[HtmlElement]) -> bool:
    """Say whether a block, by the names of its elements or by its own look, says whose the text is."""
    named = " ".join((block.hinted, *(names(element) for element in branch)))
    return bool(_EVIDENCE.search(named) or _CLAIM.search(block.text))


def _is_credit(block: Block, last: Block, trunk: frozenset[HtmlElement]) -> bool:
    """Say whether a block near the body is a credit: short, in its place, named as one or beside the last paragraph."""
    branch = _branch(block, trunk)
    if len(block.text) > _LONGEST_CREDIT or (_is_furniture(branch) and not _CLAIM.search(block.text)):
        return False
    return (block.linked < 0.5 and _beside(block, last)) or is_evidence(block, branch)


def _beside(block: Block, last: Block) -> bool:
    """Say whether a block is set like the last paragraph and stands beside it, or in the same element."""
    here, there = block.element, last.element
    return here is there or (here.tag == there.tag and here.getparent() is there.getparent())


def _article_element(first: Block, last: Block) -> HtmlElement:
    """Return the element that holds the whole article: around its first and its last block, at best an `article`."""
    around_last = frozenset(last.element.iterancestors())
    around = [element for element in first.element.iterancestors() if element in around_last]
    return next(
        (element for element in around if element.tag in ("article", "main")), around[0] if around else last.element
    )


def _within(block: Block, element: HtmlElement) -> bool:
    return block.element is element or any(parent is element for parent in block.element.iterancestors())


def _without_repetitions(blocks: Sequence[Block], chosen: Iterable[int], headline: int | None) -> list[int]:
    """Leave out what a page says twice: for the phone and the desk, or as headline and in a bar that stays."""
    seen = {blocks[headline].key} if headline is not None else set()
    kept = []
    for number in sorted(chosen):
        key = blocks[number].key
        if number == headline or key not in seen:
            kept.append(number)
        if len(key) >= _LEAST_KEY:
            seen.add(key)
    return kept
