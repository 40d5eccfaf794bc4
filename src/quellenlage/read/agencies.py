"""Which news agencies does a text name, and what are they called?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from quellenlage.languages import LanguagePack
from quellenlage.read.blocks import Place

_ALONE = r"(?<![\w-])(?:{})(?![\w-])"


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency: its usual spelling, its entry's id, whether it sends press releases, whether it is a foreign one."""

    name: str
    entry: str
    press_release: bool
    foreign: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    mention: re.Pattern[str]
    credit: re.Pattern[str]
    by_form: Mapping[str, Agency]


@cache
def _names(pack: LanguagePack) -> _Names:
    table = pack.table("agencies")
    forms: dict[str, Agency] = {}
    signs: dict[str, Agency] = {}
    for entry in table.entries:
        agency = Agency(
            name=table.string(entry, "name"),
            entry=entry.id,
            press_release=table.string(entry, "role") == "press_release",
            foreign=table.string(entry, "foreign") == "yes",
        )
        forms.update(dict.fromkeys(table.strings(entry, "forms"), agency))
        signs.update(dict.fromkeys(table.strings(entry, "signs"), agency))
    return _Names(
        mention=re.compile(_alternatives(forms)),
        credit=re.compile(_alternatives({**forms, **signs})),
        by_form=MappingProxyType({**signs, **forms}),
    )


def _alternatives(words: Mapping[str, Agency]) -> str:
    return _ALONE.format("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))


def agency_pattern(pack: LanguagePack) -> str:
    """Return the regular expression for one agency as it stands in credits."""
    return _names(pack).credit.pattern


def agencies_in_credit(text: str, place: Place, pack: LanguagePack) -> Iterator[tuple[Place, Agency]]:
    """Yield the agencies that a credit names between two offsets, signs of the trade ("rts") included."""
    names = _names(pack)
    for found in names.credit.finditer(text, *place):
        yield found.span(), names.by_form[found.group()]


def find_agencies(text: str, pack: LanguagePack) -> Iterator[tuple[Place, Agency]]:
    """Yield the agencies that a text names anywhere, credited or only mentioned."""
    names = _names(pack)
    for found in names.mention.finditer(text):
        yield found.span(), names.by_form[found.group()]
