"""Rules are patterns over the kinds of tokens; at each place the rule that reaches farthest wins."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quellenlage.errors import LanguagePackError
from quellenlage.languages import Entry, LanguagePack, Table
from quellenlage.read.phrases.lexicon import Lexeme, Lexicon
from quellenlage.read.phrases.tokens import Tokens

_PART = re.compile(r"'[^' ]+'|\w+|[()|?*+<>]|\s+")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of the pack: its name ("table/entry"), what it makes, and its pattern over codes.

    In a pattern, a name is a kind of token or a macro, 'a word in quotes' itself; ( ) | ? * + mean what they mean in a
    regular expression; < > enclose what is found, where that is not the whole pattern.
    """

    name: str
    make: str
    fields: Mapping[str, object]
    pattern: re.Pattern[str]
    rank: int

    def field(self, key: str) -> str:
        """Return a field of the rule's entry as text, "" if it is missing."""
        return str(self.fields.get(key, ""))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A rule that holds: the tokens it found (half-open) and those it looked at (half-open, at least the former)."""

    rule: Rule
    tokens: Tokens
    first: int
    last: int
    seen_first: int
    seen_last: int

    @property
    def start(self) -> int:
        """Return the place in the text at which the phrase begins."""
        return self.tokens.places[self.first][0]

    @property
    def end(self) -> int:
        """Return the place in the text at which the phrase ends."""
        return self.tokens.places[self.last - 1][1]

    def all(self, *kinds: str) -> list[Lexeme]:
        """Return the tokens of these kinds that the rule looked at, in order."""
        return [lex for lex in self.tokens.lexemes[self.seen_first : self.seen_last] if lex.kind in kinds]

    def get(self, *kinds: str) -> str:
        """Return the value of the first token of these kinds, "" if there is none."""
        for lexeme in self.tokens.lexemes[self.seen_first : self.seen_last]:
            if lexeme.kind in kinds:
                return lexeme.value
        return ""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All rules of some tables, found by the code that they begin with; `begin` matches any of these codes."""

    rules: Mapping[str, tuple[Rule, ...]]
    begin: re.Pattern[str]


def read_grammar(pack: LanguagePack, lexicon: Lexicon, names: Sequence[str]) -> Grammar:
    """Return the rules of these tables, in the order of the tables and of their entries.

    Raises:
        LanguagePackError: a pattern names a kind that no word has, or is no pattern.
    """
    rules: dict[str, list[Rule]] = {}
    rank = 0
    for name in names:
        table = pack.table(name)
        for entry in table.entries:
            for source in table.strings(entry, "pattern"):
                rank += 1
                rule = _rule(table, entry, source, rank, lexicon)
                for code in _first_codes(rule.pattern, lexicon):
                    rules.setdefault(code, []).append(rule)
    begin = re.compile("[" + re.escape("".join(sorted(rules))) + "]" if rules else r"(?!)")
    return Grammar({code: tuple(found) for code, found in rules.items()}, begin)


def _rule(table: Table, entry: Entry, source: str, rank: int, lexicon: Lexicon) -> Rule:
    try:
        pattern = re.compile(_regex(source, lexicon))
    except (KeyError, re.error) as error:
        raise LanguagePackError(table.file, entry.line, f"pattern {source!r}: {error}") from error
    make = table.string(entry, "make")
    return Rule(f"{table.name}/{entry.id}", make, entry.fields, pattern, rank)


def _regex(source: str, lexicon: Lexicon) -> str:
    parts = []
    for name, macro in lexicon.macros.items():
        source = re.sub(rf"\b{name}\b", macro, source)
    position = 0
    for match in _PART.finditer(source):
        if match.start() != position:
            raise KeyError(source[position : match.start()])
        position = match.end()
        part = match.group()
        if part == "<":
            parts.append("(?P<span>")
        elif part == ">":
            parts.append(")")
        elif part == "(":
            parts.append("(?:")
        elif part in ")|?*+":
            parts.append(part)
        elif part.strip():
            parts.append(re.escape(lexicon.codes[part]))
    return "".join(parts)


def _first_codes(pattern: re.Pattern[str], lexicon: Lexicon) -> list[str]:
    """Return the codes that a pattern may begin with, found by trying: patterns are short, and kinds are few."""
    first = _beginnings(pattern.pattern)
    return [code for code in lexicon.codes.values() if code in first]


def _beginnings(source: str) -> frozenset[str]:
    """Return the characters that a compiled pattern source may begin with (over-estimated where it is nested)."""
    found: set[str] = set()
    _collect(source.replace("(?P<span>", "(?:"), 0, found)
    return frozenset(found)


def _collect(source: str, index: int, found: set[str]) -> tuple[int, bool]:
    """Read one group from `index`; return the index behind it and whether it may be empty."""
    empty_group, empty = False, True
    while index < len(source) and source[index] != ")":
        if source[index] == "|":
            empty_group, empty, index = empty_group or empty, True, index + 1
            continue
        inside: set[str] = set()
        if source.startswith("(?:", index):
            index, void = _collect(source, index + 3, inside)
        else:
            inside.add(source[index])
            index, void = index + 1, False
        if index < len(source) and source[index] in "?*":
            void = True
        if index < len(source) and source[index] in "?*+":
            index += 1
        if empty:
            found |= inside
            empty = void
    return index + 1, empty_group or empty


def find_phrases(tokens: Tokens, grammar: Grammar) -> Iterator[Phrase]:
    """Yield the phrases of a sentence from left to right; they do not overlap."""
    position = 0
    while begin := grammar.begin.search(tokens.codes, position):
        position = begin.start()
        phrase = _longest(tokens, grammar, position)
        if phrase is not None and phrase.first > position:
            # A rule that also looks at what precedes must not keep a longer one from what it finds.
            other = _longest(tokens, grammar, phrase.first)
            if other is not None and other.seen_last > phrase.seen_last:
                phrase = other
        if phrase is not None:
            yield phrase
        position = max(position + 1, phrase.last if phrase is not None else 0)


def _longest(tokens: Tokens, grammar: Grammar, position: int) -> Phrase | None:
    best: re.Match[str] | None = None
    best_rule: Rule | None = None
    for rule in grammar.rules.get(tokens.codes[position], ()):
        match = rule.pattern.match(tokens.codes, position)
        if match and match.end() > position and (best is None or match.end() > best.end()):
            best, best_rule = match, rule
    if best is None or best_rule is None:
        return None
    first, last = best.span("span") if "span" in best_rule.pattern.groupindex else best.span()
    return Phrase(best_rule, tokens, first, last, *best.span())
