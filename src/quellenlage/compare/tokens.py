"""The words of a text as numbers, for a whole text at once: the words of `quellenlage.text.find_words`, hashed."""

import unicodedata
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quellenlage.text import find_words

Hashes = NDArray[np.uint64]
Places = NDArray[np.signedinteger[Any]]

# An odd number has an inverse modulo 2**64, so that a word's hash can be cut out of a running sum over the text.
_BASE = 0x9E3779B97F4A7C15
_BASE_INVERSE = pow(_BASE, -1, 1 << 64)
_BMP = 0x10000  # code points beyond it (emoji) are rare enough for the slower way
_PIECE = 1 << 18  # characters that are hashed at once: the powers for them take 4 MB
_BATCH = 1 << 14  # words that are hashed at once, on the slower way
_JOINING = (0x00AD, *range(0x0300, 0x0370))  # what continues a word besides letters, digits and "_", as in find_words
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


class Tokens(NamedTuple):
    """The words of a text: half-open places in it, a 64-bit hash of each word's form, and whether it holds a digit."""

    starts: Places
    ends: Places
    forms: Hashes
    figures: NDArray[np.bool_]


def find_tokens(text: str) -> Tokens:
    """Return the words that `find_words` finds, with a hash of each form; equal forms have equal hashes everywhere."""
    if len(text) > _PIECE:
        return _find_by_pieces(text)
    if not text:
        return _nothing()
    codes = _codes(text)
    if int(codes.max()) >= _BMP or any(mark in text for mark in _INVISIBLE) or not _is_normal(text):
        return _find_slowly(text)
    letters, joining, digits = _character_classes()
    starts, ends = _word_places(letters[codes], joining[codes])
    if not len(starts):
        return _nothing()
    folded, shift = _fold(text, codes)
    forms = _hash_stretches(folded, starts + shift[starts], ends + shift[ends])
    before = np.concatenate(([0], np.cumsum(digits[codes])))
    return Tokens(starts, ends, forms, before[ends] > before[starts])


def mix(values: Hashes) -> Hashes:
    """Return well-scattered hashes of hashes (the finisher of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _find_by_pieces(text: str) -> Tokens:
    """Cut a long text at spaces, so that the numbers needed at once stay few."""
    found: list[Tokens] = []
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= _PIECE else text.rfind(" ", start, start + _PIECE) + 1
        if end <= start:  # no space in so many characters: hardly a text
            found.append(_find_slowly(text[start:]))
            end = len(text)
        else:
            found.append(find_tokens(text[start:end]))
        found[-1] = found[-1]._replace(starts=found[-1].starts + start, ends=found[-1].ends + start)
        start = end
    return Tokens(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _is_normal(text: str) -> bool:
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def _nothing() -> Tokens:
    return Tokens(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.uint64), np.zeros(0, np.bool_))


def _find_slowly(text: str) -> Tokens:
    """Word by word, for texts whose folding moves characters about."""
    words = find_words(text)
    if not words:
        return _nothing()
    places = np.array([(word.start, word.end) for word in words], np.int64)
    hashes = [_hash_words([word.form for word in words[at : at + _BATCH]]) for at in range(0, len(words), _BATCH)]
    figures = np.array([any(map(str.isdigit, word.form)) for word in words], np.bool_)
    return Tokens(places[:, 0].copy(), places[:, 1].copy(), np.concatenate(hashes), figures)


def _hash_words(forms: list[str]) -> Hashes:
    ends = np.cumsum(np.array([len(form) for form in forms], np.int64))
    return _hash_stretches(_codes("".join(forms)), np.concatenate(([0], ends[:-1])), ends)


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def _character_classes() -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """For each code point below 0x10000: does it begin a word, does it continue one, is it a digit?"""
    letters = np.fromiter(map(str.isalnum, map(chr, range(_BMP))), np.bool_, _BMP)
    joining = letters.copy()
    joining[list(_JOINING)] = True
    joining[ord("_")] = True
    return letters, joining, np.fromiter(map(str.isdigit, map(chr, range(_BMP))), np.bool_, _BMP)


def _word_places(letters: NDArray[np.bool_], joining: NDArray[np.bool_]) -> tuple[Places, Places]:
    """Each run of joining characters is a word from its first letter or digit on."""
    edges = np.flatnonzero(np.diff(joining, prepend=False, append=False))
    runs, ends = edges[::2], edges[1::2]
    first = np.flatnonzero(letters)
    at = np.searchsorted(first, runs)
    inside = at < len(first)
    starts, ends = first[at[inside]], ends[inside]
    kept = starts < ends
    return starts[kept], ends[kept]


def _fold(text: str, codes: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], Places]:
    """Casefold a text; `shift[i]` says how much further right what began at `i` begins in the folded text."""
    shift = np.zeros(len(codes) + 1, np.int64)
    np.cumsum(_lengthening()[codes], out=shift[1:])
    return _codes(text.casefold()), shift


@cache
def _lengthening() -> NDArray[np.int8]:
    """For each code point below 0x10000: how many more characters does it have when casefolded ("ß" is "ss")?"""
    return np.fromiter(map(len, map(str.casefold, map(chr, range(_BMP)))), np.int8, _BMP) - np.int8(1)


def _hash_stretches(codes: NDArray[np.uint32], starts: Places, ends: Places) -> Hashes:
    """Hash stretches of a text: a polynomial over their (scattered) code points, modulo 2**64."""
    powers, inverses = _powers(1 << len(codes).bit_length())
    scattered = _scatter(codes)
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(scattered * powers[: len(codes)], dtype=np.uint64)))
    return mix((sums[ends] - sums[starts]) * inverses[starts])


def _scatter(codes: NDArray[np.uint32]) -> Hashes:
    """Give each code point a random-looking number, by a table for the common ones."""
    table = _scattered_bmp()
    return table[codes] if int(codes.max()) < _BMP else mix(codes.astype(np.uint64) + np.uint64(1))


@cache
def _scattered_bmp() -> Hashes:
    return mix(np.arange(1, _BMP + 1, dtype=np.uint64))


@cache
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The powers of the base and of its inverse, from the zeroth on."""
    steps = np.full((2, count), [[_BASE], [_BASE_INVERSE]], np.uint64)
    steps[:, 0] = 1
    powers = np.multiply.accumulate(steps, axis=1)
    return powers[0], powers[1]
