"""What is shown of the story itself: claims, conflicts, courses, entities; and all that is shown, together."""

from dataclasses import dataclass

from quellenlage.dossier.outline.records import Moment, Report, Sharing, Source, Trouble, Versions, Voice
from quellenlage.model import Claim, ClaimStatus, Conflict, Entity, Update
from quellenlage.text import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """The words in which a report says something.

    `before` and `after` hold the rest of their sentence, with the space between. `key` names the place in the page
    where they are marked. `copied` says that most of these words also stand in other reports, and `letter` from which
    origin, where that is known. `statement` is the id of the statement that they belong to.
    """

    report: Report
    span: Span
    text: str
    key: str
    copied: bool = False
    letter: str | None = None
    statement: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim and what it rests on. `first` are its words as one report has them.

    `sources` are the names of those on whose word it is told, `origins` the shared texts, and the reports of their own,
    that carry it; `denials` are the sentences in which somebody rejects it, `later` the values that reports gave later
    for the numbers that it tells.
    """

    claim: Claim
    first: Spot
    spots: tuple[Spot, ...]
    sources: tuple[str, ...]
    origins: tuple[Source | Report, ...]
    denials: tuple[Spot, ...]
    later: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Return the words of the claim."""
        return self.first.text

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return the reports that make this claim, each once, in their order."""
        return tuple({spot.report.number: spot.report for spot in self.spots}.values())


@dataclass(frozen=True, slots=True)
class Side:
    """A value, and the sentences that have it."""

    value: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Values that can not both be right, and the claims whose sentences are the sides."""

    conflict: Conflict
    what: str
    sides: tuple[Side, ...]
    assertions: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A value that changed with time, one step after the other."""

    update: Update
    what: str
    steps: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A name, and the numbers of the reports that use it."""

    text: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Who or what the reports speak of.

    `country` is the ISO code of the country in which a place lies, "" if it is unknown or a country itself. `firsts`
    holds each report's first mention.
    """

    entity: Entity
    name: str
    forms: tuple[Form, ...]
    descriptions: tuple[Form, ...]
    country: str
    firsts: tuple[Spot, ...]

    @property
    def named(self) -> bool:
        """Return whether a report has a name for it; roles and pronouns alone do not say who it is."""
        return any(mention.kind == "name" for mention in self.entity.mentions)


@dataclass(frozen=True, slots=True)
class Balance:
    """What only one report has, and what all the others have and it has not."""

    report: Report
    only: tuple[Assertion, ...]
    lacks: tuple[Assertion, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A dossier as it is shown."""

    reports: tuple[Report, ...]
    sources: tuple[Source, ...]
    sharings: tuple[Sharing, ...]
    versions: tuple[Versions, ...]
    voices: tuple[Voice, ...]
    moments: tuple[Moment, ...]
    troubles: tuple[Trouble, ...]
    assertions: tuple[Assertion, ...]
    disputes: tuple[Dispute, ...]
    courses: tuple[Course, ...]
    profiles: tuple[Profile, ...]
    balances: tuple[Balance, ...]

    def of_status(self, *status: ClaimStatus) -> tuple[Assertion, ...]:
        """Return the claims of this status, or of one of several."""
        return tuple(assertion for assertion in self.assertions if assertion.claim.status in status)

    @property
    def named_profiles(self) -> tuple[Profile, ...]:
        """Return the entities that have a name."""
        return tuple(profile for profile in self.profiles if profile.named)

    @property
    def denied(self) -> tuple[Assertion, ...]:
        """Return the disputed claims that stand in no conflict: somebody rejects them."""
        told = {assertion.claim.id for dispute in self.disputes for assertion in dispute.assertions}
        return tuple(assertion for assertion in self.of_status("disputed") if assertion.claim.id not in told)
