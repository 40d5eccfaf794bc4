"""Which encoding is it, and is it text at all?"""

import zlib
from random import Random

import pytest

from quellenlage.ingest.decoding import decode

SHORT = (
    "Der Minister äußerte sich dazu nicht.",
    "Größe",
    "Straße gesperrt",
    "Für die Opposition ist das unerträglich, sagte Müller.",
    "Der Fluß führt Hochwasser, die Brücke bei Köln ist zu.",
)
MARKED = "Für die Opposition ist das „unerträglich“ – so Müller. Kosten: 5 €"


@pytest.mark.parametrize("text", [*SHORT, MARKED])
def test_short_texts_of_windows(text: str) -> None:
    """Even a single German word in Windows-1252 is read right, and a note says what was assumed."""
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, "cp1252")
    assert [(problem.code, problem.severity) for problem in decoded.problems] == [("encoding-assumed", "note")]
    assert "cp1252" in decoded.problems[0].reason


@pytest.mark.parametrize(
    ("encoding", "text"),
    [*(("mac-roman", text) for text in SHORT), *(("cp850", text) for text in (SHORT[1], *SHORT[3:]))],
)
def test_short_texts_of_older_machines(encoding: str, text: str) -> None:
    """German texts of the old Macintosh and of DOS are told from those of Windows by a few words."""
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_wide_encodings_and_marks(encoding: str) -> None:
    """A byte order mark tells the encoding and stays in the text; UTF-16 is told without one too."""
    data = MARKED.encode(encoding)
    decoded = decode(data, "a.txt")
    assert decoded.text is not None
    assert decoded.text.removeprefix("\ufeff") == MARKED
    assert decoded.text.startswith("\ufeff") == (encoding in ("utf-8-sig", "utf-16", "utf-32"))
    assert decoded.problems == ()


def test_a_language_beyond_western_europe_is_left_to_the_library() -> None:
    """A Russian text in Windows-1251 is no garbled German one."""
    text = "Министр иностранных дел прибыл в понедельник в столицу, сообщило агентство. " * 4
    assert decode(text.encode("cp1251"), "a.txt").text == text


@pytest.mark.parametrize("text", ["Straße", "Nach Málaga!", "São Paulo", "Citroën", "Almería", "À la carte"])
def test_a_single_foreign_letter_is_that_of_windows(text: str) -> None:
    """Where little tells, Windows-1252 is assumed: it is the most frequent by far."""
    assert decode(text.encode("cp1252"), "a.txt").text == text


def test_damaged_utf8_is_utf8() -> None:
    """A text cut within a character, or with a broken byte, loses that character alone, and the problem counts it."""
    data = ("Die Fähre fährt über den Fluss nach Süden, schöne Grüße. " * 3).encode()
    decoded = decode(data[:10] + b"\xff" + data[10:-1] + b"\xc3", "a.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text is not None
    assert decoded.text.count("\ufffd") == 2
    assert [(problem.code, problem.severity) for problem in decoded.problems] == [("broken-characters", "partial")]
    assert decoded.problems[0].reason.startswith("2 places")


def test_replacement_characters_of_the_source_are_no_damage() -> None:
    """U+FFFD that the source itself holds is text."""
    assert decode("Die F\ufffdhre fährt".encode(), "a.txt").problems == ()


def test_the_declared_encoding_counts_where_it_fits() -> None:
    """What a page declares is believed if the bytes fit, Latin-1 meaning Windows-1252; UTF-8 bytes stay UTF-8."""
    assert (
        decode("Łódź, cześć i dzień dobry".encode("iso8859-2"), "a.html", "ISO-8859-2").text
        == "Łódź, cześć i dzień dobry"
    )
    latin = decode(MARKED.encode("cp1252"), "a.html", "iso-8859-1")
    assert (latin.text, latin.problems) == (MARKED, ())
    assert decode(MARKED.encode(), "a.html", "iso-8859-1").text == MARKED
    assert decode(MARKED.encode("cp1252"), "a.html", "no-such-encoding").text == MARKED
    assert decode(MARKED.encode("cp1252"), "a.html", "base64").text == MARKED


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"PK\x03\x04\x14\x00\x06\x00" + bytes(100),
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        bytes(2000),
        Random(1).randbytes(5000),
        zlib.compress(Random(2).randbytes(3000)),
        bytes(range(256)) * 4,
        b"\xff\xfe" + Random(3).randbytes(2000),
    ],
)
def test_what_is_no_text_is_lost(data: bytes) -> None:
    """Documents of other kinds, pictures and noise are no text; the problem says so and what to do."""
    decoded = decode(data, "a.txt")
    assert decoded.text is None
    (problem,) = decoded.problems
    assert (problem.article, problem.code, problem.severity) == ("a.txt", "not-text", "lost")
    assert problem.remedy


def test_some_control_characters_are_text() -> None:
    """NUL bytes and page breaks in a text are kept as they are."""
    text = "Der\x00 Hafen\x0c ist\x1b zu."
    assert decode(text.encode(), "a.txt").text == text
