"""Open an archive: recognise the file, bring its schema up to date, make commits durable."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from quellenlage.errors import ArchiveError
from quellenlage.store.failures import explained, primary_code
from quellenlage.store.schema import APPLICATION_ID, MIGRATIONS, Migration, migrate, schema_version


def connect(
    path: Path, *, create: bool, busy_s: float, migrations: tuple[Migration, ...] = MIGRATIONS
) -> sqlite3.Connection:
    """Return a connection to the archive at this path; `create` makes it where it is not there, and asks to write.

    A reader without the right to write gets a read-only connection. `busy_s` is how long to wait for another writer.

    Raises:
        ArchiveError: the file is missing, no archive, of a newer schema, damaged, locked or not accessible.
    """
    with explained(path):
        _check_place(path, create=create)
        if path.exists() and path.stat().st_size > 0:
            _check_header(path)
        if not _writable(path):
            return _open_to_read(path, busy_s, migrations)
        connection = _open(path, "rwc" if create else "rw", busy_s)
        try:
            _check_content(connection, path, create=create)
            _make_durable(connection)
            # The header of a file that is being made holds the mark of an archive from its first transaction on. That
            # is why WAL comes second: in it, the mark would stand beside the file, where `_check_header` looks not.
            migrate(connection, path, migrations)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
        return connection


def _check_place(path: Path, *, create: bool) -> None:
    """Refuse what cannot be an archive, before SQLite touches it."""
    if "\0" in str(path):
        raise ArchiveError(f"{str(path)!r} is no file name", "name a file")
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder, not an archive", "name a file")
    if path.exists() and not path.is_file():
        raise ArchiveError(f"{path} is not a regular file", "name a file")
    if create and not path.parent.is_dir():
        raise ArchiveError(f"the archive {path} cannot be made: its folder does not exist", "make the folder first")
    if create and not _writable(path):
        raise ArchiveError(f"the archive {path} cannot be written", "check the permissions of the file and its folder")
    if not create and not path.exists():
        raise ArchiveError(f"there is no archive {path}", "check the name, or add articles to make it")
    if not create and path.stat().st_size == 0:
        raise _empty(path)


def _empty(path: Path) -> ArchiveError:
    return ArchiveError(f"{path} is empty, not an archive", "add articles to make it one")


def _writable(path: Path) -> bool:
    """Say whether the archive can be written: the file, and its folder, where SQLite keeps the log beside it."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _check_header(path: Path) -> None:
    """Refuse a file without the mark of an archive in its header, leaving it and its folder untouched.

    As immutable, SQLite reads the file without locks and without a log beside it. To open the file without SQLite
    would be wrong: to close it would drop all locks that other connections of this process hold on it
    (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if _filled(path, "-journal"):  # a program was stopped while it made the file: SQLite has to take that back first
        return
    with closing(_open(path, "ro&immutable=1", 0)) as connection:
        try:
            _check_mark(connection, path)
        except sqlite3.DatabaseError as error:
            # A program that was stopped while it merged its log leaves a file that is whole only with the log.
            if primary_code(error) != sqlite3.SQLITE_CORRUPT:
                raise


def _check_content(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    """Refuse what turns out to be no archive once SQLite has seen to what a stopped program left."""
    if connection.execute("PRAGMA page_count").fetchone()[0] > 0:
        _check_mark(connection, path)
    elif not create:
        raise _empty(path)


def _check_mark(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ArchiveError(f"{path} is the SQLite database of another program, not an archive", "name another file")


def _check_version(connection: sqlite3.Connection, path: Path, newest: int) -> None:
    """Refuse an archive that would have to be upgraded and cannot be written."""
    if (version := schema_version(connection)) < newest:
        what = f"{path} is an archive of the older schema version {version} and cannot be upgraded where it lies"
        raise ArchiveError(what, "make it and its folder writable, or copy it")


def _open(path: Path, mode: str, busy_s: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=busy_s, isolation_level=None)


def _make_durable(connection: sqlite3.Connection) -> None:
    """See to it that a commit has reached the disk when it returns, also where the power goes.

    FULL waits for the disk at each commit; on macOS, where fsync alone does not, fullfsync does. Both are settings of
    the connection and write nothing.
    """
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")


def _open_to_read(path: Path, busy_s: float, migrations: tuple[Migration, ...]) -> sqlite3.Connection:
    connection = _open_unwritable(path, busy_s)
    try:
        _check_content(connection, path, create=False)
        _check_version(connection, path, len(migrations))
        migrate(connection, path, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_unwritable(path: Path, busy_s: float) -> sqlite3.Connection:
    connection = _open(path, "ro", busy_s)
    try:
        schema_version(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        # Where it may not make the files it keeps beside an archive, SQLite reads it only as immutable, and then
        # without the log, if one lies there.
        if primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        if _filled(path, "-wal") or _filled(path, "-journal"):
            what = f"the archive {path} was not closed, and the log beside it cannot be merged where it lies"
            raise ArchiveError(what, "copy both files to a folder that can be written") from error
        return _open(path, "ro&immutable=1", busy_s)
    return connection


def _filled(path: Path, ending: str) -> bool:
    """Say whether SQLite left a file with something in it beside an archive."""
    beside = path.with_name(path.name + ending)
    return beside.exists() and beside.stat().st_size > 0
