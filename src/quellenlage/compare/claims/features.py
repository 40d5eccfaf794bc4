"""What speaks for two assertions being one claim, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.sides import (
    Side,
    both_parts,
    find_shared,
    lighter_part,
    names_part,
    shared_weight,
    word_parts,
)
from quellenlage.compare.meaning.cues import prefixes_of
from quellenlage.compare.meaning.letters import letters_alike
from quellenlage.compare.meaning.likeness import coverage, part_of
from quellenlage.compare.meaning.opposites import Found, Kind, opposed
from quellenlage.compare.meaning.status import CLAUSE_END, NOT_DONE
from quellenlage.compare.meaning.terms import Term, TermSpace
from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.judging import LEAST_CONFLICT, gather_evidence, weigh_up
from quellenlage.compare.numbers.values import comparable, compatible
from quellenlage.compare.numbers.weights import load_model

KINDS = tuple(sorted(NOT_DONE))
Weighed = tuple[bool, Mapping[str, float]]
"""Whether two numbers can both be right, and what speaks for one quantity."""

# What is denied must stand, by this part of its weight, in the other assertion.
LEAST_DENIED = 0.4
# So like must be the very word that is denied.
LEAST_WORD_DENIED = 0.7
# So much (by weight) must clauses share beside words that are opposites, or of two things. In stories written for it,
# one of 39 such pairs is one claim.
LEAST_OPPOSITE, LEAST_APART = 0.4, 0.6
# What is word for word the same (cosine of letters) needs no further evidence.
VERBATIM = 0.9
# A shorter stem may end another word by chance.
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assertions side by side: what speaks for one claim, by name, and the numbers that cannot both be right.

    `denied` is how much of what one side denies stands in the other, 0 where both or neither are negated. `undone` are
    the verbs (infinitives) of what one side tells as done and the other leaves open, `opposites` the words that are
    opposites ("rose", "fell"), or of two things ("north", "south"), in clauses that share enough else; `opposite` is
    how much the clauses of the former share. `weighed` is the evidence of numbers that was gathered for this, by the
    identities of both.
    """

    features: Mapping[str, float]
    clashing: tuple[tuple[Figure, Figure], ...]
    other_days: bool
    denied: float
    undone: frozenset[str]
    opposites: tuple[str, ...]
    opposite: float
    weighed: Mapping[tuple[int, int], Weighed] = field(repr=False, compare=False)

    @property
    def verbatim(self) -> bool:
        """Say whether both are word for word the same, nearly."""
        return self.features["letters"] >= VERBATIM

    @property
    def parted(self) -> bool:
        """Say whether both tell opposites, or one side tells as done what the other leaves open.

        Planned is not happened. In stories written for it, one pair in twelve is one claim all the same.
        """
        return bool(self.opposites) or (bool(self.undone) and not self.verbatim)

    @property
    def opposed(self) -> bool:
        """Say whether only one side is negated, in a clause that speaks of what the other side speaks of."""
        return self.denied >= LEAST_DENIED


def compare(one: Side, two: Side, space: TermSpace) -> Comparison:
    """Return the evidence of two assertions, in numbers; the order of the two does not matter."""
    if two.assertion.text < one.assertion.text:
        one, two = two, one
    shared = find_shared(one, two, space)
    left, right = one.assertion, two.assertion
    weighed: dict[tuple[int, int], Weighed] = {}
    agreeing, clashing = _numbers(left, right, space, weighed)
    names, words = names_part(one, two, shared), word_parts(one, two, shared)
    other_days, denied = _other_days(left, right), _denied(left, right, space)
    opposite, apart = (_opposed(left, right, kind, space) for kind in ("opposite", "apart"))
    features = {
        "lighter": lighter_part(one, two, shared),
        "both": both_parts(one, two, shared),
        "letters": letters_alike(left.text, right.text),
        "meaning": float(one.meaning @ two.meaning),
        "names_shared": max(names, 0.0),
        "names_apart": float(0 <= names < 0.2),
        "numbers_agree": min(agreeing, 2.0),
        "numbers_clash": min(len(clashing), 2.0),
        "other_days": float(other_days),
        "negation": float(bool(left.negations) != bool(right.negations)),
        "certainty": float(len((left.certainties ^ right.certainties) & NOT_DONE)),
        "length": abs(log((len(left.terms) + 1) / (len(right.terms) + 1))),
        "short": 1.0 / (1 + min(len(left.terms), len(right.terms))),
        "words_lighter": words.lighter,
        "words_most": words.most,
        "words_shared": words.shared,
        "shared": shared_weight(one, two, shared),
        "denied": denied,
        **_manners(left, right),
    }
    undone = (left.done - left.open) & (right.open - right.done) | (right.done - right.open) & (left.open - left.done)
    opposites = opposite[1] if opposite[0] >= LEAST_OPPOSITE else apart[1] if apart[0] >= LEAST_APART else ()
    return Comparison(features, tuple(clashing), other_days, denied, undone, opposites, opposite[0], weighed)


