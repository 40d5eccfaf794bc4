"""How the evidence for two assertions being one claim is weighed: a small linear model, data of the pack."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from quellenlage.languages import LanguagePack

FILE = "claim_model.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the features by name, and what is added to their sum; made by `scripts/train/claims.py`."""

    bias: float
    weights: Mapping[str, float]

    def total(self, features: Mapping[str, float]) -> float:
        """Return the weighted sum (log odds) of two assertions with these features being one claim."""
        return self.bias + sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())

    def probability(self, features: Mapping[str, float]) -> float:
        """Return how likely two assertions with these features are one claim."""
        return probability(self.total(features))

    def strongest(self, features: Mapping[str, float], count: int = 3) -> list[tuple[str, float]]:
        """Return the features that moved the sum most, with their values."""
        moved = sorted(self.weights, key=lambda name: -abs(self.weights[name] * features.get(name, 0.0)))
        return [(name, features.get(name, 0.0)) for name in moved[:count] if features.get(name, 0.0)]


def probability(odds: float) -> float:
    """Return the probability (0..1) of these log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


@cache
def load_weights(pack: LanguagePack) -> Weights:
    """Return a pack's weights; without any, what both sides share decides alone."""
    file = pack.folder / FILE
    if not file.exists():
        return Weights(-4.0, {"both": 8.0})
    stored = json.loads(file.read_text(encoding="utf-8"))
    return Weights(float(stored["bias"]), {str(name): float(value) for name, value in stored["weights"].items()})
