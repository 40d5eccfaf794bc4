"""How the evidence for two assertions being one claim is weighed: small linear models, data of the pack."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from quellenlage.compare.linear import Linear, make_linear
from quellenlage.languages import LanguagePack

FILE = "claim_model.json"
# What the network that reads two assertions side by side says is evidence by this name.
READ = "read"
# From these log odds without it on, the network is asked at all. From -3 to -1.5 the stories of claims/dossiers_dev are
# gathered alike; half of the pairs lie below.
LEAST_READ = -1.5
# Without a model, what both sides share decides alone.
_WITHOUT = Linear(-4.0, MappingProxyType({"both": 8.0}))


@dataclass(frozen=True, slots=True)
class ClaimModel:
    """Log odds of two assertions: of speaking of one thing (`subject`), of being one claim (`same`).

    `same` knows what the network says of them, `unread` does without.
    """

    subject: Linear
    same: Linear
    unread: Linear


def strongest(weights: Linear, features: Mapping[str, float], count: int = 3) -> list[tuple[str, float]]:
    """Return the features that moved the sum most, with their values."""
    moved = sorted(weights.weights, key=lambda name: -abs(weights.weights[name] * features.get(name, 0.0)))
    return [(name, features.get(name, 0.0)) for name in moved[:count] if features.get(name, 0.0)]


@cache
def load_weights(pack: LanguagePack) -> ClaimModel:
    """Return a pack's models, made by `scripts/train/claims.py`."""
    file = pack.folder / FILE
    if not file.exists():
        return ClaimModel(_WITHOUT, _WITHOUT, _WITHOUT)
    stored = json.loads(file.read_text(encoding="utf-8"))
    return ClaimModel(*(make_linear(stored[name]) for name in ("subject", "same", "unread")))
