"""Which texts were not counted because these articles themselves show them to be boilerplate?"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from quellenlage.compare.index import LEAST_HOUSE_TEXT, SIZE, covered, find_common
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.wording import Wording, find_wording, shingles
from quellenlage.model import Reading
from quellenlage.text import Span


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A text that stands in too many articles to connect any two of them.

    `article` and `span` show it once (in the article with the smallest id); `articles` counts where it stands,
    `outlets` names whose they are, sorted (article ids for articles without a known outlet).
    """

    article: str
    span: Span
    words: int
    articles: int
    outlets: tuple[str, ...]


@dataclass(slots=True)
class _Seen:
    article: str
    span: Span
    words: int
    articles: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)


def find_boilerplate(readings: Sequence[Reading], options: CopyOptions | None = None) -> tuple[Boilerplate, ...]:
    """Return the standing texts that these articles hold, the most frequent first: what `find_copies` leaves out.

    Outlets' own standing texts (subscriptions, authors' boxes), paragraphs that live on for longer than news do, and
    what stands in more articles at once than outlets print one report.
    """
    return boilerplate_among([find_wording(reading) for reading in readings], options)


def boilerplate_among(wordings: Sequence[Wording], options: CopyOptions | None = None) -> tuple[Boilerplate, ...]:
    """Return the standing texts of these articles, the most frequent first."""
    options = options or CopyOptions()
    wordings = sorted(wordings, key=lambda wording: wording.article.id)
    common = find_common(wordings, options)
    dropped = np.union1d(common.standing, common.crowded)
    seen: dict[int, _Seen] = {}
    for wording in wordings:
        edges = np.flatnonzero(np.diff(covered(wording, dropped), prepend=False, append=False)).tolist()
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if end - start >= LEAST_HOUSE_TEXT:
                _note(seen, wording, start, end)
    found = {id(item): item for item in seen.values()}
    rows = (
        Boilerplate(item.article, item.span, item.words, len(item.articles), tuple(sorted(item.outlets)))
        for item in found.values()
    )
    return tuple(sorted(rows, key=lambda row: (-row.articles, -row.words, row.article, row.span.start)))


def _note(seen: dict[int, _Seen], wording: Wording, start: int, end: int) -> None:
    """Count a standing text; two of them are one if they share a shingle."""
    hashes, places = shingles(wording, SIZE)
    inside = hashes[(places >= start) & (places + SIZE <= end)].tolist()
    known = next((seen[value] for value in inside if value in seen), None)
    if known is None:
        known = _Seen(wording.article.id, wording.stretch(start, end - 1), end - start)
    known.articles.add(wording.article.id)
    known.outlets.add(wording.article.outlet or wording.article.id)
    for value in inside:
        seen.setdefault(value, known)
