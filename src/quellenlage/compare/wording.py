"""What of an article counts when articles are compared: its words without furniture, and which of them are quoted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.tokens import Hashes, Places, find_tokens, mix
from quellenlage.model import Article, PartKind, Reading
from quellenlage.text import Span

Stretch = tuple[int, int]
"""Half-open, in characters of one text."""

# Parts of a page that are nobody's report. Headlines and subheadings are the writer's words: they count.
FURNITURE: frozenset[PartKind] = frozenset(
    ("byline", "dateline", "credit", "photo_credit", "caption", "teaser", "copyright", "scrape", "boilerplate")
)
# Fewer quoted words are a title, a nickname or a distancing mark rather than speech that two reporters both heard.
LEAST_QUOTED = 4
_FURTHER = np.uint64(0x2545F4914F6CDD1D)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The words of one article that count, in order, as arrays of one length.

    `starts` and `ends` are places in the text, `forms` hashes of the words' forms. `quoted` marks words of quoted
    speech, `figures` words with a digit, `headline` those of the headline. `blocks` numbers the stretches between
    pieces of furniture: words of two blocks never follow each other.
    """

    article: Article
    starts: Places
    ends: Places
    forms: Hashes
    quoted: NDArray[np.bool_]
    figures: NDArray[np.bool_]
    headline: NDArray[np.bool_]
    blocks: Places

    def __len__(self) -> int:
        return len(self.forms)

    def stretch(self, first: int, last: int) -> Span:
        """Return the characters from one word to another (indices, both included)."""
        return self.article.span(int(self.starts[first]), int(self.ends[last]))

    def without(self, dropped: NDArray[np.bool_]) -> "Wording":
        """Return this wording without some words; those before and behind them do not follow each other."""
        kept = ~dropped
        cuts = np.cumsum(np.diff(dropped, prepend=False) & dropped)
        return Wording(
            article=self.article,
            starts=self.starts[kept],
            ends=self.ends[kept],
            forms=self.forms[kept],
            quoted=self.quoted[kept],
            figures=self.figures[kept],
            headline=self.headline[kept],
            blocks=(self.blocks + cuts)[kept].astype(np.int32),
        )


def find_wording(reading: Reading) -> Wording:
    """Return the words of an article that count when it is compared with others."""
    headline = reading.headline
    quotations = [(span.start, span.end) for span in reading.quotations]
    place = (headline.start, headline.end) if headline else None
    return make_wording(reading.article, find_furniture(reading), quotations, place)


def find_furniture(reading: Reading) -> tuple[Stretch, ...]:
    """Return the stretches of an article that do not count, in order and without overlap."""
    return tuple(_merged((part.span.start, part.span.end) for part in reading.parts if part.kind in FURNITURE))


def make_wording(
    article: Article, furniture: Sequence[Stretch], quotations: Sequence[Stretch], headline: Stretch | None
) -> Wording:
    """Return the words of an article that count, given what does not (in order), what is quoted and its headline."""
    tokens = find_tokens(article.text)
    inside = _inside(tokens.starts, tokens.ends, furniture)
    starts, ends, forms = tokens.starts[~inside], tokens.ends[~inside], tokens.forms[~inside]
    borders = np.array([start for start, _ in furniture], np.int64)
    return Wording(
        article=article,
        starts=starts.astype(np.int32),
        ends=ends.astype(np.int32),
        forms=forms,
        figures=tokens.figures[~inside],
        quoted=_inside(starts, ends, _merged(_speech(quotations, starts))),
        headline=_inside(starts, ends, (headline,) if headline else ()),
        blocks=np.searchsorted(borders, starts, side="right").astype(np.int32),
    )


def shingles(wording: Wording, size: int) -> tuple[Hashes, Places]:
    """Return the hash of every run of `size` words within a block, and the index of its first word."""
    count = len(wording) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    hashes = wording.forms[:count].copy()
    for step in range(1, size):
        hashes = mix(hashes * _FURTHER + wording.forms[step : step + count])
    firsts = np.flatnonzero(wording.blocks[:count] == wording.blocks[size - 1 :])
    return hashes[firsts], firsts


def _speech(quotations: Sequence[Stretch], starts: Places) -> Iterable[Stretch]:
    """Yield the quotations that are long enough for quoted speech.

    Statements are not asked: what two articles share must not depend on how much else of them was read.
    """
    if not quotations:
        return ()
    firsts, behinds = np.searchsorted(starts, np.array(quotations, np.int64)).T
    return (quotations[number] for number in np.flatnonzero(behinds - firsts >= LEAST_QUOTED).tolist())


def _merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches in order that do not overlap or touch, and cover what the given ones cover."""
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _inside(starts: Places, ends: Places, stretches: Sequence[Stretch]) -> NDArray[np.bool_]:
    """Say of each word whether it shares a character with one of the stretches (in order, without overlap)."""
    if not stretches or not len(starts):
        return np.zeros(len(starts), np.bool_)
    places = np.array(stretches, np.int64)
    behind = np.searchsorted(places[:, 0], ends, side="left") - 1
    return np.asarray((behind >= 0) & (places[np.maximum(behind, 0), 1] > starts), np.bool_)
