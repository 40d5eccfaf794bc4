"""The words of a stretch of text that carry its content, and how alike any two of a story are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.meaning.stems import stem
from quellenlage.compare.meaning.vocabulary import load_vocabulary
from quellenlage.languages import LanguagePack
from quellenlage.text import find_words

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

# Cosines of unrelated words reach the first in the table, those of near synonyms the second; what lies between is
# stretched to 0..1.
CHANCE, CLOSE = 0.2, 0.7
# How much of its weight a stem loses that stands in all pieces of a story. Tuned on the first story of dossiers_dev.
COMMON = 0.7
# A shared head ("Schließfach" in "Bankschließfach") or a shared beginning, in letters.
_SHORTEST_SHARED = 5
_SAME_HEAD, _SAME_BEGINNING = 0.9, 0.7
# Classes of the table `function_words` that carry no content: determiners, prepositions, pronouns, conjunctions,
# question words, adverbs, auxiliaries and modals.
_CLOSED = frozenset("neigdPvRrSWUuzhwmB")
_PRONOUNS = frozenset("R")
# Distinct words of a large collection: the cache bounds memory, it decides nothing.
_CACHED = 1 << 16


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its half-open place in the article, its stem, and whether it is (part of) a name or a number."""

    start: int
    end: int
    stem: str
    name: bool
    number: bool


def find_terms(text: str, start: int, end: int, pack: LanguagePack) -> tuple[Term, ...]:
    """Return the content words of a stretch; function words are none.

    A capitalised word that the table of common words lacks is taken for a name.
    """
    skipped = _skipped(pack)
    found = []
    for word in find_words(text[start:end]):
        surface = text[start + word.start : start + word.end]
        number = surface[0].isdigit()
        if word.form in skipped or (len(word.form) < 2 and not number):
            continue
        root = word.form if number else stem(surface, pack)
        name = not number and surface[0].isupper() and not _is_common(root, pack)
        found.append(Term(start + word.start, start + word.end, root, name, number))
    return tuple(found)


@dataclass(slots=True, eq=False)
class TermSpace:
    """All terms of a comparison, numbered, with weights and the likeness (0..1) of any two."""

    pack: LanguagePack
    numbers: dict[str, int] = field(default_factory=dict)
    weights: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    likeness: Floats = field(default_factory=lambda: np.zeros((0, 0), np.float32))
    vectors: Floats = field(default_factory=lambda: np.zeros((0, 1), np.float32))

    def of(self, terms: Iterable[Term]) -> Places:
        """Return the numbers of these terms, in order."""
        return np.array([self.numbers[term.stem] for term in terms], np.int64)


def make_space(terms: Iterable[Term], pack: LanguagePack, units: Sequence[Sequence[Term]] = ()) -> TermSpace:
    """Return the space of these terms: equal stems are alike (1), others by their vectors or letters.

    Compounds are alike by a shared head or beginning; names and numbers by their letters alone. `units` are the pieces
    of one story: what stands in many of them tells little of which are alike, and weighs less.
    """
    kinds: dict[str, bool] = {}
    for term in terms:
        kinds[term.stem] = kinds.get(term.stem, True) and (term.name or term.number)
    stems = list(kinds)
    weights, vectors, known = load_vocabulary(pack).look_up(stems)
    apart = np.array([kinds[stem] for stem in stems], np.bool_) | ~known
    compared = np.where(apart[:, None], np.float32(0), vectors)
    likeness = compared @ compared.T
    # In place: of a day's largest story, the table has some 10 million cells.
    likeness -= np.float32(CHANCE)
    likeness /= np.float32(CLOSE - CHANCE)
    np.clip(likeness, 0, 1, out=likeness)
    _add_letters(likeness, stems)
    weights *= _rarity(stems, units)
    np.fill_diagonal(likeness, 1)
    return TermSpace(pack, {stem: n for n, stem in enumerate(stems)}, weights, likeness, vectors)


def _rarity(stems: Sequence[str], units: Sequence[Sequence[Term]]) -> Floats:
    """Return how rare each stem is in a story: 1 in one piece, down to 1 - COMMON in all."""
    counts = Counter(stem for unit in units for stem in {term.stem for term in unit})
    most = log(1 + len(units))
    rare = [1 - COMMON * log(max(1, counts[stem])) / most if most else 1.0 for stem in stems]
    return np.array(rare, np.float32)


def _add_letters(likeness: Floats, stems: Sequence[str]) -> None:
    """Raise the likeness of words with one head or one beginning."""
    for step, value in ((1, _SAME_BEGINNING), (-1, _SAME_HEAD)):
        ranked = sorted((stem[::step], n) for n, stem in enumerate(stems) if not stem[0].isdigit())
        for place, (form, n) in enumerate(ranked):
            if len(form) < _SHORTEST_SHARED:
                continue
            for other, m in ranked[place + 1 :]:
                if not other.startswith(form):
                    break
                likeness[n, m] = likeness[m, n] = max(likeness[n, m], value)


def begins_with_pronoun(text: str, pack: LanguagePack) -> bool:
    """Say whether a sentence begins with a pronoun that points back."""
    first = next(iter(text.split()), "").strip("„“»«\"',").lower()
    return first in _words_of(pack, _PRONOUNS)


@cache
def _words_of(pack: LanguagePack, codes: frozenset[str]) -> frozenset[str]:
    """Return the words of the table `function_words` whose class has one of these codes."""
    if "function_words" not in pack.tables:
        return frozenset()
    table = pack.table("function_words")
    entries = (entry for entry in table.entries if table.string(entry, "code") in codes)
    return frozenset(word for entry in entries for word in table.strings(entry, "words"))


@cache
def _skipped(pack: LanguagePack) -> frozenset[str]:
    """Return the words in lower case that are no terms."""
    closed = _words_of(pack, _CLOSED)
    if "claim_fillers" not in pack.tables:
        return closed
    table = pack.table("claim_fillers")
    return closed.union(word for entry in table.entries for word in table.strings(entry, "words"))


@lru_cache(maxsize=_CACHED)
def _is_common(root: str, pack: LanguagePack) -> bool:
    """Say whether a stem is a common word's, or a compound whose head is one."""
    heads = [root[at:] for at in range(_SHORTEST_SHARED - 2, len(root) - _SHORTEST_SHARED + 1)]
    vocabulary = load_vocabulary(pack)
    return any(vocabulary.holds(form) for form in (root, *heads))
