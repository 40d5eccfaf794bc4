"""Who and what is named beside two numbers: one person, place or organisation, or others?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import log1p

from quellenlage.model import Reading
from quellenlage.text import Span

# Forms of one name share a beginning: all but so many letters of the shorter ("Bremen", "Bremer"), at least so many.
_ENDING, _SHORTEST = 2, 4
_LABELS = (("PER", "persons_apart"), ("LOC", "places_apart"), ("ORG", "bodies_apart"))


@dataclass(frozen=True, slots=True)
class Named:
    """A named entity in the sentence of a number: its label, the words of its name, and whether the clause holds it.

    `distance` is that of the number (characters).
    """

    label: str
    words: tuple[str, ...]
    close: bool
    distance: int


def find_named(reading: Reading, sentence: Span, mark: Span, clause: tuple[int, int]) -> tuple[Named, ...]:
    """Return what a sentence names, of which the number of a clause may be told."""
    return tuple(
        Named(
            label=m.label,
            words=tuple(m.name.lower().split()),
            close=clause[0] <= m.span.start < clause[1],
            distance=max(mark.start - m.span.end, m.span.start - mark.end, 0),
        )
        for m in reading.entities
        if m.kind == "name" and sentence.start <= m.span.start < sentence.end
    )


def compare_named(left: Sequence[Named], right: Sequence[Named]) -> Mapping[str, float]:
    """Return what speaks for and against one quantity: names of one kind that are others, or the same.

    The order of the two does not matter.
    """
    apart = {}
    swapped = swapped_close = shared = 0
    for label, name in _LABELS:
        one, two = ([n for n in side if n.label == label] for side in (left, right))
        lacking = [[n for n in side if not _is_met(n, others)] for side, others in ((one, two), (two, one))]
        met = min(len(one) - len(lacking[0]), len(two) - len(lacking[1]))
        apart[name] = float(bool(one and two) and not met)
        shared += met
        swapped += bool(lacking[0] and lacking[1])
        swapped_close += all(any(n.close for n in side) for side in lacking)
    return {
        **apart,
        "named_shared": log1p(shared),
        "nearest_apart": float(_nearest_apart(left, right)),
        "named_swapped": float(swapped > 0),
        "named_swapped_close": float(swapped_close > 0),
    }


def _nearest_apart(left: Sequence[Named], right: Sequence[Named]) -> bool:
    """Say whether the names nearest to the numbers, in their clauses, are others of one kind."""
    one, two = (min((n for n in side if n.close), key=lambda n: n.distance, default=None) for side in (left, right))
    return bool(one and two and one.label == two.label and not _is_met(one, (two,)))


def _is_met(named: Named, others: Iterable[Named]) -> bool:
    return any(_alike(a, b) for other in others for a, b in product(named.words, other.words))


def _alike(one: str, two: str) -> bool:
    if one == two:
        return True
    shared = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return ("-" in one) == ("-" in two) and shared >= max(_SHORTEST, min(len(one), len(two)) - _ENDING)
