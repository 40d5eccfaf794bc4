"""On whose word is an assertion told, and do several assertions rest on one word?"""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.terms import begins_with_pronoun
from quellenlage.languages import LanguagePack
from quellenlage.model import Mention, Reading, Statement

# What ties those together who are not named at all: nothing says that they are two.
_NOBODY = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, under every name that another report may use; no names for what an outlet says itself.

    `names` are the speaker's entity, name and words. `countries` and `offices` are entries of claim_countries and
    claim_offices: offices of one country speak with one voice, and so do a ministry and its minister. A person speaks
    for an office, but for no country. `person` is a person's entity or name.
    """

    names: frozenset[str]
    countries: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    person: str = ""


def voice_of(assertion: Assertion, reading: Reading, pack: LanguagePack) -> Voice:
    """Who says it?"""
    statement = assertion.statement
    if statement is None:
        return Voice(frozenset())
    text = speaker_text(statement, reading)
    names = {value for value in (statement.entity, statement.speaker_name) if value}
    mentions = [m for m in reading.entities if statement.entity and m.entity == statement.entity]
    person = _is_person(statement.speaker_name or "", text, mentions)
    called = " ".join((text, *(m.span.of(reading.article.text) for m in mentions if m.kind == "role")))
    if text and not (names and begins_with_pronoun(text, pack)):
        names.add(" ".join(text.lower().split()))
    return Voice(
        frozenset(names),
        frozenset() if person else frozenset(cue.kind for cue in find_cues(text, "claim_countries", pack)),
        frozenset(cue.kind for cue in find_cues(called, "claim_offices", pack)),
        (statement.entity or statement.speaker_name or "") if person else "",
    )


def one_voice(voices: Sequence[Voice]) -> bool:
    """Do all of these rest on one word? So where names, a country or an office tie each to the others.

    An office ties nobody where the voices for it are two persons or two countries: then it is not one office. Nor does
    a name that is said of two countries ("the ministry").
    """
    return bool(voices) and len(_tied([_keys(voice, voices) for voice in voices])) == 1


def _keys(voice: Voice, voices: Sequence[Voice]) -> frozenset[str]:
    abroad = [other for other in voices if other.countries and voice.countries.isdisjoint(other.countries)]
    foreign = frozenset(name for other in abroad for name in other.names) if voice.countries else frozenset()
    keys = {*(voice.names - foreign), *(f"country:{country}" for country in voice.countries)}
    for office in voice.offices:
        others = [other for other in voices if office in other.offices]
        persons = {other.person for other in others if other.person}
        countries = {country for other in others for country in other.countries}
        if len(persons) < 2 and len(countries) < 2:
            keys.add(f"office:{office}")
    return frozenset(keys or {_NOBODY})


def _tied(sets: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the unions of sets that share a member, directly or through others."""
    found: list[frozenset[str]] = []
    for keys in sets:
        touching = [union for union in found if union & keys]
        found = [union for union in found if union not in touching]
        found.append(keys.union(*touching))
    return found


def speaker_text(statement: Statement, reading: Reading) -> str:
    """Return the words for the speaker; the frame's ("nach südkoreanischen Angaben") where they name none.

    What goes on without either has the speaker of the statement before it.
    """
    at = next((n for n, other in enumerate(reading.statements) if other is statement), -1)
    for before in reversed(reading.statements[: at + 1]):
        if before.speaker or before.frame:
            return " ".join(span.of(reading.article.text) for span in before.speaker or before.frame)
    return ""


def display_name(statement: Statement, reading: Reading) -> str:
    """Return one name for the speaker, for display."""
    return statement.entity or statement.speaker_name or speaker_text(statement, reading) or statement.evidence


def _is_person(name: str, text: str, mentions: Sequence[Mention]) -> bool:
    """Say whether a speaker is a person: by its entity, else by a name of two capitalised words that stand so there."""
    if mentions:
        return any(mention.label == "PER" for mention in mentions)
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and name in text
