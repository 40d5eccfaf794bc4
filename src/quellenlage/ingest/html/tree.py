"""Parse a page, however broken, and drop what no reader sees."""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# A page names its encoding within its first 1,024 bytes (HTML standard); some CMS put scripts before it.
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
# Pictures inside a saved page are most of its bytes and none of its text.
_DATA_URI = re.compile(r"""data:[\w/+.-]*;base64,[^"'\s)>]{100,}""")
# The parser's time grows with the square of a tag's attributes; no page that people read has so many.
_GIANT_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*)\s[^<>]{20000,}>")
_UNSEEN_TAGS = (
    *("applet", "audio", "button", "canvas", "datalist", "dialog", "embed", "iframe", "input", "map", "math"),
    *("noscript", "object", "script", "select", "style", "svg", "template", "textarea", "video"),
)
_UNSEEN = etree.XPath(
    "//body//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')"
    " or contains(@class, 'visually-hidden') or contains(@class, 'visuallyhidden') or contains(@class, 'sr-only')]"
)
_DEPTH = "Excessive depth"


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page; `cut_short` says that its markup nests deeper than the parser follows."""

    tree: HtmlElement
    cut_short: bool


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page names in its own markup, "" if it names none."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return match[1].decode("ascii") if match else ""


def parse_page(markup: str) -> Page | None:
    """Return the tree of a page, None if nothing in it is markup or text."""
    # As the HTML standard has it, NUL becomes U+FFFD: the parser would take it for the end of the page.
    clean = _GIANT_TAG.sub(r"<\1>", _DATA_URI.sub("", markup)).replace("\x00", "\ufffd").removeprefix("\ufeff")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return Page(tree, any(_DEPTH in entry.message for entry in parser.error_log))


def drop_unseen(tree: HtmlElement) -> None:
    """Remove from a tree, in place, what no reader sees: scripts, styles, hidden elements, controls."""
    etree.strip_elements(tree, *_UNSEEN_TAGS, with_tail=False)
    for element in _UNSEEN(tree):
        if element.getparent() is not None:
            element.drop_tree()
