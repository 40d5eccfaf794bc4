"""Same quantity, and can both values be right? If not: did time pass between them?"""

from collections.abc import Mapping
from types import MappingProxyType

from quellenlage.compare.linear import Linear
from quellenlage.compare.meaning.terms import TermSpace, make_space
from quellenlage.compare.numbers.evidence import weigh
from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.passing import pass_time
from quellenlage.compare.numbers.values import comparable, compatible
from quellenlage.compare.numbers.weights import Model, load_model, strongest
from quellenlage.languages import LanguagePack
from quellenlage.model import Judgement, NumberRelation, Trace

# What is as likely as not is so.
LEAST = 0.5
# A conflict must be so likely, likelier than an update, and the values so likely of one quantity. Tuned on odd records,
# and on stories written for it and held out (`scripts/train/number_model.py --folds`).
LEAST_CONFLICT, LEAST_APART = 0.45, 0.6
_TRACE = "compare:numbers"
_UNITS = "units differ"
_NOTHING = "nothing ties them together"
# The evidence in words, beside that whose name says it.
_WORDS = MappingProxyType(
    {
        "agree_equal": "the same number",
        "agree_digits": "the same digits",
        "agree_small": "a number that many things have",
        "agree_age": "the same age",
        "apart": "values far apart",
        "apart_near": "values near each other",
        "own": "the words beside the numbers are alike",
        "near": "the clauses are alike",
        "both_near": "the clauses are alike",
        "whole": "the sentences are alike",
        "both": "the sentences are alike",
        "letters": "the sentences are worded alike",
        "window": "the words around the numbers are alike",
        "meaning": "the sentences mean alike",
        "meaning_near": "the words beside the numbers mean alike",
        "unmatched": "the words beside the numbers differ",
        "foreign": "one clause has a word the other lacks",
        "others_shared": "other numbers are shared",
        "others_clash": "no other number is shared",
        "rivals": "several numbers of one unit",
        "both_values": "one sentence has both values",
        "part_of_sum": "one is a part of the other",
        "nouns_alike": "the counted nouns are alike",
        "nouns_clash": "the counted nouns differ",
        "state_same": "the same became of those counted",
        "state_other": "something else became of those counted",
        "days_same": "the same day",
        "days_other": "other days",
        "days_years": "other years",
        "days_background": "only one is of the past",
        "daily_apart": "values of different days",
        "daily_both_apart": "values of different days",
        "periods_apart": "values of different periods",
        "days_swapped": "like sentences of different days",
        "named_shared": "the same names",
        "named_swapped": "other names on either side",
        "named_swapped_close": "other names in the clauses",
        "nearest_apart": "other names beside the numbers",
        "persons_apart": "other persons",
        "places_apart": "other places",
        "bodies_apart": "other organisations",
        "age_unnamed": "nothing names whose age it is",
        "forecast_swapped": "forecasts of different sources",
        "mass": "the sentences have much in common",
        "ordered": "time has passed",
        "grew": "the later report has the larger number",
        "fell": "the later report has the smaller number",
        "progress": "its words tell of a later state",
        "counted_anew": "far apart on one day: counted anew",
    }
)


def judge_numbers(left: Figure, right: Figure, pack: LanguagePack) -> Judgement:
    """How do two marked numbers stand to each other: same, update, conflict or different?

    The score is how likely that is, of all four.
    """
    if not comparable(left.value, right.value):
        return _judgement("different", 1.0, _UNITS)
    agree, evidence = gather_evidence(left, right, pack)
    return weigh_up(load_model(pack), evidence, agree=agree)


def gather_evidence(
    left: Figure, right: Figure, pack: LanguagePack, space: TermSpace | None = None
) -> tuple[bool, Mapping[str, float]]:
    """Can two numbers both be right, and what speaks for one quantity and, if they cannot, for time having passed?"""
    if space is None:
        space = make_space((term for f in (left, right) for term in (*f.noun, *f.near, *f.far)), pack)
    agree = compatible(left.value, right.value, left.published or right.published)
    return agree, {**weigh(left, right, space), **({} if agree else pass_time(left, right))}


def weigh_up(
    model: Model, evidence: Mapping[str, float], *, agree: bool, least_apart: float = LEAST_APART
) -> Judgement:
    """How do two numbers with this evidence stand to each other, if both can be right (`agree`), or cannot?

    `least_apart` is how likely the values of a conflict must be of one quantity.
    """
    if agree:
        share = model.share_same(evidence)
        relation: NumberRelation = "same" if share >= LEAST else "different"
        return _judgement(relation, max(share, 1 - share), _why(model.same, evidence))
    conflict, update = model.shares_apart(evidence)
    if conflict >= max(LEAST_CONFLICT, update) and conflict + update >= least_apart:
        return _judgement("conflict", conflict, "one quantity, one moment, values that exclude each other")
    if update >= max(conflict, 1 - conflict - update):
        return _judgement("update", update, _why(model.update, evidence))
    against = model.conflict if conflict >= update else model.update
    return _judgement("different", 1 - conflict - update, _why(against, evidence))


def _judgement(relation: NumberRelation, score: float, why: str) -> Judgement:
    return Judgement(relation, round(score, 3), why, Trace(_TRACE, score=round(score, 3)))


def _why(linear: Linear, evidence: Mapping[str, float]) -> str:
    words = (_WORDS.get(name, name.replace("_", " ")) for name in strongest(linear, evidence))
    return "; ".join(dict.fromkeys(words)) or _NOTHING
