"""Which names of an article mean the same? Full names first, then what is short for them."""

from collections import defaultdict
from collections.abc import Sequence

from quellenlage.languages.gazetteer import Gazetteer
from quellenlage.languages.name_forms import Key, abbreviates, is_acronym, key_of, stem, words_of
from quellenlage.read.entities.people import join_people

# How often a name must have one label for a single other label to be a slip.
OFTEN = 3


def group_names(
    forms: Sequence[str], labels: Sequence[str], gaps: Sequence[str], gazetteer: Gazetteer
) -> tuple[int, ...]:
    """Return for each name of an article the number of its entity, counted from 0 in order of appearance.

    `gaps` are the characters between each name and the next ("" behind the last).
    """
    groups = _Groups(len(forms))
    people = [number for number, label in enumerate(labels) if label == "PER"]
    others = [number for number, label in enumerate(labels) if label != "PER"]
    join_people(forms, people, groups.join)
    _join_equal(forms, labels, others, groups)
    _join_known(forms, others, gazetteer, groups)
    _join_bracketed(forms, labels, gaps, groups)
    _join_acronyms(forms, labels, others, groups)
    _join_shortened(forms, labels, others, groups)
    return groups.numbers()


class _Groups:
    """Names joined pairwise, read as groups."""

    def __init__(self, size: int) -> None:
        self.parents = list(range(size))

    def find(self, number: int) -> int:
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number

    def join(self, left: int, right: int) -> None:
        first, second = sorted((self.find(left), self.find(right)))
        self.parents[second] = first

    def numbers(self) -> tuple[int, ...]:
        seen: dict[int, int] = {}
        return tuple(seen.setdefault(self.find(number), len(seen)) for number in range(len(self.parents)))


def _join_equal(forms: Sequence[str], labels: Sequence[str], numbers: Sequence[int], groups: _Groups) -> None:
    """Join names of one label that are equal but for endings; a city and its club stay two.

    A name that is labelled otherwise only once and often so is taken for mislabelled.
    """
    same: dict[Key, dict[str, list[int]]] = {}
    for number in numbers:
        same.setdefault(key_of(forms[number]), {}).setdefault(labels[number], []).append(number)
    for by_label in same.values():
        for members in by_label.values():
            for number in members[1:]:
                groups.join(members[0], number)
        most = max(by_label.values(), key=len)
        for members in by_label.values():
            if len(members) == 1 and len(most) >= OFTEN:
                groups.join(most[0], members[0])


def _join_known(forms: Sequence[str], numbers: Sequence[int], gazetteer: Gazetteer, groups: _Groups) -> None:
    first: dict[str, int] = {}
    for number in numbers:
        identity = gazetteer.identity(forms[number])
        if identity:
            groups.join(first.setdefault(identity, number), number)


def _join_bracketed(forms: Sequence[str], labels: Sequence[str], gaps: Sequence[str], groups: _Groups) -> None:
    """Join a name and the one that directly follows it in brackets, if one of the two abbreviates."""
    for number, gap in enumerate(gaps[:-1]):
        left, right = forms[number], forms[number + 1]
        if gap.strip("“”\"'»« ") != "(" or labels[number] == "PER" or labels[number + 1] == "PER":
            continue
        short, long = (right, left) if is_acronym(right) else (left, right)
        if is_acronym(short) and words_of(short)[:1] and words_of(long)[:1]:
            same_label = labels[number] == labels[number + 1]
            if abbreviates(short, long) or (same_label and labels[number] != "LOC"):
                groups.join(number, number + 1)


def _join_acronyms(forms: Sequence[str], labels: Sequence[str], numbers: Sequence[int], groups: _Groups) -> None:
    long = [number for number in numbers if " " in forms[number] or "-" in forms[number]]
    for number in numbers:
        if not is_acronym(forms[number]):
            continue
        for other in long:
            if labels[other] == labels[number] and abbreviates(forms[number], forms[other]):
                groups.join(number, other)
                break


def _join_shortened(forms: Sequence[str], labels: Sequence[str], numbers: Sequence[int], groups: _Groups) -> None:
    """Join a name with the longer one of its label that it begins or ends, if there is only one such."""
    # Only names that have its first word in front, or its last one behind, are looked at: a text may have thousands.
    edges: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for number in numbers:
        for edge in _edges(words_of(forms[number]), labels[number]):
            edges[edge].append(number)
    for number in numbers:
        short = words_of(forms[number])
        if len("".join(short)) < 3:
            continue
        near = {other for edge in _edges(short, labels[number]) for other in edges[edge]}
        found = {
            groups.find(other): other for other in near if _shortens(short, words_of(forms[other]), labels[number])
        }
        if len(found) == 1:
            groups.join(number, next(iter(found.values())))


def _edges(words: Key, label: str) -> set[tuple[str, int, str]]:
    """Return a name's label with its first and its last word, in all forms that count as the same word."""
    ends = ((0, words[0]), (-1, words[-1])) if words else ()
    return {
        (label, place, form) for place, word in ends for form in (word, stem(word, last=True), stem(word, last=False))
    }


def _shortens(short: Key, long: Key, label: str) -> bool:
    """Say whether a name is a longer one's beginning, or an organisation's end ("Bremen" is not "Bremer Hafen")."""
    if len(short) >= len(long):
        return False
    begins = all(map(_same_word, short, long)) if label != "LOC" else _same_names(short, long[: len(short)])
    return begins or (label == "ORG" and all(map(_same_word, short, long[-len(short) :])))


def _same_names(left: Key, right: Key) -> bool:
    return all(stem(a, last=True) == stem(b, last=True) for a, b in zip(left, right, strict=True))


def _same_word(left: str, right: str) -> bool:
    return left == right or any(stem(left, last=last) == stem(right, last=last) for last in (True, False))
