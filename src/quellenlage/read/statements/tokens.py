"""Units: sentences as the grammar reads them, each quotation folded into one token.

A quotation may run over several sentences; they are one unit then, together with the clause that introduces it. Every
token has a one-letter code, so that patterns over a unit are regular expressions over its string of codes:

    n e i g d   determiners: nominative, "der", "einer", genitive only, other cases only
    A C # Q     adjective, capitalised word, number, quotation
    P v         preposition, "von"
    R r         pronoun that may be a subject, other pronoun
    F f h w m   finite verb, perhaps finite, forms of "haben"/"sein", of "werden", modal verbs
    T I Z z     participle, infinitive, infinitive with its particle inside, "zu"
    S W U u B   subordinator, question word, "und", "aber", anything else
    , ; : - !   what parts clauses
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quellenlage.read.layout import Layout
from quellenlage.read.statements.lexicon import PARTICIPLE, Lexicon
from quellenlage.text import Span

_TOKEN = re.compile(r"\d+:\d+|\w+(?:[-'’/&.+@]+\w+)*-?|[,;:!?()\[\]]|(?<=\s)[-–—](?=\s)")
_MARKS = {"–": "-", "—": "-", "?": "!"}
# "der ernannte Bischof": what looks like a finite verb between a determiner and a noun is an adjective.
_PARTICIPIAL = re.compile(r"(?<=[deig])F(?=C)|(?<=[neigd]B)F(?=C)|(?<=[neigd]BB)F(?=C)")


@dataclass(slots=True, eq=False)
class Unit:
    """One or more sentences and their tokens: lower-cased words, places in the text, codes, bits of verb forms."""

    text: str
    start: int
    end: int
    paragraph: int
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str
    bits: list[int]

    def source(self, first: int, last: int) -> str:
        """Return the characters from token `first` to before token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters' places from token `first` to before token `last`."""
        return self.starts[first], self.ends[last - 1]


def find_units(layout: Layout, quotations: Sequence[Span], lexicon: Lexicon) -> Iterator[Unit]:
    """Yield the units of an article in order; headings are units of their own paragraphs."""
    outer = _outermost(quotations)
    text = layout.article.text
    position = 0
    for number, rows in enumerate(layout.paragraphs):
        group: list[Span] = []
        for row in rows:
            sentence = layout.sentences[row]
            while position < len(outer) and outer[position].end <= sentence.start:
                position += 1
            if group and not _joined(text, group[-1], sentence, outer, position):
                yield _unit(text, group, number, outer, lexicon)
                group = []
            group.append(sentence)
        if group:
            yield _unit(text, group, number, outer, lexicon)


def _outermost(quotations: Sequence[Span]) -> list[Span]:
    outer: list[Span] = []
    for span in quotations:
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
    return outer


def _joined(text: str, before: Span, after: Span, outer: Sequence[Span], position: int) -> bool:
    """Say whether a quotation runs over both sentences, or the second goes on in lower case."""
    if text[after.start].islower():
        return True
    return any(
        quote.start < before.end and after.start < quote.end for quote in outer[max(0, position - 1) : position + 2]
    )


def _unit(text: str, group: Sequence[Span], paragraph: int, outer: Sequence[Span], lexicon: Lexicon) -> Unit:
    start, end = group[0].start, group[-1].end
    quotes = tuple(quote for quote in outer if quote.start < end and start < quote.end)
    builder = _Builder(text, end, lexicon)
    position = start
    for quote in quotes:
        if quote.start >= position:
            builder.read(position, quote.start)
        builder.add_quote(max(quote.start, start), min(quote.end, end))
        position = max(position, quote.end)
    if position < end:
        builder.read(position, end)
    return Unit(
        text, start, end, paragraph, tuple(group), quotes,
        builder.words, builder.starts, builder.ends, _PARTICIPIAL.sub("A", "".join(builder.codes)), builder.bits,
    )  # fmt: skip


class _Builder:
    """Collects the tokens of one unit; what stands in brackets is left out."""

    __slots__ = ("bits", "brackets", "codes", "end", "ends", "fresh", "lexicon", "starts", "text", "words")

    def __init__(self, text: str, end: int, lexicon: Lexicon) -> None:
        self.text, self.end, self.lexicon = text, end, lexicon
        self.brackets = 0
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.codes: list[str] = []
        self.bits: list[int] = []
        self.fresh = True

    def add_quote(self, start: int, end: int) -> None:
        self._add("", start, end, "Q", 0)
        self.fresh = False

    def read(self, first: int, last: int) -> None:
        brackets = self.brackets
        look_up = self.lexicon.look_up
        for match in _TOKEN.finditer(self.text, first, last):
            word = match.group()
            start, end = match.start(), match.end()
            if word in "([":
                brackets += self.text.find(")" if word == "(" else "]", end, self.end) >= 0
            elif word in ")]":
                brackets = max(0, brackets - 1)
            elif brackets:
                continue
            elif word[0].isalnum() or word[0] == "_":
                if self.fresh and word[0].isupper():
                    code, bits = self._first(word)
                else:
                    code, bits = look_up(word)
                self._add(word.lower() if word[0].isupper() or "-" in word else word, start, end, code, bits)
                self.fresh = False
            else:
                mark = _MARKS.get(word, word)
                self._add(word, start, end, mark, 0)
                self.fresh = mark in ":!-"
        self.brackets = brackets

    def _first(self, word: str) -> tuple[str, int]:
        """Look up a word that a sentence begins with: its capital says nothing."""
        lower = word.lower()
        code, bits = self.lexicon.look_up(lower)
        closed = lower in self.lexicon.closed and lower not in self.lexicon.words["no_verb"]
        if closed or (bits and not bits & ~PARTICIPLE) or code == "Z":
            return code, bits
        if code == "B" and not bits and lower.endswith(tuple(self.lexicon.words["adverb_ending"])):
            return code, bits
        return "C", 0

    def _add(self, word: str, start: int, end: int, code: str, bits: int) -> None:
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.codes.append(code)
        self.bits.append(bits)
