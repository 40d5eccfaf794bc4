"""How common a word is in German news, and what it is like: a table of stems made by `scripts/train/claim_words.py`."""

from dataclasses import dataclass
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from quellenlage.languages import LanguagePack

Floats = NDArray[np.float32]

FILE = "claim_words.npz"
# Stored weights are sixteenths of a nat.
WEIGHT_STEP = 16.0
# What a stem weighs that the table lacks: it is rarer than all that stand in it (nats, as in the table's last band).
UNKNOWN_WEIGHT = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Sorted hashes of stems, their weights (nats of surprise) and vectors (int8 rows, unit length times `scale`)."""

    keys: NDArray[np.uint64]
    weights: NDArray[np.uint8]
    vectors: NDArray[np.int8]
    scale: float

    def holds(self, stem: str) -> bool:
        """Say whether the table has this stem."""
        key = np.uint64(stem_key(stem))
        at = int(self.keys.searchsorted(key))
        return at < len(self.keys) and self.keys[at] == key

    def look_up(self, stems: list[str]) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """Return weights (n), vectors (n, width; zeros where unknown) and which of these stems the table has."""
        width = self.vectors.shape[1]
        if not stems or not len(self.keys):
            none = np.zeros(len(stems), np.bool_)
            return np.full(len(stems), UNKNOWN_WEIGHT, np.float32), np.zeros((len(stems), width), np.float32), none
        hashes = np.array([stem_key(stem) for stem in stems], np.uint64)
        at = np.minimum(np.searchsorted(self.keys, hashes), len(self.keys) - 1)
        known = self.keys[at] == hashes
        weights = np.where(known, self.weights[at] / WEIGHT_STEP, UNKNOWN_WEIGHT).astype(np.float32)
        vectors = self.vectors[at].astype(np.float32) * np.float32(self.scale) * known[:, None]
        return weights, vectors, known


def stem_key(stem: str) -> int:
    """Return the 64-bit hash under which a stem stands in the table."""
    return int.from_bytes(blake2b(stem.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


@cache
def load_vocabulary(pack: LanguagePack) -> Vocabulary:
    """Return a pack's table of words, loaded once a process; an empty one where the pack has none."""
    file = pack.folder / FILE
    if not file.exists():
        return Vocabulary(np.zeros(0, np.uint64), np.zeros(0, np.uint8), np.zeros((0, 1), np.int8), 0.0)
    with np.load(file) as stored:
        scale = float(stored["scale"])
        return Vocabulary(stored["keys"], stored["weights"], stored["vectors"], scale)
