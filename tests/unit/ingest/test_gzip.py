"""Gzip files that are damaged, cut short, or too good to be true."""

import gzip
import json
from pathlib import Path

from quellenlage.ingest import IngestOptions, load

SENTENCE = "Der Hafen bleibt am Montag gesperrt, teilte die Stadt mit.\n"


def test_what_a_cut_file_still_gives_is_kept(tmp_path: Path) -> None:
    """Of a text cut short while it was compressed, the beginning is read, and the problem is partial."""
    text = "".join(f"{number} {SENTENCE}" for number in range(5000))
    path = tmp_path / "a.txt.gz"
    whole = gzip.compress(text.encode())
    path.write_bytes(whole[: len(whole) // 2])
    (loaded,) = load([path])
    assert loaded.article is not None
    assert text.startswith(loaded.article.text)
    assert len(loaded.article.text) > len(text) / 4
    assert [(problem.code, problem.severity) for problem in loaded.problems] == [("broken-gzip", "partial")]
    assert loaded.problems[0].article == loaded.article.id


def test_the_sound_lines_of_a_cut_jsonl_are_kept(tmp_path: Path) -> None:
    """Of a JSONL cut short, the whole lines are articles, and one problem tells of the rest."""
    lines = "".join(json.dumps({"id": str(n), "text": f"{n} {SENTENCE}"}) + "\n" for n in range(20_000))
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress(lines.encode())
    path.write_bytes(whole[: len(whole) // 2])
    loaded = list(load([path]))
    assert all(item.article for item in loaded[:-1])
    assert len(loaded) > 5_000
    assert [(problem.code, problem.severity) for problem in loaded[-1].problems] == [("broken-gzip", "partial")]


def test_a_file_that_only_begins_like_gzip_is_lost(tmp_path: Path) -> None:
    """Bytes that are no gzip behind its mark are a problem, not an article."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(b"\x1f\x8bDer Hafen")
    (loaded,) = load([path])
    assert loaded.article is None
    assert [(problem.code, problem.severity) for problem in loaded.problems] == [("broken-gzip", "lost")]


def test_the_limit_is_that_of_the_unpacked_text(tmp_path: Path) -> None:
    """A small file that unpacks to more than the limit is refused, for a text as for a line of JSONL."""
    text = tmp_path / "bomb.txt.gz"
    text.write_bytes(gzip.compress(b"a" * 3_000_000))
    lines = tmp_path / "bomb.jsonl.gz"
    huge = json.dumps({"id": "huge", "text": "a" * 3_000_000})
    small = json.dumps({"id": "small", "text": SENTENCE})
    lines.write_bytes(gzip.compress(f"{huge}\n{small}\n".encode()))
    loaded = list(load([text, lines], IngestOptions(article_bytes=2**20)))
    assert [problem.code for item in loaded for problem in item.problems] == ["too-large", "too-large"]
    assert "1 MiB" in loaded[0].problems[0].reason
    assert loaded[1].problems[0].article == "bomb.jsonl.gz:1"
    assert [item.article.id for item in loaded if item.article] == ["small"]
