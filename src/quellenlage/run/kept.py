"""Results that outlive the process: a log in a folder, to which each result is added once, with its digest."""

import json
import os
from collections.abc import Iterator
from dataclasses import astuple
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

import msgspec

from quellenlage.errors import UsageError
from quellenlage.model import Article
from quellenlage.text import digest

Result = TypeVar("Result")

# To wait for the disk takes up to 20 ms, to read an article about 3: a stop loses less than a second's work.
BATCH = 64


class Kept(Generic[Result]):
    """Results by article, in one file of a folder: whoever is stopped goes on from there.

    A line holds an article's key (a hash of all that its source says), the digest of the result, and the result as
    JSON. A line that was not written to its end, or was changed, is not believed, and its article is read again. The
    file is named after `work` (what is done with the articles) and the program's own files: another version of either
    begins another file. The folder may be deleted at any time.

    Raises:
        UsageError: the folder cannot be made, read or written.
    """

    def __init__(self, folder: Path, work: str, result: type[Result]) -> None:
        self._result = result
        self._lines: list[str] = []
        name = f"{digest(f'{work} {_program()}'.encode())[:16]}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / name
            self._found = dict(_believable(file))
            self._log = file.open("ab")
            if not _ends_with_line(file):
                self._log.write(b"\n")
        except OSError as error:
            what = f"the folder {folder} cannot be used: {error.strerror or error}"
            raise UsageError(what, "name a folder that can be made and written") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._write()
        finally:
            self._log.close()

    def find(self, article: Article) -> Result | None:
        """Return the result that is kept for an article, None if there is none."""
        found = self._found.get(_key(article))
        return None if found is None else msgspec.convert(json.loads(found), self._result)

    def keep(self, article: Article, result: Result) -> None:
        """Add the result for an article; it is safely on the disk when the batch of BATCH results is full."""
        kept = json.dumps(msgspec.to_builtins(result), separators=(",", ":"))
        self._lines.append(f"{_key(article)} {digest(kept.encode())} {kept}\n")
        if len(self._lines) >= BATCH:
            self._write()

    def _write(self) -> None:
        if self._lines:
            self._log.write("".join(self._lines).encode())
            self._log.flush()
            os.fsync(self._log.fileno())
            self._lines.clear()


def _believable(file: Path) -> Iterator[tuple[str, str]]:
    """Yield key and result of each line whose digest is that of its result."""
    if not file.exists():
        return
    with file.open(encoding="ascii", errors="replace", newline="\n") as lines:
        for line in lines:
            key, _, rest = line.partition(" ")
            said, _, result = rest.rstrip("\n").partition(" ")
            if digest(result.encode()) == said:
                yield key, result


def _ends_with_line(file: Path) -> bool:
    """Say whether the file is empty or its last line was written to its end."""
    with file.open("rb") as stream:
        if stream.seek(0, os.SEEK_END) == 0:
            return True
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"


def _key(article: Article) -> str:
    """Return a hash of all that an article is: it says whether a kept result is this article's."""
    return digest(repr(astuple(article)).encode("utf-8", "surrogatepass"))


@cache
def _program() -> str:
    """Return the digest of the program's own files, its language packs included."""
    folder = Path(__file__).parents[1]
    files = sorted(file for ending in ("*.py", "*.toml", "*.npz") for file in folder.rglob(ending))
    return digest("".join(digest(file.read_bytes()) for file in files).encode())
