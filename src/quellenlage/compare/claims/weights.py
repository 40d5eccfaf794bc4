"""How the evidence for two assertions being one claim is weighed: a small linear model, data of the pack."""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from quellenlage.compare.linear import Linear, make_linear
from quellenlage.languages import LanguagePack

FILE = "claim_model.json"
# Without a model, what both sides share decides alone.
_WITHOUT = Linear(-4.0, MappingProxyType({"both": 8.0}))


def strongest(weights: Linear, features: Mapping[str, float], count: int = 3) -> list[tuple[str, float]]:
    """Return the features that moved the sum most, with their values."""
    moved = sorted(weights.weights, key=lambda name: -abs(weights.weights[name] * features.get(name, 0.0)))
    return [(name, features.get(name, 0.0)) for name in moved[:count] if features.get(name, 0.0)]


@cache
def load_weights(pack: LanguagePack) -> Linear:
    """Return a pack's weights, made by `scripts/train/claims.py`: log odds of two assertions being one claim."""
    file = pack.folder / FILE
    return make_linear(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else _WITHOUT
