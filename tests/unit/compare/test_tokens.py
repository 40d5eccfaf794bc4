"""The words of long and odd texts, hashed."""

import pytest

from quellenlage.compare.tokens import find_tokens
from quellenlage.text import find_words


@pytest.mark.parametrize(
    "text",
    [
        "Der größte Kai am Fluss, ſagt İda. " * 9000,
        "Straße\n" * 60000,
        "x" * 300_000,
        "Am Kai \ud800 lag 😀 ein Schiff\x00 und Ö\u0308l. ",
    ],
    ids=["long", "no-spaces", "one-word", "surrogates"],
)
def test_long_and_odd_texts_have_the_words_of_find_words(text: str) -> None:
    """A text that is hashed piece by piece, or word by word, has the same words, and equal forms equal hashes."""
    tokens, words = find_tokens(text), find_words(text)
    assert tokens.starts.tolist() == [word.start for word in words]
    assert tokens.ends.tolist() == [word.end for word in words]
    assert len(set(tokens.forms.tolist())) == len({word.form for word in words})


def test_words_with_digits_are_figures() -> None:
    """Numbers and words with a digit are figures; number words are not."""
    assert find_tokens("Um 9.30 Uhr kamen B96 und drei").figures.tolist() == [
        False,
        True,
        True,
        False,
        False,
        True,
        False,
        False,
    ]
