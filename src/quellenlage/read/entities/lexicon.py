"""What a word may name: places, persons' names, nouns for roles, nationalities, as a language pack knows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from quellenlage.languages import LanguagePack, Table
from quellenlage.languages.gazetteer import Place, gazetteer_of
from quellenlage.languages.tables import Entry
from quellenlage.languages.verbs import INDICATIVE, verb_rows

# Words remembered with what they say (a memory, no state): about those of a thousand articles.
REMEMBERED = 100_000


class Role(NamedTuple):
    """A noun for a role or a kind: what it describes, its gender (m, f, n, "" unknown), kind of place, its lemma."""

    label: str
    gender: str
    kind: str
    lemma: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What a pack knows of names: see the fields' records; `nationalities` maps stems of adjectives to countries.

    `people` gives for nouns like "Schwede" the ISO code and the gender, `closed` are function words with the code of
    their class (function_words.toml), `words` and `endings` those of names.toml. `no_roles` say nothing of the name
    behind them, `fresh_roles` may stand for a name that was never called so. `verbs` are finite forms.
    """

    places: Mapping[str, Place]
    persons: Mapping[str, str]
    nationalities: Mapping[str, str]
    roles: Mapping[str, Role]
    people: Mapping[str, tuple[str, str]]
    closed: Mapping[str, str]
    particles: frozenset[str]
    longest_role: int
    no_roles: frozenset[str]
    fresh_roles: frozenset[str]
    words: Mapping[str, frozenset[str]]
    endings: tuple[str, ...]
    verbs: frozenset[str]
    known_roles: dict[str, Role | None] = field(default_factory=dict, repr=False)

    def is_no_role(self, word: str) -> bool:
        """Say whether a noun before a name is known to say nothing of it (days, forms of address)."""
        return word.lower() in self.no_roles

    def role_of(self, word: str) -> Role | None:
        """Return what a noun says of whom it describes, judged by its longest known ending."""
        if word not in self.known_roles:
            if len(self.known_roles) >= REMEMBERED:
                self.known_roles.clear()
            self.known_roles[word] = self._role_of(word.lower())
        return self.known_roles[word]

    def _role_of(self, lower: str) -> Role | None:
        for start in range(max(0, len(lower) - self.longest_role), len(lower) - 1):
            role = self.roles.get(lower[start:])
            if role is not None and (start == 0 or len(lower) - start > 3):
                return role
        return None

    def place_of(self, name: str) -> Place | None:
        """Return the place of a name, its genitive included."""
        return self.places.get(name) or (self.places.get(name[:-1]) if name[-1:] == "s" else None)

    def nationality_of(self, word: str) -> str:
        """Return the ISO code of the country that an adjective or a noun for its people names, else ""."""
        lower = word.lower()
        for cut in range(3):
            found = self.nationalities.get(lower[: len(lower) - cut])
            if found:
                return found
        return ""


@cache
def lexicon_of(pack: LanguagePack) -> Lexicon:
    """Return what a language pack knows of names, read once."""
    gazetteer = gazetteer_of(pack)
    roles: dict[str, Role] = {}
    names = pack.table("names")
    words = {entry.id: frozenset(names.strings(entry, "words")) for entry in names.entries}
    table = pack.table("roles")
    for entry in table.entries:
        roles |= {form: role for form, role in _forms(table, entry) if form not in roles}
    return Lexicon(
        places=gazetteer.places,
        persons=MappingProxyType(dict(_rows(pack, "person_names.tsv"))),
        nationalities=gazetteer.adjectives,
        roles=MappingProxyType(roles),
        people=MappingProxyType(_people(pack)),
        closed=MappingProxyType(_closed(pack)),
        particles=words["particle"],
        longest_role=max(map(len, roles), default=0),
        no_roles=_words(table, "no_role"),
        fresh_roles=_words(table, "fresh"),
        words=MappingProxyType(words),
        endings=tuple(sorted(words["ending"])),
        verbs=_verbs(pack),
    )


def _verbs(pack: LanguagePack) -> frozenset[str]:
    """Return the finite forms of verbs in the indicative."""
    return frozenset(form for row in verb_rows(pack) for column in row[INDICATIVE] for form in column)


def _words(table: Table, kind: str) -> frozenset[str]:
    entries = [entry for entry in table.entries if table.string(entry, "kind") == kind]
    return frozenset(word for entry in entries for word in table.strings(entry, "words"))


def _rows(pack: LanguagePack, file: str) -> list[list[str]]:
    lines = (pack.folder / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines]


def _people(pack: LanguagePack) -> dict[str, tuple[str, str]]:
    table = pack.table("nationalities")
    found = {}
    for entry in table.entries:
        for word in table.strings(entry, "words"):
            stem, _, iso = word.partition(" ")
            for ending in table.strings(entry, "endings"):
                gender = "f" if ending.endswith("in") else "pl" if ending.endswith("innen") else "m"
                found[stem + ending] = (iso, gender)
    return found


def _forms(table: Table, entry: Entry) -> list[tuple[str, Role]]:
    label, gender = table.string(entry, "label"), table.string(entry, "gender")
    kind, feminine = table.string(entry, "kind"), table.string(entry, "feminine")
    found: list[tuple[str, Role]] = []
    for word in table.strings(entry, "words") if label else ():
        found += [(word + ending, Role(label, gender, kind, word)) for ending in table.strings(entry, "endings")]
        if feminine:
            stem = word.removesuffix("e") + feminine
            found += [(stem, Role(label, "f", kind, stem)), (stem + "nen", Role(label, "pl", kind, stem))]
    return found


def _closed(pack: LanguagePack) -> dict[str, str]:
    table = pack.table("function_words")
    closed: dict[str, str] = {}
    for entry in table.entries:
        code = table.string(entry, "code")
        for word in table.strings(entry, "words") if code else ():
            closed.setdefault(word, code)
    return closed
