"""What reports of one moment give differently, and what changed between reports: differences, grouped into sides."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.basis import Sources
from quellenlage.compare.claims.features import Comparison, tells_denied
from quellenlage.compare.claims.pairs import Mark, Pairs
from quellenlage.compare.claims.places import find_place, places_exclude
from quellenlage.compare.meaning.opposites import opposed
from quellenlage.compare.meaning.status import NOT_DONE
from quellenlage.compare.meaning.terms import TermSpace
from quellenlage.compare.numbers.values import compatible
from quellenlage.model import Conflict, ConflictKind, ConflictSide, Occurrence, Trace, Update
from quellenlage.text import Span, covers, short_hash

# A false alarm costs trust: two sentences must be of one subject for this certain.
LEAST_SUBJECT = 0.65
# What one sentence denies must stand, by this part of its weight, in the other.
LEAST_DENIED = 0.65
# And the sentences of two numbers speak of one thing, the numbers aside.
LEAST_TOPIC = 0.3
# Two sentences tell of one event if so many words are so much alike.
LEAST_EVENT = 0.85
LEAST_EVENT_WORDS = 2
# The key of a number that is only bounded ("dozens").
_UNKNOWN = str(None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two assertions that give different values of one thing; `later` says that time explains it.

    `left_key` and `right_key` tell sides apart: equal keys are one side. `left_at` and `right_at` are the sentences.
    """

    kind: ConflictKind
    left: Assertion
    right: Assertion
    left_value: str
    right_value: str
    left_key: str
    right_key: str
    left_at: Span
    right_at: Span
    later: bool = False


def find_differences(
    assertions: Sequence[Assertion], pairs: Pairs, space: TermSpace, sources: Sources
) -> list[Difference]:
    """Return all pairs of assertions of different articles that differ in a value of one thing."""
    return [
        *_numbers(assertions, pairs, sources),
        *_polarity(assertions, pairs, space, sources),
        *_opposites(assertions, pairs, sources),
        *_places(assertions, space, sources),
    ]


def _numbers(assertions: Sequence[Assertion], pairs: Pairs, sources: Sources) -> Iterator[Difference]:
    same: dict[Mark, list[Mark]] = defaultdict(list)
    for one, two in pairs.figures:
        same[one].append(two)
        same[two].append(one)
    found: dict[tuple[Mark, Mark], bool] = {}
    for (one, two), judgement in pairs.differing.items():
        if pairs.subject[one[0], two[0]] < LEAST_TOPIC:
            continue
        timed = assertions[one[0]].figures[one[1]].value.kind in ("clock", "date")
        if timed and judgement.relation == "update":
            continue  # when something happened does not change
        found[one, two] = judgement.relation == "update"
    # Who gives the same number of the same thing as one side stands on that side.
    for (one, two), later in tuple(found.items()):
        for pair in (*((x, two) for x in same[one]), *((one, x) for x in same[two])):
            found.setdefault(pair, later)
    for (one, two), later in found.items():
        left, right = assertions[one[0]].figures[one[1]], assertions[two[0]].figures[two[1]]
        if left.article != right.article and not compatible(left.value, right.value, left.published):
            yield _number(one, two, assertions, sources, later=later)


def _number(one: Mark, two: Mark, assertions: Sequence[Assertion], sources: Sources, *, later: bool) -> Difference:
    sides = assertions[one[0]], assertions[two[0]]
    left, right = sides[0].figures[one[1]], sides[1].figures[two[1]]
    return Difference(
        "time" if left.value.kind in ("clock", "date") else "number",
        *sides,
        left.text,
        right.text,
        f"{left.value.value}",
        f"{right.value.value}",
        left.sentence,
        right.sentence,
        later=later or sources.share_text(sides[0].article, sides[1].article),
    )


