"""Do two numbers tell of one quantity? Evidence for and against, added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from quellenlage.compare.meaning.likeness import coverage
from quellenlage.compare.meaning.terms import Term, TermSpace
from quellenlage.compare.numbers.figures import Figure
from quellenlage.compare.numbers.values import apart, comparable, compatible

# Roles of which both numbers or none must have one: a limit is no count, a part no total.
_TELLING = MappingProxyType(
    {"limit": -2.0, "wanted": -1.2, "former": -2.5, "part": -1.0, "each": -1.0, "increment": -0.8}
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against two numbers being one quantity: its weight, and in words."""

    weight: float
    why: str


def weigh(left: Figure, right: Figure, space: TermSpace) -> tuple[Evidence, ...]:
    """Return what speaks for (above 0) and against (below 0) two numbers telling of one quantity."""
    if not comparable(left.value, right.value):
        return (Evidence(-9.0, "units differ"),)
    return (
        *_counted(left, right, space),
        *_surroundings(left, right, space),
        *_roles(left, right),
        *_values(left, right),
    )


def _counted(left: Figure, right: Figure, space: TermSpace) -> list[Evidence]:
    found = []
    if left.state and right.state:
        same = left.state == right.state
        found.append(Evidence(1.2 if same else -3.0, f"{left.state} and {right.state}"))
    if bool(left.noun) != bool(right.noun) and not left.value.unit and left.value.kind == "amount":
        found.append(Evidence(-0.3, "only one says what it counts"))
    if left.noun and right.noun:
        alike = _heads_alike(left.noun, right.noun, space)
        if left.kind or right.kind:
            # "Menschen" may be any of those who are counted beside them.
            alike = max(alike, 0.8 if left.kind == right.kind else 0.45)
        weight = 1.6 * alike - (0.5 if left.state == right.state != "" else 0.9)
        found.append(Evidence(weight, f"counted nouns alike by {alike:.2f}"))
    return found


def _heads_alike(left: Sequence[Term], right: Sequence[Term], space: TermSpace) -> float:
    """Return how alike the counted nouns are: the last word of each is the head."""
    return float(space.likeness[space.numbers[left[-1].stem], space.numbers[right[-1].stem]])


def _surroundings(left: Figure, right: Figure, space: TermSpace) -> list[Evidence]:
    near = coverage((*left.noun, *left.near), (*right.noun, *right.near), space)
    whole = coverage((*left.noun, *left.near, *left.far), (*right.noun, *right.near, *right.far), space)
    found = [
        Evidence(2.2 * near - 0.8, f"clauses alike by {near:.2f}"),
        Evidence(2.2 * whole - 0.8, f"sentences alike by {whole:.2f}"),
    ]
    names = [{term.stem for term in (*f.noun, *f.near) if term.name} for f in (left, right)]
    if names[0] and names[1]:
        all_names = [names[n] | {term.stem for term in f.far if term.name} for n, f in enumerate((left, right))]
        if not names[0] & all_names[1] and not names[1] & all_names[0]:
            found.append(Evidence(-0.8, "other names"))
    if left.days and right.days and (left.days[0] > right.days[1] or right.days[0] > left.days[1]):
        years = left.days[0].year != right.days[0].year
        found.append(Evidence(-2.0 if years else -0.8, "other days"))
    return found


def _roles(left: Figure, right: Figure) -> list[Evidence]:
    roles = sorted((left.roles ^ right.roles) & _TELLING.keys())
    found = [Evidence(_TELLING[role], f"only one is marked as {role}") for role in roles]
    if "daily" in left.roles | right.roles and _day(left) != _day(right):
        found.append(Evidence(-2.5, "values of different days"))
    if "daily" in left.roles ^ right.roles and "total" in left.roles ^ right.roles:
        found.append(Evidence(-2.0, "a day's value and a total"))
    return found


def _day(figure: Figure) -> date | None:
    """Return the day that a day's value is of: the one that its sentence names, else that of the report."""
    return figure.days[1] if figure.days and figure.days[0] == figure.days[1] else figure.published


def _values(left: Figure, right: Figure) -> list[Evidence]:
    if not compatible(left.value, right.value, left.published):
        ratio = apart(left.value, right.value)
        found = [Evidence(-0.4 if ratio < 3 else -0.9 if ratio < 10 else -1.8, f"values apart by {ratio:.2g}")]
        if _has_both(left, right):
            found.append(Evidence(-1.5, "one sentence has both values"))
        if _is_part(left, right) or _is_part(right, left):
            found.append(Evidence(-2.5, "one is a part of the other"))
        return found
    exact = left.value.value is not None and left.value.value == right.value.value
    digits = len(f"{left.value.value:.6g}".strip("0").replace(".", "")) if left.value.value else 0
    return [Evidence(1.0 + (0.5 * min(digits, 4) if exact else 0.5), "values agree")]


def _has_both(left: Figure, right: Figure) -> bool:
    """Say whether one side's sentence has the other's value beside its own, and not as its earlier state."""
    if "progress" in left.roles | right.roles:
        return False
    pairs = ((left, right), (right, left))
    return any(comparable(one.value, v) and compatible(one.value, v) for one, two in pairs for v in two.others)


def _is_part(part: Figure, whole: Figure) -> bool:
    """Say whether a number adds up to the other with those beside it ("50 und sieben" beside 57)."""
    if part.value.value is None or part.value.unit or whole.value.unit or whole.value.value is None:
        return False
    beside = [v.value for v in part.others if v.kind == "amount" and not v.unit and v.value is not None]
    sums = {part.value.value + other for other in beside} | {part.value.value + sum(beside)}
    return bool(beside) and whole.value.value in sums
