"""What an id stands for, and why it was found."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.dossier.outline import Report
from quellenlage.model import Trace
from quellenlage.text import Span

FindingKind = Literal[
    "article",
    "byline",
    "dateline",
    "credit",
    "part",
    "statement",
    "copy",
    "passage",
    "origin",
    "version",
    "change",
    "time",
    "quantity",
    "mention",
    "entity",
    "moment",
    "claim",
    "conflict",
    "update",
]
RuleKind = Literal["entry", "room", "model", "unknown"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some characters of a report in which the finding's spans lie, each with the label of what it is."""

    report: Report
    span: Span
    marks: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule that found it. `file` and `line` say where an entry of a language pack stands, with its examples."""

    kind: RuleKind
    trace: Trace
    file: str = ""
    line: int = 0
    fields: tuple[tuple[str, str], ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What does this id stand for, on which characters does it rest, which rule found it, whom does it concern?

    `facts` are pairs of a label's key and a value in words that need no translation (names, numbers).
    """

    id: str
    kind: FindingKind
    facts: tuple[tuple[str, str], ...]
    excerpts: tuple[Excerpt, ...]
    rule: Rule | None
    reports: tuple[Report, ...]
