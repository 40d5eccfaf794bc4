"""Programs that add to one archive, or make it, at the same time: all succeed, and the archive holds the union.

Run as a program (`python test_archive_concurrency.py PATH START STOP`), this file is one of those programs.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from quellenlage.model import Article, Problem
from quellenlage.store import Store
from quellenlage.text import digest


@dataclass(frozen=True, slots=True)
class Loaded:
    """What ingest hands to the store."""

    article: Article
    problems: tuple[Problem, ...]
    source: bytes


def load(number: int) -> Loaded:
    """Return the article of this number; every fourth shares its source with others."""
    source = f"Quelle {number if number % 4 else 0}".encode()
    text = f"Bericht {number}"
    return Loaded(Article(f"a{number}", text, digest(text.encode()), digest(source), "b.jsonl"), (), source)


def main(path: str, start: int, stop: int) -> None:
    """Add articles one by one and by batches, waiting for a line on standard input first, and count what was new."""
    sys.stdin.readline()
    with Store(path, create=True) as store:
        middle = (start + stop) // 2
        new = sum(store.add(load(n).article, load(n).source) for n in range(start, middle))
        new += sum(receipt.new for receipt in store.add_many(map(load, range(middle, stop))))
    sys.stdout.write(f"{new}\n")


def run_at_once(path: Path, ranges: list[tuple[int, int]]) -> list[int]:
    """Start one program for each range, let them go at the same moment, and return how many articles each had new."""
    programs = [
        subprocess.Popen(
            [sys.executable, __file__, str(path), str(start), str(stop)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for start, stop in ranges
    ]
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    answers = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0] * len(ranges), answers
    return [int(output) for output, _ in answers]


@pytest.mark.parametrize(
    ("ranges", "total"),
    [([(0, 400), (200, 600)], 600), ([(0, 40), (0, 40), (0, 40), (0, 40), (20, 60), (20, 60)], 60)],
    ids=["two", "six"],
)
def test_all_programs_succeed_and_the_union_is_there(tmp_path: Path, ranges: list[tuple[int, int]], total: int) -> None:
    """Each article is new to exactly one program, and is there once, with its bytes."""
    path = tmp_path / "archiv.qla"
    new = run_at_once(path, ranges)
    with Store(path) as store:
        articles = {article.id: article for article in store.articles()}
        assert articles == {f"a{n}": load(n).article for n in range(total)}
        assert all(store.source(load(n).article.source_id) == load(n).source for n in range(total))
        assert store.count() == sum(new) == total
        assert store._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_reader_sees_a_growing_archive_at_any_time(tmp_path: Path) -> None:
    """While a program adds, readers always find whole articles, and never fewer than before."""
    path = tmp_path / "archiv.qla"
    Store(path, create=True).close()
    program = subprocess.Popen(
        [sys.executable, __file__, str(path), "0", "300"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdin
    program.stdin.write("go\n")
    program.stdin.close()
    seen = 0
    with Store(path) as store:
        while program.poll() is None:
            articles = list(store.articles())
            assert articles == [load(n).article for n in range(len(articles))]
            assert len(articles) >= seen
            seen = len(articles)
        assert store.count() == 300
    assert program.stdout
    program.stdout.close()
    assert program.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
