"""How was a copied text edited: what was kept, left out, added, and put into another order?"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model import Copy, Reading
from quellenlage.text import Span, find_words

# A sentence stands in the other article, too, if passages cover half of its words.
LEAST_COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Rework:
    """How do the two articles of a copy differ?

    `kept` sentences of the left article stand in the right one, too; `only_a` and `only_b` are the sentences that just
    one of them has, in order. `moved` counts the passages that would have to move for both to have one order; `edits`
    the words that differ inside passages.
    """

    copy: str
    kept: int
    only_a: tuple[Span, ...]
    only_b: tuple[Span, ...]
    moved: int
    edits: int


def find_rework(copy: Copy, left: Reading, right: Reading) -> Rework:
    """Return how a copied text was edited; `left` and `right` are the readings of the copy's `a` and `b`."""
    only_a = _uncovered(left, [passage.a for passage in copy.passages])
    ordered = [passage.b.start for passage in sorted(copy.passages, key=lambda passage: passage.a)]
    return Rework(
        copy=copy.id,
        kept=len(left.sentences) - len(only_a),
        only_a=only_a,
        only_b=_uncovered(right, [passage.b for passage in copy.passages]),
        moved=len(ordered) - _longest_rise(ordered),
        edits=sum(passage.edits for passage in copy.passages),
    )


def _uncovered(reading: Reading, passages: Sequence[Span]) -> tuple[Span, ...]:
    text = reading.article.text
    found: list[Span] = []
    for sentence in reading.sentences:
        words = find_words(sentence.of(text))
        inside = sum(any(p.start <= sentence.start + w.start < p.end for p in passages) for w in words)
        if inside < LEAST_COVERED * len(words) or not words:
            found.append(sentence)
    return tuple(found)


def _longest_rise(places: Sequence[int]) -> int:
    """Return how many of the places can stay, in order, while the others move."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
