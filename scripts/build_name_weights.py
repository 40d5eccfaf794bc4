"""Make `languages/de/name_weights.npz`: how much each property of a word speaks for each kind of name.

    python scripts/build_name_weights.py SHARED [--held-out N] [--out FILE]

A linear-chain conditional random field over the properties of read/entities/features.py, fitted with L-BFGS on
entities/own_train (labels ours, CC BY 4.0, texts CC BY 2.5), records 0 to 1759 of entities/germeval2014_dev (CC BY 4.0)
and entities/smartdata_train (CC BY 4.0). Only names of properties and their weights leave the corpora. Needs scipy.

First a model without what the document says elsewhere is fitted three times, each time labelling the third that it has
not seen; the final model learns from these labels how far to trust the same word's labels elsewhere. `--held-out N`
leaves out every fifth document of own_train from the Nth on, and prints strict F1 on these.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.optimize import minimize

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.entities.features import FLAGS, base_of, class_of, flag_names, flags_of, properties_of
from quellenlage.read.entities.lexicon import lexicon_of
from quellenlage.read.entities.tagging import LABELS, search, spans_of
from quellenlage.read.entities.tokens import Tokens, find_tokens
from quellenlage.read.entities.weights import SIZE, follows, labels_elsewhere
from quellenlage.read.layout import find_layout

Array = NDArray[Any]
TARGET = Path(__file__).parents[1] / "src" / "quellenlage" / "languages" / "de" / "name_weights.npz"
# Each corpus with the weight of its sentences. SmartData labels companies and stops rather than all organisations and
# places, and no other names: 0.3 was the best of 0, 0.3 and 1 on held-out documents of own_train.
CORPORA = {"own_train": 1.0, "germeval2014_dev": 1.0, "smartdata_train": 0.3}
# GermEval's records from this one on are never trained on: what is shipped is measured on them.
GERMEVAL_UNTIL = 1760
# Properties seen once say nothing; weights below this are left out of the file (F1 stays the same to three digits).
LEAST_SEEN, LEAST_WEIGHT = 2, 0.03
# The strength of the pull towards 0 (L2), and towards 0 for what the document says elsewhere.
PULL, PULL_ELSEWHERE = 1.0, 0.1
FOLDS = 3


@dataclass(slots=True, eq=False)
class Document:
    """A labelled text: words, labels, gold spans, the names of each word's properties."""

    tokens: Tokens
    labels: Array
    gold: set[tuple[int, int, str]]
    properties: list[list[str]]
    weight: float
    bases: Array
    elsewhere: Array | None = None


def load(shared: Path) -> dict[str, list[Document]]:
    """Return the documents of all corpora."""
    pack = load_pack("de")
    lexicon = lexicon_of(pack)
    memory: dict[str, tuple[Any, str]] = {}

    def look_up(word: str) -> tuple[Any, str]:
        if word not in memory:
            memory[word] = (properties_of(word, lexicon), class_of(word, lexicon))
        return memory[word]

    found: dict[str, list[Document]] = {}
    for corpus, weight in CORPORA.items():
        with gzip.open(shared / "corpora" / "entities" / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines][: GERMEVAL_UNTIL if corpus == "germeval2014_dev" else None]
        found[corpus] = []
        for row in rows:
            article = Article(
                id="", text=row["text"], text_id="", source_id="", name="", published=row.get("published")
            )
            tokens = find_tokens(find_layout(article, pack))
            gold = {(x["start"], x["end"], x["label"]) for x in row["entities"] if x["label"] in LABELS}
            found[corpus].append(_document(tokens, gold, look_up, weight))
    return found


def _document(tokens: Tokens, gold: set[tuple[int, int, str]], look_up: Any, weight: float) -> Document:
    labels = np.zeros(len(tokens.words), np.int64)
    first = {start: number for number, start in enumerate(tokens.starts)}
    last = {end: number for number, end in enumerate(tokens.ends)}
    for start, end, label in gold:
        if start in first and end in last:
            labels[first[start] : last[end] + 1] = 2 + 2 * LABELS.index(label)
            labels[first[start]] -= 1
    numbers: dict[str, int] = {}
    bases = [numbers.setdefault(base_of(w), len(numbers)) if w[0].isupper() else -1 for w in tokens.words]
    return Document(tokens, labels, gold, _properties(tokens, look_up), weight, np.array(bases, np.int64))


def _properties(tokens: Tokens, look_up: Any) -> list[list[str]]:
    words, sentences, flags = tokens.words, tokens.sentences, flags_of(tokens)

    def at(place: int, sentence: int) -> str:
        return words[place] if 0 <= place < len(words) and sentences[place] == sentence else ""

    found = []
    for place, sentence in enumerate(sentences):
        near = [look_up(at(place + offset, sentence)) for offset in (0, -1, 1, -2, 2)]
        names = [name for number, (properties, _) in enumerate(near) for name in properties[number]]
        a, b, c = near[1][1], near[0][1], near[2][1]
        names += [f"ab={a}|{b}", f"bc={b}|{c}", f"abc={a}|{b}|{c}"]
        if flags[place] < FLAGS:
            names += [f"flag={name}" for name in flag_names(flags[place])]
        found.append(names)
    return found


