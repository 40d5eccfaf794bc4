"""An archive of an older schema is brought up to date step by step, each step wholly or not at all."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from quellenlage.errors import ArchiveError
from quellenlage.store import Store, schema
from quellenlage.store.connection import connect
from quellenlage.store.schema import MIGRATIONS, Migration, schema_version

Load = Callable[..., Any]


def add_colours(connection: sqlite3.Connection) -> None:
    """Take an invented step from version 1 to 2."""
    connection.execute("CREATE TABLE colours (name TEXT)")
    connection.execute("INSERT INTO colours SELECT name FROM articles")


def paint(connection: sqlite3.Connection) -> None:
    """Take an invented step from version 2 to 3."""
    connection.execute("ALTER TABLE colours ADD COLUMN shade TEXT DEFAULT 'hell'")


def fail(connection: sqlite3.Connection) -> None:
    """Take an invented step that does some of its work and then fails."""
    paint(connection)
    connection.execute("DELETE FROM articles")
    raise RuntimeError("power cut")


LATER: tuple[Migration, ...] = (*MIGRATIONS, add_colours, paint)


@pytest.fixture
def path(tmp_path: Path, load: Load) -> Path:
    """Give an archive of version 1 with two articles."""
    path = tmp_path / "archiv.qla"
    with Store(path, create=True) as store:
        list(store.add_many([load(1), load(2)]))
    return path


def open_with(path: Path, migrations: tuple[Migration, ...], *, create: bool = False) -> sqlite3.Connection:
    """Open an archive as a program that knows these migrations."""
    return connect(path, create=create, busy_s=0, migrations=migrations)


def test_an_older_archive_is_upgraded_with_its_articles(path: Path) -> None:
    """All steps are taken, in order, on what is there; a second opening takes none."""
    for _ in range(2):
        with closing(open_with(path, LATER)) as connection:
            assert schema_version(connection) == 3
            colours = connection.execute("SELECT name, shade FROM colours").fetchall()
            assert colours == [("bericht-1.jsonl", "hell"), ("bericht-2.jsonl", "hell")]
            ids = connection.execute("SELECT id FROM articles ORDER BY number").fetchall()
            assert ids == [("a1",), ("a2",)]


def test_a_new_archive_takes_all_steps(tmp_path: Path) -> None:
    """A new file is made by the same steps, and has the newest version."""
    with closing(open_with(tmp_path / "neu.qla", LATER, create=True)) as connection:
        assert schema_version(connection) == 3
        assert connection.execute("SELECT count(*) FROM colours").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_version_before_it(path: Path) -> None:
    """Steps before a failing one stay, of the failing one nothing does, and the next program goes on."""
    with pytest.raises(RuntimeError, match="power cut"):
        open_with(path, (*MIGRATIONS, add_colours, fail))
    with closing(sqlite3.connect(path)) as connection:
        assert schema_version(connection) == 2
        assert [row[1] for row in connection.execute("PRAGMA table_info(colours)")] == ["name"]
    with closing(open_with(path, LATER)) as connection:
        assert schema_version(connection) == 3
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_an_upgraded_archive_is_too_new_for_the_program_before(path: Path) -> None:
    """After another program's upgrade, this one says that it knows an older version."""
    open_with(path, LATER).close()
    with pytest.raises(ArchiveError, match=r"newer schema version 3; this program knows up to 1 \(upgrade"):
        Store(path)


def test_an_older_archive_that_cannot_be_written_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader without the right to write cannot upgrade, and says so."""
    monkeypatch.setattr("quellenlage.store.connection._writable", lambda _: False)
    with pytest.raises(ArchiveError, match="older schema version 1 and cannot be upgraded where it lies"):
        open_with(path, LATER)


def test_an_overtaken_program_takes_no_step_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that finds a step taken when its turn to write comes does not take it again."""
    transaction = schema.transaction

    @contextmanager
    def overtaken(connection: sqlite3.Connection) -> Iterator[None]:
        monkeypatch.setattr(schema, "transaction", transaction)
        open_with(path, (*MIGRATIONS, add_colours)).close()
        with transaction(connection):
            yield

    monkeypatch.setattr(schema, "transaction", overtaken)
    with closing(open_with(path, (*MIGRATIONS, add_colours))) as connection:
        assert schema_version(connection) == 2
        assert connection.execute("SELECT count(*) FROM colours").fetchone() == (2,)


def test_an_upgrade_waits_for_another_writer(path: Path) -> None:
    """While another program writes, an upgrade waits, then says so, and leaves the archive as it is."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="another program is writing"):
            open_with(path, LATER)
        other.execute("COMMIT")
        assert schema_version(other) == 1
