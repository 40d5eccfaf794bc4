"""The encoder at work: one file of package data, read once, run on the processor."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from quellenlage.read.learned.heads import HEADS, ROLES
from quellenlage.read.learned.pieces import Vocabulary, make_vocabulary
from quellenlage.read.learned.words import Window, Words, cut_words, plan_windows, window_ids
from quellenlage.text import digest

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

    from quellenlage.read.layout import Layout

Floats = NDArray[np.float32]

# Q4_0, as the word table is stored: 32 weights share one scale (fp16, 2 bytes) and stand in 16 bytes.
BLOCK_BYTES = 18
# Pieces that a window holds (the encoder knows 512 places, two of them marks) and that neighbours share. Of 256 to 510,
# the longest is the best on own_dev's total and on modern_dev's odd records, and costs no more.
WINDOW, SHARED = 510, 48


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The learned part: its name and digest (of the file's bytes), vocabulary, word table in blocks, and graph.

    `limit` is the most pieces that a window holds, `shared` how many neighbouring windows share.
    """

    name: str
    digest: str
    limit: int
    shared: int
    vocabulary: Vocabulary
    blocks: NDArray[np.uint8]
    session: "InferenceSession"

    @property
    def rule(self) -> str:
        """Return what a finding of this model names as its rule."""
        return f"model:{self.name}@{self.digest[:12]}"


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What the encoder says of an article's words.

    `heads` holds for each head an array (words, labels) of log-probabilities, `windows` the windows that were read,
    with the queries of their words and the keys of the words that a pointer may reach, arrays (words + 1, roles,
    width); the first key stands for "nothing".
    """

    words: Words
    heads: dict[str, Floats]
    windows: tuple[tuple[Window, Floats, Floats], ...]


@cache
def load_model(threads: int = 1) -> Model:
    """Return the learned part, loaded once a process (about 0.3 s); `threads` never change what it says."""
    data = files("quellenlage.read.learned").joinpath("data", "reader.npz").read_bytes()
    return make_model(data, threads)


def make_model(data: bytes, threads: int = 1) -> Model:
    """Return the model that these bytes hold: see `scripts/train/export.py` for the form."""
    import io  # noqa: PLC0415 - heavy modules are imported where they are needed

    import onnxruntime  # noqa: PLC0415

    with np.load(io.BytesIO(data)) as stored:
        facts = json.loads(stored["facts"].tobytes())
        pieces = stored["pieces"].tobytes().decode().split("\n")
        vocabulary = make_vocabulary(pieces, stored["scores"].tolist())
        blocks, graph = stored["blocks"], stored["graph"].tobytes()
    options = onnxruntime.SessionOptions()
    # The memory pattern depends on the length, which always differs.
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    return Model(facts["name"], digest(data), WINDOW, SHARED, vocabulary, blocks, session)


def _rows(model: Model, ids: list[int]) -> Floats:
    """Return the rows of the word table for these pieces, unpacked."""
    parts = model.blocks[ids].reshape(len(ids), -1, BLOCK_BYTES)
    scale = np.ascontiguousarray(parts[:, :, :2]).view(np.float16).astype(np.float32)
    packed = parts[:, :, 2:]
    values = np.concatenate([packed & 0x0F, packed >> 4], axis=2).astype(np.float32)
    values -= 8
    values *= scale
    return values.reshape(1, len(ids), -1)


def _log_softmax(values: Floats) -> Floats:
    shifted = values - values.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def read_words(layout: "Layout", model: Model) -> Said:
    """Return what the encoder says of every word of an article's sentences."""
    stretches = [(span.start, span.end) for span in layout.sentences]
    words = cut_words(layout.article.text, stretches, model.vocabulary)
    labels = np.zeros((len(words), sum(HEADS.values())), np.float32)
    windows = []
    for window in plan_windows(words, model.limit, model.shared):
        ids, places = window_ids(words, window, model.vocabulary)
        feed: dict[str, Any] = {"rows": _rows(model, ids), "places": np.array([places], np.int64)}
        said, query, key = model.session.run(["labels", "query", "key"], feed)
        kept = slice(window.keep_first - window.first + 1, window.keep_last - window.first + 1)
        labels[window.keep_first : window.keep_last] = said[0, kept]
        shape = (len(places), len(ROLES), -1)
        windows.append((window, query.reshape(shape), key.reshape(shape)))
    heads, first = {}, 0
    for head, size in HEADS.items():
        heads[head] = _log_softmax(labels[:, first : first + size])
        first += size
    return Said(words, heads, tuple(windows))


def find_targets(said: Said, word: int, role: str) -> tuple[int, Floats]:
    """Return how likely the pointer of a word reaches the words of its window, in this role.

    The first number is the window's first word; the first probability is that of "nothing", the next that window's
    first word's.
    """
    number = ROLES.index(role)
    window, query, key = next(x for x in said.windows if x[0].keep_first <= word < x[0].keep_last)
    asked = query[word - window.first + 1, number]
    scores = key[:, number] @ asked / np.float32(np.sqrt(len(asked)))
    return window.first, np.exp(_log_softmax(scores))