def _polarity(
    assertions: Sequence[Assertion], pairs: Pairs, space: TermSpace, sources: Sources
) -> Iterator[Difference]:
    for (one, two), comparison in pairs.comparisons.items():
        left, right = assertions[one], assertions[two]
        if comparison.denied < LEAST_DENIED or pairs.subject[one, two] < LEAST_SUBJECT:
            continue
        if not _at_one_moment(left, right, comparison) or not tells_denied(left, right, space):
            continue
        one_key, two_key = (str(bool(a.negations)) for a in (left, right))
        at, other_at = _sentence(left, sources), _sentence(right, sources)
        yield Difference("polarity", left, right, left.text, right.text, one_key, two_key, at, other_at)


def _opposites(assertions: Sequence[Assertion], pairs: Pairs, sources: Sources) -> Iterator[Difference]:
    """Yield what one report tells as the opposite of what another tells: prices rose, prices fell."""
    for (one, two), comparison in pairs.comparisons.items():
        left, right = assertions[one], assertions[two]
        if comparison.opposite < LEAST_DENIED or pairs.subject[one, two] < LEAST_SUBJECT:
            continue
        if not _at_one_moment(left, right, comparison):
            continue
        poles = next((a.pole, b.pole) for a, b in opposed(left.poles, right.poles) if a.pole.kind == "opposite")
        one_key, two_key = (f"{pole.entry}/{pole.side}" for pole in poles)
        at, other_at = _sentence(left, sources), _sentence(right, sources)
        # The opposite may stand in what introduces the assertion: whole sentences are shown.
        here, there = (sources.readings[side.article].article.text for side in (left, right))
        yield Difference("polarity", left, right, at.of(here), other_at.of(there), one_key, two_key, at, other_at)


def _at_one_moment(left: Assertion, right: Assertion, comparison: Comparison) -> bool:
    """Say whether two reports tell, as equally certain, of one moment."""
    return (
        left.article != right.article
        and "asks" not in (left.stance, right.stance)
        and not comparison.features["certainty"]
        and not comparison.other_days
        and left.published == right.published
    )


def _places(assertions: Sequence[Assertion], space: TermSpace, sources: Sources) -> Iterator[Difference]:
    placed = [(a, place) for a in assertions if (place := find_place(a.text, sources.pack))]
    for (left, here), (right, there) in combinations(placed, 2):
        if (
            left.article == right.article
            or not places_exclude(here, there, sources.pack)
            or not _one_event(left, right, space)
        ):
            continue
        at, other_at = _sentence(left, sources), _sentence(right, sources)
        yield Difference("place", left, right, here.text, there.text, here.key, there.key, at, other_at)


def _one_event(left: Assertion, right: Assertion, space: TermSpace) -> bool:
    """Say whether two sentences tell of one event: what happens is named alike, and what it happens to.

    The latter may stand in the sentence before, where a pronoun takes its place.
    """
    if left.negations or right.negations or (left.certainties ^ right.certainties) & NOT_DONE:
        return False
    sides = [[t for t in (*a.terms, *a.context) if not t.name and not t.number] for a in (left, right)]
    direct = [{t.stem for t in a.terms} for a in (left, right)]
    shared = {
        (one.stem, two.stem)
        for one in sides[0]
        for two in sides[1]
        if space.likeness[space.numbers[one.stem], space.numbers[two.stem]] >= LEAST_EVENT
    }
    # The words of the event itself stand in both sentences; each word counts once.
    happens = any(one in direct[0] and two in direct[1] for one, two in shared)
    return happens and min(len({one for one, _ in shared}), len({two for _, two in shared})) >= LEAST_EVENT_WORDS


def _sentence(assertion: Assertion, sources: Sources) -> Span:
    sentences = sources.readings[assertion.article].sentences
    return next((s for s in sentences if covers(s, assertion.span)), assertion.span)


