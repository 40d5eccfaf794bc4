"""Which line ends end a paragraph?"""

import pytest

from quellenlage.read.blocks import find_blocks, find_lines, trim

WRAPPED = (
    "Die Fähre von Kiel nach Oslo liegt seit dem frühen Morgen im Hafen und\n"
    "kommt nicht los. Der Wind hat in der Nacht gedreht und treibt das Eis\n"
    "in die Bucht. Wie lange das so bleibt, konnte die Reederei am Mittag\n"
    "noch nicht sagen.\n"
    "\n"
    "Am Abend soll ein Schlepper kommen, den die Stadt bei der Werft\n"
    "bestellt hat.\n"
)


def texts(text: str) -> list[str]:
    """Return the paragraphs of a text, their line ends as blanks."""
    return [" ".join(text[start:end].split()) for start, end in find_blocks(text)]


def test_blank_lines_part_paragraphs() -> None:
    """Paragraphs that blank lines part are found, whatever the line ends are."""
    for end in ("\n\n", "\r\n\r\n", "\r\r", "\n \n"):
        assert texts(f"Eins kam an.{end}Zwei fuhr ab.") == ["Eins kam an.", "Zwei fuhr ab."]


def test_single_line_ends_part_paragraphs_of_their_own() -> None:
    """A line that ends its sentence, or is a heading, is a paragraph of its own."""
    long = "Die Fähre liegt im Hafen, " * 8
    assert len(texts(f"Sturm am Hafen\n{long}kam an.\n{long}fuhr ab.")) == 3


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that were wrapped at a margin are put together; the blank line parts paragraphs all the same."""
    first, second = texts(WRAPPED)
    assert first.startswith("Die Fähre von Kiel")
    assert first.endswith("noch nicht sagen.")
    assert second == "Am Abend soll ein Schlepper kommen, den die Stadt bei der Werft bestellt hat."


def test_a_line_that_breaks_off_goes_on() -> None:
    """In a text of long lines, one that breaks off before a small letter goes on in the next line."""
    text = "Die Reederei sagte am Abend, dass die Fähre\nnicht mehr fahren werde. " + "Sie bleibt liegen. " * 10
    assert len(texts(text)) == 1


def test_a_list_is_no_wrapped_text() -> None:
    """Short lines that all begin with a capital stay apart."""
    assert len(texts("Kiel, Hafen am Bahnhof\nOslo, Hafen an der alten Werft am Fjord\nHelsinki, Hafen im Westen")) == 3


def test_invisible_characters_are_trimmed() -> None:
    """A byte order mark, soft hyphens, NUL and blanks of all kinds are no part of a paragraph."""
    text = "\ufeff\u00ad \u00a0Die Fähre.\x00\u200b\r\n\u2009\r\n"
    assert [text[start:end] for start, end in find_blocks(text)] == ["Die Fähre."]
    assert trim("  \u00ad", 0, 3)[0] == trim("  \u00ad", 0, 3)[1]


@pytest.mark.parametrize("text", ["", "\n", "\r\n\ufeff", " \u2028 "])
def test_nothing_but_white_space_has_no_lines(text: str) -> None:
    """A text without a visible character has no line and no paragraph."""
    assert find_lines(text) == find_blocks(text) == []
