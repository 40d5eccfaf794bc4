"""Of whose words do an outlet's articles consist: its own, an agency's, credited or not?"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quellenlage.compare.agencies import Sources, find_sources
from quellenlage.compare.wording import Wording, find_wording
from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Copy, Reading

# How words are counted, from the weakest claim to the strongest: where passages overlap, the stronger one holds.
_KINDS = ("own", "shared", "press_release", "credited", "uncredited")


@dataclass(frozen=True, slots=True)
class Share:
    """How many words of an outlet's articles of one day are whose?

    `words` counts all words without furniture; it is the sum of `own` (in no other outlet's article), `shared` (in
    another outlet's article too, but no agency is known, or the other one names this outlet as its source),
    `press_release`, `credited` (an agency's, and the article credits an agency for its text) and `uncredited` (an
    agency's, and the article credits none). `day` is the publication date as given, "" where it is missing.
    """

    outlet: str
    day: str
    articles: int
    words: int
    own: int
    shared: int
    press_release: int
    credited: int
    uncredited: int


def find_shares(readings: Sequence[Reading], copies: Sequence[Copy], pack: LanguagePack) -> tuple[Share, ...]:
    """Return whose words each outlet printed on each day, ordered by outlet and day.

    Only what stands in another outlet's article is known to be copied: an agency's text that one outlet alone has
    printed counts as its own.
    """
    by_id = {reading.article.id: reading for reading in readings}
    sources = {name: find_sources(reading, pack) for name, reading in by_id.items()}
    releases = _releases(readings)
    passages: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for copy in copies:
        if copy.kind != "copy" or _outlet(by_id[copy.a].article) == _outlet(by_id[copy.b].article):
            continue
        for mine, other, spans in (
            (copy.a, copy.b, [passage.a for passage in copy.passages]),
            (copy.b, copy.a, [passage.b for passage in copy.passages]),
        ):
            kind = _kind(copy.agency, sources[mine], releases, named=_names(by_id[other].article, by_id[mine].article))
            passages[mine].extend((span.start, span.end, kind) for span in spans)
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0] * (len(_KINDS) + 1))
    for name, reading in by_id.items():
        row = counts[_outlet(reading.article), (reading.article.published or "")[:10]]
        row[0] += 1
        for kind, words in enumerate(_count(find_wording(reading), passages[name])):
            row[kind + 1] += words
    return tuple(_share(key, row) for key, row in sorted(counts.items()))


def _share(key: tuple[str, str], row: Sequence[int]) -> Share:
    articles, *words = row
    return Share(key[0], key[1], articles, sum(words), *words)


def _outlet(article: Article) -> str:
    return article.outlet or article.name or article.id


def _releases(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the senders of press releases that these articles credit."""
    return frozenset(c.agency for reading in readings for c in reading.credits if c.role == "press_release")


def _kind(agency: str | None, mine: Sources, releases: frozenset[str], *, named: bool) -> int:
    if agency is None or (named and not mine.credited):
        return _KINDS.index("shared")
    if agency in releases:
        return _KINDS.index("press_release")
    return _KINDS.index("credited" if mine.credited else "uncredited")


def _names(article: Article, source: Article) -> bool:
    """Say whether an article names another one's outlet: then that one reported first."""
    if not source.outlet:
        return False
    return bool(re.search(rf"\b{re.escape(source.outlet)}\b", article.text, re.IGNORECASE))


def _count(wording: Wording, passages: Sequence[tuple[int, int, int]]) -> list[int]:
    """Return the words of each kind, in the order of _KINDS."""
    kinds = np.zeros(len(wording), np.int64)
    for start, end, kind in passages:
        first, behind = np.searchsorted(wording.starts, (start, end))
        kinds[first:behind] = np.maximum(kinds[first:behind], kind)
    return [int(count) for count in np.bincount(kinds, minlength=len(_KINDS))]