class Field:
    """A linear-chain conditional random field: fitted, it holds `names`, `table`, `steps` and `elsewhere`."""

    def __init__(self, documents: Sequence[Document], rounds: int) -> None:
        counts: Counter[str] = Counter()
        for document in documents:
            for names in document.properties:
                counts.update(names)
        self.names = [name for name, count in counts.items() if count >= LEAST_SEEN]
        self.rows = {name: row for row, name in enumerate(self.names)}
        self.known = documents[0].elsewhere is not None
        self._fit(documents, rounds)

    def matrix(self, documents: Sequence[Document]) -> sp.csr_matrix:
        """Return the properties (words, names) of documents."""
        places, ends = [], [0]
        for document in documents:
            for names in document.properties:
                places += [self.rows[name] for name in names if name in self.rows]
                ends.append(len(places))
        ones = np.ones(len(places), np.float32)
        return sp.csr_matrix((ones, places, ends), shape=(len(ends) - 1, len(self.names)))

    def label(self, documents: Sequence[Document]) -> list[Array]:
        """Return the labels that the field gives to documents."""
        found = []
        for document in documents:
            sums = self.matrix([document]) @ self.table
            if document.elsewhere is not None:
                sums = sums + document.elsewhere @ self.elsewhere
            found.append(search(sums, np.array(document.tokens.sentences), self.steps))
        return found

    def _fit(self, documents: Sequence[Document], rounds: int) -> None:
        problem = _Problem(self.matrix(documents), documents, known=self.known)
        result = minimize(
            problem.loss, np.zeros(problem.size), jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 6}
        )
        self.table, self.steps, self.elsewhere = (part.astype(np.float32) for part in problem.parts(result.x))


class _Problem:
    """The loss of a field on documents, with its gradient; sentences are walked side by side, the longest first."""

    def __init__(self, matrix: sp.csr_matrix, documents: Sequence[Document], *, known: bool) -> None:
        self.matrix, self.turned = matrix, matrix.T.tocsr()
        self.elsewhere = (
            np.concatenate([document.elsewhere for document in documents])
            if known
            else np.zeros((matrix.shape[0], 0), np.float32)
        )
        gold = np.concatenate([document.labels for document in documents])
        self.weight = np.concatenate([np.full(len(x.labels), x.weight, np.float32) for x in documents])
        self.gold = np.eye(SIZE, dtype=np.float32)[gold]
        starts, offset = [], 0
        for document in documents:
            sentences = np.array(document.tokens.sentences)
            starts.append(np.flatnonzero(np.diff(sentences, prepend=-1)) + offset)
            offset += len(sentences)
        first = np.concatenate(starts)
        lengths = np.diff(np.append(first, offset))
        order = np.argsort(-lengths, kind="stable")
        self.first, self.lengths = first[order], lengths[order]
        self.active = [int((self.lengths > step).sum()) for step in range(int(self.lengths[0]))]
        self.sizes = (matrix.shape[1] * SIZE, SIZE * SIZE, self.elsewhere.shape[1] * SIZE)
        self.size = sum(self.sizes)
        before = np.zeros(offset, np.int64)
        before[1:] = gold[:-1]
        before[first] = 0
        self.gold_steps = np.zeros((SIZE, SIZE))
        np.add.at(self.gold_steps, (before, gold), self.weight)
        last = first + lengths - 1
        np.add.at(self.gold_steps, (gold[last], np.zeros_like(last)), self.weight[last])

    def parts(self, flat: Array) -> list[Array]:
        """Return the weights of properties, of steps, and of what the document says elsewhere."""
        cut = np.cumsum(self.sizes)[:-1]
        return [part.reshape(-1, SIZE) for part in np.split(flat, cut)]

    def loss(self, flat: Array) -> tuple[float, Array]:
        """Return the negative log-likelihood with its pulls, and its gradient."""
        table, steps, elsewhere = self.parts(flat.astype(np.float32))
        sums = self.matrix @ table + self.elsewhere @ elsewhere
        total, marginals, step_sums = self._walk(sums, np.exp((steps + follows()).astype(float)))
        weight = self.weight[:, None]
        total -= float((weight * self.gold * sums).sum()) + float((self.gold_steps * steps).sum())
        error = ((marginals - self.gold) * weight).astype(np.float32)
        gradients = (
            self.turned @ error + PULL * table,
            step_sums - self.gold_steps + PULL * steps,
            self.elsewhere.T @ error + PULL_ELSEWHERE * elsewhere,
        )
        total += 0.5 * float(PULL * ((table**2).sum() + (steps**2).sum()) + PULL_ELSEWHERE * (elsewhere**2).sum())
        return total, np.concatenate([gradient.ravel() for gradient in gradients]).astype(float)

    def _walk(self, sums: Array, steps: Array) -> tuple[float, Array, Array]:
        """Return the log of all sequences' weight, each word's label probabilities, the expected steps."""
        top = sums.max(axis=1, keepdims=True)
        odds = np.exp((sums - top).astype(float))
        forth, back, scale = np.zeros(sums.shape), np.zeros(sums.shape), np.ones(len(sums))
        for step, count in enumerate(self.active):
            place = self.first[:count] + step
            reached = (forth[place - 1] @ steps if step else steps[0][None, :]) * odds[place]
            scale[place] = reached.sum(axis=1)
            forth[place] = reached / scale[place][:, None]
        last = self.first + self.lengths - 1
        ends = forth[last] @ steps[:, 0]
        back[last] = steps[:, 0] / ends[:, None]
        expected = np.zeros((SIZE, SIZE))
        sentence_weight = self.weight[self.first]
        for step in range(len(self.active) - 1, 0, -1):
            count = self.active[step]
            place = self.first[:count] + step
            reached = back[place] * odds[place] / scale[place][:, None]
            back[place - 1] = reached @ steps.T
            expected += (forth[place - 1] * sentence_weight[:count, None]).T @ reached * steps
        marginals = forth * back
        marginals /= marginals.sum(axis=1, keepdims=True)
        expected[0] += (sentence_weight[:, None] * marginals[self.first]).sum(axis=0)
        expected[:, 0] += (sentence_weight[:, None] * marginals[last]).sum(axis=0)
        total = (self.weight * (np.log(scale) + top[:, 0])).sum() + (sentence_weight * np.log(ends)).sum()
        return float(total), marginals, expected


