"""Statements while they are being made: places in the text, before spans, names and ids are filled in."""

from dataclasses import dataclass, field

from quellenlage.model import StatementKind
from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.tokens import Unit

Place = tuple[int, int]


@dataclass(slots=True, eq=False)
class Sentence:
    """A unit with its clauses, as all finders take it."""

    unit: Unit
    clauses: list[Clause]
    grammar: Grammar

    def place(self, first: int, last: int) -> Place:
        """Return the characters' places from token `first` to before `last`, a bracket that closes there included."""
        start, end = self.unit.place(first, last)
        if self.unit.text[end : end + 2] == " (":
            limit = self.unit.starts[last] if last < len(self.unit.starts) else self.unit.end
            closing = self.unit.text.find(")", end, limit)
            end = closing + 1 if closing >= 0 else end
        return start, end


@dataclass(slots=True, eq=False)
class Draft:
    """A statement as places. `speaker_words` are the speaker's tokens in lower case, "" where it is inherited."""

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
    clause: int = -1
    unit: int = -1

    @property
    def start(self) -> int:
        """Return where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Return where the content ends."""
        return self.content[-1][1] if self.content else 0
