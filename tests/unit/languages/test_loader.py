"""A pack is data; what is wrong with it is said with file and line."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from quellenlage.errors import LanguagePackError, UsageError
from quellenlage.languages import Example, LanguagePack, Mark, examine, load_pack, read_pack

HEAD = 'code = "xx"\nname = "Test"\n'
TABLE = """check = "letters"
labels = ["letter"]
[[entry]]
id = "a"
words = ["a"]
[[example]]
of = "a"
text = "{letter|a}b"
[[example]]
text = "b"
"""


def make_pack(folder: Path, table: str) -> LanguagePack:
    """Write a pack with one table into a folder and read it."""
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    (folder / "letters.toml").write_text(table, encoding="utf-8")
    return read_pack(folder)


def find_letters(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Find the letters that the table of the test pack lists."""
    letters = {
        word for entry in pack.table("letters").entries for word in pack.table("letters").strings(entry, "words")
    }
    for place, letter in enumerate(example.marked.text):
        if letter in letters:
            yield Mark(place, place + 1, "letter", letter)


def test_entries_know_their_lines(tmp_path: Path) -> None:
    """An entry's line is that of its [[entry]] header, so that `explain` can lead there."""
    table = make_pack(tmp_path, TABLE).table("letters")
    assert [(entry.id, entry.line) for entry in table.entries] == [("a", 3)]
    assert [example.counter for example in table.examples] == [False, True]


def test_examples_that_hold(tmp_path: Path) -> None:
    """A pack whose annotator finds exactly what is marked has no failures."""
    assert list(examine(make_pack(tmp_path, TABLE), {"letters": find_letters})) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [("{letter|b}", "not found"), ("a", "found where none is"), ("{letter=z|a}", "instead of 'z'")],
)
def test_examples_that_fail_name_their_line(tmp_path: Path, text: str, message: str) -> None:
    """What is missing, what is too much and what has another value is told with its line."""
    pack = make_pack(tmp_path, TABLE + f'[[example]]\ntext = "{text}"\n')
    failures = list(examine(pack, {"letters": find_letters}))
    assert failures[0].line == 11
    assert message in failures[0].what


def test_a_table_without_examples_fails(tmp_path: Path) -> None:
    """Knowledge without an example is not trusted."""
    pack = make_pack(tmp_path, 'check = "letters"\n[[entry]]\nid = "a"\n')
    assert [failure.what for failure in examine(pack, {"letters": find_letters})] == [
        "a table with entries needs examples"
    ]


def test_an_unknown_check_fails(tmp_path: Path) -> None:
    """A misspelt check is told instead of silently running nothing."""
    assert "no check is called" in next(examine(make_pack(tmp_path, TABLE), {})).what


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("x = [", "end of document"),
        ('[[entry]]\nwords = "a"\n', "needs an id"),
        ('[[entry]]\nid = "a"\n[[entry]]\nid = "a"\n', "stands twice"),
        ('[[example]]\ntext = "{x|"\n', "not closed"),
        ('[[example]]\nof = "b"\ntext = "a"\n', "no entry of this file"),
        ("entry = [{ id = 'a' }]\n", "must stand alone"),
    ],
)
def test_malformed_tables_are_told_with_file(tmp_path: Path, table: str, message: str) -> None:
    """A broken file of a pack stops the run with the file, the line and the reason."""
    with pytest.raises(LanguagePackError, match=message) as error:
        assert make_pack(tmp_path, table).table("letters").examples
    assert error.value.file.name == "letters.toml"


def test_a_language_without_a_pack_is_a_usage_error() -> None:
    """Asking for a pack that is not there names those that are."""
    with pytest.raises(UsageError, match="there are: de"):
        load_pack("tlh")
