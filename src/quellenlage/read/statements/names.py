"""Whom a mention means: the full name that an article gives for a name, a role or a pronoun."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quellenlage.languages.gazetteer import gazetteer_of
from quellenlage.read.statements.bodies import body_of
from quellenlage.read.statements.cases import nominative
from quellenlage.read.statements.drafts import Place
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.tokens import Unit

# "Die beiden Staaten" are named at most so many characters before, about two sentences.
_BACK = 300


@dataclass(frozen=True, slots=True)
class Person:
    """A mention of a person by name: its place, the name as written there, the role before it, its gender or ""."""

    start: int
    unit: int
    name: str
    role: str
    gender: str


class Names:
    """The persons of one article, found once, asked for every speaker."""

    __slots__ = ("full", "grammar", "persons", "roles", "text")

    def __init__(self, text: str, units: Sequence[Unit], speakers: frozenset[Place], grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar
        self.persons = [
            person
            for number, unit in enumerate(units)
            for person in _persons(unit, number, grammar)
            if person.role or any(start <= person.start < end for start, end in speakers)
        ]
        self.full = self._full_names()
        self.roles = {person.role.replace("-", ""): person.name for person in reversed(self.persons) if person.role}

    def _full_names(self) -> dict[str, str]:
        """Return the longest name that each part of a name stands for ("Putin", "Wladimir Putin")."""
        counts = Counter(person.name for person in self.persons if " " in person.name)
        found: dict[str, str] = {}
        for name, _ in sorted(counts.items(), key=lambda item: (item[1], len(item[0]))):
            parts = name.split()
            found[parts[-1]] = name
            if len(parts) > 2:
                found[parts[0]] = name
        return found

    def of(self, places: Sequence[Place]) -> str | None:
        """Return the name of whoever these mentions mean, None if nobody is named."""
        names = [name for name in (self._of_one(*place) for place in places) if name]
        return ", ".join(names) or None

    def _of_one(self, start: int, end: int) -> str | None:
        words = self.text[start:end].split()
        closed = self.grammar.lexicon.closed
        if len(words) == 1 and closed.get(words[0].lower(), "C") in "RrnWe":
            return self._antecedent(words[0].lower(), start)
        plain = self._both(words, start) or " ".join(self._coordinated(words))
        plain = plain or (body_of(self.grammar, words[0]) if len(words) == 1 else "")
        if plain:
            return plain
        words = nominative(words, self.grammar)
        core = [word.strip('„“”»«",()') for word in words]
        role_at = max((n for n, word in enumerate(core) if self._role(word)), default=-1)
        tail = [word for word in core[role_at + 1 :] if word]
        if tail and all(word[0].isupper() or "-" in word for word in tail):
            if len(tail) == 1:
                return self._complete(tail[0], " ".join(words))
            return " ".join(tail)
        if role_at >= 0 and role_at == len(core) - 1:
            known = self.roles.get(core[role_at].lower().replace("-", ""))
            if known:
                return self.full.get(known, known)
        return " ".join(words) or None

    def _both(self, words: list[str], place: int) -> str:
        """Return the two countries named together last before "die beiden Staaten", "" for any other words."""
        known = self.grammar.lexicon.words
        if len(words) < 2 or words[-1].lower() not in known["state_noun"] or words[-2].lower() not in known["both"]:
            return ""
        before = self.text[max(0, place - _BACK) : place].split()
        for n in range(len(before) - 2, 0, -1):
            pair = before[n - 1], before[n + 1].strip(".,;")
            if before[n] in known["joins_speakers"] and all(self._is_country(word) for word in pair):
                return " ".join(self._coordinated([pair[0], before[n], pair[1]]))
        return ""

    def _is_country(self, word: str) -> bool:
        place = gazetteer_of(self.grammar.pack).place_of(word)
        return place is not None and place.kind == "country"

    def _coordinated(self, words: list[str]) -> list[str]:
        """Return two or more that speak together, each as it stands by itself ("der USA und Kanadas")."""
        joins = [n for n, word in enumerate(words) if word in self.grammar.lexicon.words["joins_speakers"]]
        if not joins or joins[0] == 0 or joins[-1] == len(words) - 1:
            return []
        gazetteer = gazetteer_of(self.grammar.pack)
        found: list[str] = []
        for first, last in pairwise([-1, *joins, len(words)]):
            part = nominative(words[first + 1 : last], self.grammar)
            cut = part[-1].removesuffix(self.grammar.lexicon.genitive)
            if part[-1] not in gazetteer.places and cut in gazetteer.places:
                part = [*part[:-1], cut]
            found += [*part, *words[last : last + 1]]
        return found

    def _complete(self, last: str, whole: str) -> str:
        """Return the full name for a surname; in the genitive too ("Merkels")."""
        for form in (last, last.rstrip("s'’"), last.capitalize()):
            if form in self.full:
                return self.full[form]
        return last if self._role(whole.split(maxsplit=1)[0]) else whole

    def _role(self, word: str) -> str:
        return self.grammar.gender(word.lower())

    def _antecedent(self, pronoun: str, place: int) -> str | None:
        """Return the person that a pronoun means: the first of the nearest sentence before, of a gender that fits."""
        wanted = self.grammar.pronouns.get(pronoun, "")
        best: Person | None = None
        for person in self.persons:
            if person.start >= place:
                break
            if wanted and person.gender and person.gender != wanted:
                continue
            if best is None or person.unit > best.unit:
                best = person
        return self.full.get(best.name, best.name) if best and wanted else None


def _persons(unit: Unit, number: int, grammar: Grammar) -> Iterator[Person]:
    """Yield the names behind roles ("Präsident Wladimir Putin"), and runs of capitals that may be names."""
    position = 0
    codes = unit.codes
    while position < len(codes):
        if codes[position] != "C":
            position += 1
            continue
        last = position
        while last < len(codes) and codes[last] == "C":
            last += 1
        role_at = max((n for n in range(position, last) if grammar.gender(unit.words[n])), default=-1)
        first = role_at + 1 if role_at >= 0 else position
        size = last - first
        if (role_at >= 0 and 1 <= size <= 3) or (
            role_at < 0 and 2 <= size <= 3 and _may_be_name(unit, position, grammar)
        ):
            role = unit.words[role_at] if role_at >= 0 else ""
            gender = grammar.gender(role) if role else ""
            yield Person(unit.starts[first], number, unit.source(first, last), role, gender)
        position = last


def _may_be_name(unit: Unit, position: int, grammar: Grammar) -> bool:
    """Say whether a run of capitals without a determiner may be a name: no medium, no time."""
    before = unit.codes[position - 1] if position else ""
    words = unit.words[position : position + 3]
    return before not in tuple("neigdA") and not any(w in grammar.time_words or grammar.carrier(w) for w in words)
