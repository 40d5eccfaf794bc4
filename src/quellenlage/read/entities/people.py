"""Which names of persons mean the same person? Two people of one surname stay two."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from quellenlage.languages.name_forms import stem, words_of

# Two first names are one, differently spelled, from this share of equal letters on ("Dmitri", "Dimitri").
SIMILAR = 0.8


Words = tuple[str, ...]


class _People:
    """The people of an article, each the numbers of its full names, found by their words: there may be thousands."""

    def __init__(self, words: Mapping[int, Words]) -> None:
        self.people: list[list[int]] = []
        self._words = words
        self._near: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._placed: dict[tuple[int, str], set[int]] = defaultdict(set)

    def add(self, number: int) -> int | None:
        """Add a full name; return the first name of the person whom it means, None for a new one."""
        keys = _keys(self._words[number])
        near = sorted(set().union(*(self._near[key] for key in keys)))
        home = next((n for n in near if any(_same(self._words[number], self._words[m]) for m in self.people[n])), None)
        if home is None:
            home = len(self.people)
            self.people.append([])
        self.people[home].append(number)
        for key in keys:
            self._near[key].add(home)
        for place, word in zip((-1, 0, 1), (self._words[number][-1], *self._words[number][:2]), strict=True):
            for form in _forms(word):
                self._placed[place, form].add(home)
        return self.people[home][0] if len(self.people[home]) > 1 else None

    def nearest(self, number: int, word: str) -> list[int] | None:
        """Return the person whom a single word means: by surname, else by first name; of several the last named."""
        for place in (-1, 0, 1):
            near = sorted(set().union(*(self._placed[place, form] for form in _forms(word))))
            fitting = [self.people[n] for n in near if any(_equal(word, self._words[m][place]) for m in self.people[n])]
            if fitting:
                return min(fitting, key=lambda person: min((m > number, abs(m - number)) for m in person))
        return None


def _forms(word: str) -> tuple[str, ...]:
    """Return a word with and without the "s" of a genitive: words that may be equal share one."""
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _keys(words: Words) -> set[tuple[str, str]]:
    """Return what two full names of one person have in common, at least one of these."""
    joined = "".join(words[:-1]) + stem(words[-1], last=True)
    return {("first", words[0]), ("joined", joined), *(("last", form) for form in _forms(words[-1]))}


def join_people(forms: Sequence[str], numbers: Sequence[int], join: Callable[[int, int], None]) -> None:
    """Join the mentions of one person: equal full names, then surnames and first names with the full name nearest."""
    words = {number: words_of(forms[number]) for number in numbers}
    people = _People(words)
    for number in numbers:
        known = people.add(number) if len(words[number]) > 1 else None
        if known is not None:
            join(known, number)
    single: dict[str, int] = {}
    for number in numbers:
        if len(words[number]) > 1:
            continue
        word = words[number][0] if words[number] else ""
        person = people.nearest(number, word)
        if person is not None:
            join(person[0], number)
        else:
            join(single.setdefault(stem(word, last=True), number), number)


def _equal(short: str, word: str) -> bool:
    return short == word or short == word + "s" or (short + "s" == word and len(short) > 3)


def _same(left: Words, right: Words) -> bool:
    """Say whether two full names may be one person's."""
    if left == right:
        return True
    if not _equal(left[-1], right[-1]) and not _equal(right[-1], left[-1]):
        joined = "".join(left[:-1]) + stem(left[-1], last=True), "".join(right[:-1]) + stem(right[-1], last=True)
        return joined[0] == joined[1] or (left[0] == right[0] and _similar(left[-1], right[-1]))
    short, long = sorted((left[:-1], right[:-1]), key=len)
    if all(any(_first_fits(a, b) for b in long) for a in short):
        return True
    return _similar("".join(short), "".join(long))


def _first_fits(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) == 1 and left[0] == right[0]) or _similar(left, right)


def _similar(left: str, right: str) -> bool:
    """Say whether two words differ by little: enough common pairs of letters, or by vowels inside alone.

    The first letters must be equal, and the last ones where vowels differ: Petra is not Peter.
    """
    if left[:1] != right[:1] or min(len(left), len(right)) < 4:
        return False
    if left[-1] == right[-1] and _VOWELS.sub("", left) == _VOWELS.sub("", right):
        return True
    pairs = [{word[n : n + 2] for n in range(len(word) - 1)} for word in (left, right)]
    return 2 * len(pairs[0] & pairs[1]) >= SIMILAR * (len(pairs[0]) + len(pairs[1]))


_VOWELS = re.compile("[aeiouy]")
