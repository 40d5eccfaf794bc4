"""Of whose words do an outlet's articles consist: its own, an agency's, credited or not?"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from quellenlage.compare.agencies import Sources, name_passages
from quellenlage.compare.extracts import Subject, find_subject
from quellenlage.compare.wording import Wording
from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Copy, Origin, Reading, Share

Division = Literal["outlet", "day", "story"]
# How words are counted, from the weakest claim to the strongest: where passages overlap, the stronger one holds.
_KINDS = ("own", "shared", "press_release", "credited", "uncredited")
# What stands in a given press release is its sender's, whatever others credit who have it, too.
_RELEASED = len(_KINDS)


def find_shares(readings: Sequence[Reading], copies: Sequence[Copy], pack: LanguagePack) -> tuple[Share, ...]:
    """Return whose words each outlet printed on each day, ordered by outlet and day.

    Only what stands in another outlet's article is known to be copied: an agency's text that one outlet alone has
    printed counts as its own.
    """
    return gather_shares(count_words([find_subject(reading, pack) for reading in readings], copies), ("outlet", "day"))


def gather_shares(
    counted: Sequence["Counted"], by: Collection[Division], origins: Sequence[Origin] = ()
) -> tuple[Share, ...]:
    """Sum up whose words the articles have, by outlet, day and story, as asked; in the order of these.

    By story, an article counts in each of its origins, and articles without one are left out.
    """
    homes: dict[str, list[int]] = defaultdict(list)
    for number, origin in enumerate(origins):
        for name in origin.articles:
            homes[name].append(number)
    sums: dict[tuple[str, str, int], Counted] = {}
    for row in counted:
        for home in homes[row.article] if "story" in by else (0,):
            key = (row.outlet if "outlet" in by else "", row.day if "day" in by else "", home)
            sums[key] = sums[key] + row if key in sums else row
    ordered = sorted(sums.items(), key=lambda item: item[0])
    return tuple(_share(row, by, origins[home] if "story" in by else None) for (_, _, home), row in ordered)


def _share(row: "Counted", by: Collection[Division], origin: Origin | None) -> Share:
    own, shared, press_release, credited, uncredited = row.words
    return Share(
        outlet=row.outlet if "outlet" in by else None,
        day=row.day if "day" in by else None,
        articles=row.articles,
        words=sum(row.words),
        own=own,
        shared=shared,
        press_release=press_release,
        credited=credited,
        uncredited=uncredited,
        origin=origin.id if origin else None,
        agency=origin.agency if origin else None,
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """Whose words has one article, or have several together?

    `words` counts own, shared, press_release, credited, uncredited ones, as `Share` does; `article` is the id of the
    (first) article.
    """

    article: str
    outlet: str
    day: str
    articles: int
    words: tuple[int, ...]

    def __add__(self, other: "Counted") -> "Counted":
        words = tuple(mine + theirs for mine, theirs in zip(self.words, other.words, strict=True))
        return replace(self, articles=self.articles + other.articles, words=words)


def count_words(subjects: Sequence[Subject], copies: Sequence[Copy]) -> tuple[Counted, ...]:
    """Return whose words each article has, in input order; given press releases are left out, being no outlet's."""
    by_id = {subject.article.id: subject for subject in subjects}
    senders = frozenset(sender for subject in subjects for sender in subject.sources.senders)
    passages: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    whose = name_passages(copies, {name: subject.sources for name, subject in by_id.items()})
    for copy in copies:
        if copy.kind != "copy" or outlet_of(by_id[copy.a].article) == outlet_of(by_id[copy.b].article):
            continue
        for mine, other, spans in (
            (copy.a, copy.b, [passage.a for passage in copy.passages]),
            (copy.b, copy.a, [passage.b for passage in copy.passages]),
        ):
            named = _names(by_id[other].article, by_id[mine].article)
            given = by_id[other].sources.release
            for span, agency in zip(spans, whose[copy.id], strict=True):
                kind = _RELEASED if given else _kind(agency, by_id[mine].sources, senders, named=named)
                passages[mine].append((span.start, span.end, kind))
    return tuple(
        Counted(
            article=name,
            outlet=outlet_of(subject.article),
            day=(subject.article.published or "")[:10],
            articles=1,
            words=tuple(_count(subject.wording, passages[name])),
        )
        for name, subject in by_id.items()
        if not subject.sources.release
    )


def outlet_of(article: Article) -> str:
    """Return the outlet under which an article's words are counted: its own name where none is known."""
    return article.outlet or article.name or article.id


def _kind(agency: str | None, mine: Sources, senders: frozenset[str], *, named: bool) -> int:
    if agency is None or (named and not mine.credited):
        return _KINDS.index("shared")
    if agency in senders:
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
    *counts, released = (int(count) for count in np.bincount(kinds, minlength=len(_KINDS) + 1))
    counts[_KINDS.index("press_release")] += released
    return counts
