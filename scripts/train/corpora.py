"""Read the corpora that may train what is shipped: labels of words, made from labels of characters."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from labels import ALL_HEADS, IGNORED, ROLES

from quellenlage.read.learned.heads import KINDS, NAME_LABELS
from quellenlage.read.learned.pieces import Vocabulary
from quellenlage.read.learned.words import Words, cut_words

Row = dict[str, Any]
# The end of a sentence, roughly: windows are cut here.
_SENTENCE = re.compile(r"(?<=[.!?:“”«»\"])\s+(?=[\"„“»«A-ZÄÖÜ])|\n+")
# GermEval's development records from this on measure, those before train.
FIRST_MEASURED = 1760


@dataclass(slots=True)
class Document:
    """One text with what is known about it: which heads it trains, spans by head, statements."""

    text: str
    title: str
    heads: frozenset[str]
    names: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """One text as the network reads it: words, a label for each head and word, and pointers.

    A pointer says: from this word, in this role, to these words (none: to nothing).
    """

    words: Words
    labels: dict[str, list[int]]
    pointers: list[tuple[int, int, tuple[int, ...]]]


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the records of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def load_own(folder: Path) -> list[Document]:
    """Return the documents labelled for statements and names alike."""
    names = {row["id"]: row for row in read_rows(folder / "entities" / "own_train.jsonl.gz")}
    heads = frozenset(ALL_HEADS) - {"smartdata"}
    return [
        Document(row["text"], row["title"], heads, names[row["id"]]["entities"], row["statements"])
        for row in read_rows(folder / "statements" / "own_train.jsonl.gz")
    ]


def load_germeval(folder: Path) -> list[Document]:
    """Return GermEval's development sentences but for those that measure."""
    rows = read_rows(folder / "entities" / "germeval2014_dev.jsonl.gz")
    return [
        Document(row["text"], "", frozenset({"names"}), row["entities"])
        for row in rows
        if int(row["id"].rsplit("-", 1)[1]) < FIRST_MEASURED
    ]


def load_smartdata(folder: Path) -> list[Document]:
    """Return the SmartData documents; their other labels (dates, numbers …) are left out."""
    return [
        Document(row["text"], "", frozenset({"smartdata"}), [x for x in row["entities"] if x["label"] in NAME_LABELS])
        for row in read_rows(folder / "entities" / "smartdata_train.jsonl.gz")
    ]


def find_stretches(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text, roughly."""
    bounds = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(bounds) if a < b]


def _within(words: Words, spans: Iterable[Iterable[int]]) -> list[list[int]]:
    """Return the words that each span touches, spans that touch none left out."""
    found = []
    for begin, end in spans:
        touched = [n for n in range(len(words)) if words.starts[n] < end and begin < words.ends[n]]
        if touched:
            found.append(touched)
    return found


def _mark(row: list[int], places: list[int], label: int = 0) -> None:
    """Write B (1 + 2 label) and I (2 + 2 label)."""
    for n, place in enumerate(places):
        row[place] = 1 + 2 * label + (n > 0)


def _mark_whole(row: list[int], places: list[int]) -> None:
    """Write O B I E S as 0 1 2 3 4."""
    for place in places:
        row[place] = 2
    row[places[0]], row[places[-1]] = 1, 3
    if len(places) == 1:
        row[places[0]] = 4


def _label_statement(row: Row, words: Words, labels: dict[str, list[int]]) -> list[tuple[int, int, tuple[int, ...]]]:
    parts = _within(words, row["content"])
    for places in parts:
        if row["nested"]:
            _mark(labels["nested"], places)
        else:
            _mark_whole(labels["content"], places)
            for place in places:
                labels["kind"][place] = KINDS.index(row["kind"])
    targets: dict[str, tuple[int, ...]] = {}
    spans = {role: row[role] for role in ("cue", "speaker", "addressee")}
    spans["relay"] = [(x["start"], x["end"]) for x in row["relays"]]
    for role, value in spans.items():
        found = _within(words, value)
        for places in found:
            _mark(labels[role], places)
        targets[role] = tuple(places[0] for places in found)
    pointers = []
    for n, places in enumerate(parts):
        before = (parts[n - 1][0],) if n else ()
        for number, role in enumerate(ROLES):
            pointers.append((places[0], number, before if role == "part" else targets[role]))
    return pointers


def make_example(document: Document, vocabulary: Vocabulary) -> Example:
    """Return a document as the network reads it."""
    words = cut_words(document.text, find_stretches(document.text), vocabulary)
    labels = {head: [0 if head in document.heads else IGNORED] * len(words) for head in ALL_HEADS}
    labels["kind"] = [IGNORED] * len(words)
    for name in document.names:
        head = "names" if "names" in document.heads else "smartdata"
        for places in _within(words, [(name["start"], name["end"])]):
            _mark(labels[head], places, NAME_LABELS.index(name["label"]))
    pointers = []
    for row in sorted(document.statements, key=lambda row: row["nested"]):
        pointers += _label_statement(row, words, labels)
    return Example(words, labels, pointers)
