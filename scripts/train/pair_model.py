"""Make `languages/de/pair_model.npz`: a small network that reads two assertions side by side.

    pip install torch==2.13.0
    PYTHONPATH=src QUELLENLAGE_SHARED=../shared python scripts/train/pair_model.py OUT.npz

Words are vectors of the encoder's word table (multilingual-e5-small, MIT). Every word looks at its neighbours and,
softly, at the words of the other side that are like it; what differs and what agrees is weighed and added up (after
Parikh et al. 2016, "A Decomposable Attention Model"). Trained on pairs written for it (`pairs/claims_*.tsv`: relation,
story, left, right; and `claim_pairs.tsv`), on other pairs of their sentences (related), on sentences beside a part of
themselves (same) and, with an own output that is not stored, on RTE-3 in German (CC BY 3.0).

Written pairs share fewer words where they are the same, and more where they are only related, than pairs in news do. So
that the network does not learn that, a linear model of the lexical evidence is fitted on them first, and the network
only learns what this leaves open (Clark et al. 2019, "Don't Take the Easy Way Out"). One core needs about two minutes.
"""

import argparse
import json
import os
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from claims import features_of
from torch import Tensor, nn
from torch.nn import functional

from quellenlage.languages import load_pack
from quellenlage.read.learned.encoder import load_model
from quellenlage.read.learned.vectors import WIDTH, word_vectors

