"""Two assertions read side by side, word by word, by a small network; made by `scripts/train/pair_model.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from quellenlage.languages import LanguagePack

FILE = "pair_model.npz"
Floats = NDArray[np.float32]

WordVectors = Callable[[str], Floats]
"""The vectors (words, width) of the words of a text, from the encoder's word table."""

# How sharply a word looks for its like on the other side, as in training.
_SHARPNESS = 3.0
_EPSILON = 1e-5
# Words of an assertion that are read: no sentence of news is longer, and every word looks at all words beside it.
_LONGEST = 256


@dataclass(frozen=True, slots=True, eq=False)
class ReadSide:
    """One assertion as the network reads it: its words (words, size), what each weighs, and a first part of a sum."""

    words: Floats
    weights: Floats
    begun: Floats


@dataclass(frozen=True, slots=True, eq=False)
class PairModel:
    """The network's arrays by name."""

    arrays: dict[str, Floats]

    def read(self, vectors: Floats) -> ReadSide:
        """Return one assertion as the network reads it, once for all its pairs."""
        of = self.arrays
        if not len(vectors):
            none = np.zeros((0, of["proj.weight"].shape[0]), np.float32)
            return ReadSide(none, np.zeros(0, np.float32), none)
        centred = vectors - vectors.mean(axis=1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(axis=1, keepdims=True) + _EPSILON)
        normal = centred / spread * of["norm.weight"] + of["norm.bias"]
        weights = _softmax(normal @ of["weigh.weight"][0] + of["weigh.bias"][0])
        words = normal @ of["proj.weight"].T + of["proj.bias"]
        edge = np.zeros((1, words.shape[1]), np.float32)
        around = np.concatenate((edge, words, edge))
        neighbours = sum(around[n : n + len(words)] @ of["conv.weight"][:, :, n].T for n in range(3))
        words = words + np.maximum(neighbours + of["conv.bias"], 0)
        size = words.shape[1]
        begun = words @ of["compare.weight"][:, :size].T + of["compare.bias"]
        return ReadSide(words, weights, begun)

    def compare(self, left: ReadSide, right: ReadSide) -> float:
        """Return the log odds of two assertions being one claim; the order does not matter."""
        if not len(left.words) or not len(right.words):
            return 0.0
        of = self.arrays
        alike = left.words @ right.words.T * np.float32(_SHARPNESS / np.sqrt(left.words.shape[1]))
        one = self._beside(left, _softmax(alike) @ right.words)
        two = self._beside(right, _softmax(alike.T) @ left.words)
        both = np.concatenate((one + two, np.abs(one - two), one * two))
        inner = np.maximum(of["inner.weight"] @ both + of["inner.bias"], 0)
        same, related, contradict = (of["outer.weight"] @ inner + of["outer.bias"]).tolist()
        return float(same - np.logaddexp(related, contradict))

    def _beside(self, side: ReadSide, found: Floats) -> Floats:
        size = side.words.shape[1]
        rest = np.concatenate((found, np.abs(side.words - found), side.words * found), axis=1)
        said = np.maximum(side.begun + rest @ self.arrays["compare.weight"][:, size:].T, 0)
        return np.concatenate((side.weights @ said, said.max(axis=0)))


class PairReader:
    """Reads assertions side by side; what it has read of one is kept for its other pairs."""

    def __init__(self, model: PairModel, vectors: WordVectors) -> None:
        self._model, self._vectors = model, vectors
        self._read: dict[str, ReadSide] = {}

    def compare(self, left: str, right: str) -> float:
        """Return the log odds of two assertions, given in their words, being one claim."""
        return self._model.compare(self._side(left), self._side(right))

    def _side(self, text: str) -> ReadSide:
        if text not in self._read:
            self._read[text] = self._model.read(self._vectors(text)[:_LONGEST])
        return self._read[text]


def make_reader(pack: LanguagePack, vectors: WordVectors | None) -> PairReader | None:
    """Return a reader of pairs; None where there are no vectors, or the pack has no network."""
    model = load_pair_model(pack) if vectors else None
    return PairReader(model, vectors) if model and vectors else None


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


@cache
def load_pair_model(pack: LanguagePack) -> PairModel | None:
    """Return a pack's network, loaded once a process; None where the pack has none."""
    file = pack.folder / FILE
    if not file.exists():
        return None
    with np.load(file) as stored:
        return PairModel({name: np.ascontiguousarray(stored[name], np.float32) for name in stored})
