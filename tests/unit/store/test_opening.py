"""Whatever lies in the place of an archive: it is opened, or refused in one clear line and left as it is."""

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from quellenlage.errors import ArchiveError
from quellenlage.store import Store
from quellenlage.store.schema import APPLICATION_ID

Load = Callable[..., Any]


@pytest.fixture
def path(tmp_path: Path, load: Load) -> Path:
    """Give an archive with one article."""
    path = tmp_path / "archiv.qla"
    with Store(path, create=True) as store:
        store.add(load(1).article, load(1).source)
    return path


def refusal(path: Path, *, create: bool = False) -> str:
    """Return the one line with which an archive is refused."""
    with pytest.raises(ArchiveError) as caught:
        Store(path, create=create, busy_s=0)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value.what


def test_an_archive_is_recognised_by_its_mark(path: Path) -> None:
    """The header says whose file it is, as `file` and other programs read it."""
    assert path.read_bytes()[68:72] == b"QLar" == APPLICATION_ID.to_bytes(4, "big")


def test_a_missing_archive_is_made_only_on_demand(tmp_path: Path) -> None:
    """Without `create`, nothing is made."""
    assert refusal(tmp_path / "fehlt.qla") == f"there is no archive {tmp_path / 'fehlt.qla'}"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a b?c#d%20.qla", "über 🌉.qla", ":memory:", "\udcff.qla"])
def test_any_file_name_is_a_file_name(tmp_path: Path, name: str, load: Load) -> None:
    """No character of a name has a meaning for SQLite."""
    with Store(tmp_path / name, create=True) as store:
        store.add(load(1).article, load(1).source)
    assert [file.name for file in tmp_path.iterdir()] == [name]
    with Store(str(tmp_path / name)) as store:
        assert store.count() == 1


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_no_archive(tmp_path: Path, create: bool) -> None:
    """A folder in the place of the file is named as such."""
    assert refusal(tmp_path, create=create) == f"{tmp_path} is a folder, not an archive"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """An archive is not made in a folder that does not exist."""
    assert "its folder does not exist" in refusal(tmp_path / "fehlt" / "archiv.qla", create=True)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"], ids=["too-long", "nul"])
def test_an_impossible_name_is_a_clear_line(tmp_path: Path, name: str) -> None:
    """What the file system cannot name is refused, and no file of a similar name is made."""
    refusal(tmp_path / name, create=True)
    refusal(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A named pipe, which would block, is refused."""
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe", create=True) == f"{tmp_path / 'pipe'} is not a regular file"


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"x", b"Bericht\n" * 1000, b"SQLite format 3\0"], ids=["byte", "text", "cut"])
def test_another_file_is_refused_and_untouched(tmp_path: Path, content: bytes, create: bool) -> None:
    """A file that is not SQLite's is never written."""
    path = tmp_path / "bericht.txt"
    path.write_bytes(content)
    assert "not an archive" in refusal(path, create=create)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["bericht.txt"]


@pytest.mark.parametrize("mode", ["wal", "delete"])
@pytest.mark.parametrize("mark", [0, 1234])
def test_the_database_of_another_program_is_refused_and_untouched(tmp_path: Path, mode: str, mark: int) -> None:
    """Also where it is empty, and with its log beside it: neither is touched."""
    path = tmp_path / "fremd.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {mark}")
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA user_version = 1")
        before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if not file.name.endswith("-shm")}
        assert "another program" in refusal(path, create=True)
        assert "another program" in refusal(path)
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if not file.name.endswith("-shm")} == before


def test_another_file_with_a_journal_beside_it_is_refused(tmp_path: Path) -> None:
    """The sign of a creation that was stopped does not make an archive of any file."""
    path = tmp_path / "bericht.txt"
    path.write_text("Bericht\n" * 1000)
    (tmp_path / "bericht.txt-journal").write_text("Tagebuch")
    assert refusal(path, create=True) == f"{path} is not an archive (no SQLite file)"
    assert path.read_text() == "Bericht\n" * 1000


def test_an_empty_file_becomes_an_archive_only_by_adding(tmp_path: Path) -> None:
    """What a killed creation (or mktemp) leaves is no archive to read from, and may become one."""
    path = tmp_path / "leer.qla"
    path.touch()
    assert refusal(path) == f"{path} is empty, not an archive"
    assert path.stat().st_size == 0
    with Store(path, create=True) as store:
        assert store.count() == 0


