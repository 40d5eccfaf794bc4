"""What the reports of one story claim together, and where they differ."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.basis import Sources, find_basis, status_of
from quellenlage.compare.claims.conflicts import Difference, find_differences, make_conflicts, make_updates
from quellenlage.compare.claims.groups import gather
from quellenlage.compare.claims.judging import terms_of
from quellenlage.compare.claims.pair_model import WordVectors, make_reader
from quellenlage.compare.claims.pairs import Pairs, compare_pairs
from quellenlage.compare.claims.units import keys
from quellenlage.compare.meaning.terms import make_space
from quellenlage.model import Claim, ClaimOccurrence, Conflict, Trace, Update
from quellenlage.text import short_hash

# Two groups become one while their assertions are alike by this much on average. On the first story of
# claims/dossiers_dev, all from 0.4 to 0.5 do equally well; what is called well supported should be one claim for sure.
LEAST_ALIKE = 0.45
# Numbers are one quantity for certain enough to be a claim of their own.
LEAST_SURE = 0.7
# What has fewer content words is a fragment, no sentence to show.
ENOUGH_TERMS = 5
# As like all others as the likest, nearly; a whole sentence is easier to read than a piece of one.
NEARLY, NEARLY_WHOLE = 0.9, 0.7
_WHOLE = re.compile(r"[„“»\"‚‘]?[A-ZÄÖÜ0-9].*[.!?…][“”«\"’‘)]*", re.DOTALL)
# What is left of the sentence around a piece.
_EDGES = " \u00a0,;:–—-"
_TRACE = Trace("compare:claims")


@dataclass(frozen=True, slots=True)
class Told:
    """What several reports of one story claim, contradict each other in, and gave later values of."""

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Update, ...]


def gather_claims(sources: Sources, vectors: WordVectors | None = None) -> Told:
    """What do these reports claim together, on what does each claim rest, and what is disputed?

    With vectors of words, assertions are read side by side as well; without, what they share decides alone.
    Claims that most newsrooms carry come first, then by their first occurrence.
    """
    assertions = [a for reading in sources.readings.values() for a in keys(reading, sources.pack)]
    units = [a.terms for a in assertions]
    space = make_space((term for a in assertions for term in terms_of(a)), sources.pack, units)
    pairs = compare_pairs(assertions, space, make_reader(sources.pack, vectors))
    groups = gather(len(assertions), pairs.alike, LEAST_ALIKE)
    quantities = find_quantities(pairs, groups)
    # What a quantity's claim holds as a whole is no second claim.
    held = [frozenset(group) for _, group in quantities]
    groups = [group for group in groups if len(group) == 1 or not any(whole.issuperset(group) for whole in held)]
    differences = find_differences(assertions, pairs, space, sources)
    conflicts = make_conflicts([d for d in differences if not d.later], sources)
    updates = make_updates([d for d in differences if d.later], sources)
    touched = _touched(differences, conflicts)
    claims = [
        _claim([assertions[n] for n in group], kind, sources, touched, _shown(group, assertions, pairs))
        for kind, group in (*(("claim", group) for group in groups), *quantities)
    ]
    order = {article: place for place, article in enumerate(sources.readings)}
    claims.sort(key=lambda c: (-len(c.newsrooms), order[c.occurrences[0].article], c.occurrences[0].span.start))
    return Told(_once(claims), conflicts, updates)


def _once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims without those that show a sentence once more and hold nothing that the other lacks."""
    places = [frozenset((o.article, o.span) for o in claim.occurrences) for claim in claims]
    same: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        same[claim.text].append(n)

    def held(n: int) -> bool:
        others = (m for m in same[claims[n].text] if m != n)
        return any(places[n] < places[m] or (places[n] == places[m] and m < n) for m in others)

    return tuple(claim for n, claim in enumerate(claims) if not held(n))


def find_quantities(pairs: Pairs, groups: Sequence[list[int]]) -> list[tuple[str, list[int]]]:
    """Return the groups of assertions that name one quantity alike, as far as no group holds them together yet.

    Each with a name that says which number of its first assertion it is: two may begin with one sentence.
    """
    known = {n: place for place, group in enumerate(groups) for n in group}
    figures = sorted({mark for pair in pairs.figures for mark in pair})
    places = {mark: place for place, mark in enumerate(figures)}
    alike = {
        (min(places[one], places[two]), max(places[one], places[two])): score
        for (one, two), score in pairs.figures.items()
    }
    found = []
    for group in gather(len(figures), alike, LEAST_SURE):
        members = sorted({figures[n][0] for n in group})
        if len(members) > 1 and len({known[n] for n in members}) > 1:
            _, number = min(figures[n] for n in group)
            found.append((f"claim-of-number-{number}", members))
    return found


def _touched(
    differences: Sequence[Difference], conflicts: Sequence[Conflict]
) -> Mapping[tuple[str, int, int], tuple[str, ...]]:
    """Return the ids of the conflicts that touch each assertion, by article, start and end."""
    by_place: dict[tuple[str, int], list[str]] = defaultdict(list)
    for conflict in conflicts:
        for side in conflict.sides:
            for occurrence in side.occurrences:
                by_place[occurrence.article, occurrence.span.start].append(conflict.id)
    touched: dict[tuple[str, int, int], tuple[str, ...]] = {}
    for difference in differences:
        if difference.later:
            continue
        for a, sentence in ((difference.left, difference.left_at), (difference.right, difference.right_at)):
            ids = by_place.get((a.article, sentence.start), [])
            touched[a.article, a.span.start, a.span.end] = tuple(dict.fromkeys(ids))
    return touched


def _claim(
    assertions: Sequence[Assertion],
    kind: str,
    sources: Sources,
    touched: Mapping[tuple[str, int, int], tuple[str, ...]],
    shown: Assertion,
) -> Claim:
    basis = find_basis(assertions, sources)
    places = [(a.article, a.span.start, a.span.end) for a in assertions]
    conflicts = tuple(dict.fromkeys(id_ for place in places for id_ in touched.get(place, ())))
    first = assertions[0]
    return Claim(
        id=short_hash(first.article, kind, f"{first.span.start}-{first.span.end}"),
        text=" ".join(shown.text.split()).strip(_EDGES),
        occurrences=tuple(
            ClaimOccurrence(a.article, a.span, a.statement.id if a.statement else None) for a in assertions
        ),
        outlets=basis.outlets,
        newsrooms=basis.newsrooms,
        origins=basis.origins,
        sources=basis.voices,
        own_word=basis.own_word,
        status=status_of(basis, disputed=bool(conflicts)),
        trace=_TRACE,
        conflicts=conflicts,
        denials=basis.denials,
    )


def _shown(group: Sequence[int], assertions: Sequence[Assertion], pairs: Pairs) -> Assertion:
    """Return the occurrence whose words are shown.

    Of those long enough and most like all others: whole sentences before pieces, then the shortest.
    """
    alike = {
        n: sum(pairs.alike.get((min(n, m), max(n, m)), 0.0) for m in group if m != n) / max(1, len(group) - 1)
        for n in group
    }
    enough = [n for n in group if len(assertions[n].terms) >= ENOUGH_TERMS]
    if not enough:
        return max((assertions[n] for n in group), key=lambda a: len(a.text))
    most = max(alike[n] for n in enough)
    whole = [n for n in enough if _WHOLE.fullmatch(assertions[n].text) and alike[n] >= NEARLY_WHOLE * most]
    typical = whole or [n for n in enough if alike[n] >= NEARLY * most]
    return min((assertions[n] for n in typical), key=lambda a: len(a.text))
