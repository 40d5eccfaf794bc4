"""The words that rules speak of, read from the tables of a language pack."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quellenlage.errors import LanguagePackError
from quellenlage.languages import Entry, LanguagePack, Table
from quellenlage.read.phrases.classify import BUILT_IN, Shape, Words
from quellenlage.read.phrases.numerals import NumberWords

_LITERAL = re.compile(r"'([^' ]+)'")
# Kinds are coded as characters that no text needs (the private use area), so that patterns can be strings.
_FIRST_CODE = 0xE000
# Distinct words of a year of one outlet: about half of this; the cache bounds memory, it decides nothing.
_CACHED_WORDS = 1 << 16

_Located = tuple[Table, Entry]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a token is: its kind, its value (as the tables write it), and the code of its kind."""

    kind: str
    value: str
    code: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All words that rules speak of.

    `lookup` gives the lexeme of any token, `codes` the code of each kind; `macros` are names for patterns that several
    rules want.
    """

    lookup: Callable[[str], Lexeme]
    codes: Mapping[str, str]
    macros: Mapping[str, str]


def read_lexicon(
    pack: LanguagePack, words: Sequence[str], rules: Sequence[str], verbs: Mapping[str, str] | None = None
) -> Lexicon:
    """Return the lexicon of these tables of words, with the words that the rules' patterns quote.

    An entry of a table of words has a `kind` and a `value`, and `forms`, `stems` with `endings`, `suffixes` (regular
    expressions for words that no table has) or `join` (the compounds of two kinds); or it is a `macro`. `verbs` gives
    the kinds of verb forms.

    Raises:
        LanguagePackError: a form has two kinds.
    """
    located = [(table, entry) for table in map(pack.table, words) for entry in table.entries]
    macros = {entry.id: macro for table, entry in located if (macro := table.string(entry, "macro"))}
    shapes = tuple(Shape.of(*place) for place in located if place[0].strings(place[1], "suffixes"))
    forms: dict[str, tuple[str, str]] = {}
    for table, entry in located:
        for form in _forms(table, entry):
            _add(forms, form, (table.string(entry, "kind"), table.string(entry, "value")), (table, entry))
    for place in located:
        _join(forms, place)
    for table in map(pack.table, (*words, *rules)):
        for entry in table.entries:
            patterns = " ".join((*table.strings(entry, "pattern"), *table.strings(entry, "macro")))
            for literal in _LITERAL.findall(patterns):
                _add(forms, literal, (f"'{literal}'", literal), (table, entry))
    return _lexicon(Words(forms, verbs or {}, _number_words(located), shapes), macros)


def _lexicon(words: Words, macros: Mapping[str, str]) -> Lexicon:
    kinds = {kind for kind, _ in words.forms.values()} | {shape.kind for shape in words.shapes}
    names = sorted(kinds | set(words.verbs.values()) | BUILT_IN)
    codes = {kind: chr(_FIRST_CODE + place) for place, kind in enumerate(names)}

    @lru_cache(maxsize=_CACHED_WORDS)
    def lookup(word: str) -> Lexeme:
        kind, value = words.classify(word)
        return Lexeme(kind, value, codes[kind])

    return Lexicon(lookup, codes, macros)


def _forms(table: Table, entry: Entry) -> Iterator[str]:
    yield from table.strings(entry, "forms")
    for stem in table.strings(entry, "stems"):
        for ending in table.strings(entry, "endings"):
            yield stem + ending


def _add(forms: dict[str, tuple[str, str]], form: str, what: tuple[str, str], place: _Located) -> None:
    known = forms.setdefault(form, what)
    if known != what:
        table, entry = place
        raise LanguagePackError(table.file, entry.line, f"{form!r} is {known[0]} already, it cannot be {what[0]} too")


def _join(forms: dict[str, tuple[str, str]], place: _Located) -> None:
    """Add the compounds of two kinds ("Mittwoch" + "abend"); their value holds both values."""
    table, entry = place
    if not table.strings(entry, "join"):
        return
    left, right = table.strings(entry, "join")
    rows = list(forms.items())
    fronts = [row for row in rows if row[1][0] == left and not row[0].endswith("s")]
    for front, (_, front_value) in fronts:
        for back, (kind, back_value) in rows:
            if kind == right:
                for form in (front + back.lower(), f"{front}-{back}"):
                    _add(forms, form, (table.string(entry, "kind"), f"{front_value} {back_value}"), place)


def _number_words(located: Sequence[_Located]) -> NumberWords:
    parts: dict[str, dict[str, int]] = {"one": {}, "ten": {}, "power": {}}
    joint = ""
    for table, entry in located:
        part = table.string(entry, "part")
        if part == "joint":
            joint = table.string(entry, "word")
        elif part:
            parts[part][table.string(entry, "word")] = int(table.string(entry, "value"))
    return NumberWords(parts["one"], parts["ten"], parts["power"], joint)
