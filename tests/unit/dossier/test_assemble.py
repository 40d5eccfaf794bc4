"""The order in which a dossier tells its articles."""

import random

from builders import make_reading

from quellenlage.dossier import assemble
from quellenlage.model import Dossier, Reading, Trace, Version


def _ids(dossier: Dossier) -> list[str]:
    return [reading.article.id for reading in dossier.readings]


def _reading(key: str, published: str | None) -> Reading:
    return make_reading(f"Text {key}.", id=key, published=published)


def test_order_of_publication() -> None:
    """Whole and partial dates are put in order; what has none comes last, as given."""
    readings = (_reading("none", None), _reading("b", "2024-05"), _reading("c", "2024-05-02"), _reading("a", "2023"))
    assert _ids(assemble(Dossier(readings))) == ["a", "b", "c", "none"]


def test_one_day_keeps_its_order() -> None:
    """Articles of one day stay in the order in which they were given."""
    readings = tuple(_reading(key, "2024-05-02") for key in "cab")
    assert _ids(assemble(Dossier(readings))) == ["c", "a", "b"]


def test_older_version_first() -> None:
    """Of two versions of one day the older one stands first, right before the newer one."""
    readings = tuple(_reading(key, "2024-05-02") for key in ("new", "other", "old"))
    version = Version("v", "old", "new", (), Trace("compare:versions-by-growth"))
    assert _ids(assemble(Dossier(readings, versions=(version,)))) == ["old", "new", "other"]


def test_dates_outweigh_versions() -> None:
    """A date that was given is not overruled by a guess about versions."""
    readings = (_reading("new", "2024-05-01"), _reading("old", "2024-05-02"))
    version = Version("v", "old", "new", (), Trace("compare:versions-by-growth"))
    assert _ids(assemble(Dossier(readings, versions=(version,)))) == ["new", "old"]


def test_nothing_is_lost() -> None:
    """Whatever the dates, the same readings come out that went in."""
    dates = [None, "2024", "2024-05", "2024-05-02", "kein Datum"]
    chance = random.Random(7)
    readings = tuple(_reading(str(number), chance.choice(dates)) for number in range(20))
    assert sorted(_ids(assemble(Dossier(readings)))) == sorted(reading.article.id for reading in readings)
