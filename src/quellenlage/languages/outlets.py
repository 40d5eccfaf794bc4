"""Which outlet is meant by an address or a name, and which newsroom makes it?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from urllib.parse import urlsplit

from quellenlage.languages.examine import Check
from quellenlage.languages.marked import Mark
from quellenlage.languages.pack import LanguagePack
from quellenlage.languages.tables import Example

_NO_WORD = re.compile(r"[\W_]+")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """What a reader sees, and who makes it: several outlets may share a newsroom, most have one of their own."""

    name: str
    newsroom: str


@dataclass(frozen=True, slots=True)
class _Index:
    by_host: Mapping[str, Outlet]
    by_name: Mapping[str, Outlet]


def find_outlet(pack: LanguagePack, url: str | None = None, name: str | None = None) -> Outlet | None:
    """Return the outlet of an address, else that of a name; None if the pack knows neither.

    Of an address the host decides, by the longest entry that it ends with; names are compared without case, white
    space and punctuation ("n-tv" is "ntv"), and a name may be a host ("SZ.de").

    >>> from quellenlage.languages import load_pack
    >>> find_outlet(load_pack("de"), url="https://www.stern.de/politik/hafen.html")
    Outlet(name='STERN', newsroom='RTL Deutschland')
    """
    index = _index(pack)
    found = _by_host(index, _host(url)) if url else None
    if found is None and name:
        found = index.by_name.get(_folded(name))
        if found is None and _HOST.fullmatch(name.strip()):
            found = _by_host(index, name.strip().lower())
    return found


def _by_host(index: _Index, host: str) -> Outlet | None:
    labels = host.split(".")
    return next(
        (found for start in range(len(labels)) if (found := index.by_host.get(".".join(labels[start:])))),
        None,
    )


def _host(url: str) -> str:
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        return "" if "@" in parts.netloc else (parts.hostname or "").rstrip(".")
    except ValueError:  # brackets that are no IPv6 address
        return ""


def _folded(name: str) -> str:
    return _NO_WORD.sub("", name).casefold()


@cache
def _index(pack: LanguagePack) -> _Index:
    by_host: dict[str, Outlet] = {}
    by_name: dict[str, Outlet] = {}
    table = pack.tables.get("outlets")
    if table is None:
        return _Index(by_host, by_name)
    for entry in table.entries:
        name = table.string(entry, "name", entry.id)
        outlet = Outlet(name, table.string(entry, "newsroom", name))
        by_host.update((host, outlet) for host in table.strings(entry, "hosts"))
        by_name.update((_folded(other), outlet) for other in (name, *table.strings(entry, "names")))
    return _Index(MappingProxyType(by_host), MappingProxyType(by_name))


def check_outlets(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Return the outlet of an example, whose text is an address or a name; its newsroom in brackets if it differs."""
    text = example.marked.text
    found = find_outlet(pack, url=text) if "//" in text else find_outlet(pack, name=text)
    if found is None:
        return ()
    value = found.name if found.newsroom == found.name else f"{found.name} ({found.newsroom})"
    return (Mark(0, len(text), "outlet", value),)


OUTLET_CHECKS: Mapping[str, Check] = MappingProxyType({"outlets": check_outlets})
