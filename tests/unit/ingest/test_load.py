"""Files, folders and standard input become articles, in order, and what cannot be read becomes a problem."""

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest

from quellenlage.errors import InputError
from quellenlage.ingest import IngestOptions, Loaded, load
from quellenlage.text import digest

SENTENCE = "Der Hafen bleibt am Montag gesperrt, teilte die Stadt mit."


def write(path: Path, content: str | bytes) -> Path:
    """Write a file, with its folders, exactly these bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def codes(loaded: list[Loaded]) -> list[tuple[str, str]]:
    """Return the code and severity of every problem."""
    return [(problem.code, problem.severity) for item in loaded for problem in item.problems]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffDer Hafen ist zu.\r\nMehr nicht.\r\n",
        "Der Ha\u00adfen\x00 ist zu.\rEnde",
        "  date 2023-09 Quelle: (c) Hafenblatt\n\n\n" + SENTENCE,
        "„Er sagte: »Nein",
    ],
)
def test_plain_text_is_stored_unchanged(tmp_path: Path, text: str) -> None:
    """A byte order mark, CRLF, NUL, soft hyphens and stray prefixes stay in the text, so that offsets agree."""
    (loaded,) = load([write(tmp_path / "a.txt", text)])
    assert loaded.article is not None
    assert loaded.article.text == text
    assert loaded.source == text.encode()
    assert loaded.article.source_id == digest(loaded.source)
    assert loaded.problems == ()


def test_every_format_may_be_gzipped(tmp_path: Path) -> None:
    """A gzipped file gives the article of the plain one; the source is what was compressed."""
    write(tmp_path / "a.txt.gz", gzip.compress(SENTENCE.encode()))
    write(tmp_path / "b.jsonl.gz", gzip.compress(json.dumps({"text": SENTENCE, "id": "b"}).encode()))
    write(tmp_path / "c.html.gz", gzip.compress(f"<html lang=de><h1>Hafen</h1><p>{SENTENCE}</p>".encode()))
    texts = [loaded.article.text for loaded in load([tmp_path]) if loaded.article]
    assert texts == [SENTENCE, SENTENCE, f"Hafen\n\n{SENTENCE}"]


def test_gzip_is_told_by_its_bytes(tmp_path: Path) -> None:
    """A gzipped file whose name does not say so, and a plain one whose name says gz, are read all the same."""
    plain = write(tmp_path / "plain.txt.gz", SENTENCE)
    zipped = write(tmp_path / "zipped.txt", gzip.compress(SENTENCE.encode()))
    assert [loaded.article.text for loaded in load([plain, zipped]) if loaded.article] == [SENTENCE] * 2


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    """Folders are read with their subfolders, sorted by name; hidden files and folders are left alone."""
    for name in ("b.txt", "a/z.txt", "a/B.TXT", ".hidden.txt", ".git/x.txt", "c.txt"):
        write(tmp_path / name, f"{name}: {SENTENCE}")
    loaded = list(load([tmp_path]))
    assert [item.article.text.split(":")[0] for item in loaded if item.article] == [
        "a/B.TXT",
        "a/z.txt",
        "b.txt",
        "c.txt",
    ]
    assert codes(loaded) == []


def test_other_files_in_folders_are_noted(tmp_path: Path) -> None:
    """A file of another kind in a folder becomes a note that names it; named by the caller, it counts as lost."""
    write(tmp_path / "a.txt", SENTENCE)
    other = write(tmp_path / "table.xlsx", "x")
    loaded = list(load([tmp_path]))
    assert codes(loaded) == [("unknown-format", "note")]
    assert [problem.article for item in loaded for problem in item.problems] == ["table.xlsx"]
    assert codes(list(load([other]))) == [("unknown-format", "lost")]


def test_links_are_noted(tmp_path: Path) -> None:
    """A link to a folder is not followed (it may lead in circles), a broken link is no article; both are noted."""
    write(tmp_path / "a.txt", SENTENCE)
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert sorted(codes(list(load([tmp_path])))) == [("link", "note"), ("unreadable", "note")]


@pytest.mark.parametrize("name", ["missing.txt", "no/such/folder", "x" * 5000, "nul\x00.txt"])
def test_a_path_that_does_not_exist_is_the_callers_mistake(tmp_path: Path, name: str) -> None:
    """A wrong path ends the run before anything is read, and the error says what to do."""
    with pytest.raises(InputError) as error:
        load([tmp_path / name])
    assert error.value.remedy


def test_a_folder_without_articles_is_the_callers_mistake(tmp_path: Path) -> None:
    """A folder in which no file could be an article ends the run; so does no path at all."""
    write(tmp_path / "notes.md", "x")
    with pytest.raises(InputError, match="no article"):
        load([tmp_path])
    with pytest.raises(InputError, match="no path"):
        load([])


@pytest.mark.skipif(os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission_is_lost(tmp_path: Path) -> None:
    """A file that may not be read is a problem, and the next is read."""
    write(tmp_path / "a.txt", SENTENCE).chmod(0)
    write(tmp_path / "b.txt", SENTENCE)
    loaded = list(load([tmp_path]))
    assert codes(loaded) == [("unreadable", "lost")]
    assert [item.article.name for item in loaded if item.article] == ["b.txt"]


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_is_a_path(tmp_path: Path, kind: type[str] | type[Path]) -> None:
    """A path given alone is read, not each of its characters."""
    file = write(tmp_path / "a.txt", SENTENCE)
    assert [item.article.name for item in load(kind(file)) if item.article] == ["a.txt"]


def test_what_cannot_be_looked_at_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file in a folder that the system does not even describe is a problem, and the next is read."""
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name, SENTENCE)
    described = Path.is_file

    def refuse(path: Path) -> bool:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return described(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    loaded = list(load([tmp_path]))
    assert codes(loaded) == [("unreadable", "lost")]
    assert [item.article.name for item in loaded if item.article] == ["b.txt"]


def test_a_file_that_vanishes_is_lost(tmp_path: Path) -> None:
    """A file that is gone by the time it is read is a problem, and the next is read."""
    paths = [write(tmp_path / name, SENTENCE) for name in ("a.txt", "b.txt")]
    loading = load(paths)
    paths[0].unlink()
    loaded = list(loading)
    assert codes(loaded) == [("unreadable", "lost")]
    assert [item.article.name for item in loaded if item.article] == ["b.txt"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (SENTENCE.encode(), SENTENCE),
        (b"\xef\xbb\xbf" + json.dumps({"text": SENTENCE}).encode(), SENTENCE),
        (b'\n {"text": "Hafen zu"}\n', "Hafen zu"),
        (f"<!DOCTYPE html>\n<html lang=de><p>{SENTENCE}</p>".encode(), SENTENCE),
        (gzip.compress(SENTENCE.encode()), SENTENCE),
        (b"<Zitat> steht hier, sagte er.", "<Zitat> steht hier, sagte er."),
    ],
)
def test_standard_input_is_looked_into(monkeypatch: pytest.MonkeyPatch, content: bytes, text: str) -> None:
    """Of standard input the first bytes say whether it is JSON lines, a page, gzipped, or plain text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    (loaded,) = load(["-"])
    assert loaded.article is not None
    assert (loaded.article.text, loaded.article.name) == (text, "-")


def test_a_file_named_twice_is_one_article(tmp_path: Path) -> None:
    """The same path given twice, also by its folder and in another spelling, is read once."""
    path = write(tmp_path / "a.txt", SENTENCE)
    assert len(list(load([path, tmp_path, tmp_path / ".." / tmp_path.name / "a.txt"]))) == 1


def test_the_same_article_in_two_folders_is_noted(tmp_path: Path) -> None:
    """The same bytes under the same name are the same article; nothing is lost, and a note says so."""
    paths = [write(tmp_path / folder / "a.txt", SENTENCE) for folder in ("one", "two")]
    loaded = list(load(paths))
    assert codes(loaded) == [("same-article", "note")]
    assert sum(item.article is not None for item in loaded) == 1


def test_a_reprint_is_another_article(tmp_path: Path) -> None:
    """The same text under another name has another id, so that a verbatim reprint counts."""
    paths = [write(tmp_path / name, SENTENCE) for name in ("a.txt", "b.txt")]
    assert len({loaded.article.id for loaded in load(paths) if loaded.article}) == 2


def test_the_given_date_fills_gaps_alone(tmp_path: Path) -> None:
    """A date of the options is an article's where it has none of its own."""
    write(tmp_path / "a.txt", SENTENCE)
    write(tmp_path / "b.jsonl", json.dumps({"text": SENTENCE, "published": "2024-01"}))
    dates = [item.article.published for item in load([tmp_path], IngestOptions(published="13.9.2023")) if item.article]
    assert dates == ["2023-09-13", "2024-01"]
    with pytest.raises(InputError, match="is no date"):
        load([tmp_path], IngestOptions(published="2023-02-30"))


def test_names_that_are_no_text_can_be_printed(tmp_path: Path) -> None:
    """A file name of bytes that are no UTF-8 becomes a name that can be stored and printed."""
    path = os.fsencode(tmp_path) + b"/B\xe4r.txt"
    try:
        Path(os.fsdecode(path)).write_text(SENTENCE, encoding="utf-8")
    except OSError:
        pytest.skip("needs a file system that takes any name")
    (loaded,) = load([tmp_path])
    assert loaded.article is not None
    assert loaded.article.name == "B\ufffdr.txt"


@pytest.mark.parametrize("content", [b"", b"  \r\n\t ", b"\xef\xbb\xbf\n", b"\x00\x00\x00"])
def test_an_empty_file_is_lost(tmp_path: Path, content: bytes) -> None:
    """A file without any text is a problem that says so."""
    for ending in (".txt", ".html", ".jsonl"):
        (loaded,) = load([write(tmp_path / f"a{ending}", content)])
        assert loaded.article is None
        assert loaded.problems[0].code in ("empty", "no-article-text", "not-text", "broken-line")
        assert loaded.problems[0].severity == "lost"
        assert loaded.problems[0].article.removesuffix(":1") == f"a{ending}"
