"""A claim as a phrased sentence is checked against it: its words, its numbers, who stands in it and behind it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quellenlage.compare.claims import find_assertion
from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.support.figures import Number, find_numbers
from quellenlage.languages import LanguagePack
from quellenlage.model import Claim, ClaimOccurrence, Entity, Reading


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim that a sentence cites.

    `assertion` and `numbers` are those of the occurrence whose words the claim has; `names` holds, one group for each,
    the forms of the names of those whom it mentions and on whose word it is told. `published` is its report's day.
    """

    claim: Claim
    assertion: Assertion
    numbers: tuple[Number, ...]
    names: tuple[tuple[str, ...], ...]
    published: str | None

    @property
    def text(self) -> str:
        """Return the words of the claim."""
        return self.assertion.text

    @property
    def attributed(self) -> bool:
        """Say whether somebody is named on whose word it is told."""
        return bool(self.claim.sources)


def make_cited(
    claim: Claim, readings: Mapping[str, Reading], entities: Mapping[str, Entity], pack: LanguagePack
) -> Cited:
    """Return a claim as sentences are checked against it; `readings` and `entities` by their ids."""
    shown = _shown(claim, readings)
    reading = readings[shown.article]
    return Cited(
        claim=claim,
        assertion=find_assertion(reading, shown.span, pack),
        numbers=find_numbers(reading, shown.span, pack),
        names=_names(claim, shown, entities),
        published=reading.article.published,
    )


def _shown(claim: Claim, readings: Mapping[str, Reading]) -> ClaimOccurrence:
    """Return the occurrence whose words the claim has."""
    words = ((" ".join(o.span.of(readings[o.article].article.text).split()), o) for o in claim.occurrences)
    return next((occurrence for text, occurrence in words if text == claim.text), claim.occurrences[0])


def _names(claim: Claim, shown: ClaimOccurrence, entities: Mapping[str, Entity]) -> tuple[tuple[str, ...], ...]:
    mentioned = (
        entity.id
        for entity in entities.values()
        for mention in entity.mentions
        if mention.article == shown.article and shown.span.start <= mention.span.start < shown.span.end
    )
    ids = dict.fromkeys((*claim.sources, *mentioned))
    return tuple(tuple(dict.fromkeys((entities[i].name, *entities[i].names))) if i in entities else (i,) for i in ids)
