"""Places with their identifiers, and different names of one thing, as a language pack knows them.

`gazetteer.tsv` is made by scripts/build_gazetteer.py (GeoNames, CC BY 4.0; CLDR, Unicode licence; i18n-iso-countries
and i18n-nationality, MIT); `aliases.toml` is written by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from quellenlage.languages.name_forms import Key, key_of
from quellenlage.languages.pack import LanguagePack

# Rows taken apart that are remembered: about the places of a thousand articles.
_REMEMBERED = 1 << 12
_COUNTRY, _ADJECTIVE = "country\t", "\tadjective\t"


class Place(NamedTuple):
    """A place that the gazetteer knows: kind (country, state, city), ISO 3166-1 code, number in GeoNames, size 0..3."""

    kind: str
    iso: str
    number: str
    size: int


class Places(Mapping[str, Place]):
    """Places by name; a row is taken apart when its name is asked for: an article asks for a few hundred of 50,000."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> Place:
        return _place(self._rows[name])

    def get(self, name: str, default: Place | None = None) -> Place | None:  # type: ignore[override]  # no other default
        """Return the place of a name; most words are none, for which an exception would take long."""
        row = self._rows.get(name)
        return default if row is None else _place(row)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def countries(self) -> Iterator[tuple[str, Place]]:
        """Yield the names of countries with their places, in the table's order."""
        return ((name, _place(row)) for name, row in self._rows.items() if row.startswith(_COUNTRY))


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """`places` by name, `adjectives` of nationality (stems in lower case) with their ISO code, `aliases` by key."""

    places: Places
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
    """Return the gazetteer of a language pack, read once; an empty one where the pack has none."""
    file = pack.folder / "gazetteer.tsv"
    if not file.exists():
        return Gazetteer(Places({}), MappingProxyType({}), MappingProxyType({}))
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = {name: row for name, _, row in [line.partition("\t") for line in lines if _ADJECTIVE not in line]}
    adjectives = {name: iso for name, _, iso, *_ in [line.split("\t") for line in lines if _ADJECTIVE in line]}
    numbers = {place.iso: place.number for _, place in Places(rows).countries()}
    table = pack.table("aliases")
    aliases: dict[Key, str] = {}
    for entry in table.entries:
        iso = table.string(entry, "iso")
        country = numbers.get(iso)
        for name in table.strings(entry, "names"):
            aliases[key_of(name)] = f"geonames:{country}" if country else f"aliases/{entry.id}"
            if country:
                rows.setdefault(name, f"{_COUNTRY}{iso}\t{country}\t3")
    return Gazetteer(Places(rows), MappingProxyType(adjectives), MappingProxyType(aliases))


@lru_cache(_REMEMBERED)
def _place(row: str) -> Place:
    kind, iso, number, size = row.split("\t")
    return Place(kind, iso, number, int(size))
