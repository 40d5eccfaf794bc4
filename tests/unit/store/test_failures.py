"""When the disk is full, fails, or another program writes: one clear line, and what was reported as added is there."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quellenlage.errors import ArchiveError
from quellenlage.store import Store
from quellenlage.store.failures import explained

Load = Callable[..., Any]


def bulky(load: Load, numbers: range) -> list[Any]:
    """Return articles with 40 kB each that do not get smaller by compression: 103 of them are a batch."""
    return [load(number, source=Random(number).randbytes(40_960)) for number in numbers]


def add_until_it_fails(store: Store, additions: list[Any]) -> tuple[list[str | None], str]:
    """Return the ids that were reported as added, and the line with which adding ended."""
    reported = []
    receipts = store.add_many(additions)
    with pytest.raises(ArchiveError) as caught:  # noqa: PT012 (what came before the error is what is asked for)
        while True:
            reported.append(next(receipts).article)
    assert "what was reported as added is safe" in caught.value.remedy
    return reported, caught.value.what


def ids_of_an_intact_file(path: Path) -> list[str]:
    """Check a file as SQLite itself does, and return the ids of its articles."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    with Store(path) as store:
        for article in store.articles():
            assert len(store.source(article.source_id)) == 40_960
        return [row.id for row in store.rows()]


def test_a_full_database_keeps_what_was_reported(tmp_path: Path, load: Load) -> None:
    """SQLITE_FULL ends the run with a line; the next run, with space, goes on and ends with all articles."""
    path, additions = tmp_path / "archiv.qla", bulky(load, range(250))
    with Store(path, create=True) as store:
        store._connection.execute("PRAGMA max_page_count = 1500")  # 6 MB: one batch fits, two do not
        reported, what = add_until_it_fails(store, additions)
        assert what == f"the disk is full: {path} cannot grow"
        assert [row.id for row in store.rows()] == reported == [f"a{n}" for n in range(103)]
    assert ids_of_an_intact_file(path) == reported
    with Store(path, create=True) as store:
        assert sum(receipt.new for receipt in store.add_many(additions)) == 250 - 103
    assert ids_of_an_intact_file(path) == [f"a{n}" for n in range(250)]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 12 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_what_was_reported(tiny_disk: Path, load: Load) -> None:
    """On a disk that is really full, also the log cannot grow; what was reported is there, and reading goes on."""
    path, additions = tiny_disk / "archiv.qla", bulky(load, range(1000))
    ballast = tiny_disk / "ballast"
    ballast.write_bytes(bytes(2 * 2**20))
    with Store(path, create=True) as store:
        reported, what = add_until_it_fails(store, additions)
        assert what == f"the disk is full: {path} cannot grow"
        assert reported
        assert [row.id for row in store.rows()] == reported
    assert ids_of_an_intact_file(path) == reported
    ballast.unlink()
    with Store(path, create=True) as store:
        assert store.add(additions[len(reported)].article, additions[len(reported)].source)


LIMITED = """
import resource, sys
from quellenlage.errors import ArchiveError
from quellenlage.store import Store
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
try:
    Store(sys.argv[1], create=True)
except ArchiveError as error:
    print(error)
"""


@pytest.mark.parametrize("limit", [0, 100, 4096, 8192, 20_000])
def test_a_disk_that_refuses_the_first_pages_leaves_no_half_archive(tmp_path: Path, limit: int) -> None:
    """Where creation fails (a quota, a limit), the line says so, and the next run makes the archive."""
    path = tmp_path / "archiv.qla"
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(limit)], capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith((f"the disk refuses to read or write {path}", f"the disk is full: {path}")), run
    assert run.stdout.count("\n") == 1
    with Store(path, create=True) as store:
        assert store.count() == 0


def test_another_writer_is_waited_for_and_then_named(tmp_path: Path, load: Load) -> None:
    """While another program writes, adding waits, then says so; reading goes on all the time."""
    path = tmp_path / "archiv.qla"
    with Store(path, create=True) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        store.add(load(1).article, load(1).source)
        store._connection.execute("PRAGMA busy_timeout = 20")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match=r"another program is writing to the archive .* \(wait until"):
            store.add(load(2).article, load(2).source)
        with Store(path) as reader:
            assert reader.count() == 1
        other.execute("COMMIT")
        assert store.add(load(2).article, load(2).source)


def test_unknown_failures_are_passed_on_with_their_words() -> None:
    """An error without a line of its own is an ArchiveError all the same; a mistake in the code stays one."""
    connection = sqlite3.connect(":memory:")
    with pytest.raises(ArchiveError, match="cannot be used: no such table: x"), explained(Path("archiv.qla")):
        connection.execute("SELECT * FROM x")
    connection.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"), explained(Path("archiv.qla")):
        connection.execute("SELECT 1")
