"""Which stretches of an article stand in quotation marks? Marks are paired by depth and position."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Article
from quellenlage.read.layout import Layout, find_layout
from quellenlage.text import Span

_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u202f([{–—-/")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u202f.,;:!?…)]}–—-/")
_SENTENCE_END = re.compile(r"[.!?…](?=\s)")


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The quotation marks of a language: what each may close, and which of them are apostrophes too."""

    pattern: re.Pattern[str]
    closes: MappingProxyType[str, frozenset[str]]
    opens: frozenset[str]
    inner: frozenset[str]
    apostrophes: frozenset[str]


class _Open(NamedTuple):
    mark: str
    start: int
    end: int


@cache
def marks_of(pack: LanguagePack) -> Marks:
    """Return the quotation marks that a language pack knows, compiled once."""
    table = pack.table("quotation_marks")
    closes: dict[str, set[str]] = {}
    opens, inner, apostrophes = set(), set(), set()
    for entry in table.entries:
        opener, closers = table.string(entry, "open"), table.strings(entry, "close")
        opens.add(opener)
        for closer in closers:
            closes.setdefault(closer, set()).add(opener)
        if table.string(entry, "level") == "inner":
            inner |= {opener, *closers}
        if table.string(entry, "apostrophe"):
            apostrophes |= {opener, *closers}
    every = sorted(opens | set(closes), key=len, reverse=True)
    return Marks(
        pattern=re.compile("|".join(map(re.escape, every))),
        closes=MappingProxyType({mark: frozenset(openers) for mark, openers in closes.items()}),
        opens=frozenset(opens),
        inner=frozenset(inner - {"“", "”"}),
        apostrophes=frozenset(apostrophes),
    )


def find_quotations(layout: Layout) -> tuple[Span, ...]:
    """Return every stretch in quotation marks, the marks included, outer before inner, in order.

    A quotation that is not closed goes on in the next paragraph if that one opens with the same mark; else it ends
    with its paragraph, or with the sentence before the next quotation in it. A mark that closes nothing is ignored.
    """
    text = layout.article.text
    marks = marks_of(layout.pack)
    found: list[tuple[int, int]] = []
    carried: _Open | None = None
    for first, last in _paragraphs(layout):
        pairs, left_open = _pair(text, first, last, marks, carried)
        if carried and left_open and left_open[0] is carried and not _continues(text, layout, last, carried.mark):
            left_open = left_open[1:]
            found.append((carried.start, last))
        carried = None
        found += pairs
        for position, opened in enumerate(left_open):
            if position == 0 and _continues(text, layout, last, opened.mark):
                carried = opened
            elif opened.mark not in marks.inner:
                found += _recover(text, opened, last, pairs)
    return tuple(
        layout.article.span(start, end) for start, end in sorted(set(found), key=lambda pair: (pair[0], -pair[1]))
    )


def _paragraphs(layout: Layout) -> list[tuple[int, int]]:
    sentences = layout.sentences
    return [(sentences[rows[0]].start, sentences[rows[-1]].end) for rows in layout.paragraphs if rows]


def _continues(text: str, layout: Layout, end: int, mark: str) -> bool:
    """Say whether the next paragraph opens with this mark, with nothing but white space between."""
    position = end
    while position < len(text) and text[position].isspace():
        position += 1
    if not text.startswith(mark, position):
        return False
    return not any(part.span.start >= end and part.span.end <= position for part in layout.parts)


def _pair(
    text: str, first: int, last: int, marks: Marks, carried: _Open | None
) -> tuple[list[tuple[int, int]], list[_Open]]:
    pairs: list[tuple[int, int]] = []
    stack: list[_Open] = [carried] if carried else []
    for match in marks.pattern.finditer(text, first, last):
        mark, start, end = match.group(), match.start(), match.end()
        if carried and start == first and mark == carried.mark:
            continue
        may_open, may_close = _position(text, match, marks)
        depth = _closed_by(mark, stack, marks) if may_close else None
        if depth is not None:
            pairs.append((stack[depth].start, end))
            del stack[depth:]
        elif may_open and mark in marks.opens:
            stack.append(_Open(mark, start, end))
    return pairs, stack


def _position(text: str, match: re.Match[str], marks: Marks) -> tuple[bool, bool]:
    """Say whether a mark may open here, and whether it may close here."""
    mark, start, end = match.group(), match.start(), match.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = (before in _BEFORE_OPENING or before in marks.opens) and not after.isspace()
    closes = (after in _AFTER_CLOSING or after in marks.closes) and not before.isspace()
    if mark in marks.apostrophes:
        return opens and after.isalpha() and not before.isalnum(), closes and not after.isalnum()
    if opens or closes or len(mark) > 1:
        return opens, closes
    # Letters or blanks on both sides: depth decides, and a mark that only ever opens does so.
    inside_word = before.isalnum() and after.isalnum()
    return not inside_word or mark not in marks.closes, mark in marks.closes


def _closed_by(mark: str, stack: list[_Open], marks: Marks) -> int | None:
    openers = marks.closes.get(mark, frozenset())
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].mark in openers:
            return depth
        if mark in marks.inner and stack[depth].mark not in marks.inner:
            return None
    return None


def _recover(text: str, opened: _Open, last: int, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    later = [start for start, _ in pairs if start > opened.start]
    if not later:
        return [(opened.start, last)]
    ends = [match.end() for match in _SENTENCE_END.finditer(text, opened.end, min(later))]
    return [(opened.start, ends[-1])] if ends else []


def check_quotations(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every quotation of an example as `quotation`."""
    article = Article(id="example", text=example.marked.text, text_id="", source_id="", name="example")
    for span in find_quotations(find_layout(article, pack)):
        yield Mark(span.start, span.end, "quotation")
