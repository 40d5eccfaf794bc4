"""Different names of one thing that a language pack knows: countries, alliances, parties, ministries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from quellenlage.languages import LanguagePack
from quellenlage.read.entities.forms import key_of
from quellenlage.read.entities.lexicon import Lexicon, lexicon_of


@dataclass(frozen=True, slots=True, eq=False)
class Aliases:
    """`known` maps keys of names to what they mean: an id of aliases.toml, or a place of the gazetteer."""

    known: Mapping[tuple[str, ...], str]
    lexicon: Lexicon

    def identity(self, name: str) -> str:
        """Return what a name is known to mean ("" if nothing): equal for all names of one thing."""
        found = self.known.get(key_of(name), "")
        if found:
            return found
        place = self.lexicon.place_of(name)
        return f"geonames:{place.number}" if place else ""


@cache
def aliases_of(pack: LanguagePack) -> Aliases:
    """Return the aliases of a language pack, read once."""
    table = pack.table("aliases")
    lexicon = lexicon_of(pack)
    known: dict[tuple[str, ...], str] = {}
    for entry in table.entries:
        iso = table.string(entry, "iso")
        home = next((f"geonames:{place.number}" for place in lexicon.places.values() if place.iso == iso), "")
        for name in table.strings(entry, "names"):
            known[key_of(name)] = (iso and home) or f"aliases/{entry.id}"
    return Aliases(MappingProxyType(known), lexicon)
