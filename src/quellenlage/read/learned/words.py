"""The words of an article as the encoder reads them, and the windows in which it reads them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from quellenlage.read.learned.pieces import SPACE, Vocabulary, cut_word

# Letters and digits with combining marks and invisible characters inside, or one mark of any other kind: a hyphen
# parts words, so that a name inside a compound has ends of its own.
_TOKEN = re.compile(r"\w[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060]*|[^\w\s]")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some stretches of a text, in order.

    `starts` and `ends` are places in the text, `pieces` what the encoder reads; `sentence` numbers the stretch that a
    word stands in, `breaks` says whether a line ends between the word before and this one.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    sentence: tuple[int, ...]
    breaks: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.starts)


def cut_words(text: str, stretches: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> Words:
    """Return the words within these half-open stretches (sentences, in order) of a text."""
    starts, ends, pieces, sentence, breaks = [], [], [], [], []
    before = 0
    for number, (first, last) in enumerate(stretches):
        for match in _TOKEN.finditer(text, first, last):
            begin = match.start()
            gap = begin == 0 or begin > before or text[begin - 1].isspace()
            starts.append(begin)
            ends.append(match.end())
            pieces.append(cut_word(SPACE + match.group() if gap else match.group(), vocabulary))
            sentence.append(number)
            breaks.append(bool(before) and "\n" in text[before:begin])
            before = match.end()
    return Words(tuple(starts), tuple(ends), tuple(pieces), tuple(sentence), tuple(breaks))


@dataclass(frozen=True, slots=True)
class Window:
    """Words `first` to `last` are read together; the findings of `keep_first` to `keep_last` count (half-open)."""

    first: int
    last: int
    keep_first: int
    keep_last: int


def plan_windows(words: Words, limit: int, shared: int) -> tuple[Window, ...]:
    """Return windows of at most `limit` pieces that cover all words; neighbours share about `shared` pieces.

    Windows begin and end with sentences where a sentence is short enough. In the shared stretch, the earlier window
    counts up to the middle.
    """
    size = [0, *accumulate(len(word) + line for word, line in zip(words.pieces, words.breaks, strict=True))]
    bounds = [n for n in range(1, len(words)) if words.sentence[n] != words.sentence[n - 1]]
    windows: list[Window] = []
    first = keep = 0
    while keep < len(words):
        last = _end(size, bounds, first, limit)
        if last <= keep:
            # Sentences too long to share: what is not yet read begins a window of its own.
            first, last = keep, _end(size, bounds, keep, limit)
        inside = [n for n in bounds if first < n <= last]
        middle = follow = last
        if last < len(words):
            middle = max(_nearest(inside, size, size[last] - shared // 2, last), keep + 1)
            follow = max(_nearest(inside, size, size[last] - shared, middle), first + 1)
        windows.append(Window(first, last, keep, middle))
        first, keep = min(follow, middle), middle
    return tuple(windows)


def _end(size: list[int], bounds: list[int], first: int, limit: int) -> int:
    """Return where a window from word `first` on ends: with a sentence, if that fills more than half of it."""
    last = first + 1
    while last + 1 < len(size) and size[last + 1] - size[first] <= limit:
        last += 1
    if last + 1 == len(size):
        return last
    return max((n for n in bounds if n <= last and size[n] - size[first] > limit // 2), default=last)


def _nearest(bounds: list[int], size: list[int], target: int, default: int) -> int:
    """Return the sentence start whose place in pieces is nearest to `target`, at most `default`."""
    fitting = [n for n in bounds if n <= default]
    return min(fitting, key=lambda n: abs(size[n] - target), default=default)


def window_ids(words: Words, window: Window, vocabulary: Vocabulary) -> tuple[list[int], list[int]]:
    """Return the pieces of a window, and where among them each word begins; the first place is the start piece's."""
    ids, places = [vocabulary.start], [0]
    for n in range(window.first, window.last):
        if words.breaks[n] and n > window.first:
            ids.append(vocabulary.stop)
        places.append(len(ids))
        ids.extend(words.pieces[n])
    ids.append(vocabulary.stop)
    return ids, places
