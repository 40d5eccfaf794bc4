"""Where does a sentence say that something happened, and can two such places be one?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.languages import LanguagePack

# A place is named within so many characters behind its preposition.
_REACH = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of place (an entry of the table claim_places) as a sentence names it; `key` tells kinds apart."""

    text: str
    key: str


def find_place(text: str, pack: LanguagePack) -> Place | None:
    """Return the place that a sentence names, None if it names none or several kinds."""
    found = find_cues(text, "claim_places", pack)
    kinds = {cue.kind for cue in found}
    if len(kinds) != 1:
        return None
    first = found[0]
    end = text.find(",", first.end, first.end + _REACH)
    return Place(text[first.start : end if end > 0 else first.end], first.kind)


def places_exclude(left: Place, right: Place, pack: LanguagePack) -> bool:
    """Say whether two kinds of place exclude each other: the coast and the capital do, the coast and the north not."""
    return right.key in _excluded(pack).get(left.key, ())


@cache
def _excluded(pack: LanguagePack) -> Mapping[str, tuple[str, ...]]:
    table = pack.table("claim_places")
    return {entry.id: table.strings(entry, "excludes") for entry in table.entries}
