"""What two articles share word for word, and what many rest on."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.model.trace import Trace
from quellenlage.text import Span

CopyKind = Literal["copy", "quotes", "boilerplate"]
AgencyBasis = Literal["credit_a", "credit_b", "both", "inferred"]
ChangeKind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Which characters of one article stand, nearly word for word, in another?

    `words` counts the words of `a` that stand in `b` too; `edits` those that differ inside the passage (on the side
    that has more of them); `quoted` says that the passage is quoted speech.
    """

    a: Span
    b: Span
    words: int
    edits: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """What do two articles share? `a` and `b` are article ids in input order.

    `words` counts the copied words outside quoted speech, `quoted_words` those inside. `share_a` and `share_b` are
    shares (0..1, three digits) of each article's words without furniture.
    """

    id: str
    a: str
    b: str
    kind: CopyKind
    words: int
    quoted_words: int
    share_a: float
    share_b: float
    agency: str | None
    agency_basis: AgencyBasis | None
    passages: tuple[Passage, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Origin:
    """Which articles rest on one source text, whose is it, and how is that known?

    `basis` is one sentence-sized slug: "credited" (every article credits the agency), "partly_credited" (some do not),
    "inferred" (none credits it, house style or a speaker's words name it), "unknown" (no agency can be named).
    """

    id: str
    agency: str | None
    articles: tuple[str, ...]
    basis: Literal["credited", "partly_credited", "inferred", "unknown"]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Share:
    """Whose words do some articles consist of: an outlet's, of a day, of a story, or of several of these?

    `outlet`, `day` (as given, "" where it is missing) and `origin` say of which articles, None where they are not told
    apart by it; `agency` is the origin's. `words` counts all words without furniture; it is the sum of `own` (in no
    other outlet's article), `shared` (in another outlet's article too, but no agency is known, or the other one names
    this outlet as its source), `press_release`, `credited` (an agency's, and the article credits an agency for its
    text) and `uncredited` (an agency's, and the article credits none).
    """

    outlet: str | None
    day: str | None
    articles: int
    words: int
    own: int
    shared: int
    press_release: int
    credited: int
    uncredited: int
    origin: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What is different at one place of two versions? `what` names it: number, name, date, attribution, text."""

    kind: ChangeKind
    older: Span | None
    newer: Span | None
    what: str


@dataclass(frozen=True, slots=True)
class Version:
    """Which of two articles is a later version of the other (article ids), and what was changed?"""

    id: str
    older: str
    newer: str
    changes: tuple[Change, ...]
    trace: Trace
