"""Which outlets are made by one newsroom?"""

from collections.abc import Sequence

from quellenlage.languages import LanguagePack
from quellenlage.languages.outlets import find_outlet
from quellenlage.model import Reading


def newsrooms(readings: Sequence[Reading], pack: LanguagePack) -> tuple[tuple[str, str], ...]:
    """Return (outlet, newsroom) for each outlet of these readings that is not a newsroom of its own, sorted."""
    found: dict[str, str] = {}
    for reading in readings:
        article = reading.article
        known = find_outlet(pack, url=article.url, name=article.outlet)
        if known and known.newsroom != known.name:
            found[article.outlet or known.name] = known.newsroom
    return tuple(sorted(found.items()))
