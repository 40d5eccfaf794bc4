"""Two wordings of one passage, cut where they differ."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from quellenlage.dossier.printable import printable
from quellenlage.text import Word, find_words


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of text of a passage; `differs` says that the other side has other words here."""

    text: str
    differs: bool


def pieces(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Cut two versions of a passage where their words differ; what stands between words is not compared.

    >>> [piece.text for piece in pieces("drei Boote sanken", "vier Boote sanken")[1] if piece.differs]
    ['vier']
    """
    left_words, right_words = find_words(left), find_words(right)
    forms = [word.form for word in left_words], [word.form for word in right_words]
    matcher = SequenceMatcher(None, *forms, autojunk=False)
    left_odd, right_odd = set(range(len(left_words))), set(range(len(right_words)))
    for block in matcher.get_matching_blocks():
        left_odd.difference_update(range(block.a, block.a + block.size))
        right_odd.difference_update(range(block.b, block.b + block.size))
    return _cut(left, left_words, left_odd), _cut(right, right_words, right_odd)


def _cut(text: str, words: list[Word], odd: set[int]) -> tuple[Piece, ...]:
    """Neighbouring words that differ make one piece, with what stands between them."""
    found: list[Piece] = []
    position = index = 0
    while index < len(words):
        if index not in odd:
            index += 1
            continue
        last = index
        while last + 1 in odd:
            last += 1
        if words[index].start > position:
            found.append(Piece(printable(text[position : words[index].start]), differs=False))
        found.append(Piece(printable(text[words[index].start : words[last].end]), differs=True))
        position, index = words[last].end, last + 1
    if position < len(text):
        found.append(Piece(printable(text[position:]), differs=False))
    return tuple(found)
