"""Of articles that rest on one text: which is nearest to it, and from which did the others go on?"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quellenlage.compare.agencies import Sources, extent, find_sources
from quellenlage.compare.days import publication_days
from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Copy, Origin, Reading

# How much each sign of nearness weighs. A given press release is what others copy, a dateline is the agency's own; an
# outlet that others name was there first; how much of the text an article holds says more than a credit, a day or the
# number of edits.
_WEIGHTS: tuple[tuple[str, float], ...] = (
    ("release", 4.0),
    ("named", 4.0),
    ("dateline", 3.0),
    ("completeness", 2.0),
    ("credit", 1.0),
    ("time", 1.0),
    ("edits", 1.0),
)
# Two articles that differ by less than this are equally near: nothing decides.
LEAST_DIFFERENCE = 0.5
# A sign is a reason if it speaks for the nearer article by this much (signs lie in 0..1).
LEAST_REASON = 0.1
# All signs together differ by 16 at most; a difference of 4 (one strong sign, or all weak ones) is as sure as it gets.
SURE_DIFFERENCE = 4.0


@dataclass(frozen=True, slots=True)
class Edge:
    """Which article is nearer to the source, of two that share text, and why?

    `reasons` are slugs, the weightiest first: release (it was given as a press release), named (others name its outlet
    as their source), dateline (the agency's own), completeness (it holds more of the shared text), credit, time (an
    earlier day), edits (fewer words differ).
    `confidence` (0.5..0.95, three digits) grows with the difference; it is an ordering, not a probability.
    """

    nearer: str
    further: str
    reasons: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Family:
    """The tree of one origin: each article hangs on the nearer one that it shares most words with.

    `unknown` are articles, in input order, for which nothing decides; the nearest to the source is `root`, or None if
    several are equally near.
    """

    origin: str
    root: str | None
    edges: tuple[Edge, ...]
    unknown: tuple[str, ...]


def find_families(
    readings: Sequence[Reading], copies: Sequence[Copy], origins: Sequence[Origin], pack: LanguagePack
) -> tuple[Family, ...]:
    """Return the tree of each origin, in the order of the origins."""
    wanted = {name for origin in origins for name in origin.articles}
    chosen = [reading for reading in readings if reading.article.id in wanted]
    sources = {reading.article.id: find_sources(reading, pack) for reading in chosen}
    return families_among({reading.article.id: reading.article for reading in chosen}, sources, copies, origins)


def families_among(
    articles: Mapping[str, Article],
    sources: Mapping[str, Sources],
    copies: Sequence[Copy],
    origins: Sequence[Origin],
) -> tuple[Family, ...]:
    """Return the tree of each origin, given what each of its articles says about its text."""
    pairs: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        if copy.kind == "copy":
            pairs[copy.a].append(copy)
            pairs[copy.b].append(copy)
    return tuple(_family(origin, articles, sources, pairs) for origin in origins)


def _family(
    origin: Origin,
    articles: Mapping[str, Article],
    sources: Mapping[str, Sources],
    pairs: Mapping[str, Sequence[Copy]],
) -> Family:
    members = set(origin.articles)
    inside = {name: [c for c in pairs[name] if {c.a, c.b} <= members] for name in origin.articles}
    signs = _signs(origin, articles, sources, inside)
    near = {name: sum(weight * signs[name][sign] for sign, weight in _WEIGHTS) for name in origin.articles}
    ranked = sorted(near.values(), reverse=True)
    decided = len(ranked) > 1 and ranked[0] - ranked[1] >= LEAST_DIFFERENCE
    root = max(near, key=near.__getitem__) if decided else None
    edges: list[Edge] = []
    unknown: list[str] = []
    for name in origin.articles:
        partners = {c.b if c.a == name else c.a: c.words for c in inside[name]}
        nearer = [other for other in partners if near[other] - near[name] >= LEAST_DIFFERENCE]
        if nearer:
            edges.append(_edge(max(nearer, key=lambda other: (partners[other], near[other], other)), name, near, signs))
        elif name != root:
            unknown.append(name)
    return Family(origin.id, root, tuple(edges), tuple(unknown))


def _edge(nearer: str, further: str, near: Mapping[str, float], signs: Mapping[str, Mapping[str, float]]) -> Edge:
    gains = {sign: weight * (signs[nearer][sign] - signs[further][sign]) for sign, weight in _WEIGHTS}
    reasons = [sign for sign, weight in _WEIGHTS if gains[sign] >= LEAST_REASON * weight]
    difference = min(near[nearer] - near[further], SURE_DIFFERENCE)
    return Edge(
        nearer=nearer,
        further=further,
        reasons=tuple(sorted(reasons, key=lambda sign: -gains[sign])),
        confidence=round(0.5 + 0.45 * difference / SURE_DIFFERENCE, 3),
    )


def _signs(
    origin: Origin,
    articles: Mapping[str, Article],
    sources: Mapping[str, Sources],
    inside: Mapping[str, Sequence[Copy]],
) -> dict[str, dict[str, float]]:
    """Return for each article how strongly (0..1) each sign says that it is near to the source."""
    members = [articles[name] for name in origin.articles]
    held = {name: _held(name, inside[name]) for name in origin.articles}
    days = publication_days(members)[0].tolist()
    found = {}
    for article, day in zip(members, days, strict=True):
        wire = sources[article.id].wire
        words = sum(copy.words for copy in inside[article.id])
        edits = sum(passage.edits for copy in inside[article.id] for passage in copy.passages)
        found[article.id] = {
            "release": float(sources[article.id].release),
            "named": _named(article, members),
            "dateline": float(wire is not None and wire == origin.agency),
            "completeness": held[article.id] / max(1, *held.values()),
            "credit": float(origin.agency in sources[article.id].credited),
            "time": float(day == min(days)),
            "edits": 1 - min(1.0, edits / max(1, words)),
        }
    return found


def _held(name: str, copies: Sequence[Copy]) -> int:
    """Return how many characters of an article stand in others of its family, too."""
    spans = [passage.a if copy.a == name else passage.b for copy in copies for passage in copy.passages]
    return extent(spans).bit_count()


def _named(article: Article, articles: Sequence[Article]) -> float:
    """Return the share of other outlets' articles that name this article's outlet in their text."""
    others = [other for other in articles if other.outlet != article.outlet]
    if not article.outlet or not others:
        return 0.0
    name = re.compile(rf"\b{re.escape(article.outlet)}\b", re.IGNORECASE)
    return sum(bool(name.search(other.text)) for other in others) / len(others)
