"""Compare the assertions of a story, each with those that share something with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.features import Comparison, compare
from quellenlage.compare.claims.index import candidate_pairs
from quellenlage.compare.claims.pair_model import PairReader
from quellenlage.compare.claims.sides import lay_out
from quellenlage.compare.claims.weights import LEAST_READ, READ, load_weights
from quellenlage.compare.linear import probability
from quellenlage.compare.meaning.terms import TermSpace
from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.judging import gather_evidence, weigh_up
from quellenlage.compare.numbers.values import comparable, compatible
from quellenlage.compare.numbers.weights import load_model
from quellenlage.model import Judgement

# Pairs less alike than this are not kept: they decide nothing.
LEAST_KEPT = 0.05

# Two common words in common are chance: from so much weight (nats) of words beside names on, a common subject counts in
# full. Tuned on the first story of claims/dossiers_dev.
LEAST_EVIDENCE = 9.0

# A false alarm costs trust: the numbers of a conflict must be so likely of one quantity. Tuned on pairs of real reports
# (odd places of the stream) whose numbers exclude each other.
LEAST_QUANTITY = 0.7

# So much surer must it be which of two numbers of a sentence is the one that another sentence gives differently.
CLEARLY = 0.1

Mark = tuple[int, int]
"""A figure: the place of its assertion in the story, and its own place in that."""


@dataclass(slots=True)
class Pairs:
    """What comparing found, by the places of two assertions in the story (the smaller first).

    `alike` is how likely they are one claim, `subject` how likely but for what sets them against each other;
    `comparisons` the evidence. `figures` holds for two figures how surely they are one quantity and agree, `differing`
    the judgement on those that are one quantity and do not.
    """

    alike: dict[tuple[int, int], float] = field(default_factory=dict)
    subject: dict[tuple[int, int], float] = field(default_factory=dict)
    comparisons: dict[tuple[int, int], Comparison] = field(default_factory=dict)
    figures: dict[tuple[Mark, Mark], float] = field(default_factory=dict)
    differing: dict[tuple[Mark, Mark], Judgement] = field(default_factory=dict)


def compare_pairs(assertions: Sequence[Assertion], space: TermSpace, reader: PairReader | None = None) -> Pairs:
    """Compare all pairs of assertions that share enough to be one claim; a reader reads them side by side, too."""
    model = load_weights(space.pack)
    found = Pairs()
    sides = [lay_out(assertion, space) for assertion in assertions]
    for one, two in candidate_pairs(assertions, space):
        comparison = compare(sides[one], sides[two], space)
        features, verbatim = comparison.features, comparison.verbatim
        odds = model.unread.total(features)
        if reader and not verbatim and odds >= LEAST_READ:
            odds = model.same.total({**features, READ: reader.compare(assertions[one].text, assertions[two].text)})
        if probability(odds) >= LEAST_KEPT and not comparison.parted:
            found.alike[one, two] = probability(odds)
        known = 1.0 if verbatim else min(1.0, features["words_shared"] / LEAST_EVIDENCE)
        found.subject[one, two] = probability(model.subject.total(_without_difference(features))) * known
        found.comparisons[one, two] = comparison
        _compare_figures((one, two), assertions, space, found)
    return found


def _without_difference(features: Mapping[str, float]) -> dict[str, float]:
    return {**features, "numbers_clash": 0.0, "negation": 0.0, "other_days": 0.0, "names_apart": 0.0}


def _compare_figures(pair: tuple[int, int], assertions: Sequence[Assertion], space: TermSpace, found: Pairs) -> None:
    one, two = pair
    if assertions[one].article == assertions[two].article:
        return
    left, right = assertions[one].figures, assertions[two].figures
    if not left or not right:
        return
    judged = {
        (a, b): _judge(left[a], right[b], found.comparisons[pair], space)
        for a in range(len(left))
        for b in range(len(right))
        if comparable(left[a].value, right[b].value)
    }
    # What has its like on the other side is in no conflict with that side's other numbers.
    agreed = [pair for pair in judged if compatible(left[pair[0]].value, right[pair[1]].value)]
    differing = {
        (a, b): judgement
        for (a, b), judgement in judged.items()
        if judgement.relation in ("conflict", "update") and not any(a == x or b == y for x, y in agreed)
    }
    for (a, b), judgement in judged.items():
        if judgement.relation == "same":
            found.figures[(one, a), (two, b)] = judgement.score
    for a, b in _matched(differing):
        found.differing[(one, a), (two, b)] = differing[a, b]


def _judge(left: Figure, right: Figure, comparison: Comparison, space: TermSpace) -> Judgement:
    """Judge two numbers; the evidence may have been gathered for the assertions that hold them."""
    weighed = comparison.weighed
    known = weighed.get((id(left), id(right))) or weighed.get((id(right), id(left)))
    agree, evidence = known or gather_evidence(left, right, space.pack, space)
    return weigh_up(load_model(space.pack), evidence, agree=agree, least_apart=LEAST_QUANTITY)


def _matched(differing: Mapping[tuple[int, int], Judgement]) -> list[tuple[int, int]]:
    """Return each number with its counterpart, the surest first.

    Where one sentence has more numbers than there are counterparts, one must be surer than the rest by CLEARLY.
    """
    lefts, rights = ({pair[side] for pair in differing} for side in (0, 1))
    matched: list[tuple[int, int]] = []
    for a, b in sorted(differing, key=lambda pair: (-differing[pair].score, pair)):
        if any(a == x or b == y for x, y in matched):
            continue
        rivals = [j.score for (x, y), j in differing.items() if (x == a) != (y == b)]
        if len(lefts) == len(rights) or differing[a, b].score - max(rivals, default=0.0) >= CLEARLY:
            matched.append((a, b))
    return matched