def make_conflicts(differences: Sequence[Difference], sources: Sources) -> tuple[Conflict, ...]:
    """Join differences of one thing into conflicts, each with its sides, in the order of the articles."""
    found = []
    for group in _joined(differences):
        sides = _sides(group, sources)
        if len(sides) > 1:
            first = sides[0].occurrences[0]
            found.append(
                Conflict(
                    id=short_hash(first.article, "conflict", f"{first.span.start}-{first.span.end}", _what(group)),
                    kind=group[0].kind,
                    what=_what(group),
                    sides=sides,
                    trace=Trace(f"compare:conflict-{group[0].kind}"),
                )
            )
    return tuple(found)


def make_updates(differences: Sequence[Difference], sources: Sources) -> tuple[Update, ...]:
    """Join differences that time explains into courses, the steps in the order of publication, then of their size."""
    dates = {article: reading.article.published or "" for article, reading in sources.readings.items()}
    found = []
    for group in _joined(differences):
        sizes = _sizes(group)
        # What is counted grows: where the dates do not tell which value was first, it was the smallest.
        steps = sorted(
            _sides(group, sources),
            key=lambda side: (min(dates[o.article] for o in side.occurrences), sizes[side.value]),
        )
        if len(steps) > 1:
            first = steps[0].occurrences[0]
            id_ = short_hash(first.article, "update", f"{first.span.start}-{first.span.end}", _what(group))
            found.append(Update(id_, _what(group), tuple(steps), Trace("compare:update")))
    return tuple(found)


def _sizes(group: Iterable[Difference]) -> dict[str, float]:
    """Return the numbers of updates by the text in which a side shows them."""
    shown = [(d.left_value, d.left_key) for d in group] + [(d.right_value, d.right_key) for d in group]
    return {" ".join(value.split()): 0.0 if key == _UNKNOWN else float(key) for value, key in shown}


def _joined(differences: Sequence[Difference]) -> list[list[Difference]]:
    """Return groups of differences of one kind that share a value at a place."""
    parents = list(range(len(differences)))

    def root(n: int) -> int:
        while parents[n] != n:
            n = parents[n]
        return n

    at: dict[tuple[str, str, int, str], int] = {}
    for n, d in enumerate(differences):
        for a, key in ((d.left, d.left_key), (d.right, d.right_key)):
            place = (d.kind, a.article, a.span.start, key)
            one, two = sorted((root(at.setdefault(place, n)), root(n)))
            parents[two] = one
    groups: dict[int, list[Difference]] = defaultdict(list)
    for n, d in enumerate(differences):
        groups[root(n)].append(d)
    return list(groups.values())


def _sides(group: Iterable[Difference], sources: Sources) -> tuple[ConflictSide, ...]:
    order = {article: n for n, article in enumerate(sources.readings)}
    values: dict[str, str] = {}
    places: dict[str, set[tuple[int, Span]]] = defaultdict(set)
    for d in group:
        for key, value, a, at in (
            (d.left_key, d.left_value, d.left, d.left_at),
            (d.right_key, d.right_value, d.right, d.right_at),
        ):
            values.setdefault(key, " ".join(value.split()))
            places[key].add((order[a.article], at))
    articles = list(sources.readings)
    sides = [
        ConflictSide(values[key], tuple(Occurrence(articles[n], span) for n, span in sorted(found)))
        for key, found in places.items()
    ]
    first: Callable[[ConflictSide], tuple[int, Span]] = lambda side: (  # noqa: E731 (a name for a type)
        order[side.occurrences[0].article],
        side.occurrences[0].span,
    )
    return tuple(sorted(sides, key=first))


def _what(group: Sequence[Difference]) -> str:
    """Return what the values are of, in the texts' words: what both sentences of the first difference share."""
    d = group[0]
    if d.kind in ("polarity", "place"):
        return " ".join(d.left.text.split())
    words = {term.stem for term in d.right.terms}
    shared = [
        d.left.text[t.start - d.left.span.start : t.end - d.left.span.start] for t in d.left.terms if t.stem in words
    ]
    return " ".join(dict.fromkeys(shared)) or d.left_value
