"""What several reports claim together, where they contradict one another, and what changed between them."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.model.times import Occurrence
from quellenlage.model.trace import Trace
from quellenlage.text import Span

ClaimRelation = Literal["same", "related", "contradict"]
NumberRelation = Literal["same", "update", "conflict", "different"]
ClaimStatus = Literal["disputed", "single_outlet", "single_origin", "single_source", "corroborated"]
ConflictKind = Literal["number", "time", "place", "person", "polarity"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How do two sentences, or two marked quantities in them, stand to each other?

    `score` (0..1, three digits) says how sure the relation is; `why` names the reasons in English, the words as the
    texts have them.
    """

    relation: ClaimRelation | NumberRelation
    score: float
    why: str
    trace: Trace


@dataclass(frozen=True, slots=True)
class ClaimOccurrence:
    """Where does an article make a claim?

    `statement` is the id of the statement whose content it is, None where the
    outlet says so itself.
    """

    article: str
    span: Span
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What do these reports claim, and on what does it rest?

    `text` are the words of one occurrence. `outlets` in order of first report; `newsrooms` names those who make them,
    one for several outlets of one house. `origins` holds the ids of the source texts (an article's own id where it
    rests on no shared text); `sources` the entity ids of those on whose word it is told (the name as it stands where
    there is no entity), `own_word` the articles that say it without naming anybody. `conflicts` and `denials`
    (statement ids) are what makes it disputed. `status` is the first of the status words that holds; the other fields
    are its reasons.
    """

    id: str
    text: str
    occurrences: tuple[ClaimOccurrence, ...]
    outlets: tuple[str, ...]
    newsrooms: tuple[str, ...]
    origins: tuple[str, ...]
    sources: tuple[str, ...]
    own_word: tuple[str, ...]
    status: ClaimStatus
    trace: Trace
    conflicts: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the values between which reports differ, as it stands in the first of its occurrences (sentences)."""

    value: str
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What do reports of one moment give differently, so that both cannot be right? `what` names it in their words."""

    id: str
    kind: ConflictKind
    what: str
    sides: tuple[ConflictSide, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Update:
    """Which value changed because time passed? `steps` in the order of publication; never a conflict."""

    id: str
    what: str
    steps: tuple[ConflictSide, ...]
    trace: Trace
