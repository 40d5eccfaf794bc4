"""A sentence as tokens, each with its kind, and the kinds as one string that patterns can match."""

import re
from dataclasses import dataclass

from quellenlage.read.phrases.lexicon import Lexeme, Lexicon

# A number keeps its points, commas and the gaps or (as in Switzerland) apostrophes between its thousands, a word its
# hyphens and digits, a degree its scale; every other sign stands alone.
_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?![\d,])"
    r"|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f'\u2019]\d{3})+(?![\w-]|[.,:]\d)(?:,\d+)?"
    r"|\d++(?:[.,:]\d++)*+(?!\w|-[^\W\d_])"
    r"|\w+(?:[-\u2010\u2011]\w+)*"
    r"|°C?"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence: half-open places in the text, lexemes, and `codes`, one character a token."""

    text: str
    places: tuple[tuple[int, int], ...]
    lexemes: tuple[Lexeme, ...]
    codes: str

    def word(self, index: int) -> str:
        """Return the characters of a token, "" beyond the ends of the sentence."""
        if not 0 <= index < len(self.places):
            return ""
        start, end = self.places[index]
        return self.text[start:end]

    def kind(self, index: int) -> str:
        """Return the kind of a token, "" beyond the ends of the sentence."""
        return self.lexemes[index].kind if 0 <= index < len(self.lexemes) else ""

    def glued(self, index: int) -> bool:
        """Say whether a token follows the one before it without a space."""
        return 0 < index < len(self.places) and self.places[index][0] == self.places[index - 1][1]


def find_tokens(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """Return the tokens of a stretch of text, each looked up in the lexicon."""
    lookup = lexicon.lookup
    matches = list(_TOKEN.finditer(text, start, end))
    lexemes = tuple([lookup(match.group()) for match in matches])
    return Tokens(text, tuple([match.span() for match in matches]), lexemes, "".join([lex.code for lex in lexemes]))
