"""The words of a text as vectors of the encoder's word table: what they mean by themselves."""

import numpy as np

from quellenlage.read.learned.encoder import Floats, Model, unpack_rows
from quellenlage.read.learned.words import cut_words

# Numbers of a vector, and about the deviation of each in the table (multilingual-e5-small), by which they are scaled.
WIDTH = 384
_DEVIATION = 0.06


def word_vectors(text: str, model: Model) -> Floats:
    """Return the vectors (words, WIDTH) of the words and marks of a text: each the mean of its pieces'."""
    words = cut_words(text, [(0, len(text))], model.vocabulary)
    if not len(words):
        return np.zeros((0, WIDTH), np.float32)
    sizes = np.array([len(pieces) for pieces in words.pieces])
    rows = unpack_rows(model, [piece for pieces in words.pieces for piece in pieces])
    firsts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    sums = np.add.reduceat(rows, firsts, axis=0)
    means: Floats = (sums / (sizes[:, None] * _DEVIATION)).astype(np.float32)
    return means
