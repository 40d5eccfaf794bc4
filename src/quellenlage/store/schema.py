"""The tables of an archive, as a numbered list of steps from one version of the schema to the next."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from quellenlage.errors import ArchiveError

# "QLar", in the header of every archive (https://sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = int.from_bytes(b"QLar", "big")

Migration = Callable[[sqlite3.Connection], None]

# `text` stands last: a row of a list is read without the pages that a long text spills into.
_VERSION_1 = (
    """
    CREATE TABLE sources (
        id     TEXT PRIMARY KEY NOT NULL, -- digest of the bytes, 32 hexadecimal digits
        packed BLOB NOT NULL              -- the bytes, compressed with zlib
    )
    """,
    """
    CREATE TABLE articles (
        number         INTEGER PRIMARY KEY,  -- order of addition, from 1
        id             TEXT NOT NULL UNIQUE,
        source_id      TEXT NOT NULL REFERENCES sources (id),
        text_id        TEXT NOT NULL,
        name           TEXT NOT NULL,
        outlet         TEXT,
        url            TEXT,
        title          TEXT,
        authors        TEXT NOT NULL,        -- a JSON array of strings
        published      TEXT,                 -- ISO, whole or partial
        language       TEXT NOT NULL,        -- ISO 639-1, '' where it could not be told
        headline_start INTEGER,              -- half-open, in Unicode code points of the text
        headline_end   INTEGER,
        text           TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE problems (
        number   INTEGER PRIMARY KEY, -- order of addition, from 1
        article  TEXT NOT NULL,       -- its id, or the name of the source where no article came of it
        code     TEXT NOT NULL,
        severity TEXT NOT NULL,
        reason   TEXT NOT NULL,
        remedy   TEXT NOT NULL,
        UNIQUE (article, code, severity, reason, remedy)
    )
    """,
)


def _create_tables(connection: sqlite3.Connection) -> None:
    for statement in _VERSION_1:
        connection.execute(statement)


# The step at index n leads from version n to version n + 1. Steps are appended, never edited: archives are out there.
MIGRATIONS: tuple[Migration, ...] = (_create_tables,)


def migrate(connection: sqlite3.Connection, path: Path, migrations: tuple[Migration, ...]) -> None:
    """Bring an archive to the newest version of the schema, each step in a transaction of its own.

    Raises:
        ArchiveError: the archive is of a newer version than these migrations lead to.
    """
    for number, step in enumerate(migrations, 1):
        if schema_version(connection) >= number:
            continue
        with transaction(connection):
            # Asked again, now that no other program can write: it may have taken this step while this one waited.
            if schema_version(connection) < number:
                step(connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
    if (version := schema_version(connection)) > len(migrations):
        what = f"{path} is an archive of the newer schema version {version}; this program knows up to {len(migrations)}"
        raise ArchiveError(what, "upgrade Quellenlage")


def schema_version(connection: sqlite3.Connection) -> int:
    """Return the version of the schema that an archive has, 0 before its creation."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of the block or nothing; once it is left without an error, all of it is safely on the disk.

    The lock for writing is taken first, so that waiting for another writer happens here and nowhere else.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite takes some back by itself, as when the disk is full
            connection.execute("ROLLBACK")
        raise
