"""Statements while they are being made: places in the text, before spans, names and ids are filled in."""

from dataclasses import dataclass, field

from quellenlage.model import StatementKind
from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.tokens import Unit

Place = tuple[int, int]
"""Half-open characters of the text."""
Tokens = tuple[int, int]
"""Half-open tokens of a unit."""


# The name of a medium in quotation marks has at most so many words ("Elbe am Sonntag").
_LONGEST_NAME = 4


@dataclass(slots=True, eq=False)
class Sentence:
    """A unit with its clauses, as all finders take it."""

    unit: Unit
    clauses: list[Clause]
    grammar: Grammar

    def place(self, first: int, last: int) -> Place:
        """Return the characters' places from token `first` to before token `last`, a bracket that closes there too."""
        start, end = self.unit.place(first, last)
        if self.unit.text[end : end + 2] == " (":
            limit = self.unit.starts[last] if last < len(self.unit.starts) else self.unit.end
            closing = self.unit.text.find(")", end, limit)
            end = closing + 1 if closing >= 0 else end
        return start, end

    def whole(self, first: int, last: int) -> list[Place]:
        """Return the place of the clauses from number `first` to before number `last`, without an "und" before them."""
        start = self.clauses[first].first
        if self.unit.codes[start] == "U" and self.clauses[first].sep == "U":
            start += 1
        return [self.place(start, self.clauses[last - 1].last)]

    def among(self, token: int, name: str) -> bool:
        """Say whether a token is one of the words that the language pack lists under a name."""
        return self.unit.words[token] in self.grammar.lexicon.words[name]

    def is_quoted_name(self, token: int) -> bool:
        """Say whether a quotation is short and no sentence, so that it may be the name of a medium."""
        words = self.unit.source(token, token + 1)[1:-1].split()
        return 0 < len(words) <= _LONGEST_NAME and words[0][0].isupper() and words[-1][-1].isalnum()

    def holds(self, clause: Clause, name: str) -> bool:
        """Say whether a clause holds one of the words that the language pack lists under a name."""
        return not self.grammar.lexicon.words[name].isdisjoint(self.unit.words[clause.first : clause.last])

    def ends(self, number: int) -> tuple[int, int]:
        """Return the clauses, half-open, that no colon or semicolon parts from clause `number`."""
        first, last = number, number + 1
        while first > 0 and self.clauses[first].sep not in (":", ";"):
            first -= 1
        while last < len(self.clauses) and self.clauses[last].sep not in (":", ";"):
            last += 1
        return first, last


@dataclass(slots=True, eq=False)
class Draft:
    """A statement as places. `clause` is the clause of its cue; `needs_speaker`: the context has to name one.

    `previous`: what is said stands in the sentence before, and is filled in there. `name`: who speaks, where only an
    adjective tells ("nach dänischen Angaben").
    """

    kind: StatementKind
    content: list[Place]
    rule: str
    cue: list[Place] = field(default_factory=list)
    speaker: list[Place] = field(default_factory=list)
    addressee: list[Place] = field(default_factory=list)
    frame: list[Place] = field(default_factory=list)
    relays: list[Place] = field(default_factory=list)
    stance: str = "states"
    evidence: str = ""
    nested: bool = False
    needs_speaker: bool = False
    previous: bool = False
    name: str = ""
    clause: int = -1
    unit: int = -1
    score: float = 1.0

    @property
    def start(self) -> int:
        """Return where the content begins."""
        return self.content[0][0] if self.content else -1

    @property
    def end(self) -> int:
        """Return where the content ends."""
        return self.content[-1][1] if self.content else -1


def trimmed(text: str, place: Place, marks: str = ",;:–-") -> Place:
    """Return a place without the white space and the punctuation at its ends."""
    start, end = place
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return start, end


def without(text: str, whole: Place, phrase: Place) -> list[Place]:
    """Return what a place holds before and behind a phrase in it; the whole if the phrase lies elsewhere."""
    if phrase[1] <= whole[0] or whole[1] <= phrase[0]:
        return [whole]
    parts = (trimmed(text, (whole[0], phrase[0])), trimmed(text, (phrase[1], whole[1])))
    return [part for part in parts if part[1] > part[0]]


def merged(text: str, places: list[Place]) -> list[Place]:
    """Return places in order, those that only white space parts as one."""
    found: list[Place] = []
    for start, end in sorted(places):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
