"""Which words of a text have a counterpart that says the opposite, or speaks of another thing?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product
from types import MappingProxyType
from typing import Literal, NamedTuple

from quellenlage.compare.meaning.cues import Cue, find_cues
from quellenlage.compare.meaning.status import CLAUSE_END
from quellenlage.errors import LanguagePackError
from quellenlage.languages import Entry, Example, LanguagePack, Mark, Table
from quellenlage.languages.verbs import FINITE, INFINITIVE, PARTICIPLE, Row, single_words, verb_rows

TABLE = "claim_opposites"
Kind = Literal["opposite", "apart"]
Side = Literal["one", "other"]
_WORD = re.compile(r"\w+")
# A shorter rest behind a beginning is no word of its own ("einer" is no "er" in the house).
_LEAST_REST = 4
# Distinct words of a large collection: the cache bounds memory, it decides nothing.
_CACHED = 1 << 16


class Pole(NamedTuple):
    """One side of an entry; `rest` is what stands behind a beginning ("ufer" of "Nordufer"), else ""."""

    entry: str
    kind: Kind
    side: Side
    rest: str = ""

    @property
    def counterpart(self) -> "Pole":
        """Return the other side."""
        return self._replace(side="other" if self.side == "one" else "one")


class Found(NamedTuple):
    """A word that is a pole, at a half-open place of a text."""

    start: int
    end: int
    word: str
    pole: Pole


@dataclass(frozen=True, slots=True)
class _Words:
    """Poles by form and by stem; of verbs with the particle that must stand behind the form in its clause."""

    forms: Mapping[str, tuple[Pole, ...]]
    stems: tuple[tuple[str, Pole], ...]
    parted: Mapping[str, tuple[tuple[str, Pole], ...]]
    beginnings: tuple[tuple[str, Pole], ...]
    contrast: frozenset[str]


def find_opposites(text: str, pack: LanguagePack, negations: Sequence[Cue] | None = None) -> tuple[Found, ...]:
    """Which words of a text have a counterpart? None in a clause that is negated or set against another.

    `negations` are the text's cues of that table, where they have been found before.
    """
    lowered = text.lower()
    # Places in lower case must agree with the text's, which a few letters of other languages prevent.
    if TABLE not in pack.tables or len(lowered) != len(text):
        return ()
    known = find_cues(text, "negation", pack) if negations is None else negations
    negated = [cue.start for cue in known if cue.kind == "not"]
    ends = [0, *(match.end() for match in CLAUSE_END.finditer(text)), len(text)]
    found: list[Found] = []
    for start, end in pairwise(ends):
        if not any(start <= cue < end for cue in negated):
            found += _of_clause(list(_WORD.finditer(lowered, start, end)), pack)
    return tuple(found)


def opposed(left: Sequence[Found], right: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Yield two words of which each is the other's counterpart, where neither text has both."""
    mine, theirs = ({found.pole for found in side} for side in (left, right))
    for one, two in product(left, right):
        if two.pole == one.pole.counterpart and one.pole not in theirs and two.pole not in mine:
            yield one, two


def _of_clause(clause: list[re.Match[str]], pack: LanguagePack) -> Iterator[Found]:
    words = _words(pack)
    if any(match.group() in words.contrast for match in clause):
        return
    for n, match in enumerate(clause):
        for pole in _poles(match.group(), pack):
            yield Found(*match.span(), match.group(), pole)
        for particle, pole in words.parted.get(match.group(), ()):
            apart = next((later for later in clause[n + 1 :] if later.group() == particle), None)
            if apart:
                word = f"{match.group()} … {particle}"
                yield Found(*match.span(), word, pole)
                yield Found(*apart.span(), word, pole)


@lru_cache(maxsize=_CACHED)
def _poles(word: str, pack: LanguagePack) -> tuple[Pole, ...]:
    """Return the poles of a word in lower case that stands alone."""
    words = _words(pack)
    found = [*words.forms.get(word, ())]
    found += [pole for stem, pole in words.stems if word.startswith(stem)]
    for beginning, pole in words.beginnings:
        rest = word[len(beginning) :]
        if word.startswith(beginning) and len(rest) >= _LEAST_REST:
            found.append(pole._replace(rest=rest))
    return tuple(found)


@cache
def _words(pack: LanguagePack) -> _Words:
    table = pack.table(TABLE)
    rows = {row[INFINITIVE][0]: row for row in verb_rows(pack)}
    forms: dict[str, list[Pole]] = {}
    parted: dict[str, list[tuple[str, Pole]]] = {}
    stems: list[tuple[str, Pole]] = []
    beginnings: list[tuple[str, Pole]] = []
    for entry, pole, prefix in _sides(table):
        for word in table.strings(entry, pole.side):
            if word.endswith("*"):
                stems.append((word[:-1], pole))
            else:
                forms.setdefault(word, []).append(pole)
        for verb in table.strings(entry, f"{pole.side}_verbs"):
            particle, _, base = verb.rpartition("|")
            if base not in rows:
                raise LanguagePackError(table.file, entry.line, f"{verb!r}: the pack has no forms of this verb")
            for form in _verb_forms(particle, rows[base]):
                forms.setdefault(form, []).append(pole)
            for form in single_words(rows[base][FINITE]) if particle else ():
                parted.setdefault(form, []).append((particle, pole))
        beginnings += [(beginning, pole) for beginning in table.strings(entry, prefix)]
    return _Words(
        MappingProxyType({form: tuple(poles) for form, poles in forms.items()}),
        tuple(stems),
        MappingProxyType({form: tuple(poles) for form, poles in parted.items()}),
        tuple(beginnings),
        frozenset(word for entry in table.entries for word in table.strings(entry, "words")),
    )


def _sides(table: Table) -> Iterator[tuple[Entry, Pole, str]]:
    for entry in table.entries:
        kind: Kind = "opposite" if table.string(entry, "kind") == "opposite" else "apart"
        yield entry, Pole(entry.id, kind, "one"), "beginnings"
        yield entry, Pole(entry.id, kind, "other"), "other_beginnings"


def _verb_forms(particle: str, row: Row) -> Iterator[str]:
    """Yield the forms of a verb that are written in one word."""
    infinitive = row[INFINITIVE][0]
    yield f"{particle}{infinitive}"
    if particle:
        yield f"{particle}zu{infinitive}"
    for form in single_words((*row[FINITE], row[PARTICIPLE])):
        yield f"{particle}{form}"


def check_opposites(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark the words of an example that have a counterpart in its entry, with their side; without one, in any."""
    found = find_opposites(example.marked.text, pack)
    wanted = (f for f in found if (f.pole.entry == example.of if example.of else not f.pole.rest))
    return dict.fromkeys(Mark(f.start, f.end, f.pole.side) for f in wanted)
