"""Cut words into the encoder's pieces: a unigram model, searched for its likeliest segmentation."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

# The mark that SentencePiece puts where a space was.
SPACE = "\u2581"
# A piece that is missing costs this many nats more than the rarest piece, as in SentencePiece.
UNKNOWN_PENALTY = 10.0
# Longer words (addresses, hashes) are read by their beginning; no German compound of the corpora reaches this.
LONGEST_WORD = 64
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The pieces with their log-probabilities, the special ones by name, and what has been cut already.

    `seen` is a memory, no state: what stands in it is what cutting would give again.
    """

    ids: Mapping[str, int]
    scores: tuple[float, ...]
    start: int
    stop: int
    unknown: int
    longest: int
    miss: float
    seen: dict[str, tuple[int, ...]] = field(default_factory=dict)


# Words remembered before the memory is emptied: 200,000 words take about 40 MB.
MEMORY = 200_000


def make_vocabulary(pieces: list[str], scores: list[float]) -> Vocabulary:
    """Return the vocabulary of these pieces; the first three are the start, the stop and the unknown piece."""
    return Vocabulary(
        ids=dict(zip(pieces[3:], range(3, len(pieces)), strict=True)),
        scores=tuple(scores),
        start=0,
        stop=1,
        unknown=2,
        longest=max(map(len, pieces)),
        miss=min(scores) - UNKNOWN_PENALTY,
    )


def cut_word(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    """Return the ids of the pieces of one word; a word after a space begins with `SPACE`. Never empty."""
    known = vocabulary.seen.get(word)
    if known is None:
        if len(vocabulary.seen) >= MEMORY:
            vocabulary.seen.clear()
        known = vocabulary.seen[word] = _search(word, vocabulary)
    return known


def _search(word: str, vocabulary: Vocabulary) -> tuple[int, ...]:
    text = unicodedata.normalize("NFKC", word[:LONGEST_WORD].translate(_INVISIBLE)).replace(" ", SPACE)
    ids, scores, longest, miss = vocabulary.ids, vocabulary.scores, vocabulary.longest, vocabulary.miss
    best = [0.0] + [float("-inf")] * len(text)
    back: list[tuple[int, int]] = [(0, vocabulary.unknown)] * (len(text) + 1)
    for begin in range(len(text)):
        here = best[begin]
        if here + miss > best[begin + 1]:
            best[begin + 1], back[begin + 1] = here + miss, (begin, vocabulary.unknown)
        for end in range(begin + 1, min(len(text), begin + longest) + 1):
            piece = ids.get(text[begin:end])
            if piece is not None and here + scores[piece] > best[end]:
                best[end], back[end] = here + scores[piece], (begin, piece)
    found, place = [], len(text)
    while place:
        place, piece = back[place]
        found.append(piece)
    return tuple(reversed(found)) or (vocabulary.unknown,)
