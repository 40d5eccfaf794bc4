"""What a language pack says about reported speech, compiled once: cue verbs, attribution phrases, media, roles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from quellenlage.languages import Entry, LanguagePack, Table
from quellenlage.model import Stance
from quellenlage.read.statements.lexicon import FINITE, INFINITIVE, PARTICIPLE, ZU, Lexicon, lexicon_of
from quellenlage.read.statements.tokens import Unit

# A text has few different words; a long run over many texts starts anew before the memory counts.
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A verb of saying: what it takes, its stance, and the rule that names it."""

    rule: str
    verb: str
    particle: str
    takes: frozenset[str]
    prepositions: frozenset[str]
    stance: Stance
    reflexive: bool
    weak: bool
    active: bool
    unless: frozenset[str]
    subject: str
    perfect: str
    addressee: str
    predicative: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """A phrase that attributes without a verb: its kind, and the nouns it may hold."""

    rule: str
    kind: str
    nouns: frozenset[str]
    strict: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that the annotator of statements knows about a language."""

    pack: LanguagePack
    lexicon: Lexicon
    cues: Mapping[str, tuple[tuple[Cue, int], ...]]
    attributions: Mapping[str, tuple[Attribution, ...]]
    noun_cues: Mapping[str, tuple[str, str]]
    carriers: Mapping[str, str]
    carrier_endings: tuple[tuple[str, str], ...]
    time_words: frozenset[str]
    genitive_ending: tuple[str, ...]
    attaching: frozenset[str]
    contracted: Mapping[str, str]
    roles: Mapping[str, str]
    pronouns: Mapping[str, str]
    role_endings: tuple[tuple[str, str], ...]
    genders: dict[str, str] = field(default_factory=dict, repr=False)

    def carrier(self, word: str) -> str:
        """Return what kind of carrier of words a noun is (medium, report, hearsay, anonymous), "" if none."""
        kind = self.carriers.get(word, "")
        if kind or len(word) < 5:
            return kind
        return next((kind for ending, kind in self.carrier_endings if word.endswith(ending)), "")

    def is_medium(self, unit: Unit, first: int, last: int) -> bool:
        """Say whether these tokens name or describe a medium."""
        return any(
            (unit.codes[n] == "C" and self.carrier(unit.words[n]) == "medium") or self._quoted_medium(unit, n)
            for n in range(first, last)
        )

    def _quoted_medium(self, unit: Unit, n: int) -> bool:
        if unit.codes[n] != "Q":
            return False
        words = unit.text[unit.starts[n] + 1 : unit.ends[n] - 1].lower().split()
        return 0 < len(words) <= 4 and any(self.carrier(word) == "medium" for word in words)

    def gender(self, word: str) -> str:
        """Return the gender of the person that a role noun (in lower case) means, "" if it is none."""
        found = self.genders.get(word)
        if found is None:
            if len(self.genders) > _REMEMBERED:
                self.genders.clear()
            found = self.genders[word] = self._gender(word)
        return found

    def _gender(self, word: str) -> str:
        for form in (word, word.removesuffix(self.lexicon.genitive)):
            found = self.roles.get(form, "")
            if found or len(form) < 5:
                return found
            for ending, gender in self.role_endings:
                if form.endswith(ending):
                    return gender
        return ""


def _contracted(pack: LanguagePack) -> Mapping[str, str]:
    """Return the preposition in each word that holds one ("zum", "davor")."""
    table = pack.table("function_words")
    return MappingProxyType(
        {
            word: table.string(e, "means")
            for e in table.entries
            if table.string(e, "means")
            for word in table.strings(e, "words")
        }
    )


@cache
def grammar_of(pack: LanguagePack) -> Grammar:
    """Return the grammar of a language pack, compiled once."""
    lexicon = lexicon_of(pack)
    speakers = pack.table("speakers")
    carriers, endings = _carriers(pack)
    words = {entry.id: frozenset(speakers.strings(entry, "words")) for entry in speakers.entries}
    gendered = [entry for entry in speakers.entries if speakers.string(entry, "gender")]
    return Grammar(
        pack=pack,
        lexicon=lexicon,
        cues=_cues(pack, lexicon),
        attributions=_attributions(pack),
        noun_cues=_noun_cues(pack),
        carriers=carriers,
        carrier_endings=endings,
        time_words=words["time"],
        genitive_ending=tuple(lexicon.words["genitive_ending"]),
        attaching=words["attaching"],
        contracted=_contracted(pack),
        roles=MappingProxyType(
            {word: speakers.string(e, "gender") for e in gendered for word in speakers.strings(e, "words")}
        ),
        pronouns=MappingProxyType(
            {
                word: speakers.string(e, "pronoun")
                for e in speakers.entries
                if speakers.string(e, "pronoun")
                for word in speakers.strings(e, "words")
            }
        ),
        role_endings=tuple(
            (ending, speakers.string(e, "gender"))
            for e in reversed(gendered)
            for ending in speakers.strings(e, "endings")
        ),
    )


def _cues(pack: LanguagePack, lexicon: Lexicon) -> Mapping[str, tuple[tuple[Cue, int], ...]]:
    table = pack.table("cues")
    forms: dict[str, list[tuple[Cue, int]]] = {}
    for entry in table.entries:
        cue = _cue(table, entry)
        for form, bits in _forms(cue, lexicon):
            forms.setdefault(form, []).append((cue, bits))
    return MappingProxyType({form: tuple(cues) for form, cues in forms.items()})


def _cue(table: Table, entry: Entry) -> Cue:
    stance = table.string(entry, "stance", "states")
    return Cue(
        rule=f"{table.name}/{entry.id}",
        verb=table.string(entry, "verb"),
        particle=table.string(entry, "particle"),
        takes=frozenset(table.strings(entry, "takes")),
        prepositions=frozenset(table.strings(entry, "prepositions")),
        stance=stance,  # type: ignore[arg-type]  # the values of the table are checked by a test
        reflexive=bool(table.string(entry, "reflexive")),
        weak=bool(table.string(entry, "weak")),
        active=bool(table.string(entry, "active")),
        unless=frozenset(table.strings(entry, "unless")),
        subject=table.string(entry, "subject"),
        perfect=table.string(entry, "perfect"),
        addressee=table.string(entry, "addressee"),
        predicative=frozenset(table.strings(entry, "predicative")),
    )


def _forms(cue: Cue, lexicon: Lexicon) -> list[tuple[str, int]]:
    """Return the forms of a cue verb with what each is; a separable verb's finite form stands without its particle."""
    found: dict[str, int] = {}
    row = lexicon.rows[cue.verb]
    for number, cell in enumerate(row):
        kind = INFINITIVE if number == 0 else PARTICIPLE if number == len(row) - 1 else FINITE
        for form in cell:
            if kind != INFINITIVE or not cue.particle:
                found[form] = found.get(form, 0) | kind
            if cue.particle:
                found[cue.particle + form] = found.get(cue.particle + form, 0) | kind
                if kind == INFINITIVE:
                    found[cue.particle + lexicon.to + form] = ZU
    return list(found.items())


