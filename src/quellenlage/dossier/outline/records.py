"""What terminal, page and Markdown show, in the order in which they show it: plain texts, numbers and places."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.dossier.outline.differing import Piece, pieces
from quellenlage.model import (
    Change,
    Copy,
    CreditRole,
    Origin,
    Passage,
    Problem,
    Reading,
    Statement,
    TimelineEntry,
    Version,
)
from quellenlage.text import Span

VoiceKind = Literal["named", "described", "unknown", "anonymous", "hearsay"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of an article's text (from and to, 0..1) also stands elsewhere, and is it quoted speech?

    `anchor` names the place in the page where it is marked.
    """

    start: float
    end: float
    letter: str | None
    quoted: bool
    anchor: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article as a numbered report. `lead` says that the title is the first sentence, for want of a title.

    `strip` holds every passage that also stands elsewhere, `bands` the same laid together so that none overlaps.
    """

    number: int
    reading: Reading
    name: str
    title: str
    lead: bool
    newsroom: str | None
    credits: tuple[tuple[CreditRole, tuple[str, ...]], ...]
    letters: tuple[str, ...] = ()
    strip: tuple[Stretch, ...] = ()
    bands: tuple[Stretch, ...] = ()

    @property
    def id(self) -> str:
        """Return the id of the report's article."""
        return self.reading.article.id

    @property
    def agencies(self) -> tuple[str, ...]:
        """Return the agencies that the report credits for its text."""
        return next((agencies for role, agencies in self.credits if role == "text"), ())


@dataclass(frozen=True, slots=True)
class Source:
    """One origin with its letter and its members."""

    letter: str
    origin: Origin
    members: tuple["Member", ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A report that rests on an origin: does it credit the agency, and which share of its text comes from there?"""

    report: Report
    credits: bool
    share: float


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage on both sides, with an id of its own: the copy's, a dot and its place in the copy.

    Many passages are never shown: where their words differ is only found out for those that are.
    """

    id: str
    passage: Passage
    left_text: str
    right_text: str

    @property
    def left(self) -> tuple[Piece, ...]:
        """Return the passage as the left report has it, the words set off that the other one has not."""
        return pieces(self.left_text, self.right_text)[0]

    @property
    def right(self) -> tuple[Piece, ...]:
        """Return the passage as the right report has it."""
        return pieces(self.left_text, self.right_text)[1]


@dataclass(frozen=True, slots=True)
class Sharing:
    """Two reports that share text.

    `silent` is the one that does not credit the agency that the other one credits; `worst` says that of all pairs
    that show it silent, this one shares most words. `newsroom` is the one that makes both outlets.
    """

    copy: Copy
    left: Report
    right: Report
    letter: str | None
    pairs: tuple[Pair, ...]
    silent: Report | None
    worst: bool = False
    versions: bool = False
    newsroom: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeSide:
    """What was changed, as one version has it, with a few words before and after it."""

    before: str
    changed: tuple[Piece, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A change between versions on either side; with an id of its own: the version's, a dot and its number."""

    id: str
    change: Change
    older: ChangeSide | None
    newer: ChangeSide | None


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of one article."""

    version: Version
    older: Report
    newer: Report
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A statement in a report, with its number there ("2.7") and the way it took: speaker first, report last."""

    report: Report
    statement: Statement
    number: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """The same utterance in other words, those that differ from the first wording set off."""

    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same words in one report or several, and the same utterance in other words.

    `before` and `after` hold the rest of the sentence where the words alone would not be understood.
    """

    text: str
    before: str
    after: str
    places: tuple[Place, ...]
    variants: tuple[Variant, ...] = ()

    @property
    def all_places(self) -> tuple[Place, ...]:
        """Return the places of all wordings."""
        return (*self.places, *(place for variant in self.variants for place in variant.places))


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and what the reports let them say.

    `aliases` are other forms of the name, `descriptions` what the reports call the speaker.
    """

    key: str
    kind: VoiceKind
    name: str
    aliases: tuple[str, ...]
    utterances: tuple[Utterance, ...]
    descriptions: tuple[str, ...] = ()

    @property
    def by_weight(self) -> tuple[Utterance, ...]:
        """Return what stands in many reports first; what stands within another statement, and is shown there, last."""
        return tuple(sorted(self.utterances, key=_weight))

    @property
    def reports(self) -> tuple[int, ...]:
        """Return the numbers of the reports that quote this voice."""
        return tuple(sorted({place.report.number for said in self.utterances for place in said.all_places}))

    @property
    def statements(self) -> int:
        """Return how many statements the voice has in all reports together."""
        return sum(len(said.all_places) for said in self.utterances)


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened, and the places where reports tell of it; the rest of its sentence around it."""

    entry: TimelineEntry
    text: str
    places: tuple[tuple[Report, Span], ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem, and the number of the report that it befell where there is one."""

    problem: Problem
    report: Report | None


def _weight(said: Utterance) -> tuple[bool, int]:
    nested = all(place.statement.nested for place in said.all_places)
    return nested, -len({place.report.number for place in said.all_places})
