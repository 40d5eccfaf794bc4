"""Do two assertions say the same, contradict each other, or only speak of related things?"""

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.features import Comparison, compare
from quellenlage.compare.claims.weights import load_weights
from quellenlage.compare.meaning.terms import Term, TermSpace, make_space
from quellenlage.languages import LanguagePack
from quellenlage.model import ClaimRelation, Judgement, Trace

# From this probability on, two assertions are one claim. Tuned on the odd records of claims_dev.
LEAST_SAME = 0.5
# Assertions that speak so much of one thing contradict each other if their numbers or days exclude each other, or if
# only one of them denies it.
ONE_SUBJECT = 0.35
_RULE = "compare:claims"


def judge_claims(left: Assertion, right: Assertion, pack: LanguagePack, space: TermSpace | None = None) -> Judgement:
    """How do two assertions stand to each other: same, related or contradict?"""
    space = space or make_space((*terms_of(left), *terms_of(right)), pack)
    comparison = compare(left, right, space)
    features = dict(comparison.features)
    weights = load_weights(pack)
    same = weights.probability(features)
    against = contradiction(comparison)
    if against:
        without = weights.probability({**features, "numbers_clash": 0.0, "negation": 0.0, "other_days": 0.0})
        if without >= ONE_SUBJECT:
            return _judgement("contradict", without, against)
    reasons = ", ".join(f"{name.replace('_', ' ')} {value:.2f}" for name, value in weights.strongest(features))
    if same >= LEAST_SAME:
        return _judgement("same", same, reasons)
    return _judgement("related", 1 - same, reasons)


def contradiction(comparison: Comparison) -> str:
    """Return why two assertions of one thing cannot both be true, "" if nothing says so."""
    if comparison.clashing:
        one, two = comparison.clashing[0]
        return f"one quantity, {one.text!r} and {two.text!r}"
    if comparison.opposed:
        return "only one of them is negated"
    return ""


def terms_of(assertion: Assertion) -> tuple[Term, ...]:
    """Return all terms that comparing an assertion looks at."""
    figures = (term for figure in assertion.figures for term in (*figure.noun, *figure.near, *figure.far))
    return (*assertion.terms, *figures)


def _judgement(relation: ClaimRelation, score: float, why: str) -> Judgement:
    return Judgement(relation, round(score, 3), why, Trace(_RULE, score=round(score, 3)))
