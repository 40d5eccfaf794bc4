"""Say of captions and their credits, in the text itself, that they are such: `(Foto: AP)`.

Markup tells a photo's credit from the text's; once the markup is gone, "© dpa" below a photo would pass as the credit
of the whole text.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from quellenlage.ingest.html.blocks import Block, names
from quellenlage.ingest.knowledge import photo_credit

_FIGURE = re.compile(r"caption|(?<![a-z])figure|(?<![a-z])(?:image|photo|picture)", re.IGNORECASE)
_CREDIT = re.compile(r"credit|copyright|(?<![a-z])source|auth?or|photographer", re.IGNORECASE)
_FIGURE_CAPTION = re.compile(r"caption(?![-_]*(?:credit|copyright|source|auth?or))", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^\s*(?:©|\(c\))\s*", re.IGNORECASE)
_LABELLED = re.compile(r"^[^\W\d_]+\s?:\s*\S")
_LONGEST_CREDIT = 120  # characters
_LONGEST_CAPTION = 400


def figure_of(block: Block, *, body: bool) -> HtmlElement | None:
    """Return the figure that a block belongs to, None if it belongs to the text.

    A block of the body counts only where it lies in a real `figure`, for names of classes mislead.
    """
    elements = [block.element, *block.element.iterancestors()][:8]
    for element in elements:
        if element.tag == "figure":
            return element
        if element.tag == "blockquote":
            return None
    if body or len(block.text) > _LONGEST_CAPTION:
        return None
    return next((element for element in elements[:3] if _FIGURE.search(names(element))), None)


def caption_text(blocks: Sequence[Block], language: str) -> str:
    """Return one paragraph for the blocks of one figure: the caption, then its credit in brackets."""
    words = [block.text for block in blocks if not _is_credit(block)]
    named = [_bracketed(block.text, language) for block in blocks if _is_credit(block)]
    return " ".join((*words, *named)).replace("\n", " ")


def _is_credit(block: Block) -> bool:
    if len(block.text) > _LONGEST_CREDIT:
        return False
    own = f"{names(block.element)} {block.hinted}" if block.element.tag != "figure" else block.hinted
    return bool(_COPYRIGHT.match(block.text) or (_CREDIT.search(own) and not _FIGURE_CAPTION.search(own)))


def _bracketed(credit: str, language: str) -> str:
    bare = _COPYRIGHT.sub("", credit).strip().removeprefix("(").removesuffix(")")
    return f"({bare})" if _LABELLED.match(bare) else photo_credit(bare, language)
