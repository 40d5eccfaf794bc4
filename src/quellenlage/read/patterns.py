"""Rules of form: regular expressions of a language pack, with the words that its tables define for them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from quellenlage.errors import LanguagePackError
from quellenlage.languages import Entry, LanguagePack, Table
from quellenlage.read.agencies import agency_pattern
from quellenlage.read.blocks import Place

# The tables that hold rules of form. A macro of any of them is known in all of them.
_TABLES = ("furniture", "credits", "datelines", "bylines", "headings")
_MACRO = re.compile(r"<([A-Z_]+)>")
# Where a sentence or a line may begin: at a line's start, or after a stop or a closing mark and one blank.
_BOUND = r"(?:(?<![^\n])|(?<=[.!?…:“”\"»«’)\]]\s))"
# All places where a rule may begin that begins at a bound, whichever: behind each match.
_BOUNDS = re.compile(r"\A|\n|[.!?…:“”\"»«’)\]]\s")
_STOPS = frozenset('.!?…:“”"»«’)]')
# A pattern that begins by looking back to one: `(?<=[stops]\s)`, or that or the beginning of a line, in one group.
_LOOKS_BACK = re.compile(
    r"(?P<open>(?:\(\?:)*)(?P<line>\(\?<!\[\^\\n\]\)\|)?\(\?<=\[(?P<stops>(?:[^\]\\]|\\.)+)\]\\s\)(?P<close>\)*)(?![?*+{|])"
)
# Macros hold macros; deeper than this, they hold each other.
_DEPTH = 8
# A rule for the ends of stretches looks at this many characters (the longest credit line seen has about 150).
END_WINDOW = 240


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule of form: where it looks (`where`), for what (`pattern`), and what it is (`part`, `role`).

    `after` is the kind of the part that must stand directly before, `authors` says that persons may be named, too.
    `name` is the rule's name for traces; `needs` are literals of which the text must hold one, () if the rule is
    tried on every text. `known` are the words of which the group `place` must be one (in any case of letters where
    `capitals` is true), () if it may be any. `bounded`
    says that it can only begin at a bound. The pattern is compiled when it is first asked for: many never are.
    """

    name: str
    part: str
    role: str
    where: str
    after: str
    authors: bool
    needs: tuple[str, ...]
    known: frozenset[str]
    capitals: bool
    bounded: bool
    source: str
    file: Path
    line: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern.

        Raises:
            LanguagePackError: it is no regular expression.
        """
        try:
            return _compiled(self.source)
        except re.error as error:
            raise LanguagePackError(
                self.file, self.line, f"the pattern of {self.name} is malformed: {error}"
            ) from error

    def wanted(self, text: str) -> bool:
        """Say whether the rule can match in this text at all."""
        for need in self.needs:  # half the time of `any` with a generator: this is asked of every rule and text
            if need in text:
                return True
        return not self.needs

    def search(self, text: str, place: Place, bounds: Sequence[int]) -> Iterator[re.Match[str]]:
        """Yield the rule's matches between two offsets, as its `where` asks; `bounds` are those of the text."""
        start, end = place
        found: re.Match[str] | None
        if self.where in ("any", "opening"):
            yield from filter(self._is_known, self._scan(text, place, bounds))
            return
        if self.where == "line":
            found = self.pattern.fullmatch(text, start, end)
        elif self.where == "end":
            found = next(self._scan(text, (max(start, end - END_WINDOW), end), bounds), None)
        else:
            found = self.pattern.match(text, start, end)
        if found and self._is_known(found):
            yield found

    def _scan(self, text: str, place: Place, bounds: Sequence[int]) -> Iterator[re.Match[str]]:
        """Yield what `finditer` would: where the rule begins at a bound, by trying the bounds alone."""
        start, end = place
        if not self.bounded:
            yield from self.pattern.finditer(text, start, end)
            return
        match = self.pattern.match
        for number in range(bisect_left(bounds, start), bisect_right(bounds, end)):
            bound = bounds[number]
            if bound >= start and (found := match(text, bound, end)):
                start = found.end()
                yield found

    def _is_known(self, found: re.Match[str]) -> bool:
        if not self.known or not found["place"]:
            return True
        if found["place"] in self.known or (self.capitals and found["place"].isupper()):
            return True
        places = [place.strip() for place in re.split(r"[/,]", found["place"])]
        return places[0] in self.known or (places[0].isupper() and places[0].title() in self.known)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def rules_of(pack: LanguagePack, table: str) -> tuple[Rule, ...]:
    """Return the rules of one table of a pack, made once, in the table's order."""
    source = pack.table(table)
    return tuple(
        _rule(pack, source, entry)
        for entry in source.entries
        if "pattern" in entry.fields and "macro" not in entry.fields
    )


@cache
def words_of(pack: LanguagePack, table: str, key: str) -> frozenset[str]:
    """Return all words that the entries of a table list under `key`."""
    source = pack.table(table)
    return frozenset(word for entry in source.entries for word in source.strings(entry, key))


@cache
def macro_of(pack: LanguagePack, name: str) -> str:
    """Return the regular expression that a word in angle brackets stands for, with all words in it expanded."""
    return _expand(f"<{name}>", _macros(pack))


def _rule(pack: LanguagePack, table: Table, entry: Entry) -> Rule:
    name = f"{table.name}/{entry.id}"
    try:
        source = _expand(table.string(entry, "pattern"), _macros(pack))
    except KeyError as error:
        raise LanguagePackError(table.file, entry.line, f"the pattern of {name} is malformed: {error}") from error
    known = table.string(entry, "known")
    return Rule(
        name=name,
        part=table.string(entry, "part"),
        role=table.string(entry, "role"),
        where=table.string(entry, "where", "any"),
        after=table.string(entry, "after"),
        authors=table.string(entry, "authors") == "yes",
        needs=table.strings(entry, "needs"),
        known=words_of(pack, "datelines", "cities") if known else frozenset(),
        capitals=known == "or capitals",
        bounded=_is_bounded(source),
        source=source,
        file=table.file,
        line=entry.line,
    )


def find_bounds(text: str) -> tuple[int, ...]:
    """Return all offsets at which a rule may begin that begins at a bound: where a line or a sentence may begin."""
    return tuple(found.end() for found in _BOUNDS.finditer(text))


def _is_bounded(source: str) -> bool:
    """Say whether all that a pattern matches begins at a bound."""
    found = _LOOKS_BACK.match(source)
    if not found or len(found["close"]) * len("(?:") != len(found["open"]) or _has_alternatives(source):
        return False
    return set(re.sub(r"\\(.)", r"\1", found["stops"])) <= _STOPS and "\\w" not in found["stops"]


def _has_alternatives(source: str) -> bool:
    """Say whether a "|" stands outside all groups and classes of a pattern."""
    depth = 0
    for sign in re.findall(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", source, re.DOTALL):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            return True
    return False


@cache
def _macros(pack: LanguagePack) -> Mapping[str, str]:
    macros = {"BOUND": _BOUND, "AGENCY": agency_pattern(pack)}
    for name in ("sentences", *_TABLES):
        table = pack.table(name)
        for entry in table.entries:
            macro = table.string(entry, "macro")
            if macro:
                words = table.strings(entry, "words")
                listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
                macros[macro] = table.string(entry, "pattern") or listed
    return MappingProxyType(macros)


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    for _ in range(_DEPTH):
        expanded = _MACRO.sub(lambda found: f"(?:{macros[found[1]]})", pattern)
        if expanded == pattern:
            return pattern
        pattern = expanded
    raise KeyError(f"macros nested deeper than {_DEPTH}")
