"""What was added, removed or changed from one version of a text to the next, sentence by sentence?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from quellenlage.compare.change_words import name_change
from quellenlage.languages import LanguagePack
from quellenlage.model import Change, Reading
from quellenlage.text import Span, Word, find_words

# Two sentences are versions of one if they have so much of their neighbouring words in common (Dice's coefficient) ...
LEAST_SIMILAR = 0.35
# ... or if nearly all of the shorter one, and not too little, stands in the longer one (a clause was added or cut).
LEAST_CONTAINED = 0.7
LEAST_COMMON = 4


@dataclass(frozen=True, slots=True, eq=False)
class _Sentence:
    """One sentence with its words, whose places count from the sentence's beginning."""

    reading: Reading
    span: Span
    words: tuple[Word, ...]
    pairs: Counter[tuple[str, str]]

    def part(self, first: int, behind: int) -> Span:
        """Return the characters of some of its words (by index, half-open)."""
        start = self.span.start
        return self.reading.article.span(start + self.words[first].start, start + self.words[behind - 1].end)


def find_changes(older: Reading, newer: Reading, pack: LanguagePack) -> tuple[Change, ...]:
    """Return what differs between two versions, in the order of the newer text; what was removed comes last.

    A sentence without a counterpart was added or removed. Of two that are versions of one, each number, date, name or
    attribution that differs is a change of its own; if other words differ, too, the whole sentence is one ("text").
    """
    before, after = _sentences(older), _sentences(newer)
    pairs = _pair(before, after)
    changes: list[Change] = []
    for place, sentence in enumerate(after):
        if place in pairs:
            changes.extend(_differences(before[pairs[place]], sentence, pack))
        else:
            changes.append(Change("added", None, sentence.span, "text"))
    kept = set(pairs.values())
    changes.extend(Change("removed", s.span, None, "text") for place, s in enumerate(before) if place not in kept)
    return tuple(changes)


def _sentences(reading: Reading) -> list[_Sentence]:
    text = reading.article.text
    found: list[_Sentence] = []
    for span in reading.sentences:
        words = tuple(find_words(span.of(text)))
        if words:
            forms = ["", *(word.form for word in words), ""]
            found.append(_Sentence(reading, span, words, Counter(pairwise(forms))))
    return found


def _similarity(one: _Sentence, other: _Sentence) -> float:
    """Return how similar two sentences are (0..1), 0 if they are no versions of one."""
    common = (one.pairs & other.pairs).total()
    sizes = one.pairs.total(), other.pairs.total()
    alike, contained = 2 * common / sum(sizes), common / min(sizes)
    if alike >= LEAST_SIMILAR or (contained >= LEAST_CONTAINED and common >= LEAST_COMMON):
        return alike
    return 0.0


def _pair(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> dict[int, int]:
    """Pair the sentences of two versions, the most similar first; returns newer -> older."""
    scored: list[tuple[float, int, int]] = []
    for new, sentence in enumerate(after):
        for old, other in enumerate(before):
            if score := _similarity(sentence, other):
                scored.append((score, new, old))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in sorted(scored, key=lambda row: (-row[0], abs(row[1] - row[2]), row[1:])):
        if new not in pairs and old not in taken:
            pairs[new] = old
            taken.add(old)
    return pairs


def _differences(older: _Sentence, newer: _Sentence, pack: LanguagePack) -> Iterator[Change]:
    """Yield each number, date, attribution or name that differs; and the sentence, if other words differ, too."""
    rephrased = False
    forms = ([word.form for word in older.words], [word.form for word in newer.words])
    for kind, a, b, c, d in SequenceMatcher(None, *forms, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if kind != "replace":
            rephrased = True
            continue
        places = older.part(a, b), newer.part(c, d)
        what = name_change((older.reading, places[0]), (newer.reading, places[1]), pack)
        if what == "text":
            rephrased = True
        else:
            yield Change("changed", *places, what)
    if rephrased:
        yield Change("changed", older.span, newer.span, "text")
