"""Which articles are versions of one article, which of two is the later one, and what was changed?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from quellenlage.compare.changes import find_changes
from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Copy, Reading, Trace, Version
from quellenlage.text import parse_partial_date, short_hash

# Two articles of one maker are versions of one if seven tenths of one stand in the other (with half, it is the next
# day's report of the same affair); two reports that bear one agency's dateline of one place, if a tenth does: agencies
# rewrite a running report from its lead on.
LEAST_SHARE = 0.7
LEAST_WIRE_SHARE = 0.1
# A text that has at least a fiftieth more words than the other has grown; fewer are a rewording.
GROWTH = 1.02


def find_versions(readings: Sequence[Reading], copies: Sequence[Copy], pack: LanguagePack) -> tuple[Version, ...]:
    """Which of these articles are versions of one, and what was changed? In the order of the copies.

    Versions have one address, one outlet, the same authors or one agency's dateline, and share a good part of their
    text. The newer one is the one published later; then the one with the higher revision number; then the one that
    has grown; then the one given later. The trace names which of these decided.
    """
    by_id = {reading.article.id: reading for reading in readings}
    found: list[Version] = []
    for copy in copies:
        one, other = by_id[copy.a], by_id[copy.b]
        if copy.kind == "copy" and _one_maker(one, other, copy):
            older, newer, rule = _in_order(one, other, pack)
            changes = find_changes(older, newer, pack)
            if changes:
                ids = (older.article.id, newer.article.id)
                found.append(Version(short_hash("version", *ids), *ids, changes, Trace(f"compare:{rule}")))
    return tuple(found)


def _one_maker(one: Reading, other: Reading, copy: Copy) -> bool:
    a, b = one.article, other.article
    if a.url and a.url == b.url:
        return True
    share = max(copy.share_a, copy.share_b)
    if _same_wire(one, other):
        return share >= LEAST_WIRE_SHARE
    names = [{line.name.casefold() for line in reading.bylines} for reading in (one, other)]
    same_authors = bool(names[0]) and names[0] == names[1]
    same_outlet = a.outlet is not None and a.outlet == b.outlet
    return (same_authors or same_outlet) and share >= LEAST_SHARE


def _same_wire(one: Reading, other: Reading) -> bool:
    a, b = one.dateline, other.dateline
    return bool(a and b and a.agency and a.agency == b.agency and a.place == b.place)


def _in_order(one: Reading, other: Reading, pack: LanguagePack) -> tuple[Reading, Reading, str]:
    """Return the older, the newer, and what told them apart."""
    for rule, (left, right) in _evidence(one, other, pack):
        if left != right:
            return (one, other, rule) if left < right else (other, one, rule)
    return one, other, "versions-by-input-order"


def _evidence(one: Reading, other: Reading, pack: LanguagePack) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield pairs of numbers, the newer version's being larger, from the strongest evidence to the weakest."""
    dates = [parse_partial_date(r.article.published) if r.article.published else None for r in (one, other)]
    if dates[0] and dates[1]:
        if dates[0].latest < dates[1].earliest:
            yield "versions-by-date", (0, 1)
        elif dates[1].latest < dates[0].earliest:
            yield "versions-by-date", (1, 0)
    yield "versions-by-time", _clock_times(one, other)
    yield "versions-by-revision", (_revision(one, pack), _revision(other, pack))
    sizes = len(one.article.text.split()), len(other.article.text.split())
    if max(sizes) >= GROWTH * min(sizes):
        yield "versions-by-growth", sizes


def _clock_times(one: Reading, other: Reading) -> tuple[float, float]:
    """Order two publication dates of one day by the time of day that they bear, if both do."""
    stamps = [reading.article.published or "" for reading in (one, other)]
    if all("T" in stamp for stamp in stamps) and stamps[0][:10] == stamps[1][:10] and stamps[0][19:] == stamps[1][19:]:
        return (0, 1) if stamps[0] < stamps[1] else (1, 0) if stamps[1] < stamps[0] else (0, 0)
    return 0, 0


def _revision(reading: Reading, pack: LanguagePack) -> int:
    """Return the highest revision number that an article bears, 0 if none."""
    return max((int(mark.value) for mark in _find_revisions(reading.article.text, pack)), default=0)


def check_revisions(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark the revision numbers that an example bears."""
    return _find_revisions(example.marked.text, pack)


def _find_revisions(text: str, pack: LanguagePack) -> Iterator[Mark]:
    for pattern in _revision_patterns(pack):
        for match in pattern.finditer(text):
            yield Mark(match.start("number"), match.end("number"), "revision", match["number"])


@cache
def _revision_patterns(pack: LanguagePack) -> tuple[re.Pattern[str], ...]:
    if "revisions" not in pack.tables:
        return ()
    table = pack.table("revisions")
    return tuple(re.compile(pattern) for entry in table.entries for pattern in table.strings(entry, "patterns"))
