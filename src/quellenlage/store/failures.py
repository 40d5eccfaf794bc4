"""Say in one line what SQLite's errors mean to the person at the keyboard, and what to do about them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from quellenlage.errors import ArchiveError

_SAFE = "what was reported as added is safe"
_UNWRITABLE = (
    "the archive {path} cannot be opened or written",
    "check the permissions of the file and of its folder, into which SQLite writes too",
)
_DAMAGED = (
    "the archive {path} is damaged: {error}",
    "restore it from a backup, or add the articles to a new archive",
)
# By SQLite's primary result code, https://sqlite.org/rescode.html
_MEANINGS = MappingProxyType(
    {
        sqlite3.SQLITE_FULL: ("the disk is full: {path} cannot grow", f"{_SAFE}; free some space and run it again"),
        sqlite3.SQLITE_IOERR: (
            "the disk refuses to read or write {path}: {error}",
            f"{_SAFE}; check free space, quota and the disk, and run it again",
        ),
        sqlite3.SQLITE_BUSY: (
            "another program is writing to the archive {path}",
            "wait until it is done and try again",
        ),
        sqlite3.SQLITE_READONLY: _UNWRITABLE,
        sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
        sqlite3.SQLITE_PERM: _UNWRITABLE,
        sqlite3.SQLITE_CORRUPT: _DAMAGED,
        sqlite3.SQLITE_NOTADB: ("{path} is not an archive (no SQLite file)", "name another file"),
    }
)
_UNKNOWN = ("the archive {path} cannot be used: {error}", "")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the archive at this path into an ArchiveError.

    Raises:
        ArchiveError: SQLite could not do its work.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = primary_code(error)
        if code is None:  # a mistake in the calling code, as the use of a closed store: the module itself says so
            raise
        what, remedy = _MEANINGS.get(code, _UNKNOWN)
        raise ArchiveError(what.format(path=path, error=error), remedy) from error
    except OSError as error:
        what = f"the archive {path} cannot be reached: {error.strerror}"
        raise ArchiveError(what, "check its name, and the permissions of its folders") from error


def primary_code(error: sqlite3.Error) -> int | None:
    """Return SQLite's primary result code, None if the error did not come from SQLite but from Python's module."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else int(code) & 0xFF
