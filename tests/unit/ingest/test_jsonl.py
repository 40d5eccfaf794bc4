"""One article a line: its fields, and lines that are none."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from quellenlage.ingest import Loaded, load
from quellenlage.ingest.jsonl import TOLD_ONE_BY_ONE

SENTENCE = "Der Hafen bleibt am Montag gesperrt, teilte die Stadt mit."


def read(tmp_path: Path, lines: Sequence[bytes | str | dict[str, Any]]) -> list[Loaded]:
    """Load a JSONL of these lines."""
    path = tmp_path / "news.jsonl"
    encoded = [json.dumps(line) if isinstance(line, dict) else line for line in lines]
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in encoded))
    return list(load([path]))


def test_all_fields_are_kept(tmp_path: Path) -> None:
    """Id, title, outlet, date, address, authors and language are the article's, the text unchanged."""
    text = "\ufeff" + SENTENCE + "\r\n\x00Ende\u00ad"
    line = {
        "id": "hafen-1",
        "text": text,
        "title": "Hafen zu",
        "outlet": "Küstenblatt",
        "published": "2024-03-05T18:20:00+01:00",
        "url": "https://www.kuestenblatt.example/1",
        "author": ["Erika Beispiel", "dpa"],
        "language": "de-AT",
    }
    (loaded,) = read(tmp_path, [line])
    article = loaded.article
    assert article is not None
    assert (article.id, article.text, article.title, article.outlet) == ("hafen-1", text, "Hafen zu", "Küstenblatt")
    assert (article.published, article.url) == ("2024-03-05", "https://www.kuestenblatt.example/1")
    assert (article.authors, article.language, article.name) == (("Erika Beispiel", "dpa"), "de", "news.jsonl")
    assert loaded.source == json.dumps(line).encode()
    assert loaded.problems == ()


def test_a_title_that_begins_the_text_is_its_headline(tmp_path: Path) -> None:
    """Where the first line is the title, its place is the headline; elsewhere none is guessed."""
    texts = (f"\n Hafen zu \r\n{SENTENCE}", f"{SENTENCE}\nHafen zu", f"Hafen zu, sagt die Stadt\n{SENTENCE}")
    articles = [item.article for item in read(tmp_path, [{"text": text, "title": "Hafen zu"} for text in texts])]
    headlines = [article.headline and article.headline.of(article.text) for article in articles if article]
    assert headlines == ["Hafen zu", None, None]


def test_the_outlet_is_told_by_the_address(tmp_path: Path) -> None:
    """An article without an outlet has that of its address, where the language's pack knows it."""
    known, unknown = (
        {"text": SENTENCE, "url": url} for url in ("https://www.stern.de/hafen", "https://kuestenblatt.example/hafen")
    )
    assert [item.article.outlet for item in read(tmp_path, [known, unknown]) if item.article] == ["STERN", None]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "Hafen', "no JSON"),
        ("Hafen zu", "no JSON"),
        ('["text"]', "no object"),
        ('{"title": "Hafen"}', "missing"),
        ('{"text": null}', "missing"),
        ('{"text": ["Hafen"]}', "no string"),
        ('{"text": " \\n"}', "no text"),
        ("[" * 100_000, "nested too deep"),
        ('{"id": ' + "9" * 5000 + "}", "no JSON"),
    ],
)
def test_a_broken_line_does_not_stop_the_others(tmp_path: Path, line: str, reason: str) -> None:
    """A line that holds no article is a problem with its number and the reason; the others are read."""
    loaded = read(tmp_path, [{"id": "a", "text": SENTENCE}, line, "", {"id": "b", "text": SENTENCE}])
    assert [item.article.id for item in loaded if item.article] == ["a", "b"]
    (problem,) = (problem for item in loaded for problem in item.problems)
    assert problem.article == "news.jsonl:2"
    assert problem.severity == "lost"
    assert reason in problem.reason


def test_many_broken_lines_are_summed_up(tmp_path: Path) -> None:
    """A file that is broken throughout is not told line by line for ever; the rest is counted."""
    loaded = read(tmp_path, ["kaputt"] * (TOLD_ONE_BY_ONE + 7))
    assert len(loaded) == TOLD_ONE_BY_ONE + 1
    assert loaded[-1].problems[0].reason.startswith("7 more lines")


