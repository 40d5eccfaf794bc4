"""Teach a smaller network what a trained one says, and write a checkpoint as `train.py` does.

    QUELLENLAGE_SHARED=../shared PYTHONPATH=src python scripts/train/distil.py run.pt --out small.pt
    PYTHONPATH=src python scripts/train/export.py small.pt src/quellenlage/read/learned/data/reader.npz

The student begins with some of the teacher's layers (`--keep`), with those of their inner places that do most
(`--inner`), and with its heads, or goes on where a run before it ended (`--start`). Behind its first layers a word is
one place, however many pieces it has (`--pooled`). It learns from the labels and from what the teacher says of every
word, labelled or not: of the corpora, of the invented stories, which have no such labels, and of single sentences. A
round takes two free cores about eight minutes. `--short` reads single sentences mostly; `--mean` writes the mean of
the weights at the beginning and at the end.
"""

import argparse
import os
import random
import time
from argparse import Namespace
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

import torch
from augment import Pool, make_pool
from corpora import Document, load_germeval, load_own, load_smartdata
from labels import ALL_HEADS, ROLES
from network import INNER, POINTER, Network
from sentences import cut_sentences, load_written
from stories import read_reports
from torch import Tensor
from torch.nn import functional
from train import POINTER_WEIGHT, WEIGHT, Batch, Item, collate, draw, loss_of
from weights import Source, read_weights

from quellenlage.read.learned.pieces import make_vocabulary

# How much the labels count beside what the teacher says, and the last hidden states beside both.
LABELS, STATES = 0.5, 1.0
# The least probability that the teacher gives to the begin of a content for its pointers to be learned.
BEGINS = 0.1
# SmartData, the largest corpus, is read in so many rounds.
SHARES = 6
# Of the single sentences, a round reads one in so many; with `--short` all that are cut, and half of the rest.
SENTENCES, WRITTEN = 3, 2
# Steps by which the teacher's inner places are weighed.
WEIGHED = 40
# The labels by which a content begins: B and S of whole contents, B of nested ones.
BEGIN = {"content": [1, 4], "nested": [1]}


def load_teacher(source: Source, path: Path) -> Network:
    """Return a trained network, fixed."""
    stored = torch.load(path)
    network = Network(source, stored["layers"], stored.get("inner", INNER))
    network.load_state_dict(stored["state"], strict=False)
    network.eval().requires_grad_(requires_grad=False)
    return network


def make_student(source: Source, teacher: Network, batches: list[Batch], options: Namespace) -> Network:
    """Return a network with these layers of the teacher, so many of their inner places, and all else that it has."""
    keep, inner = [int(x) for x in options.keep.split(",")], options.inner
    student = Network(source, len(keep), inner, options.pooled)
    state = {name: value for name, value in teacher.state_dict().items() if not name.startswith("layers")}
    student.load_state_dict(state, strict=False)
    weights = weigh_places(teacher, batches)
    for layer, number in zip(student.layers, keep, strict=True):
        places = weights[number].topk(inner).indices.sort().values
        found = dict(teacher.layers[number].state_dict())
        found["fi.weight"], found["fi.bias"] = found["fi.weight"][places], found["fi.bias"][places]
        found["fo.weight"] = found["fo.weight"][:, places]
        layer.load_state_dict(found)
    return student


def weigh_places(teacher: Network, batches: list[Batch]) -> list[Tensor]:
    """Return how much each inner place of each layer does: what it says on average, by the weight of its word."""
    sums = [torch.zeros(layer.fi.out_features) for layer in teacher.layers]
    hooks = [layer.fi.register_forward_hook(_adder(row)) for layer, row in zip(teacher.layers, sums, strict=True)]
    with torch.no_grad():
        for batch in batches:
            said_of(teacher, batch)
    for hook in hooks:
        hook.remove()
    return [row * layer.fo.weight.norm(dim=0) for layer, row in zip(teacher.layers, sums, strict=True)]


def _adder(row: Tensor) -> Callable[[object, object, Tensor], None]:
    """Return what adds up what a layer's inner places say; it returns nothing, which would take the layer's place."""

    def add(_layer: object, _given: object, said: Tensor) -> None:
        row.add_(functional.gelu(said.float()).abs().sum((0, 1)))

    return add


def load_told() -> list[Document]:
    """Return the reports of the invented stories, which train no head by labels."""
    return [Document(report["text"], "", frozenset()) for story in read_reports() for report in story]


Said = tuple[Tensor, Tensor, Tensor, Tensor]