def know_elsewhere(documents: Sequence[Document], labels: Sequence[Array]) -> None:
    """Note what a first search says about each word's other places."""
    for document, given in zip(documents, labels, strict=True):
        document.elsewhere = labels_elsewhere(given, document.bases)


def strict_f1(documents: Sequence[Document], labels: Sequence[Array]) -> float:
    """Return strict F1 of labels."""
    hit = found = gold = 0
    for document, given in zip(documents, labels, strict=True):
        starts, ends = document.tokens.starts, document.tokens.ends
        spans = {(starts[a], ends[b - 1], LABELS[n]) for a, b, n in spans_of(given.tolist())}
        hit, found, gold = hit + len(spans & document.gold), found + len(spans), gold + len(document.gold)
    return 2 * hit / (found + gold)


def fit(documents: list[Document], rounds: int) -> tuple[Field, Field]:
    """Return the field of the first search and that of the second."""
    documents = [document for document in documents if document.tokens.words]
    order = np.random.default_rng(1).permutation(len(documents))
    shuffled = [documents[place] for place in order]
    for document in shuffled:
        document.elsewhere = None
    seen: list[tuple[list[Document], list[Array]]] = []
    for fold in range(FOLDS):
        rest = [document for place, document in enumerate(shuffled) if place % FOLDS != fold]
        seen.append((shuffled[fold::FOLDS], Field(rest, rounds * 2 // 3).label(shuffled[fold::FOLDS])))
        print("fold", fold, round(strict_f1(*seen[-1]), 4), flush=True)
    first = Field(shuffled, rounds)
    for part, labels in seen:
        know_elsewhere(part, labels)
    return first, Field(shuffled, rounds)


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--held-out", type=int, default=-1)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    corpora = load(options.shared)
    held = corpora["own_train"][options.held_out :: 5] if options.held_out >= 0 else []
    documents = [document for part in corpora.values() for document in part if not any(document is x for x in held)]
    first, second = fit(documents, options.rounds)
    if held:
        know_elsewhere(held, first.label(held))
        print("held out", round(strict_f1(held, second.label(held)), 4))
    write(second, options.out)


def write(model: Field, file: Path) -> None:
    """Write the weights, one byte each with a scale for each row."""
    kept = np.flatnonzero(np.abs(model.table).max(axis=1) >= LEAST_WEIGHT)
    order = sorted(kept.tolist(), key=lambda row: model.names[row])
    table = model.table[order]
    scale = np.abs(table).max(axis=1) / 127
    names = "\n".join(model.names[row] for row in order).encode()
    np.savez_compressed(
        file,
        names=np.frombuffer(names, np.uint8),
        table=np.round(table / scale[:, None]).astype(np.int8),
        scale=scale.astype(np.float16),
        steps=model.steps,
        elsewhere=model.elsewhere,
    )
    print(file, len(order), "properties,", file.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
