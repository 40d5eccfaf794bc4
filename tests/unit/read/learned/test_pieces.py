"""Cutting words into pieces."""

from quellenlage.read.learned.pieces import SPACE, cut_word, make_vocabulary

VOCABULARY = make_vocabulary(
    ["<s>", "</s>", "<unk>", SPACE, f"{SPACE}Haus", "Haus", "tür", "t", "ü", "r", "s"],
    [0.0, 0.0, 0.0, -3.0, -5.0, -6.0, -7.0, -4.0, -4.0, -4.0, -3.0],
)


def cut(word: str) -> list[int]:
    """Return the pieces of a word."""
    return list(cut_word(word, VOCABULARY))


def test_likeliest_segmentation_wins() -> None:
    """One piece of -7 beats three of -4."""
    assert cut(f"{SPACE}Haustür") == [4, 6]


def test_unknown_characters_take_one_piece_each() -> None:
    """A character that no piece holds is unknown, and the rest is cut as ever."""
    assert cut("Haus%s") == [5, 2, 10]


def test_compatibility_forms_and_soft_hyphens_are_read_as_plain_letters() -> None:
    """A soft hyphen inside a word and a decomposed umlaut change nothing."""
    assert cut(f"{SPACE}Haus\u00adtu\u0308r") == cut(f"{SPACE}Haustür")


def test_a_word_of_nothing_visible_is_unknown() -> None:
    """Every word has at least one piece, so that the encoder can say something of it."""
    assert cut("\u200b") == [2]


def test_special_pieces_cannot_be_written() -> None:
    """The text "<s>" is not read as the start piece."""
    assert 0 not in cut("<s>")
