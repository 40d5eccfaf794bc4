"""The arrays of an uncompressed NumPy archive, where they lie: nothing is copied that nobody asks for."""

import io
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

# A member of a ZIP archive begins with 30 bytes, the last four of which are the lengths of its name and of what else
# stands before its content (APPNOTE.TXT 6.3.10, section 4.3.7).
_HEADER, _LENGTHS = 30, 26
# An array begins with at most this many bytes that say what it holds (NEP 1: version 1.0 has a length of two bytes).
_DESCRIPTION = 1 << 16


def map_file(file: Path) -> mmap:
    """Return the bytes of a file, mapped: they are read from the disk when they are looked at."""
    with file.open("rb") as opened:
        return mmap(opened.fileno(), 0, access=ACCESS_READ)


def stored_arrays(mapped: mmap) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of an archive that `numpy.savez` wrote, by name; they lie in its mapped bytes.

    Raises:
        ValueError: a member is compressed, or no array in version 1.0 of the format.
    """
    data = memoryview(mapped)
    with ZipFile(mapped) as archive:  # type: ignore[call-overload]  # may be read like a file
        return {member.filename.removesuffix(".npy"): _array(member, data) for member in archive.infolist()}


def _array(member: ZipInfo, data: memoryview) -> NDArray[np.generic]:
    if member.compress_type != ZIP_STORED:
        raise ValueError(f"{member.filename} is compressed")
    begin = member.header_offset + _HEADER
    name, other = np.frombuffer(data[member.header_offset + _LENGTHS : begin], "<u2").tolist()
    content = data[begin + name + other : begin + name + other + member.file_size]
    head = io.BytesIO(content[:_DESCRIPTION])
    if npy.read_magic(head) != (1, 0):
        raise ValueError(f"{member.filename} is not in version 1.0 of the format")
    shape, by_columns, kind = npy.read_array_header_1_0(head)
    values = np.frombuffer(content, kind, offset=head.tell())
    return values.reshape(shape, order="F" if by_columns else "C")
