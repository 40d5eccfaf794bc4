"""The encoder at work: one file of package data, read once, run on the processor."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from quellenlage.read.learned.heads import HEADS, ROLES
from quellenlage.read.learned.pieces import Vocabulary, make_vocabulary
from quellenlage.read.learned.stored import map_file, stored_arrays
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
def load_model() -> Model:
    """Return the learned part, loaded once a process (about 0.2 s, much of it without Python's lock)."""
    with as_file(files("quellenlage.read.learned").joinpath("data", "reader.npz")) as file:
        return make_model(file)


def make_model(file: Path) -> Model:
    """Return the model that a file holds: see `scripts/train/export.py` for the form."""
    import onnxruntime  # noqa: PLC0415 - heavy modules are imported where they are needed

    # Mapped, not read: of the word table, an article needs a few hundred rows.
    data = map_file(file)
    stored = stored_arrays(data)
    facts = json.loads(stored["facts"].tobytes())
    options = onnxruntime.SessionOptions()
    # A window is read by one thread: two that share one wait for each other more than they gain, while two windows can
    # be read at once. The memory pattern depends on the length, which always differs.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    graph = stored["graph"].tobytes()
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    vocabulary = make_vocabulary(stored["pieces"].tobytes().decode().split("\n"), stored["scores"].tolist())
    return Model(
        name=facts["name"],
        digest=_known_digest(file) or digest(memoryview(data)),
        limit=WINDOW,
        shared=SHARED,
        vocabulary=vocabulary,
        blocks=stored["blocks"].view(np.uint8),
        session=session,
    )


def _known_digest(file: Path) -> str:
    """Return the digest that stands beside a file: of the shipped one, taking it would keep all articles waiting."""
    beside = file.with_suffix(".digest")
    return beside.read_text(encoding="ascii").strip() if beside.exists() else ""


def unpack_rows(model: Model, ids: list[int]) -> Floats:
    """Return the rows (pieces, width) of the word table for these pieces."""
    parts = model.blocks[ids].reshape(len(ids), -1, BLOCK_BYTES)
    scale = np.ascontiguousarray(parts[:, :, :2]).view(np.float16).astype(np.float32)
    packed = parts[:, :, 2:]
    values = np.concatenate([packed & 0x0F, packed >> 4], axis=2).astype(np.float32)
    values -= 8
    values *= scale
    return values.reshape(len(ids), -1)


def _log_softmax(values: Floats) -> Floats:
    shifted = values - values.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def read_words(layout: "Layout", model: Model) -> Said:
    """Return what the encoder says of every word of an article's sentences."""
    words, windows = plan_article(layout, model)
    return join_windows(words, [(window, read_window(words, window, model)) for window in windows])


def plan_article(layout: "Layout", model: Model) -> tuple[Words, tuple[Window, ...]]:
    """Return the words of an article's sentences, and the windows in which they are read."""
    stretches = [(span.start, span.end) for span in layout.sentences]
    words = cut_words(layout.article.text, stretches, model.vocabulary)
    return words, plan_windows(words, model.limit, model.shared)


def read_window(words: Words, window: Window, model: Model) -> tuple[Floats, Floats, Floats]:
    """Return labels, queries and keys of a window's words, behind those of the start; any thread may call this."""
    ids, places = window_ids(words, window, model.vocabulary)
    feed: dict[str, Any] = {"rows": unpack_rows(model, ids)[None], "shares": shares_of(places, len(ids))[None]}
    said, query, key = model.session.run(["labels", "query", "key"], feed)
    shape = (len(places), len(ROLES), -1)
    return said[0], query.reshape(shape), key.reshape(shape)


def shares_of(places: Sequence[int], pieces: int) -> Floats:
    """Return what of each piece is each word's (words, pieces): a word is the mean of all pieces up to the next."""
    counts = np.diff([*places, pieces])
    shares = np.zeros((len(places), pieces), np.float32)
    shares[np.repeat(np.arange(len(places)), counts), np.arange(pieces)] = np.repeat(1 / counts, counts)
    return shares


def join_windows(words: Words, read: Sequence[tuple[Window, tuple[Floats, Floats, Floats]]]) -> Said:
    """Return what is said of an article's words from what is said of its windows' words."""
    labels = np.zeros((len(words), sum(HEADS.values())), np.float32)
    for window, (said, _, _) in read:
        kept = slice(window.keep_first - window.first + 1, window.keep_last - window.first + 1)
        labels[window.keep_first : window.keep_last] = said[kept]
    heads, first = {}, 0
    for head, size in HEADS.items():
        heads[head] = _log_softmax(labels[:, first : first + size])
        first += size
    return Said(words, heads, tuple((window, query, key) for window, (_, query, key) in read))


def find_targets(said: Said, word: int, role: str) -> tuple[int, list[float]]:
    """Return how likely the pointer of a word reaches the words of its window, in this role.

    The first number is the window's first word; the first probability is that of "nothing", the next that window's
    first word's.
    """
    number = ROLES.index(role)
    window, query, key = next(x for x in said.windows if x[0].keep_first <= word < x[0].keep_last)
    asked = query[word - window.first + 1, number]
    scores = key[:, number] @ asked / np.float32(np.sqrt(len(asked)))
    shares: list[float] = np.exp(_log_softmax(scores)).tolist()
    return window.first, shares
