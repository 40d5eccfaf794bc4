"""Words as vectors of the encoder's word table."""

import numpy as np
import pytest

from quellenlage.read.learned import load_model, word_vectors
from quellenlage.read.learned.encoder import Floats
from quellenlage.read.learned.vectors import WIDTH


@pytest.mark.parametrize(("text", "words"), [("", 0), ("Brücke", 1), ("Die Brücke ist gesperrt.", 5), ("Nato-Chef", 3)])
def test_a_vector_for_every_word_and_mark(text: str, words: int) -> None:
    """Words and marks have one vector each, whatever pieces they are made of."""
    assert word_vectors(text, load_model()).shape == (words, WIDTH)


def test_a_word_means_the_same_wherever_it_stands() -> None:
    """The table knows words, not their neighbours."""
    alone, inside = word_vectors("Brücke", load_model()), word_vectors("Die Brücke ist gesperrt.", load_model())
    assert np.array_equal(alone[0], inside[1])


def test_like_words_have_like_vectors() -> None:
    """A synonym is nearer than a word of another field."""
    rain, rainfall, council = (word_vectors(word, load_model())[0] for word in ("Regen", "Regenfälle", "Bundesrat"))

    def cosine(one: Floats, two: Floats) -> float:
        return float(one @ two / np.linalg.norm(one) / np.linalg.norm(two))

    assert cosine(rain, rainfall) > cosine(rain, council)
