"""Which names of persons mean the same person? Two people of one surname stay two."""

import re
from collections.abc import Callable, Sequence

from quellenlage.languages.name_forms import stem, words_of

# Two first names are one, differently spelled, from this share of equal letters on ("Dmitri", "Dimitri").
SIMILAR = 0.8


def join_people(forms: Sequence[str], numbers: Sequence[int], join: Callable[[int, int], None]) -> None:
    """Join the mentions of one person: equal full names, then surnames and first names with the full name nearest."""
    words = {number: words_of(forms[number]) for number in numbers}
    full = [number for number in numbers if len(words[number]) > 1]
    people: list[list[int]] = []
    for number in full:
        home = next((person for person in people if any(_same(words[number], words[other]) for other in person)), None)
        if home is None:
            people.append([number])
        else:
            join(home[0], number)
            home.append(number)
    single: dict[str, int] = {}
    for number in numbers:
        if len(words[number]) > 1:
            continue
        word = words[number][0] if words[number] else ""
        person = _nearest(number, word, people, words)
        if person is not None:
            join(person[0], number)
        else:
            join(single.setdefault(stem(word, last=True), number), number)


def _nearest(number: int, word: str, people: list[list[int]], words: dict[int, tuple[str, ...]]) -> list[int] | None:
    """Return the person whom a single word means: by surname, else by first name; of several the last named."""
    for place in (-1, 0, 1):
        fitting = [
            person
            for person in people
            if any(len(words[m]) > max(place, 0) and _equal(word, words[m][place]) for m in person)
        ]
        if fitting:
            return min(fitting, key=lambda person: min((m > number, abs(m - number)) for m in person))
    return None


def _equal(short: str, word: str) -> bool:
    return short == word or short == word + "s" or (short + "s" == word and len(short) > 3)


def _same(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
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
