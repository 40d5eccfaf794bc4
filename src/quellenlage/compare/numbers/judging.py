"""Same quantity, and can both values be right? If not: did time pass between them?"""

from math import exp

from quellenlage.compare.meaning.terms import TermSpace, make_space
from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.sameness import Evidence, weigh
from quellenlage.compare.numbers.values import apart, compatible, size
from quellenlage.languages import LanguagePack
from quellenlage.model import Judgement, NumberRelation, Trace

# Hours between two reports from which on a later state is likely, where the hour of both is known.
LEAST_HOURS = 1.5
# On one day, outlets that count the same state differ by less than this factor; a new count by more.
NEW_COUNT = 1.5
# A false alarm costs trust: less certain than this, values that exclude each other are of different quantities. On the
# odd records of numbers_dev every conflict above it is right.
LEAST_CONFLICT = 0.9
_TRACE = "compare:numbers"


def judge_numbers(
    left: Figure,
    right: Figure,
    pack: LanguagePack,
    space: TermSpace | None = None,
    least_conflict: float = LEAST_CONFLICT,
) -> Judgement:
    """How do two marked numbers stand to each other: same, update, conflict or different?

    `least_conflict` is how surely they must be one quantity before they conflict: less where their sentences are known
    to speak of one thing.
    """
    if space is None:
        figures = (left, right)
        space = make_space((term for f in figures for term in (*f.noun, *f.near, *f.far)), pack)
    evidence = weigh(left, right, space)
    total = sum(item.weight for item in evidence)
    sure = 1 / (1 + exp(-total))
    if total <= 0:
        return _judgement("different", 1 - sure, [item for item in evidence if item.weight < 0])
    if compatible(left.value, right.value, left.published or right.published):
        return _judgement("same", sure, [item for item in evidence if item.weight > 0])
    passed = _time_passed(left, right)
    if passed:
        return _judgement("update", sure, [Evidence(1.0, passed)])
    if sure < least_conflict:
        return _judgement("different", 1 - sure, [item for item in evidence if item.weight < 0])
    return _judgement("conflict", sure, [Evidence(1.0, "one quantity, one moment, values that exclude each other")])


def _judgement(relation: NumberRelation, score: float, reasons: list[Evidence]) -> Judgement:
    ranked = sorted(reasons, key=lambda item: -abs(item.weight))
    why = "; ".join(item.why for item in ranked[:3]) or "nothing ties them together"
    return Judgement(relation, round(score, 3), why, Trace(_TRACE, score=round(score, 3)))


def _time_passed(left: Figure, right: Figure) -> str:
    """Return why one value is a later state of the other, "" if nothing says so."""
    if not _can_change(left, right):
        return ""
    earlier, later = sorted((left, right), key=lambda f: f.moment if f.moment is not None else 0.0)
    hours = (later.moment or 0.0) - (earlier.moment or 0.0) if earlier.moment is not None else 0.0
    ordered = hours >= (LEAST_HOURS if left.clocked and right.clocked else 24.0)
    grew = size(later.value) > size(earlier.value)
    if ordered:
        return "the later report has the larger number" if grew or "progress" in later.roles else ""
    larger = later if grew else earlier
    smaller = earlier if grew else later
    if "progress" in larger.roles or "before" in smaller.roles:
        return "its words tell of a later state"
    if hours and not grew:
        return ""
    return "far apart on one day: counted anew" if apart(left.value, right.value) >= NEW_COUNT else ""


def _can_change(left: Figure, right: Figure) -> bool:
    """Say whether a quantity may grow while reports come in: counts and sums do, ages, lengths and limits do not."""
    if left.value.kind != "amount" or left.value.unit in ("year-of-age", "share", "percent", "score"):
        return False
    return "limit" not in left.roles | right.roles
