"""Which paragraphs are background: told again in other news, on other days, by the same and by other outlets?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from quellenlage.compare.index import SIZE
from quellenlage.compare.tokens import Hashes
from quellenlage.compare.wording import Wording, shingles
from quellenlage.model import Copy, Passage
from quellenlage.text import Span, parse_partial_date

# The passage that makes up so much of what a pair shares is all that connects its articles.
LONE = 0.7
# Background is found where articles of at least two days have nothing but the same paragraph in common: four of them,
# or two of one outlet and another ...
LEAST_ARTICLES = 4
LEAST_REPEATED = 3
LEAST_DAYS = 2
# ... and none of them leads with it: what stands in the first tenth of an article is its news.
LEAD = 0.1
# Two passages of an article are one paragraph if half of the shorter one lies within the other.
LEAST_OVERLAP = 0.5


def find_background(copies: Sequence[Copy], wordings: Mapping[str, Wording]) -> Hashes:
    """Return the shingles (sorted) of paragraphs that are told again and again, as `copies` show."""
    twins = _twins(copies)
    # In the order of their ids, so that the order in which the articles were given does not show.
    ordered = sorted(copies, key=lambda copy: copy.id)
    lone = [(copy, passage) for copy in ordered if copy.kind == "copy" and (passage := _lone_passage(copy))]
    found = [np.zeros(0, np.uint64)]
    for group in _groups([passage for _, passage in lone]):
        spans: dict[str, Span] = {}
        for member in group:
            copy, passage = lone[member]
            spans |= {copy.a: passage.a, copy.b: passage.b}
        if _is_background(spans, wordings) and not _leads_elsewhere(spans, twins, wordings):
            found.extend(_shingles_of(span, wordings[article]) for article, span in spans.items())
    return np.unique(np.concatenate(found))


def _lone_passage(copy: Copy) -> Passage | None:
    """Return the one passage that a pair rests on, if there is one."""
    longest = max((passage for passage in copy.passages if not passage.quoted), key=lambda p: p.words, default=None)
    return longest if longest and longest.words >= LONE * copy.words else None


def _groups(passages: Sequence[Passage]) -> list[list[int]]:
    """Gather passages that cover the same characters of an article."""
    parents = list(range(len(passages)))

    def root(member: int) -> int:
        while parents[member] != member:
            parents[member] = parents[parents[member]]
            member = parents[member]
        return member

    at: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for number, passage in enumerate(passages):
        at[passage.a.text_id].append((number, passage.a))
        at[passage.b.text_id].append((number, passage.b))
    for meeting in at.values():
        for (one, here), (other, there) in combinations(meeting, 2):
            common = min(here.end, there.end) - max(here.start, there.start)
            if common >= LEAST_OVERLAP * min(len(here), len(there)):
                first, second = sorted((root(one), root(other)))
                parents[second] = first
    groups: dict[int, list[int]] = defaultdict(list)
    for member in range(len(passages)):
        groups[root(member)].append(member)
    return list(groups.values())


def _twins(copies: Sequence[Copy]) -> dict[str, list[tuple[Span, str, Span]]]:
    """Return for each article its unquoted passages, each with the other article and the place there."""
    twins: dict[str, list[tuple[Span, str, Span]]] = defaultdict(list)
    for copy in copies:
        for passage in copy.passages:
            if not passage.quoted:
                twins[copy.a].append((passage.a, copy.b, passage.b))
                twins[copy.b].append((passage.b, copy.a, passage.a))
    return twins


def _leads_elsewhere(
    spans: Mapping[str, Span], twins: Mapping[str, Sequence[tuple[Span, str, Span]]], wordings: Mapping[str, Wording]
) -> bool:
    """Say whether the paragraph is the news of an article that shares more than it with some of these."""
    return any(
        _leads(there, wordings[other])
        for article, span in spans.items()
        for here, other, there in twins[article]
        if min(here.end, span.end) - max(here.start, span.start) >= LEAST_OVERLAP * min(len(here), len(span))
    )


def _leads(span: Span, wording: Wording) -> bool:
    return int(np.searchsorted(wording.starts, span.start)) < LEAD * len(wording)


def _is_background(spans: Mapping[str, Span], wordings: Mapping[str, Wording]) -> bool:
    outlets = [wordings[article].article.outlet or article for article in spans]
    if len(spans) < (LEAST_ARTICLES if len(set(outlets)) == len(outlets) else LEAST_REPEATED):
        return False
    days = set()
    for article, span in spans.items():
        wording = wordings[article]
        if _leads(span, wording):
            return False
        published = wording.article.published
        days.add(parse_partial_date(published) if published else None)
    return len(days - {None}) >= LEAST_DAYS


def _shingles_of(span: Span, wording: Wording) -> Hashes:
    hashes, places = shingles(wording, SIZE)
    inside = (wording.starts[places] >= span.start) & (wording.ends[places + SIZE - 1] <= span.end)
    return hashes[inside]
