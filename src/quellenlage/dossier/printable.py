"""Text from anywhere made safe to show: an article can not steer the terminal or break the page."""

import re

# Control characters except tab and line end; what turns the direction of text around for all that follows it; halves
# of surrogate pairs, which have no UTF-8.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """Return a text of the same length in which every character can be shown (U+FFFD for those that can not)."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", " \n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return a text as one printable line with single spaces."""
    return _SPACE.sub(" ", printable(text)).strip()


def shorten(text: str, width: int) -> str:
    """Return a line of at most `width` (1 or more) characters, cut after a word, the cut marked by an ellipsis."""
    if len(text) <= width:
        return text
    cut = text[: width - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > width // 2 else cut).rstrip(" ,;:-–") + "…"
