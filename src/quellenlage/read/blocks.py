"""Blocks: the stretches of a text between hard line ends, which no sentence crosses."""

import re
from itertools import pairwise

Place = tuple[int, int]

# What ends a line: CRLF first, then the single characters that Unicode and Python call line ends.
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# What may stand around running text without being part of it: white space, soft hyphens, marks of order, NUL.
BLANK = " \t\n\r\x0b\x0c\x00\x85\xa0\xad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u2060\ufeff\u2009\u3000"
_ENDED = re.compile(r"[.!?:…;|][\"'“”„»«’‘›‹)\]]*$")

# E-mail and wire lines are wrapped at 60 to 100 characters; a wider line is a paragraph of its own.
WIDEST_WRAP = 100
# A shorter longest line than this is a list or a poem, not wrapped prose.
NARROWEST_WRAP = 40
# A line of at most this length before one of at least that is a title before a body, whatever the body begins with:
# titles of twelve outlets in a stream of 2021 have at most 134 characters, all bodies more than 400.
LONGEST_TITLE, SHORTEST_BODY = 200, 400


def trim(text: str, start: int, end: int) -> Place:
    """Return the stretch without white space and invisible characters at its ends (empty where nothing is left)."""
    while start < end and (text[start] in BLANK or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in BLANK or text[end - 1].isspace()):
        end -= 1
    return start, end


def find_lines(text: str) -> list[Place]:
    """Return the lines of a text, trimmed, without the empty ones."""
    lines: list[Place] = []
    start = 0
    for mark in _LINE_END.finditer(text):
        place = trim(text, start, mark.start())
        if place[0] < place[1]:
            lines.append(place)
        start = mark.end()
    place = trim(text, start, len(text))
    if place[0] < place[1]:
        lines.append(place)
    return lines


def find_blocks(text: str) -> list[Place]:
    """Return the paragraphs: lines, with those put together again that were only wrapped.

    Two lines are one paragraph where nothing but one line end parts them and either the first would have run over the
    text's margin with the next line's first word (hard wraps), or it breaks off in the middle of a sentence.
    """
    lines = find_lines(text)
    if len(lines) < 2:
        return lines
    margin = _margin(text, lines)
    blocks = [lines[0]]
    for upper, lower in pairwise(lines):
        if _continues(text, upper, lower, margin):
            blocks[-1] = (blocks[-1][0], lower[1])
        else:
            blocks.append(lower)
    return blocks


def _margin(text: str, lines: list[Place]) -> int | None:
    """Return the width at which a text's lines were wrapped, None where they were not.

    Wrapped lines break in the middle of sentences: many of the next ones begin with a small letter.
    """
    width = max(end - start for start, end in lines)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    broken = sum(text[lower[0]].islower() for lower in lines[1:])
    return width if broken >= 2 and broken * 4 >= len(lines) else None


def _continues(text: str, upper: Place, lower: Place, margin: int | None) -> bool:
    if len(_LINE_END.findall(text, upper[1], lower[0])) != 1:
        return False
    first, ended = text[lower[0]], _ENDED.search(text, max(upper[0], upper[1] - 4), upper[1])
    titled = upper[1] - upper[0] <= LONGEST_TITLE and lower[1] - lower[0] >= SHORTEST_BODY
    if first.islower() and not ended and upper[1] - upper[0] >= NARROWEST_WRAP and not titled:
        return True
    if margin is None:
        return False
    word = text[lower[0] : lower[1]].split(maxsplit=1)[0]
    return upper[1] - upper[0] + 1 + len(word) > margin
