"""Read bytes with a limit, from files, gzip files and standard input; never more than the limit in memory."""

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from quellenlage.ingest.records import megabytes, trouble
from quellenlage.ingest.sources import Source
from quellenlage.model import Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_ERRORS = (EOFError, gzip.BadGzipFile, zlib.error)
_GZIP_MAGIC = b"\x1f\x8b"
# Large enough that a line of JSONL (a few KiB) seldom needs a second read.
_BUFFER_BYTES = 2**17


@contextmanager
def opened(source: Source) -> Iterator[io.BufferedReader]:
    """Give the decompressed bytes of a source as a stream that can peek.

    Raises:
        OSError: the file cannot be opened.
    """
    if source.path is None:
        yield _unzipped(sys.stdin.buffer)
        return
    with source.path.open("rb") as stream:
        yield _unzipped(stream)


def _unzipped(stream: BinaryIO) -> io.BufferedReader:
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    # Browsers and mirrors decompress files and keep the name, and the reverse: the bytes decide, not the ending.
    if buffered.peek(2)[:2] == _GZIP_MAGIC:
        return io.BufferedReader(_Unzipped(gzip.GzipFile(fileobj=buffered)), _BUFFER_BYTES)
    return buffered


class _Unzipped(io.RawIOBase):
    """The bytes of a gzip file, each handed on as soon as it is unpacked, so that a cut file loses none of them."""

    def __init__(self, packed: gzip.GzipFile) -> None:
        super().__init__()
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        found = self._packed.read1(len(view))
        view[: len(found)] = found
        return len(found)


class _Recoded(io.RawIOBase):
    """A text of another encoding as UTF-8; what does not fit becomes U+FFFD."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._waiting = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        while not self._waiting:
            chunk = self._stream.read1(_BUFFER_BYTES)
            self._waiting = self._decoder.decode(chunk, final=not chunk).encode("utf-8", "replace")
            if not chunk:
                break
        taken = self._waiting[: len(view)]
        self._waiting = self._waiting[len(taken) :]
        view[: len(taken)] = taken
        return len(taken)


def recoded(stream: io.BufferedReader, encoding: str) -> io.BufferedReader:
    """Return a stream of UTF-8 for one of another encoding (PowerShell, for one, writes UTF-16)."""
    return io.BufferedReader(_Recoded(stream, encoding), _BUFFER_BYTES)


def read_whole(source: Source, stream: io.BufferedReader, limit: int) -> tuple[bytes, Problem | None]:
    """Return all bytes of a stream, or none and the problem where there are more than the limit.

    What a broken gzip file still gives is returned with a problem of severity partial.
    """
    if source.path is not None and not source.gzipped and source.path.stat().st_size > limit:
        return b"", too_large(source.name, limit)
    chunks: list[bytes] = []
    size = 0
    try:
        while chunk := stream.read1(min(2**20, limit + 1 - size)):
            chunks.append(chunk)
            size += len(chunk)
            if size > limit:
                return b"", too_large(source.name, limit)
    except GZIP_ERRORS as error:
        return b"".join(chunks), broken_gzip(source.name, error, nothing=not size)
    return b"".join(chunks), None


def too_large(place: str, limit: int) -> Problem:
    """Return the problem of an article that is larger than the limit."""
    reason = f"the text is larger than {megabytes(limit)}, the limit for one article"
    return trouble(place, "too-large", "lost", reason, "split it into articles, one a line of a .jsonl file")


def broken_gzip(place: str, error: Exception, *, nothing: bool) -> Problem:
    """Return the problem of a gzip file that is damaged or ends too early; `nothing` could be read of it, or a part."""
    reason = f"the gzip file is damaged or cut short: {error}"
    return trouble(place, "broken-gzip", "lost" if nothing else "partial", reason, "fetch or compress the file again")
