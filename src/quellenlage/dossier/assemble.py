"""Put what was found about several articles into the order in which it is told."""

from dataclasses import replace
from datetime import date

from quellenlage.model import Dossier, Reading
from quellenlage.text import parse_partial_date


def assemble(dossier: Dossier) -> Dossier:
    """Return the dossier with its readings in the order of publication.

    Articles of one day keep the order in which they were given, except that an older version stands before its newer
    one; articles without a date follow at the end. Nothing is added or left out.
    """
    given = {reading.article.id: place for place, reading in enumerate(dossier.readings)}
    order = sorted(dossier.readings, key=lambda reading: (*_day(reading), given[reading.article.id]))
    for version in dossier.versions:
        order = _older_first(order, version.older, version.newer)
    return replace(dossier, readings=tuple(order))


def _day(reading: Reading) -> tuple[bool, date]:
    """Known dates first, the partial ones by the first day that they may mean."""
    known = parse_partial_date(reading.article.published or "")
    return (known is None, known.earliest if known else date.min)


def _older_first(order: list[Reading], older: str, newer: str) -> list[Reading]:
    """Move the older version right before the newer one where they bear the same date and stand the wrong way round."""
    places = {reading.article.id: place for place, reading in enumerate(order)}
    if older not in places or newer not in places or places[older] < places[newer]:
        return order
    moved = order[places[older]]
    if _day(moved) != _day(order[places[newer]]):
        return order
    rest = [reading for reading in order if reading is not moved]
    rest.insert(places[newer], moved)
    return rest
