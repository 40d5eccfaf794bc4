"""Places with their identifiers, and different names of one thing, as a language pack knows them.

`gazetteer.tsv` is made by scripts/build_gazetteer.py (GeoNames, CC BY 4.0; CLDR, Unicode licence; i18n-iso-countries
and i18n-nationality, MIT); `aliases.toml` is written by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from quellenlage.languages.name_forms import Key, key_of
from quellenlage.languages.pack import LanguagePack


class Place(NamedTuple):
    """A place that the gazetteer knows: kind (country, state, city), ISO 3166-1 code, number in GeoNames, size 0..3."""

    kind: str
    iso: str
    number: str
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """`places` by name, `adjectives` of nationality (stems in lower case) with their ISO code, `aliases` by key."""

    places: Mapping[str, Place]
    adjectives: Mapping[str, str]
    aliases: Mapping[Key, str]

    def place_of(self, name: str) -> Place | None:
        """Return the place of a name, its genitive included."""
        return self.places.get(name) or (self.places.get(name[:-1]) if name.endswith("s") else None)

    def identity(self, name: str) -> str:
        """Return what a name is known to mean, "" if nothing: equal for all names of one thing."""
        found = self.aliases.get(key_of(name), "")
        if found:
            return found
        place = self.place_of(name)
        return f"geonames:{place.number}" if place else ""


@cache
def gazetteer_of(pack: LanguagePack) -> Gazetteer:
    """Return the gazetteer of a language pack, read once."""
    places: dict[str, Place] = {}
    adjectives: dict[str, str] = {}
    for line in (pack.folder / "gazetteer.tsv").read_text(encoding="utf-8").splitlines():
        name, kind, iso, number, size = line.split("\t")
        if kind == "adjective":
            adjectives[name] = iso
        else:
            places[name] = Place(kind, iso, number, int(size))
    numbers = {place.iso: place.number for place in places.values() if place.kind == "country"}
    table = pack.table("aliases")
    aliases: dict[Key, str] = {}
    for entry in table.entries:
        iso = table.string(entry, "iso")
        country = numbers.get(iso)
        for name in table.strings(entry, "names"):
            aliases[key_of(name)] = f"geonames:{country}" if country else f"aliases/{entry.id}"
            if country:
                places.setdefault(name, Place("country", iso, country, 3))
    return Gazetteer(MappingProxyType(places), MappingProxyType(adjectives), MappingProxyType(aliases))
