"""Cut a page into its blocks of text, in page order: headings, paragraphs, list items, rows, captions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

# Elements that browsers show inside a line (HTML standard, phrasing content); all others begin a new block.
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font"),
        *("i", "img", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small"),
        *("source", "span", "strike", "strong", "sub", "sup", "td", "th", "time", "tt", "u", "var", "wbr"),
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
_FIGURE_PARTS = re.compile(r"credit|copyright|(?<![a-z])source|auth?or|photographer|caption", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands for itself on the page.

    `element` is the innermost block-level element; `linked` the share (0..1) of its characters that lie in links;
    `hinted` the class names of the inline elements in it; `key` its letters and digits alone, for comparing.
    """

    text: str
    element: HtmlElement
    linked: float
    hinted: str
    key: str


@dataclass(slots=True)
class _Open:
    """The block that is being collected."""

    pieces: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    linked: int = 0

    def in_word(self) -> bool:
        """Say whether the last character is a letter or digit: what follows at once would run into it."""
        return next((piece[-1].isalnum() for piece in reversed(self.pieces) if piece), False)

    def take(self, element: HtmlElement) -> Iterator[Block]:
        """Give what was collected, as one block or (where two line breaks part it) several, and begin anew."""
        text = _AROUND_BREAK.sub("\n", _SPACE_KEEPING_BREAKS.sub(" ", "".join(self.pieces)))
        linked = self.linked / max(1, len(text))
        for part in re.split(r"\n{2,}", text):
            if key := squeezed(part):
                yield Block(part.strip(" \n\t"), element, min(1.0, linked), " ".join(self.hints), key)
        self.pieces, self.hints, self.linked = [], [], 0


_SPACE_KEEPING_BREAKS = re.compile(r" {2,}")


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, lower case: equal for two spellings that differ in white space."""
    return _NO_WORD.sub("", text).casefold()


def find_blocks(tree: HtmlElement) -> list[Block]:
    """Return the blocks of a page that no longer holds what nobody sees (`drop_unseen`)."""
    body = tree.find("body")
    root = body if body is not None else tree
    return list(_walk(root))


def _walk(root: HtmlElement) -> Iterator[Block]:
    """Walk without recursion: a hostile page may nest as deep as its parser allows."""
    collected = _Open()
    in_link = in_figure = in_heading = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        step = 1 if event == "start" else -1
        breaks = tag not in _INLINE or (in_figure > 0 and _names_figure_part(element))
        if breaks:
            yield from collected.take(element if event == "end" else _block_parent(element))
        in_figure += step * (tag == "figure")
        in_heading += step * (tag in _HEADINGS)
        in_link += step * (tag == "a")
        text = element.text if event == "start" else element.tail
        if event == "start":
            gap = "\n" if _stands_apart(element) else _before(tag, apart=in_heading > 0 and collected.in_word())
            collected.pieces.append(gap)
            if tag in _INLINE and element.attrib:
                collected.hints.append(names(element))
        elif element is root:
            break
        if text:
            piece = _SPACE.sub(" ", text)
            collected.pieces.append(piece)
            collected.linked += len(piece) if in_link else 0
    yield from collected.take(root)


def _before(tag: str, *, apart: bool) -> str:
    """Return what an element's beginning stands for: a new line, a new cell, or the gap between kicker and title."""
    if tag == "br":
        return "\n"
    if tag in ("td", "th"):
        return "\t"
    return " " if apart and tag == "span" else ""


def _stands_apart(element: HtmlElement) -> bool:
    """Say whether an inline element is set on a line of its own, as dates and authors in an article's head are.

    The page's style sheet decides, which is not read; two named elements in a row, with nothing between them, in
    something that is no paragraph, are such lines.
    """
    before = element.getprevious()
    if element.tag not in ("span", "time") or not element.get("class") or before is None:
        return False
    parent = element.getparent()
    named = before.tag in ("span", "time") and before.get("class") and not (before.tail or "").strip()
    return bool(named) and parent is not None and parent.tag in ("div", "header", "section", "article", "main")


def _names_figure_part(element: HtmlElement) -> bool:
    return bool(element.attrib) and bool(_FIGURE_PARTS.search(names(element)))


def _block_parent(element: HtmlElement) -> HtmlElement:
    """Return the innermost element around this one that begins a block."""
    for parent in element.iterancestors():
        if parent.tag not in _INLINE:
            return parent
    return element


def names(element: HtmlElement) -> str:
    """Return what an element is called by its page: class, id, role, and what microdata says it is."""
    values = (element.get(key) for key in ("class", "id", "itemprop", "rel", "role", "data-testid"))
    return " ".join(value[:200] for value in values if value)
