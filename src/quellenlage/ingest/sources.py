"""Which files are meant by the paths that a caller gives, and in which format is each?"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from quellenlage.errors import InputError
from quellenlage.ingest.records import trouble
from quellenlage.model import Problem

Format = Literal["text", "html", "jsonl", "sniff"]
FORMATS = MappingProxyType(
    {".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl"}
)
STANDARD_INPUT = "-"
_ENDINGS = ".txt, .html, .htm, .jsonl or .ndjson, each also with .gz"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input (`path` None); `name` is the file's own name, always printable."""

    name: str
    path: Path | None
    format: Format
    gzipped: bool = False


def find_sources(paths: Sequence[str | Path] | Path) -> Iterator[Source | Problem]:
    """Return every file that the paths mean, in their order, folders sorted by name; each file once.

    Raises:
        InputError: a path does not exist, or a folder holds nothing that could be an article.
    """
    paths = as_paths(paths)
    if not paths:
        raise InputError("no path was given", "name files or folders, or - for standard input")
    found = [item for path in paths for item in _expand(path)]
    return _once(found)


def as_paths(paths: Sequence[str | Path] | Path) -> tuple[str | Path, ...]:
    """Return paths as given; one path is a path, not the sequence of its characters."""
    return (paths,) if isinstance(paths, str | Path) else tuple(paths)


def _once(found: Sequence[Source | Problem]) -> Iterator[Source | Problem]:
    seen: set[Path | None] = set()
    for item in found:
        if isinstance(item, Source):
            place = item.path.resolve() if item.path else None
            if place in seen:
                continue
            seen.add(place)
        yield item


def _expand(given: str | Path) -> list[Source | Problem]:
    if str(given) == STANDARD_INPUT:
        return [Source(STANDARD_INPUT, None, "sniff")]
    path = Path(given)
    try:
        if path.is_dir():
            return _folder(path)
        if not path.exists():
            raise InputError(f"{printable(path)} does not exist", "check the path")
    except (OSError, ValueError) as error:  # a name that is too long, or holds a NUL
        raise InputError(f"{printable(path)!r} cannot be a path: {error}", "check the path") from error
    return [_named(path)]


def _named(path: Path) -> Source | Problem:
    """Return the source for a file that the caller named; one without an ending is looked into."""
    source = _source(path)
    if source:
        return source
    name = printable(path.name)
    if not path.suffix or path.suffix == ".gz" or not path.is_file():
        return Source(name, path, "sniff", gzipped=path.suffix == ".gz")
    return trouble(
        name,
        "unknown-format",
        "lost",
        f"files ending in {path.suffix} are not read",
        f"save it as {_ENDINGS}, or pass it on standard input as plain text",
    )


def _source(path: Path) -> Source | None:
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    gzipped = suffixes[-1:] == [".gz"]
    ending = suffixes[-2] if gzipped and len(suffixes) == 2 else "".join(suffixes[-1:])
    kind = FORMATS.get(ending)
    return Source(printable(path.name), path, kind, gzipped) if kind else None  # type: ignore[arg-type]  # a mapping proxy forgets the literals


def _folder(folder: Path) -> list[Source | Problem]:
    found: list[Source | Problem] = []
    files = sorted(_files(folder, found), key=lambda path: path.relative_to(folder).parts)
    found.extend(_in_folder(path, printable(path.relative_to(folder))) for path in files)
    if not any(isinstance(item, Source) for item in found):
        what = f"no article was found in the folder {printable(folder)}"
        raise InputError(what, f"articles are files ending in {_ENDINGS}")
    return found


def _files(folder: Path, problems: list[Source | Problem]) -> Iterator[Path]:
    """Yield the files below a folder; what cannot be entered is added to the problems."""

    def refused(error: OSError) -> None:
        name = printable(Path(error.filename or folder))
        problems.append(
            trouble(
                name, "unreadable", "lost", f"the folder cannot be opened: {error.strerror}", "check its permissions"
            )
        )

    for parent, folders, files in os.walk(folder, onerror=refused):
        for name in [name for name in folders if (Path(parent) / name).is_symlink() and not name.startswith(".")]:
            reason = "links to other folders are not followed"
            problems.append(trouble(printable(Path(name)), "link", "note", reason, "name that folder as well"))
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent) / name for name in files if not name.startswith("."))


def _in_folder(path: Path, name: str) -> Source | Problem:
    try:
        is_file = path.is_file()
    except OSError as error:
        return trouble(name, "unreadable", "lost", f"it cannot be looked at: {error.strerror}", "check its permissions")
    if not is_file:
        return trouble(
            name, "unreadable", "note", "this is no file that can be read", "remove the broken link or device"
        )
    source = _source(path)
    if source:
        return source
    reason = f"files ending in {path.suffix or 'nothing'} are not read in folders"
    return trouble(name, "unknown-format", "note", reason, f"articles end in {_ENDINGS}")


def printable(path: str | Path) -> str:
    """Return a file name that can be printed and stored: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace") if sys.platform != "win32" else str(path)