def _manners(left: Assertion, right: Assertion) -> dict[str, float]:
    """Return how both are told: on somebody's word, as a question, as planned, expected … by one side only."""
    told = (left.statement is not None) + (right.statement is not None)
    return {
        "told_once": float(told == 1),
        "told_both": float(told == 2),
        "question": float(left.asks != right.asks),
        **{f"{kind}_once": float((kind in left.certainties) != (kind in right.certainties)) for kind in KINDS},
    }


def _numbers(
    left: Assertion, right: Assertion, space: TermSpace, weighed: dict[tuple[int, int], Weighed]
) -> tuple[float, list[tuple[Figure, Figure]]]:
    agreeing = 0.0
    clashing: list[tuple[Figure, Figure]] = []
    for one in left.figures:
        fitting = [two for two in right.figures if comparable(one.value, two.value)]
        if any(compatible(one.value, two.value, one.published) for two in fitting):
            agreeing += 1
            continue
        for two in fitting:
            agree, evidence = weighed[id(one), id(two)] = gather_evidence(one, two, space.pack, space)
            # Here a conflict is no alarm, but one evidence of several: it need not be as surely of one quantity.
            judgement = weigh_up(load_model(space.pack), evidence, agree=agree, least_apart=LEAST_CONFLICT)
            if judgement.relation == "conflict":
                clashing.append((one, two))
    return agreeing, clashing


def _other_days(left: Assertion, right: Assertion) -> bool:
    """Say whether both name days, and none of one side's meets one of the other's."""
    if not left.days or not right.days:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in left.days for b in right.days)


def _has_opposite(left: Assertion, right: Assertion, space: TermSpace) -> bool:
    """Say whether one side has the other's word with a negating prefix: "nicht gerecht" and "ungerecht" agree."""
    prefixes = prefixes_of(space.pack)
    sides = [{term.stem for term in side.terms} for side in (left, right)]
    return any(
        other.startswith(prefixes) and other != stem and other.endswith(stem)
        for n in (0, 1)
        for stem in sides[n]
        if len(stem) >= _SHORTEST
        for other in sides[1 - n]
    )


def tells_denied(left: Assertion, right: Assertion, space: TermSpace) -> bool:
    """Say whether the very word that one side denies stands in the other: "nicht abgeschlossen", "abgeschlossen"."""
    denying, other = (left, right) if left.negations else (right, left)
    clause = _denied_clause(denying)
    behind = [term for term in clause if term.start >= denying.negations[0].end + denying.span.start]
    # "Das bestätigte er nicht": what is denied may stand before.
    return part_of((behind or clause[::-1])[:1], other.terms, space) >= LEAST_WORD_DENIED


def _denied(left: Assertion, right: Assertion, space: TermSpace) -> float:
    """Return how much of the one negated clause stands in the other side; 0 where both or neither are negated."""
    if bool(left.negations) == bool(right.negations) or _has_opposite(left, right, space):
        return 0.0
    denying, other = (left, right) if left.negations else (right, left)
    return part_of(_denied_clause(denying), other.terms, space)


def _opposed(left: Assertion, right: Assertion, kind: Kind, space: TermSpace) -> tuple[float, tuple[str, ...]]:
    """Return how much (0..1, by weight) two clauses share beside words that are opposites, and these words."""
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    if not left.poles or not right.poles:
        return best
    for one, two in opposed(left.poles, right.poles):
        if one.pole.kind == kind:
            shared = coverage(_clause_beside(left, one), _clause_beside(right, two), space)
            best = max(best, (shared, (one.word, two.word)))
    return best


def _clause_beside(side: Assertion, found: Found) -> list[Term]:
    """Return the terms of the clause in which a word stands, without the word.

    Beside a word that introduces the assertion stand all its terms, and who says it.
    """
    if found.start < 0 or found.end > len(side.text):
        return [*side.actors, *side.terms]
    start, end = found.start + side.span.start, found.end + side.span.start
    return [term for term in _clause(side, found.start, found.end) if term.end <= start or end <= term.start]


def _denied_clause(denying: Assertion) -> list[Term]:
    """Return the terms of the clause in which the first negation stands."""
    cue = denying.negations[0]
    return _clause(denying, cue.start, cue.end)


def _clause(side: Assertion, first: int, behind: int) -> list[Term]:
    """Return the terms of the clause that holds these characters of an assertion."""
    ends = [match.start() for match in CLAUSE_END.finditer(side.text)]
    start = max((end for end in ends if end < first), default=0) + side.span.start
    last = min((end for end in ends if end >= behind), default=len(side.text)) + side.span.start
    return [term for term in side.terms if start <= term.start < last]
