"""Do two assertions say the same, contradict each other, or only speak of related things?"""

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.features import Comparison, compare
from quellenlage.compare.claims.pair_model import WordVectors, make_reader
from quellenlage.compare.claims.sides import lay_out
from quellenlage.compare.claims.weights import READ, load_weights, strongest
from quellenlage.compare.linear import probability
from quellenlage.compare.meaning.terms import Term, make_space
from quellenlage.languages import LanguagePack
from quellenlage.model import ClaimRelation, Judgement, Trace

# From this probability on, two assertions are one claim: news paraphrases share less than what the weights were made
# from. Tuned on the odd records of claims_dev and of the labelled real pairs.
LEAST_SAME = 0.12
# Below this, what the shorter one says does not stand in the other at all, however alike they look.
LEAST_SHARED = 0.22
# Two assertions contradict each other if they are so likely of one thing and their numbers exclude each other, or only
# one of them denies it. A shared quantity is strong evidence by itself. Tuned likewise.
ONE_QUANTITY = 0.1
ONE_SUBJECT = 0.35
# So much (by weight) must two clauses share beside opposites: of eight such pairs in stories written for it, seven
# contradict each other.
ONE_CLAUSE = 0.5
_RULE = "compare:claims"


def judge_claims(
    left: Assertion, right: Assertion, pack: LanguagePack, vectors: WordVectors | None = None
) -> Judgement:
    """How do two assertions stand to each other: same, related or contradict?

    With vectors of words, they are read side by side as well; without, what they share decides alone.
    """
    space = make_space((*terms_of(left), *terms_of(right)), pack)
    comparison = compare(lay_out(left, space), lay_out(right, space), space)
    features = dict(comparison.features)
    model = load_weights(pack)
    subject = probability(model.subject.total({**features, "numbers_clash": 0.0, "negation": 0.0, "other_days": 0.0}))
    reader = make_reader(pack, vectors)
    weights = model.same if reader else model.unread
    if reader:
        features[READ] = reader.compare(left.text, right.text)
    same = probability(weights.total(features))
    against = contradiction(comparison, subject, one_day=left.published == right.published)
    if against:
        return _judgement("contradict", subject, against)
    reasons = ", ".join(f"{name.replace('_', ' ')} {value:.2f}" for name, value in strongest(weights, features))
    # The score says how far a pair is from the line between the relations, which is at 0.5.
    odds = same / (1 - same) * (1 - LEAST_SAME) / LEAST_SAME
    if comparison.parted:
        apart = comparison.opposites or sorted(comparison.undone)
        reasons = f"told as {'opposites' if comparison.opposites else 'done and as open'}: {', '.join(apart)}"
    elif same >= LEAST_SAME and features["lighter"] >= LEAST_SHARED:
        return _judgement("same", odds / (1 + odds), reasons)
    return _judgement("related", max(0.5, 1 / (1 + odds)), reasons)


def contradiction(comparison: Comparison, subject: float, *, one_day: bool) -> str:
    """Return why two assertions that are so likely of one subject cannot both be true, "" if nothing says so.

    What fell yesterday may rise today: opposites need to be told on `one_day`, and as equally certain.
    """
    if comparison.clashing and subject >= ONE_QUANTITY:
        one, two = comparison.clashing[0]
        return f"one quantity, {one.text!r} and {two.text!r}"
    if comparison.opposed and subject >= ONE_SUBJECT:
        return "only one of them is negated"
    one_moment = one_day and not comparison.other_days and not comparison.features["certainty"]
    if comparison.opposite >= ONE_CLAUSE and subject >= ONE_SUBJECT and one_moment:
        return f"opposites: {', '.join(comparison.opposites)}"
    return ""


def terms_of(assertion: Assertion) -> tuple[Term, ...]:
    """Return all terms that comparing an assertion looks at."""
    figures = (term for figure in assertion.figures for term in (*figure.noun, *figure.near, *figure.far))
    return (*assertion.terms, *assertion.context, *assertion.actors, *figures)


def _judgement(relation: ClaimRelation, score: float, why: str) -> Judgement:
    return Judgement(relation, round(score, 3), why, Trace(_RULE, score=round(score, 3)))
