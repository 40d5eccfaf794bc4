"""A program killed at any moment loses nothing that it reported as added, and the next run goes on.

Run as a program (`python test_archive_crash.py WHAT PATH [N]`), this file is what gets killed.
"""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from quellenlage.model import Article, Problem
from quellenlage.store import Store
from quellenlage.store import connection as opening
from quellenlage.store.schema import MIGRATIONS
from quellenlage.text import digest

ARTICLES = 800  # more than three batches


@dataclass(frozen=True, slots=True)
class Loaded:
    """What ingest hands to the store."""

    article: Article
    problems: tuple[Problem, ...]
    source: bytes


@cache
def load(number: int) -> Loaded:
    """Return the article of this number: sources of 0 to 6 kB that fill parts of pages, whole pages and several."""
    random = Random(number)
    source = random.randbytes(random.randrange(6_000))
    text = f"Bericht {number}: Die Fähre fährt wieder.\n" * random.randrange(1, 60)
    note = Problem(f"a{number}", "no-date", "note", "no date was found", "give one")
    article = Article(
        f"a{number}", text, digest(text.encode()), digest(source), f"{number}.txt", title=f"Fähre {number}"
    )
    return Loaded(article, (note,), source)


def main(what: str, path: Path, n: int) -> None:
    """Add all articles, in batches or one by one, reporting each; `bytes` dies when a file grows beyond n bytes."""
    if what == "bytes":
        die_at_byte(n)
    with Store(path, create=True) as store:
        todo = map(load, range(ARTICLES))
        if what == "singly":
            for loaded in todo:
                store.add(loaded.article, loaded.source, loaded.problems)
                report(loaded.article.id)
        else:
            for receipt in store.add_many(todo):
                report(str(receipt.article))


def report(article: str) -> None:
    """Tell whoever runs this program that an article was added."""
    sys.stdout.write(f"{article}\n")
    sys.stdout.flush()


def die_at_statement(n: int) -> None:
    """Kill this process before its n-th statement (from 1), of all its connections."""
    statements, connect = count(1), sqlite3.connect

    def step(_: str) -> None:
        if next(statements) == n:
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(database: str, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(database, **options)
        connection.set_trace_callback(step)
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]  # in the process that dies only