def _attributions(pack: LanguagePack) -> Mapping[str, tuple[Attribution, ...]]:
    table = pack.table("attribution")
    found: dict[str, list[Attribution]] = {}
    for entry in table.entries:
        attribution = Attribution(
            rule=f"{table.name}/{entry.id}",
            kind=table.string(entry, "kind"),
            nouns=frozenset(table.strings(entry, "nouns")),
            strict=frozenset(table.strings(entry, "strict")),
            phrases=tuple(tuple(phrase.split()) for phrase in table.strings(entry, "phrases")),
        )
        for word in (*table.strings(entry, "words"), *(phrase[0] for phrase in attribution.phrases)):
            found.setdefault(word, []).append(attribution)
    return MappingProxyType({word: tuple(entries) for word, entries in found.items()})


def _noun_cues(pack: LanguagePack) -> Mapping[str, tuple[str, str]]:
    """Return the rule and the stance of each noun for what somebody says."""
    table = pack.table("noun_cues")
    return MappingProxyType(
        {
            word: (f"{table.name}/{entry.id}", table.string(entry, "stance", "states"))
            for entry in table.entries
            for word in table.strings(entry, "words")
        }
    )


def _carriers(pack: LanguagePack) -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    table = pack.table("relays")
    nouns = {noun: table.string(e, "kind") for e in reversed(table.entries) for noun in table.strings(e, "nouns")}
    endings = tuple((end, table.string(e, "kind")) for e in table.entries for end in table.strings(e, "endings"))
    return MappingProxyType(nouns), endings
