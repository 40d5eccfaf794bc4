"""Which kind has a word that stands in a text?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from quellenlage.errors import LanguagePackError
from quellenlage.languages import Entry, Table
from quellenlage.read.phrases.numerals import NumberWords, digits_kind, read_number_word

_PUNCTUATION: Mapping[str, str] = MappingProxyType(
    {
        ".": "dot",
        ",": "comma",
        "/": "slash",
        "-": "dash",
        "–": "dash",
        "—": "dash",
        "\u2212": "dash",
        "(": "open",
        ")": "close",
        ":": "colon",
        "%": "percent",
    }
)
_VULGAR: Mapping[str, str] = MappingProxyType({"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667"})
# The kinds that words have without standing in any table.
BUILT_IN = frozenset(
    (
        *(
            "d24",
            "d31",
            "d59",
            "int",
            "year",
            "grouped",
            "decimal",
            "clock",
            "short_clock",
            "score",
            "ndate",
            "isodate",
            "digits",
        ),
        *("numword", "vulgar", "noun", "word", "mark", *_PUNCTUATION.values()),
    )
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind that a word has by its ending, unless it is one of the excepted ones."""

    kind: str
    value: str
    pattern: re.Pattern[str]
    excepted: frozenset[str]

    @staticmethod
    def of(table: Table, entry: Entry) -> "Shape":
        """Read a shape: its `suffixes` are regular expressions for the whole word.

        Raises:
            LanguagePackError: they are no regular expressions.
        """
        source = "|".join(table.strings(entry, "suffixes"))
        try:
            pattern = re.compile(source)
        except re.error as error:
            raise LanguagePackError(table.file, entry.line, f"suffixes: {error}") from error
        kind, value = table.string(entry, "kind"), table.string(entry, "value")
        return Shape(kind, value, pattern, frozenset(table.strings(entry, "except")))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What tells a word's kind: forms with kind and value, verb forms with their kind, number words, shapes."""

    forms: Mapping[str, tuple[str, str]]
    verbs: Mapping[str, str]
    numbers: NumberWords
    shapes: tuple[Shape, ...]

    def classify(self, word: str) -> tuple[str, str]:
        """Return the kind and the value of a token."""
        for form in _spellings(word):
            if form in self.forms:
                return self.forms[form]
        if word[0].isdigit() and (word[-1].isdigit() or word[-1] == "."):
            return digits_kind(word)
        if word in _VULGAR:
            return "vulgar", _VULGAR[word]
        if not word[0].isalnum():
            return _PUNCTUATION.get(word, "mark"), word
        return self._by_parts(word)

    def _by_parts(self, word: str) -> tuple[str, str]:
        number = read_number_word(word.lower(), self.numbers)
        if number is not None:
            return "numword", str(number)
        if word in self.verbs:
            return self.verbs[word], word
        for shape in self.shapes:
            match = shape.pattern.fullmatch(word)
            if match and word not in shape.excepted:
                return shape.kind, self._shape_value(shape, match)
        return ("noun" if word[0].isupper() else "word"), word

    def _shape_value(self, shape: Shape, match: re.Match[str]) -> str:
        """Return a shape's value; what its group `number` reads stands before it, in digits, X where it is none."""
        number = match.groupdict().get("number")
        if number is None:
            return shape.value
        number = number.rstrip("-")
        read = int(number) if number.isdigit() else read_number_word(number.lower(), self.numbers)
        return f"{'X' if read is None else read} {shape.value}".strip()


def _spellings(word: str) -> Iterator[str]:
    """Yield a word as it stands, then as it would stand inside a sentence or outside a line in capitals."""
    yield word
    if len(word) > 1 and word.isupper():
        yield word.capitalize()
    if word[0].isupper():
        yield word.lower()