def die_at_byte(n: int) -> None:
    """Let the kernel kill this process when a file would grow beyond n bytes: what fits is written, as torn pages."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (n, n))


def _first_step(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE steps (name TEXT)")
    connection.execute("INSERT INTO steps SELECT id FROM articles")


def _second_step(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE steps ADD COLUMN number INTEGER")
    connection.execute("UPDATE steps SET number = length(name)")
    connection.execute("CREATE INDEX by_number ON steps (number)")


NEWEST = (*MIGRATIONS, _first_step, _second_step)


def start(what: str, path: Path, n: int = 0) -> subprocess.Popen[str]:
    """Start this file as a program of its own."""
    return subprocess.Popen([sys.executable, __file__, what, str(path), str(n)], stdout=subprocess.PIPE, text=True)


def reported_before_death(process: subprocess.Popen[str]) -> Iterator[str]:
    """Yield the ids that a process reported; a line that it could not end was not reported."""
    assert process.stdout
    with process.stdout:
        yield from (line.strip() for line in process.stdout if line.endswith("\n"))
    process.wait()


def check(path: Path, reported: set[str], copy: Path) -> int:
    """Check, on a copy, that the file is intact and holds all that was reported; return how many articles it holds.

    The copy leaves it to the next run to find the archive as the dead process left it.
    """
    for end in ("", "-wal", "-journal"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)
        if path.with_name(path.name + end).exists():
            shutil.copy(path.with_name(path.name + end), copy.with_name(copy.name + end))
    with Store(copy, create=True) as store:
        assert store._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        articles = list(store.articles())
        for article in articles:
            expected = load(int(article.id.removeprefix("a")))
            assert (article, store.source(article.source_id)) == (expected.article, expected.source)
        assert [problem.article for problem in store.problems()] == [article.id for article in articles]
        assert reported <= {article.id for article in articles}
        assert len({article.id for article in articles}) == len(articles)
    return len(articles)


def finish(path: Path, reported: set[str]) -> None:
    """Let a last run go on to its end, and check that the archive then holds exactly the full set."""
    with Store(path, create=True) as store:
        receipts = list(store.add_many(map(load, range(ARTICLES))))
        assert {str(receipt.article) for receipt in receipts} == {f"a{n}" for n in range(ARTICLES)}
        assert not reported & {str(receipt.article) for receipt in receipts if receipt.new}
    assert check(path, reported, path.with_name("copy.qla")) == ARTICLES


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """32 kills, from the start of the process on, while it makes the archive, adds by batches and one by one."""
    random = Random(20230913)
    kills = 0
    for run in count():
        path, reported = tmp_path / f"archiv{run}.qla", set[str]()
        for attempt in range(8):
            process = start("singly" if (run + attempt) % 2 else "batches", path)
            time.sleep(random.uniform(0.0, 0.35))
            process.kill()
            reported.update(reported_before_death(process))
            kills += process.returncode == -signal.SIGKILL
            check(path, reported, tmp_path / "copy.qla")
        finish(path, reported)
        if kills >= 32:
            break


def test_killed_between_statements_of_creation_and_migration(tmp_path: Path) -> None:
    """Before each statement, one after the other: the file is of one version or the next, and the next run goes on."""
    old = tmp_path / "old.qla"
    with Store(old, create=True) as store:
        list(store.add_many(map(load, range(3))))
    for name in ("new", "upgraded"):
        for n in count(1):
            path = tmp_path / f"{name}{n}.qla"
            if name == "upgraded":
                shutil.copy(old, path)
            if not dies_at_statement(n, path):
                break
            assert_steps_are_whole(path)
        assert n > 10


def dies_at_statement(n: int, path: Path) -> bool:
    """Open an archive, with migrations, in a process that dies before its n-th statement, if it comes to that."""
    if (child := os.fork()) == 0:
        try:
            die_at_statement(n)
            opening.connect(path, create=True, busy_s=1, migrations=NEWEST).close()
            os._exit(0)
        finally:
            os._exit(1)
    exit_code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert exit_code in (0, -signal.SIGKILL)
    return exit_code != 0


def assert_steps_are_whole(path: Path) -> None:
    """Check that an archive is as one of the versions says, and can be brought to the newest."""
    articles = 0
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        columns = len(connection.execute("PRAGMA table_info(steps)").fetchall())
        indexes = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'by_number'").fetchall()
        assert tables == {0: set(), 1: {"sources", "articles", "problems"}}.get(
            version, {"sources", "articles", "problems", "steps"}
        )
        assert (columns, len(indexes)) == ((0, 0), (0, 0), (1, 0), (2, 1))[version]
        if version:
            articles = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    with closing(opening.connect(path, create=True, busy_s=1, migrations=NEWEST)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (articles,)


def test_killed_in_the_middle_of_a_write(tmp_path: Path) -> None:
    """The kernel kills at a byte, in the middle of pages and log frames: torn writes lose nothing reported."""
    random = Random(20210214)
    # To 40 kB: creation, then the log's index (32 kB). To 2 MB: the first batch. Beyond: merging the log into the file.
    limits = [random.randrange(1, top) for top in (9_000, 40_000, 2_000_000, 6_000_000) for _ in range(4)]
    kills = 0
    for run, limit in enumerate(limits):
        path = tmp_path / f"torn{run}.qla"
        process = start("bytes", path, limit)
        reported = set(reported_before_death(process))
        kills += process.returncode == -signal.SIGXFSZ
        check(path, reported, tmp_path / "copy.qla")
        if run % 4 == 0:
            finish(path, reported)
    assert kills >= 12


def test_a_header_torn_while_the_archive_was_made(tmp_path: Path) -> None:
    """A power cut may tear even the header; the journal beside it tells that there was nothing, and the run goes on."""
    path = tmp_path / "archiv.qla"
    process = start("bytes", path, 2_000)
    assert list(reported_before_death(process)) == []
    assert (path.stat().st_size, path.with_name("archiv.qla-journal").exists()) == (2_000, True)
    os.truncate(path, 50)  # within the magic string and the sizes, before the mark
    finish(path, set())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
