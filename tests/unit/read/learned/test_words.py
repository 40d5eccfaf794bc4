"""The words of an article and the windows that they are read in."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.read.learned.encoder import shares_of
from quellenlage.read.learned.pieces import SPACE, make_vocabulary
from quellenlage.read.learned.words import Words, cut_words, plan_windows, window_ids

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = make_vocabulary(
    ["<s>", "</s>", "<unk>", SPACE, *LETTERS, ".", "-"], [0.0] * 3 + [-2.0] * (len(LETTERS) + 3)
)


def make_words(lengths: list[int], sentences: list[int]) -> Words:
    """Return words of these numbers of pieces in these sentences."""
    count = len(lengths)
    return Words(
        tuple(range(count)),
        tuple(range(1, count + 1)),
        tuple((3,) * length for length in lengths),
        tuple(sorted(sentences)),
        (False,) * count,
    )


def test_hyphens_and_marks_are_words_of_their_own() -> None:
    """A name inside a compound has ends of its own."""
    text = "die UN-Truppe."
    words = cut_words(text, [(0, len(text))], VOCABULARY)
    assert [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == ["die", "UN", "-", "Truppe", "."]


def test_only_words_after_white_space_begin_with_a_space() -> None:
    """The encoder was trained on pieces that know whether a space stood before them."""
    words = cut_words("a-b c", [(0, 5)], VOCABULARY)
    assert [pieces[0] == VOCABULARY.ids[SPACE] for pieces in words.pieces] == [True, False, False, True]


def test_line_ends_are_kept_as_breaks() -> None:
    """The first word of a paragraph is marked, the first of the text is not."""
    words = cut_words("a b.\n\nc d", [(0, 4), (6, 9)], VOCABULARY)
    assert words.breaks == (False, False, False, True, False)
    assert words.sentence == (0, 0, 0, 1, 1)


def test_text_between_stretches_is_not_read() -> None:
    """Furniture between two sentences has no words."""
    words = cut_words("ab xx cd", [(0, 2), (6, 8)], VOCABULARY)
    assert words.starts == (0, 6)


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 12)), max_size=120),
    st.integers(10, 60),
)
def test_every_word_counts_in_exactly_one_window(rows: list[tuple[int, int]], limit: int) -> None:
    """Windows keep all words once, in order, within what they read, and hold no more than the limit."""
    words = make_words([length for length, _ in rows], [sentence for _, sentence in rows])
    windows = plan_windows(words, limit, limit // 4)
    kept = [n for window in windows for n in range(window.keep_first, window.keep_last)]
    assert kept == list(range(len(words)))
    for window in windows:
        assert window.first <= window.keep_first < window.keep_last <= window.last
        assert sum(map(len, words.pieces[window.first : window.last])) <= limit


def test_a_window_names_the_first_piece_of_each_word() -> None:
    """The first place is the start piece's; a paragraph's end is a stop piece before the next word."""
    words = cut_words("ab.\nc", [(0, 3), (4, 5)], VOCABULARY)
    (window,) = plan_windows(words, 100, 20)
    ids, places = window_ids(words, window, VOCABULARY)
    assert places == [0, 1, 4, 6]
    assert [ids[place] for place in places] == [0, 3, VOCABULARY.ids["."], 3]
    assert ids[5] == ids[-1] == VOCABULARY.stop


def test_a_word_is_the_mean_of_its_pieces() -> None:
    """A word is all pieces up to the next word, the stop piece of a paragraph or of the end among them."""
    shares = shares_of([0, 1, 4, 6], 8)
    assert shares.shape == (4, 8)
    assert shares.sum(axis=1).tolist() == pytest.approx([1, 1, 1, 1])
    assert [np.flatnonzero(row).tolist() for row in shares] == [[0], [1, 2, 3], [4, 5], [6, 7]]