@pytest.mark.parametrize(
    ("field", "value"), [("title", ["x"]), ("outlet", {"name": "x"}), ("published", 3.5), ("author", 7), ("url", True)]
)
def test_a_field_of_another_type_is_left_out(tmp_path: Path, field: str, value: object) -> None:
    """A field that is no string is a problem; the article is read without it."""
    (loaded,) = read(tmp_path, [{"text": SENTENCE, field: value}])
    assert loaded.article is not None
    assert [(problem.code, problem.severity) for problem in loaded.problems] == [("wrong-type", "partial")]
    assert loaded.problems[0].article == loaded.article.id
    assert field in loaded.problems[0].reason


def test_numbers_as_ids_are_taken_as_text(tmp_path: Path) -> None:
    """Databases write ids and years as numbers; they are meant as text."""
    (loaded,) = read(tmp_path, [{"id": 17, "text": SENTENCE, "published": 2023}])
    assert loaded.article is not None
    assert (loaded.article.id, loaded.article.published, loaded.problems) == ("17", "2023", ())


def test_a_second_article_with_an_id_is_not_loaded(tmp_path: Path) -> None:
    """Two articles with one id: the first counts, the second is lost and said to be."""
    loaded = read(tmp_path, [{"id": "a", "text": SENTENCE}, {"id": "a", "text": "Etwas anderes."}])
    assert [item.article.text for item in loaded if item.article] == [SENTENCE]
    assert [(problem.code, problem.severity) for problem in loaded[1].problems] == [("duplicate-id", "lost")]


def test_a_date_that_does_not_exist_is_none(tmp_path: Path) -> None:
    """A publication date that no calendar has is noted, and the article is undated."""
    (loaded,) = read(tmp_path, [{"text": SENTENCE, "published": "2023-02-30"}])
    assert loaded.article is not None
    assert loaded.article.published is None
    assert [(problem.code, problem.severity) for problem in loaded.problems] == [("no-such-date", "note")]


def test_ids_derive_from_content(tmp_path: Path) -> None:
    """Without an id, outlet, address, date and text make one; it is the same in another order of lines."""
    base = {"text": SENTENCE, "outlet": "A", "url": "https://a.example/1", "published": "2024-01-01"}
    others = [{**base, key: value} for key, value in (("outlet", "B"), ("url", "https://b.example"), ("published", ""))]
    ids = [item.article.id for item in read(tmp_path, [base, *others]) if item.article]
    again = [item.article.id for item in read(tmp_path, [*others, base]) if item.article]
    assert len(set(ids)) == 4
    assert again == [*ids[1:], ids[0]]


def test_half_surrogates_keep_the_offsets(tmp_path: Path) -> None:
    """A lone half of a surrogate pair, which no file can hold, becomes one U+FFFD."""
    (loaded,) = read(tmp_path, ['{"id": "a", "text": "Ha\\ud83dfen ist zu \\ud83d\\ude00", "title": "\\udc00"}'])
    assert loaded.article is not None
    assert loaded.article.text == "Ha\ufffdfen ist zu \U0001f600"
    assert [problem.code for problem in loaded.problems] == ["broken-characters"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    """A JSONL saved by other programs in their own encoding is read."""
    path = tmp_path / "news.jsonl"
    text = "Die Fähre fährt über den Fluß – „endlich“, sagte Jörg."
    lines = [json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\r\n" for name in "ab"]
    path.write_bytes("".join(lines).encode(encoding))
    articles = [(item.article.id, item.article.text) for item in load([path]) if item.article]
    assert articles == [("a", text), ("b", text)]


def test_a_line_with_raw_control_characters_or_nan_is_read(tmp_path: Path) -> None:
    """What Python's own writer allows (NaN) is read too."""
    (loaded,) = read(tmp_path, ['{"text": "Hafen zu", "score": NaN}'])
    assert loaded.article is not None
    assert loaded.article.text == "Hafen zu"
