"""Large files: refused at once with the limit named, or streamed in little memory."""

import time
import tracemalloc
from pathlib import Path

from quellenlage.ingest import IngestOptions, load

MEGABYTE = 2**20


def test_a_text_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    """A text file of 200 MB is refused in milliseconds, and the problem names the limit; the next file is read."""
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * MEGABYTE)
    (tmp_path / "b.txt").write_text("Der Hafen ist zu.", encoding="utf-8")
    before = time.perf_counter()
    refused, read = load([tmp_path])
    assert time.perf_counter() - before < 1  # seconds, a hundred times what is needed
    assert refused.article is None
    (problem,) = refused.problems
    assert (problem.article, problem.code, problem.severity) == ("a.txt", "too-large", "lost")
    assert "20 MiB" in problem.reason
    assert read.article is not None


def test_a_jsonl_of_200_mb_streams(tmp_path: Path) -> None:
    """A JSONL of 200 MB is read line by line, in memory for a few lines."""
    path = tmp_path / "a.jsonl"
    text = "Der Hafen bleibt gesperrt. " * (MEGABYTE // 27)
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(f'{{"id": "{number}", "text": "{text}"}}\n' for number in range(200))
    assert path.stat().st_size > 199 * MEGABYTE
    tracemalloc.start()
    count = sum(loaded.article is not None for loaded in load([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 200
    assert peak < 20 * MEGABYTE


def test_a_line_beyond_the_limit_is_skipped_unread(tmp_path: Path) -> None:
    """One line of 64 MB does not enter memory; it is a problem with its number, and the others are read."""
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(b'{"id": "a", "text": "Der Hafen ist zu."}\n{"text": "')
        stream.seek(64 * MEGABYTE, 1)
        stream.write(b'"}\n{"id": "b", "text": "Der Hafen ist offen."}\n')
    tracemalloc.start()
    loaded = list(load([path], IngestOptions(article_bytes=MEGABYTE)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [item.article.id for item in loaded if item.article] == ["a", "b"]
    assert [(problem.article, problem.code) for item in loaded for problem in item.problems] == [
        ("a.jsonl:2", "too-large")
    ]
    assert peak < 20 * MEGABYTE