HERE = Path(__file__).parent
RELATIONS = ("same", "related", "contradict")
SIZE, DROP, SHARPNESS = 64, 0.3, 3.0
ROUNDS, STEP, RATE = 5, 32, 1e-3
# Beside each written pair, so many other pairs of one story, and so many sentences beside a part of themselves.
MATES, COPIES, ENTAILED = 1.0, 0.5, 0.25
MADE_WEIGHT, ENTAILED_WEIGHT = 0.5, 0.3
# The least part of a sentence that is left of it, and the words that are left at least.
LEAST_LEFT, LEAST_WORDS = 2 / 3, 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, what they are to each other, their story, and how they came about: written, mate, copy, rte."""

    relation: str
    story: str
    left: str
    right: str
    made: str = "written"


class Network(nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """See the module; `quellenlage.compare.claims.reader` does the same with NumPy."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.proj = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, SIZE)
        self.conv, self.weigh = nn.Conv1d(SIZE, SIZE, 3, padding=1), nn.Linear(WIDTH, 1)
        self.compare = nn.Linear(4 * SIZE, SIZE)
        self.inner, self.outer = nn.Linear(6 * SIZE, SIZE), nn.Linear(SIZE, len(RELATIONS))
        self.entails, self.drop = nn.Linear(4 * SIZE, 1), nn.Dropout(DROP)

    def forward(self, left: Tensor, right: Tensor, in_left: Tensor, in_right: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of the relations, and of entailment."""
        one, two = self._read(left, in_left), self._read(right, in_right)
        p, q = self._beside(*one, in_left, two[0], in_right), self._beside(*two, in_right, one[0], in_left)
        inner = torch.relu(self.inner(torch.cat([p + q, (p - q).abs(), p * q], -1)))
        return self.outer(self.drop(inner)), self.entails(torch.cat([p, q], -1))

    def _read(self, words: Tensor, inside: Tensor) -> tuple[Tensor, Tensor]:
        words = self.norm(words)
        weights = self.weigh(words)[..., 0].masked_fill(~inside, -1e4).softmax(-1)
        x = self.drop(self.proj(words)) * inside[..., None]
        return x + torch.relu(self.conv(x.mT).mT), weights

    def _beside(self, x: Tensor, weights: Tensor, inside: Tensor, y: Tensor, in_other: Tensor) -> Tensor:
        alike = (x @ y.mT * (SHARPNESS / SIZE**0.5)).masked_fill(~in_other[:, None], -1e4)
        found = alike.softmax(-1) @ y
        said = self.drop(torch.relu(self.compare(torch.cat([x, found, (x - found).abs(), x * found], -1))))
        most = said.masked_fill(~inside[..., None], -1e4).max(1)[0]
        return torch.cat([(said * weights[..., None]).sum(1), most], -1)


def read_written() -> list[Pair]:
    """Return the pairs that were written for it."""
    pairs = []
    for file in sorted((HERE / "pairs").glob("claims_*.tsv")):
        rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
        pairs += [Pair(relation, f"{file.stem}:{story}", left, right) for relation, story, left, right in rows]
    rows = (line.split("\t") for line in (HERE / "claim_pairs.tsv").read_text(encoding="utf-8").splitlines())
    return pairs + [Pair(relation, "", left, right) for relation, left, right in rows]


def read_entailed(shared: Path) -> list[Pair]:
    """Return the pairs of RTE-3; `relation` is YES or NO."""
    lines = (shared / "corpora" / "claims" / "rte3_de_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [Pair(row["entails"], "", row["text"], row["hypothesis"], "rte") for row in map(json.loads, lines)]


def fit_easy(pairs: Sequence[Pair]) -> dict[tuple[str, str], Tensor]:
    """Return what the lexical evidence alone says of each written pair, as scores of the relations."""
    pack = load_pack("de")
    rows = [features_of(pair.left, pair.right, pack) for pair in pairs]
    table = torch.tensor([list(row.values()) for row in rows], dtype=torch.float32)
    table = (table - table.mean(0)) / (table.std(0) + 1e-6)
    labels = torch.tensor([RELATIONS.index(pair.relation) for pair in pairs])
    easy = nn.Linear(table.shape[1], len(RELATIONS))
    optimizer = torch.optim.LBFGS(easy.parameters(), max_iter=200)

    def step() -> Tensor:
        optimizer.zero_grad()
        loss = functional.cross_entropy(easy(table), labels) + 1e-3 * easy.weight.square().sum()
        loss.backward()
        return loss

    optimizer.step(step)
    said = easy(table).detach()
    return {(pair.left, pair.right): said[n] for n, pair in enumerate(pairs)}


class Mates:
    """Other pairs of sentences of one story: nearly all are related at most."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        told: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            if pair.story:
                told[pair.story] |= {pair.left, pair.right}
        self.stories = [sorted(sentences) for sentences in told.values()]
        self.known = {frozenset((pair.left, pair.right)) for pair in pairs}

    def draw(self, chance: random.Random) -> Pair:
        """Return one."""
        while True:
            left, right = chance.sample(chance.choice(self.stories), 2)
            if frozenset((left, right)) not in self.known:
                return Pair("related", "", left, right, "mate")


def collate(pairs: Sequence[Pair], chance: random.Random, vectors: dict[str, Tensor]) -> tuple[Tensor, ...]:
    """Return the words of both sides, and which are there."""
    sides: tuple[list[Tensor], list[Tensor]] = ([], [])
    for pair in pairs:
        left, right = vectors[pair.left], vectors[pair.right]
        if pair.made == "copy":
            left_over = chance.randint(max(min(LEAST_WORDS, len(right)), int(len(right) * LEAST_LEFT)), len(right))
            first = chance.randint(0, len(right) - left_over)
            right = right[first : first + left_over]
        swapped = pair.made != "rte" and chance.random() < 0.5
        sides[0].append(right if swapped else left)
        sides[1].append(left if swapped else right)
    padded = [nn.utils.rnn.pad_sequence(side, batch_first=True) for side in sides]
    inside = [
        torch.arange(rows.shape[1])[None] < torch.tensor([[len(x)] for x in side])
        for rows, side in zip(padded, sides, strict=True)
    ]
    return (*padded, *inside)


def find_loss(network: Network, pairs: Sequence[Pair], batch: tuple[Tensor, ...], easy: Tensor) -> Tensor:
    """Return the loss of one step."""
    said, entailed = network(*batch)
    own = [n for n, pair in enumerate(pairs) if pair.made != "rte"]
    other = [n for n, pair in enumerate(pairs) if pair.made == "rte"]
    labels = torch.tensor([RELATIONS.index(pairs[n].relation) for n in own])
    counts = torch.tensor([1.0 if pairs[n].made == "written" else MADE_WEIGHT for n in own])
    losses = functional.cross_entropy((said + easy)[own], labels, reduction="none", label_smoothing=0.05)
    loss = (losses * counts).sum() / len(pairs)
    if other:
        aims = torch.tensor([float(pairs[n].relation == "YES") for n in other])
        entailment = functional.binary_cross_entropy_with_logits(entailed[other, 0], aims)
        loss = loss + ENTAILED_WEIGHT * entailment * len(other) / len(pairs)
    return loss


def train(written: Sequence[Pair], entailed: Sequence[Pair], vectors: dict[str, Tensor], seed: int) -> Network:
    """Return the trained network."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    easy, mates = fit_easy(written), Mates(written)
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    none = torch.zeros(len(RELATIONS))
    steps, done = ROUNDS * int(len(written) * (1 + MATES + COPIES + ENTAILED)) // STEP, 0
    for _ in range(ROUNDS):
        drawn = [*written, *(mates.draw(chance) for _ in range(int(MATES * len(written))))]
        copied = chance.sample(list(written), int(COPIES * len(written)))
        drawn += [Pair("same", "", pair.left, pair.left, "copy") for pair in copied]
        drawn += chance.sample(list(entailed), min(len(entailed), int(ENTAILED * len(written))))
        chance.shuffle(drawn)
        for first in range(0, len(drawn) - STEP + 1, STEP):
            part = drawn[first : first + STEP]
            known = torch.stack([easy[p.left, p.right] if p.made == "written" else none for p in part])
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, done / 100, max(0.02, 1 - done / steps))
            loss = find_loss(network, part, collate(part, chance, vectors), known)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            done += 1
    network.eval()
    return network


def main() -> None:
    """Read the pairs, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = load_model()
    written = read_written()
    entailed = read_entailed(Path(os.environ.get("QUELLENLAGE_SHARED", "../shared")))
    sentences = {sentence for pair in (*written, *entailed) for sentence in (pair.left, pair.right)}
    vectors = {sentence: torch.from_numpy(word_vectors(sentence, model)) for sentence in sentences}
    network = train(written, entailed, vectors, options.seed)
    stored = {
        name: value.numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if not name.startswith("entails")
    }
    with options.out.open("wb") as file:
        np.savez_compressed(file, **stored)
    print(options.out, options.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
