"""Which articles rest on one source text, and whose is it?"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from quellenlage.compare.agencies import Sources, extent, find_sources
from quellenlage.languages import LanguagePack
from quellenlage.model import Copy, Origin, Reading, Trace
from quellenlage.text import short_hash

# Two copies of an article rest on one text if at least half of the smaller one lies within the other.
LEAST_OVERLAP = 0.5
# An article that credits other agencies for its text has what it shares from them, unless it shares this many words:
# two or three sentences, which two agencies do not phrase alike.
LEAST_AGAINST_CREDIT = 40


def gather_origins(readings: Sequence[Reading], copies: Sequence[Copy], pack: LanguagePack) -> tuple[Origin, ...]:
    """Which groups of these articles rest on one source text? An article may stand in several.

    Two pairs belong to one group if they copy the same characters of an article that both have, or if the article that
    both have is the agency's own report. Ordered by the first article, in input order.
    """
    wanted = {article for copy in copies if copy.kind == "copy" for article in (copy.a, copy.b)}
    chosen = {reading.article.id: reading for reading in readings if reading.article.id in wanted}
    return origins_among({name: find_sources(reading, pack) for name, reading in chosen.items()}, copies)


def origins_among(sources: Mapping[str, Sources], copies: Sequence[Copy]) -> tuple[Origin, ...]:
    """Gather origins, given what each article that copies says about its text (by its id, in input order)."""
    edges = [copy for copy in copies if copy.kind == "copy"]
    order = {article: place for place, article in enumerate(sources)}
    groups: dict[int, list[Copy]] = defaultdict(list)
    for edge, root in zip(edges, _roots(edges, sources), strict=True):
        groups[root].append(edge)
    origins = [_origin(group, order, sources) for group in groups.values()]
    return tuple(sorted(origins, key=lambda origin: tuple(order[article] for article in origin.articles)))


def _roots(edges: Sequence[Copy], sources: Mapping[str, Sources]) -> list[int]:
    """Return a number for each pair, the same for pairs of one group."""
    parents = list(range(len(edges)))

    def root(edge: int) -> int:
        while parents[edge] != edge:
            parents[edge] = parents[parents[edge]]
            edge = parents[edge]
        return edge

    at: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, copy in enumerate(edges):
        at[copy.a].append((number, extent(passage.a for passage in copy.passages)))
        at[copy.b].append((number, extent(passage.b for passage in copy.passages)))
    for article, meeting in at.items():
        wire = sources[article].wire
        for (one, here), (other, there) in combinations(meeting, 2):
            own = wire is not None and edges[one].agency == edges[other].agency == wire
            least = LEAST_OVERLAP * min(here.bit_count(), there.bit_count())
            if own or (here & there).bit_count() >= least:
                first, second = sorted((root(one), root(other)))
                parents[second] = first
    return [root(edge) for edge in range(len(edges))]


def _resting(
    members: tuple[str, ...], group: Sequence[Copy], agency: str | None, sources: Mapping[str, Sources]
) -> tuple[str, ...]:
    """Leave out members that credit others and share too little to say that they rest on this agency's text, too."""
    words: Counter[str] = Counter()
    for copy in group:
        for article in (copy.a, copy.b):
            words[article] = max(words[article], copy.words)
    kept = tuple(
        article
        for article in members
        if agency in (sources[article].credited or (agency,)) or words[article] >= LEAST_AGAINST_CREDIT
    )
    return kept if len(kept) > 1 else members


def _origin(group: Sequence[Copy], order: Mapping[str, int], sources: Mapping[str, Sources]) -> Origin:
    members = tuple(sorted({article for copy in group for article in (copy.a, copy.b)}, key=order.__getitem__))
    votes: Counter[str] = Counter()
    for copy in group:
        if copy.agency:
            votes[copy.agency] += copy.words
    agency = min(votes, key=lambda name: (-votes[name], name)) if votes else None
    members = _resting(members, group, agency, sources)
    credited = sum(agency in sources[article].credited for article in members)
    basis: Literal["credited", "partly_credited", "inferred", "unknown"] = "unknown"
    if agency:
        basis = "credited" if credited == len(members) else "partly_credited" if credited else "inferred"
    return Origin(
        id=short_hash("origin", *sorted(members), agency or ""),
        agency=agency,
        articles=members,
        basis=basis,
        trace=Trace("compare:origins"),
    )
