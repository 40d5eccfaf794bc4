"""May two statements be one speaker's?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.stems import stem
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading, Statement
from quellenlage.text import find_words

# "same": one entity or names of one; "open": one side names nobody, or both are offices of one country.
Company = Literal["same", "open", "other"]
# Names in other alphabets are spelled in several ways: so many first letters must agree, and so few others differ.
_SPELLED = 5
_SPELLED_OTHERWISE = 2


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, as far as one report tells: the entity, the stems of the name, the countries whose office it is."""

    entity: str | None
    name: tuple[str, ...]
    person: bool
    countries: frozenset[str]


def voice_of(reading: Reading, statement: Statement, pack: LanguagePack) -> Voice:
    """Return who says a statement."""
    name = statement.speaker_name or ""
    words = [name[word.start : word.end] for word in find_words(name)]
    person = len(words) > 1 and all(word[0].isupper() for word in words)
    said_of = " ".join(span.of(reading.article.text) for span in statement.speaker or statement.frame)
    countries = frozenset(cue.kind for cue in find_cues(f"{name} {said_of}", "claim_countries", pack))
    stems = tuple(stem(word, pack) for word in words if word[0].isupper())
    return Voice(statement.entity, stems, person, frozenset() if person else countries)


def company(left: Voice, right: Voice) -> Company:
    """How do two voices stand to each other?"""
    if left.entity and left.entity == right.entity:
        return "same"
    if left.name and right.name and _one_name(left.name, right.name):
        return "same"
    one_nameless = bool(left.name) != bool(right.name)
    return "open" if one_nameless or left.countries & right.countries else "other"


def _one_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether one name holds all words of the other, spelling aside; two full names share at least the last."""
    few, many = sorted((left, right), key=len)
    if all(any(_spelled_alike(word, other) for other in many) for word in few):
        return True
    return len(few) > 1 and few[-1] == many[-1] and _spelled_alike(few[0], many[0])


def _spelled_alike(left: str, right: str) -> bool:
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) >= _SPELLED and long.startswith(short[:_SPELLED]) and len(long) - len(short) <= _SPELLED_OTHERWISE
