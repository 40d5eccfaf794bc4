"""How the evidence for one quantity, and for time having passed, is weighed: linear models, data of the pack."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from quellenlage.compare.linear import Linear, make_linear, odds, probability
from quellenlage.languages import LanguagePack

FILE = "number_model.json"
# Numbers of one story and unit are one quantity if their sentences share half of what they say.
_WITHOUT = MappingProxyType({"both": 8.0})


def strongest(linear: Linear, evidence: Mapping[str, float], count: int = 3) -> list[str]:
    """Return the names of what moved the sum most in its own direction."""
    sign = 1 if linear.total(evidence) > 0 else -1
    moved = {name: sign * weight * evidence.get(name, 0.0) for name, weight in linear.weights.items()}
    return [name for name in sorted(moved, key=lambda name: -moved[name])[:count] if moved[name] > 0]


@dataclass(frozen=True, slots=True)
class Model:
    """How likely is what?

    `same` is of numbers that can both be right: are they one quantity? `conflict` and `update` are of numbers that
    exclude each other, each against two quantities.
    """

    same: Linear
    conflict: Linear
    update: Linear

    def share_same(self, evidence: Mapping[str, float]) -> float:
        """Return how likely values that can both be right are of one quantity."""
        return probability(self.same.total(evidence))

    def shares_apart(self, evidence: Mapping[str, float]) -> tuple[float, float]:
        """Return how likely values that exclude each other are a conflict, and how likely an update."""
        conflict, update = (odds(linear.total(evidence)) for linear in (self.conflict, self.update))
        return conflict / (1 + conflict + update), update / (1 + conflict + update)


@cache
def load_model(pack: LanguagePack) -> Model:
    """Return a pack's model, made by `scripts/train/number_model.py`; without any, shared words decide alone."""
    file = pack.folder / FILE
    if not file.exists():
        plain = Linear(-4.0, _WITHOUT)
        return Model(plain, plain, Linear(-4.0, MappingProxyType({})))
    stored = json.loads(file.read_text(encoding="utf-8"))
    return Model(*(make_linear(stored[name]) for name in ("same", "conflict", "update")))
