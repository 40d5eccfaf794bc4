"""Outlets and their newsrooms."""

import pytest

from quellenlage.languages import OUTLET_CHECKS, LanguagePack, Outlet, examine, find_outlet, load_pack
from quellenlage.languages.pack import Table


@pytest.fixture(scope="module")
def pack() -> LanguagePack:
    """Return the German pack."""
    return load_pack("de")


@pytest.fixture(scope="module")
def outlets(pack: LanguagePack) -> Table:
    """Return the table of outlets."""
    return pack.table("outlets")


def test_the_examples_hold(pack: LanguagePack, outlets: Table) -> None:
    """Every example and counterexample of the table is met."""
    alone = LanguagePack(pack.code, pack.name, pack.folder, {"outlets": outlets})
    assert list(examine(alone, OUTLET_CHECKS)) == []


def test_no_name_or_host_means_two_outlets(outlets: Table) -> None:
    """Names (folded) and hosts belong to one entry each, and hosts are written as addresses have them."""
    hosts = [host for entry in outlets.entries for host in outlets.strings(entry, "hosts")]
    assert len(hosts) == len(set(hosts))
    assert all(host == host.lower() and not host.startswith("www.") for host in hosts)
    names = [
        name
        for entry in outlets.entries
        for name in {
            "".join(filter(str.isalnum, name)).casefold()
            for name in (outlets.string(entry, "name"), *outlets.strings(entry, "names"))
        }
    ]
    assert len(names) == len(set(names))


def test_the_address_decides_before_the_name(pack: LanguagePack) -> None:
    """An agency named as the outlet of a page does not hide whose page it is."""
    assert find_outlet(pack, url="https://www.welt.de/1", name="taz") == Outlet("WELT", "WELT")
    assert find_outlet(pack, url="https://kuestenblatt.example/1", name="taz") == Outlet("taz", "taz")


@pytest.mark.parametrize("name", ["STERN", "stern", "Stern.de", " www.stern.de "])
def test_names_in_every_spelling(pack: LanguagePack, name: str) -> None:
    """Case, white space and punctuation do not matter, and a host is a name."""
    assert find_outlet(pack, name=name) == Outlet("STERN", "RTL Deutschland")


@pytest.mark.parametrize("url", ["", "http://[", "//", "mailto:x@welt.de", "https://", "javascript:alert(1)", "\x00"])
def test_what_is_no_address_is_no_outlet(pack: LanguagePack, url: str) -> None:
    """Broken addresses name nobody and raise nothing."""
    assert find_outlet(pack, url=url) is None


def test_a_pack_without_outlets_knows_none() -> None:
    """A language whose pack has no such table has no known outlets."""
    assert find_outlet(load_pack("en"), url="https://www.stern.de/1") is None
