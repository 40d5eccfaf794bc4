"""Copies by us and by MinHash candidates of rensa and datasketch, on the gold pairs and in the stream.

    python -m bench.peers.copies

Both peers name pairs of documents whose sets of word 5-grams are alike; neither knows passages, quotations, agencies
or boilerplate. Their threshold is the one at which they do best on the odd gold records.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import combinations
from types import ModuleType
from typing import Any

from bench.quality.copies import as_article, corpora, read_for_copies
from bench.quality.corpora import find_shared, load_scorer, rows
from quellenlage.compare import find_copies
from quellenlage.languages import load_pack
from quellenlage.text import find_words

PERMUTATIONS = 128
# Bands of two rows: pairs with a similarity of 0.1 are candidates about every second time, those of 0.2 nearly always.
BANDS = 64
THRESHOLDS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3)


def shingles(text: str) -> set[str]:
    """Return the word 5-grams of a text."""
    forms = [word.form for word in find_words(text)]
    return {" ".join(forms[at : at + 5]) for at in range(len(forms) - 4)}


def minhash_pairs(peer: str, texts: Sequence[str]) -> dict[tuple[int, int], float] | None:
    """Return the candidate pairs (indices) of a peer with their estimated similarity, None if it is not installed."""
    try:
        sketches = {"rensa": _rensa, "datasketch": _datasketch}[peer](texts)
    except ImportError:
        return None
    buckets: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    rows_each = PERMUTATIONS // BANDS
    for number, (digest, _) in enumerate(sketches):
        for band in range(BANDS):
            key = (band, tuple(digest[band * rows_each : (band + 1) * rows_each]))
            buckets.setdefault(key, []).append(number)
    pairs = {pair for members in buckets.values() if 1 < len(members) <= 200 for pair in combinations(members, 2)}
    return {(one, other): sketches[one][1](sketches[other][0]) for one, other in sorted(pairs)}


Sketch = tuple[list[int], Callable[[list[int]], float]]


def _similarity(mine: list[int]) -> Callable[[list[int]], float]:
    return lambda theirs: sum(a == b for a, b in zip(mine, theirs, strict=True)) / PERMUTATIONS


def _rensa(texts: Sequence[str]) -> list[Sketch]:
    minhash = import_module("rensa").RMinHash
    found = []
    for text in texts:
        sketch = minhash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(sorted(shingles(text)))
        digest = list(sketch.digest())
        found.append((digest, _similarity(digest)))
    return found


def _datasketch(texts: Sequence[str]) -> list[Sketch]:
    minhash = import_module("datasketch").MinHash
    found = []
    for text in texts:
        sketch = minhash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([shingle.encode() for shingle in sorted(shingles(text))])
        digest = [int(value) for value in sketch.digest()]
        found.append((digest, _similarity(digest)))
    return found


def main() -> None:
    """Print F1 of `copy` on the gold pairs, the 219 articles given, for us and for each peer."""
    shared = find_shared()
    if shared is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED)")
        return
    gold_file, stream = corpora(shared)
    gold = list(rows(gold_file))
    named = {name for pair in gold for name in (pair["a"], pair["b"])}
    articles = [as_article(row) for row in rows(stream) if row["id"] in named]
    pack = load_pack("de")
    score = load_scorer(shared)
    ours = find_copies([read_for_copies(article, pack) for article in articles], pack)
    found = [{"a": copy.a, "b": copy.b, "words": copy.words, "kind": copy.kind} for copy in ours]
    print("| system | odd F1 | even F1 | all P/R/F1 |\n|---|---|---|---|")
    _row("Quellenlage", score, gold, found)
    for peer in ("rensa", "datasketch"):
        pairs = minhash_pairs(peer, [article.text for article in articles])
        if pairs is None:
            print(f"| {peer} | skipped: not installed | | |")
            continue
        runs = {}
        for threshold in THRESHOLDS:
            runs[threshold] = [
                {"a": articles[one].id, "b": articles[other].id, "words": 12}
                for (one, other), value in pairs.items()
                if value >= threshold
            ]
        best = max(THRESHOLDS, key=lambda threshold: score.copies(gold[::2], runs[threshold])["copy"]["f1"])
        _row(f"{peer}, similarity from {best}", score, gold, runs[best])


def _row(name: str, score: ModuleType, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> None:
    odd, even, all_ = (score.copies(part, found)["copy"] for part in (gold[::2], gold[1::2], gold))
    print(f"| {name} | {odd['f1']:.3f} | {even['f1']:.3f} | {all_['p']:.3f}/{all_['r']:.3f}/**{all_['f1']:.3f}** |")


if __name__ == "__main__":
    main()
