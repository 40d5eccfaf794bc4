"""Words with their places: what copies are counted in."""

import re
import unicodedata
from typing import NamedTuple

# Letters and digits in any script, with combining marks and soft hyphens inside a word kept in it.
# A hyphen parts words: "UN-Sicherheitsrat" is two, as in "Sicherheitsrat der Vereinten Nationen".
_WORD = re.compile(r"[^\W_][\w\u00ad\u0300-\u036f]*")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class Word(NamedTuple):
    """One word: its half-open place in the text and its form for comparing (NFC, casefolded, no soft hyphens)."""

    start: int
    end: int
    form: str


def find_words(text: str) -> list[Word]:
    """Return the words of a text in their order; punctuation, marks and control characters are none.

    >>> [word.form for word in find_words("Der UN-Sicherheitsrat tagt.")]
    ['der', 'un', 'sicherheitsrat', 'tagt']
    """
    if text.isascii():
        return [Word(m.start(), m.end(), m.group().lower()) for m in _WORD.finditer(text)]
    return [Word(m.start(), m.end(), fold(m.group())) for m in _WORD.finditer(text)]


def fold(word: str) -> str:
    """Return the form under which two spellings of one word are equal (NFC, casefolded, nothing invisible)."""
    return unicodedata.normalize("NFC", word.translate(_INVISIBLE)).casefold()
