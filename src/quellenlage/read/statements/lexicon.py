"""What a word may be: its class among the closed ones, or what form of a verb it is."""

from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from quellenlage.languages import LanguagePack
from quellenlage.languages.verbs import Row, verb_rows

# What a verb form may be, as bits: indicative singular and plural, Konjunktiv I and II in both, participle, infinitive,
# infinitive with its particle inside, a separable verb written as one word (which stands last in its clause).
SINGULAR, PLURAL, K1_SINGULAR, K1_PLURAL, K2_SINGULAR, K2_PLURAL, PARTICIPLE, INFINITIVE, ZU, JOINED = (
    1 << n for n in range(10)
)
INDICATIVE = SINGULAR | PLURAL
KONJUNKTIV_1 = K1_SINGULAR | K1_PLURAL
KONJUNKTIV_2 = K2_SINGULAR | K2_PLURAL
FINITE = INDICATIVE | KONJUNKTIV_1 | KONJUNKTIV_2
_COLUMNS = (INFINITIVE, SINGULAR, PLURAL, SINGULAR, PLURAL, K1_SINGULAR, K1_PLURAL, K2_SINGULAR, K2_PLURAL, PARTICIPLE)
# A text has few different words; a long run over many texts starts anew before the memory counts.
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of a language: `closed` classes, verb `forms` as bits, the `rows` of each verb, prefixes of verbs."""

    forms: MappingProxyType[str, int]
    rows: MappingProxyType[str, tuple[tuple[str, ...], ...]]
    closed: MappingProxyType[str, str]
    words: MappingProxyType[str, frozenset[str]]
    particles: tuple[str, ...]
    prefixes: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    to: str
    past: str
    genitive: str
    known: dict[str, tuple[str, int]] = field(default_factory=dict, repr=False)

    def look_up(self, word: str) -> tuple[str, int]:
        """Return the code of a word's class (see `tokens`) and what forms of verbs it may be, as bits."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) > _REMEMBERED:
                self.known.clear()
            found = self.known[word] = self._classify(word)
        return found

    def _classify(self, word: str) -> tuple[str, int]:
        if word[0].isdigit():
            return ("C" if any(letter.isupper() for letter in word) else "#"), 0
        if word[0].islower() and "-" in word and word[word.index("-") + 1 : word.index("-") + 2].isupper():
            return "C", 0
        if word[0].isupper():
            return "C", 0
        if "." in word and word.islower():
            return "C", 0
        code = self.closed.get(word)
        bits = self.forms.get(word, 0) or (0 if code else self._prefixed(word))
        if code and code not in "hwm":
            return code, 0
        return (code or self._open_code(word, bits)), bits

    def _prefixed(self, word: str) -> int:
        for prefix in self.particles:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) > 2:
                bits = self.forms.get(rest, 0)
                if bits:
                    return bits | JOINED
                if rest.startswith(self.to) and self.forms.get(rest[len(self.to) :], 0) & INFINITIVE:
                    return ZU
        for prefix in self.prefixes:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and len(rest) > 2:
                bits = self.forms.get(rest, 0)
                participle = self.forms.get(self.past + rest, 0) & PARTICIPLE
                if bits & (FINITE | INFINITIVE) or participle:
                    return (bits & ~PARTICIPLE) | participle
        return 0

    def _open_code(self, word: str, bits: int) -> str:
        if bits & ZU:
            return "Z"
        if bits & FINITE:
            return "f" if bits & (PARTICIPLE | INFINITIVE) else "F"
        if bits & PARTICIPLE:
            return "T"
        if bits & INFINITIVE:
            return "I"
        return "A" if len(word) > 3 and word.endswith(self.adjective_endings) else "B"


@cache
def lexicon_of(pack: LanguagePack) -> Lexicon:
    """Return what a language pack knows about words, read once."""
    forms: dict[str, int] = {}
    rows: dict[str, Row] = {}
    for cells in verb_rows(pack):
        rows[cells[0][0]] = cells
        for column, cell in zip(_COLUMNS, cells, strict=True):
            for form in cell:
                forms[form] = forms.get(form, 0) | column
    table = pack.table("function_words")
    closed: dict[str, str] = {}
    words: dict[str, frozenset[str]] = {}
    for entry in table.entries:
        members = table.strings(entry, "words")
        words[entry.id] = frozenset(members)
        code = table.string(entry, "code")
        for word in members if code else ():
            closed.setdefault(word, code)
    for word in words.get("no_verb", ()):
        forms.pop(word, None)
    longest_first = sorted(words["particle"], key=len, reverse=True)
    prefixes = sorted(words["prefix"], key=len, reverse=True)
    return Lexicon(
        forms=MappingProxyType(forms),
        rows=MappingProxyType(rows),
        closed=MappingProxyType(closed),
        words=MappingProxyType(words),
        particles=tuple(longest_first),
        prefixes=tuple(prefixes),
        adjective_endings=tuple(sorted(words["adjective_ending"])),
        to=min(words["zu"]),
        past=min(words["participle_prefix"]),
        genitive=min(words["genitive_noun_ending"]),
    )
