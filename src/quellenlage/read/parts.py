"""Stretches that are no running text, while they are being collected, and how they are made disjoint."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Byline, Credit, Dateline, Part, PartKind, Trace
from quellenlage.read.blocks import Place, find_blocks, trim
from quellenlage.read.patterns import find_bounds
from quellenlage.text import short_hash

# Headings stay part of what is read; everything else that is a part is left out of the sentences.
HEADINGS = frozenset({"headline", "subheading"})


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that one rule takes for a part of this kind."""

    place: Place
    kind: str
    rule: str


@dataclass(slots=True)
class Draft:
    """The layout of one article while it is being made; nothing outside `find_layout` sees it."""

    article: Article
    pack: LanguagePack
    blocks: list[Place] = field(default_factory=list)
    bounds: Sequence[int] = ()
    found: list[Found] = field(default_factory=list)
    credits: dict[tuple[str, str], Credit] = field(default_factory=dict)
    bylines: list[Byline] = field(default_factory=list)
    dateline: Dateline | None = None
    headline: Place | None = None
    taken: bytearray = field(init=False)
    """One byte a character: 1 where a part has been noted."""

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.article.text))

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.article.text

    def add(self, place: Place, kind: str, rule: str) -> None:
        """Note a stretch, without the white space around it; an empty one is not noted."""
        start, end = trim(self.text, *place)
        if start < end:
            self.found.append(Found((start, end), kind, rule))
            self.taken[start:end] = b"\x01" * (end - start)

    def trace(self, rule: str) -> Trace:
        """Return the trace of a rule of this draft's pack."""
        return Trace(rule, self.pack.code)

    def gaps(self) -> list[Place]:
        """Return what no part takes, block by block, without white space and without what has no letter or digit."""
        parts = resolve(self.found)
        return [gap for block in self.blocks for gap in gaps_in(self.text, block, parts)]

    def is_free(self, place: Place) -> bool:
        """Say whether no part takes any character of a stretch."""
        return self.taken.find(1, *place) < 0

    def last_taken(self, place: Place) -> int:
        """Return the offset behind the last character of a stretch that a part takes, its start if none does."""
        last = self.taken.rfind(1, *place)
        return place[0] if last < 0 else last + 1

    def block_of(self, offset: int) -> Place | None:
        """Return the block in which a character stands."""
        number = bisect_right(self.blocks, (offset, len(self.text))) - 1
        return self.blocks[number] if number >= 0 and offset < self.blocks[number][1] else None


def start_draft(article: Article, pack: LanguagePack) -> Draft:
    """Return the draft of an article in which nothing but its blocks is known."""
    return Draft(article, pack, blocks=find_blocks(article.text), bounds=find_bounds(article.text))


def resolve(found: Iterable[Found]) -> list[Found]:
    """Return the stretches in order and disjoint: of two that overlap, the earlier keeps its characters.

    Of two that begin together the longer stays; what is left of a later one past the end of an earlier is kept.
    """
    kept: list[Found] = []
    end = 0
    for item in sorted(found, key=lambda item: (item.place[0], -item.place[1])):
        start = max(item.place[0], end)
        if start < item.place[1]:
            kept.append(item if start == item.place[0] else Found((start, item.place[1]), item.kind, item.rule))
            end = item.place[1]
    return kept


def gaps_in(text: str, block: Place, parts: Sequence[Found]) -> Iterator[Place]:
    """Yield the stretches of a block that none of the disjoint, ordered parts takes, if they hold a word."""
    position, end = block
    first = max(0, bisect_right(parts, position, key=lambda part: part.place[0]) - 1)
    for part in parts[first:]:
        start, after = part.place
        if start >= end:
            break
        if after <= position:
            continue
        yield from _worded(text, position, min(start, end))
        position = max(position, after)
    yield from _worded(text, position, end)


def _worded(text: str, start: int, end: int) -> Iterator[Place]:
    place = trim(text, start, end)
    if any(character.isalnum() for character in text[place[0] : place[1]]):
        yield place


def as_parts(draft: Draft) -> tuple[Part, ...]:
    """Return the records of all parts, ordered and disjoint."""
    return tuple(_part(draft, item) for item in resolve(draft.found))


def _part(draft: Draft, item: Found) -> Part:
    start, end = trim(draft.text, *item.place)
    kind: PartKind = item.kind  # type: ignore[assignment]  # a test holds the tables' kinds against the model's
    name = short_hash(draft.article.id, "part", kind, f"{start}-{end}")
    return Part(name, kind, draft.article.span(start, end), draft.trace(item.rule))