def said_of(network: Network, batch: Batch) -> Said:
    """Return what a network says of the words of some windows: last states, labels, queries and keys."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.states_of(batch[0], batch[1])
        x = network.drop(states)
        parts = network.heads(x), network.query(x), network.key(x)
    return states.float(), *(part.float() for part in parts)


def find_distance(said: Said, aim: Said, places: Tensor, weights: Mapping[str, float]) -> Tensor:
    """Return how far what the student says of some windows is from what the teacher says; `weights` of the heads."""
    words = (places > 0).index_fill(1, torch.tensor([0]), value=True)
    (states, labels, query, key), (aim_states, aim_labels, aim_query, aim_key) = said, aim
    loss = STATES * functional.mse_loss(states[words], aim_states[words])
    first, begins = 0, torch.zeros(places.shape, dtype=torch.bool)
    for head, size in ALL_HEADS.items():
        got, wanted = (x[..., first : first + size][words].log_softmax(-1) for x in (labels, aim_labels))
        loss = loss + weights[head] * functional.kl_div(got, wanted, log_target=True, reduction="batchmean")
        if head in BEGIN:
            begins[words] |= wanted.exp()[:, BEGIN[head]].sum(-1) > BEGINS
        first += size
    n, word = begins.nonzero(as_tuple=True)
    if len(n):
        pair = ((query, key), (aim_query, aim_key))
        got, wanted = (_point(q, k, n, word).masked_fill(~words[n, None], -1e4).log_softmax(-1) for q, k in pair)
        loss = loss + POINTER_WEIGHT * functional.kl_div(got, wanted, log_target=True, reduction="sum") / got.shape[0]
    return loss


def _point(query: Tensor, key: Tensor, n: Tensor, word: Tensor) -> Tensor:
    """Return scores (contents, roles, words) of where the words `word` of the windows `n` point."""
    asked, keys = (x.view(*x.shape[:2], len(ROLES), POINTER) for x in (query, key))
    return torch.einsum("prd,pwrd->prw", asked[n, word], keys[n]) * POINTER**-0.5


def read_documents(chance: random.Random, *, short: bool) -> tuple[Callable[[int], list[Document]], Pool]:
    """Return a function that gives what is read in a round, by its number, and names to swap in."""
    folder = Path(os.environ.get("QUELLENLAGE_SHARED", "../shared")) / "corpora"
    own, germeval, smartdata = load_own(folder), load_germeval(folder), load_smartdata(folder)
    chance.shuffle(smartdata)
    size = len(smartdata) // SHARES
    written, cut = load_written(folder), cut_sentences(own)
    always = own + germeval + (germeval + cut if short else load_told())

    def documents(turn: int) -> list[Document]:
        if short:
            return always + chance.sample(written, len(written) // WRITTEN)
        drawn = [document for group in (written, cut) for document in chance.sample(group, len(group) // SENTENCES)]
        return always + smartdata[turn % SHARES * size :][:size] + drawn

    return documents, make_pool(own + germeval)


def train_student(
    student: Network, teacher: Network, steps_of: Callable[[int], list[list[Item]]], options: Namespace
) -> None:
    """Train on the steps of each round, or until the minutes are over, and write a checkpoint after each round."""
    vocabulary, chance = options.vocabulary, random.Random(options.seed)
    trained = [p for p in student.parameters() if p.requires_grad]
    weights = {**WEIGHT, "names": options.names}
    first = {name: value.clone() for name, value in student.state_dict().items() if name != "word.weight"}
    optimizer = torch.optim.AdamW(trained, lr=options.rate, weight_decay=0.01)
    begun, done = time.monotonic(), 0
    for turn in range(options.rounds):
        losses, steps = [], steps_of(turn)
        total = options.rounds * len(steps)
        for step in steps:
            part = max(done / total, (time.monotonic() - begun) / (60 * options.minutes))
            if part >= 1:
                break
            optimizer.param_groups[0]["lr"] = options.rate * min(1.0, part / 0.04, (1 - part) / 0.96)
            batch = collate(step, vocabulary, chance, 0.03)
            said = said_of(student, batch)
            with torch.no_grad():
                aim = said_of(teacher, batch)
            loss = LABELS * loss_of(student.split(*said[1:]), batch, weights)
            loss = loss + find_distance(said, aim, batch[1], weights)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            losses.append(float(loss.detach()))
            done += 1
        if losses:
            print(f"round {turn + 1} loss {sum(losses) / len(losses):.4f} {time.monotonic() - begun:.0f}s", flush=True)
        state = {name: value for name, value in student.state_dict().items() if name in first}
        if options.mean:
            state = {name: (value + first[name]) / 2 for name, value in state.items()}
        shape = {"layers": len(student.layers), "inner": options.inner, "pooled": options.pooled}
        torch.save({**shape, "state": state}, options.out)


def parse_options() -> Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--keep", default="0,1,2,3,4,5", help="the teacher's layers that the student begins with")
    parser.add_argument("--inner", type=int, default=1152)
    parser.add_argument("--pooled", type=int, default=1, help="layers before a word's pieces become one")
    parser.add_argument("--start", type=Path, help="a checkpoint of the student to go on from")
    parser.add_argument("--short", action="store_true", help="read single sentences, mostly")
    parser.add_argument("--mean", action="store_true", help="write the mean of the first weights and the last")
    parser.add_argument("--names", type=float, default=1.4, help="how much the head of names counts")
    parser.add_argument("--minutes", type=float, default=1e9, help="the rate falls to nothing by then")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    """Train and write the checkpoint."""
    options = parse_options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    source = read_weights()
    options.vocabulary = make_vocabulary(source.pieces, source.scores)
    documents, pool = read_documents(chance, short=options.short)
    teacher = load_teacher(source, options.teacher)
    seen = islice(draw(documents(0), pool, options.vocabulary, chance), WEIGHED)
    batches = [collate(step, options.vocabulary, chance, 0.0) for step in seen]
    student = make_student(source, teacher, batches, options).train()
    if options.start:
        student.load_state_dict(torch.load(options.start)["state"], strict=False)

    def steps_of(turn: int) -> list[list[Item]]:
        return list(draw(documents(turn), pool, options.vocabulary, chance))

    train_student(student, teacher, steps_of, options)


if __name__ == "__main__":
    main()
