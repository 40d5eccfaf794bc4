"""All that one article says by itself."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.model.article import Article, Byline, Credit, Dateline, Part
from quellenlage.model.entities import Mention
from quellenlage.model.problem import Problem
from quellenlage.model.times import Quantity, TimeExpression
from quellenlage.model.trace import Trace
from quellenlage.text import Span

StatementKind = Literal["direct", "indirect", "continued", "free_indirect", "reported"]
Stance = Literal["states", "denies", "doubts", "demands", "promises", "asks", "expects"]
Evidence = Literal["verbatim", "attributed", "anonymous", "hearsay"]


@dataclass(frozen=True, slots=True)
class Relay:
    """Who carried a statement from its speaker to this outlet, and where does the article say so?"""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what, on whose word? Spans as in the published guidelines: see docs/reference/json.md.

    `speaker_name` is None if nobody is named; `relays` stand nearest to the speaker first; `entity` is the speaker's.
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    speaker_name: str | None
    addressee: tuple[Span, ...]
    frame: tuple[Span, ...]
    relays: tuple[Relay, ...]
    stance: Stance
    evidence: Evidence
    nested: bool
    trace: Trace
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What does one article say by itself? A pure function of the article and the language pack.

    `parts` are the stretches that are no running text (furniture, headings, credits): nothing else is built on
    furniture. Sentences cover the running text and the headings, in order, without overlap. `quotations` are all
    stretches in quotation marks, the marks included, whatever they quote (speech, a title, a single word).
    """

    article: Article
    headline: Span | None = None
    bylines: tuple[Byline, ...] = ()
    dateline: Dateline | None = None
    parts: tuple[Part, ...] = ()
    credits: tuple[Credit, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Mention, ...] = ()
    problems: tuple[Problem, ...] = ()