def test_a_newer_schema_is_named(path: Path) -> None:
    """The line says both versions and what to do, and the file is left alone."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 7")
    before = path.read_bytes()
    for create in (True, False):
        what = f"{path} is an archive of the newer schema version 7; this program knows up to 1"
        assert refusal(path, create=create) == what
    assert path.read_bytes() == before


def test_a_damaged_archive_is_named(path: Path) -> None:
    """Pages of noise are a clear line, when they are met."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(ArchiveError, match="is damaged"), Store(path) as store:
        list(store.articles())


def test_opening_twice_in_one_process_keeps_the_locks(path: Path, load: Load) -> None:
    """To recognise an archive does not take the locks from a connection that this process has already."""
    with Store(path) as first:
        with first._connection:
            first._connection.execute("BEGIN IMMEDIATE")
            Store(path).close()
            locks = Path("/proc/locks").read_text().splitlines() if Path("/proc/locks").exists() else []
            held = [line for line in locks if str(path.stat().st_ino) in line]
        assert held or not locks
        assert first.add(load(2).article, load(2).source)


@pytest.fixture
def guest(load: Load) -> Iterator[Path]:
    """Give a folder with an archive in it, as a user without special rights."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with Store(Path(folder) / "archiv.qla", create=True) as store:
            store.add(load(1).article, load(1).source)
        yield Path(folder)


def as_guest(work: Callable[[], None]) -> str:
    """Do something in a process without special rights, and return what it raised, in words."""
    receiver, sender = os.pipe()
    if (child := os.fork()) == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)  # nobody: to root, no file is read-only
            work()
        except Exception as error:  # noqa: BLE001 (whatever it is, it is the answer)
            os.write(sender, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(sender)
    os.waitpid(child, 0)
    with os.fdopen(receiver) as answer:
        return answer.read()


def lock_up(folder: Path, *, file: bool, whole: bool) -> None:
    """Take the right to write from the file, from the folder, or from both."""
    if file:
        (folder / "archiv.qla").chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    if whole:
        folder.chmod(0o555)
    if os.geteuid() == 0 and not whole:
        folder.chmod(0o777)
    if os.geteuid() == 0 and not file:
        (folder / "archiv.qla").chmod(0o666)


@pytest.mark.parametrize(("file", "whole"), [(True, False), (False, True), (True, True)])
def test_an_unwritable_archive_is_read_and_not_added_to(guest: Path, load: Load, file: bool, whole: bool) -> None:
    """A read-only file or folder is read as usual; adding is refused before anything is loaded."""
    lock_up(guest, file=file, whole=whole)
    path = guest / "archiv.qla"

    def read() -> None:
        with Store(path) as store:
            assert list(store.articles()) == [load(1).article]
            assert store.source(load(1).article.source_id) == load(1).source

    def add_by_reader() -> None:
        with Store(path) as store:
            store.add(load(2).article, load(2).source)

    assert as_guest(read) == ""
    assert as_guest(lambda: Store(path, create=True).close()).startswith(
        f"ArchiveError: the archive {path} cannot be written (check the permissions"
    )
    assert as_guest(add_by_reader).startswith(f"ArchiveError: the archive {path} cannot be opened or written (check")
    guest.chmod(0o755)


def test_an_archive_cannot_be_made_in_an_unwritable_folder(guest: Path) -> None:
    """A new archive in a folder without the right to write is a clear line."""
    guest.chmod(0o555)
    path = guest / "neu.qla"
    assert as_guest(lambda: Store(path, create=True).close()).startswith(
        f"ArchiveError: the archive {path} cannot be wr"
    )
    guest.chmod(0o755)


def test_an_archive_behind_a_closed_folder_is_named(guest: Path) -> None:
    """A folder that may not be entered is a clear line."""
    guest.chmod(0o700 if os.geteuid() == 0 else 0)
    answer = as_guest(lambda: Store(guest / "archiv.qla").close())
    guest.chmod(0o755)
    assert answer.startswith(f"ArchiveError: the archive {guest / 'archiv.qla'} cannot be reached: Permission denied")


def test_an_unreadable_archive_is_named(guest: Path) -> None:
    """A file without the right to read is a clear line."""
    path = guest / "archiv.qla"
    path.chmod(0)
    answer = as_guest(lambda: Store(path).close())
    assert answer.startswith(f"ArchiveError: the archive {path} cannot be opened")
