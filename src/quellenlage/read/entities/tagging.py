"""Find names without a learned model: weights counted from labelled news, summed for each word (no neural network).

A first search labels each word by itself and its neighbours, a second one knows how the same words were labelled at
their other places in the article.
"""

import numpy as np

from quellenlage.model import Trace
from quellenlage.read.entities.features import flags_of
from quellenlage.read.entities.names import Name
from quellenlage.read.entities.tokens import Tokens
from quellenlage.read.entities.weights import (
    SIZE,
    Floats,
    Numbers,
    Weights,
    follows,
    labels_elsewhere,
    sums_of,
    weights_of,
)
from quellenlage.read.layout import Layout

LABELS = ("PER", "LOC", "ORG", "OTH")
RULE = "read:name-weights"
# A word whose sum for "no name" is ahead of all others by this much (natural logarithm of odds) begins no search:
# steps between labels weigh at most about this much.
AHEAD = 6.0
# How much less "no name" weighs than was counted: a fit for likelihood finds too few names; 0.4 gives the best F1
# on held-out documents of own_train (0.767; 0.761 without, 0.755 with 0.8).
LEAN = np.float32(0.4)
# Where the learned part speaks, too: how much the weights count beside its log-probabilities, and how much less "no
# name" weighs. The best of fourteen pairs on the odd ones of GermEval's records 1760 to 2199, which neither was fitted
# on: strict F1 0.789 (the encoder alone 0.760, the weights alone 0.645); on the even ones 0.760.
WEIGHED, LEAN_JOINT = np.float32(0.9), np.float32(0.6)


def find_weighed_names(layout: Layout, tokens: Tokens) -> tuple[Name, ...]:
    """Return the names among an article's words, in order; they do not overlap and stay within their sentence."""
    labels = label_words(tokens, weights_of(layout.pack)).tolist()
    trace = Trace(RULE, layout.pack.code)
    found = []
    for first, last, label in spans_of(labels):
        span = layout.article.span(tokens.starts[first], tokens.ends[last - 1])
        found.append(Name(span, LABELS[label], trace))
    return tuple(found)


def label_words(tokens: Tokens, weights: Weights, heard: Floats | None = None) -> Numbers:
    """Return the label of each word: 0 for none, 1 + 2n for the first word of a name of label n, 2 + 2n for others.

    `heard` is what another finder says of each word (words, labels), as logarithms; it is added to the sums.
    """
    weights.refresh()
    numbers, inner = padded(tokens, weights)
    sums = sums_of(weights, numbers, inner, np.array(flags_of(tokens), np.int64))
    if heard is None:
        sums[:, 0] -= LEAN
    else:
        sums = WEIGHED * sums + heard
        sums[:, 0] -= LEAN_JOINT
    sentences = np.array(tokens.sentences, np.int64)
    first = search(sums, sentences, weights.steps)
    bases = weights.forms.bases[numbers[inner]]
    return search(sums + labels_elsewhere(first, bases) @ weights.elsewhere, sentences, weights.steps)


def padded(tokens: Tokens, weights: Weights) -> tuple[Numbers, Numbers]:
    """Return the numbers of an article's word forms with two edges around each sentence, and the words' places."""
    number_of, known = weights.number_of, weights.forms.numbers
    numbers = [known[word] if word in known else number_of(word) for word in tokens.words]
    sentences = np.array(tokens.sentences, np.int64)
    inner = np.arange(len(numbers)) + 2 * np.cumsum(np.diff(sentences, prepend=-1) != 0)
    all_numbers = np.zeros(inner[-1] + 3, np.int64)
    all_numbers[inner] = numbers
    return all_numbers, inner


def search(sums: Floats, sentences: Numbers, steps: Floats) -> Numbers:
    """Return the likeliest labels: stretches that may hold names are searched side by side, the rest has none."""
    labels = np.zeros(len(sums), np.int64)
    ahead = sums[:, 0] - sums[:, 1:].max(axis=1)
    open_places = ahead < AHEAD
    begins = open_places & ~(np.roll(open_places, 1) & (np.roll(sentences, 1) == sentences))
    if len(sums):
        begins[0] = open_places[0]
    starts = np.flatnonzero(begins)
    if not len(starts):
        return labels
    places = np.flatnonzero(open_places)
    lengths = np.diff(np.append(np.searchsorted(places, starts), len(places)))
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    _search_side_by_side(sums, labels, (starts, lengths), steps + follows())
    return labels


def _search_side_by_side(sums: Floats, labels: Numbers, runs: tuple[Numbers, Numbers], steps: Floats) -> None:
    """Fill in the labels of runs of words, the longest first; a run stands between words without a name."""
    starts, lengths = runs
    best = sums[starts] + steps[0]
    came = np.zeros((lengths[0], len(starts), SIZE), np.int64)
    for step in range(1, lengths[0]):
        count = int(np.searchsorted(-lengths, -step, side="left"))
        ways = best[:count, :, None] + steps
        came[step, :count] = ways.argmax(axis=1)
        best[:count] = ways.max(axis=1) + sums[starts[:count] + step]
    last = (best + steps[:, 0]).argmax(axis=1)
    for step in range(int(lengths[0]) - 1, -1, -1):
        count = int(np.searchsorted(-lengths, -step, side="left"))
        labels[starts[:count] + step] = last[:count]
        last[:count] = came[step, np.arange(count), last[:count]]


def spans_of(labels: list[int]) -> list[tuple[int, int, int]]:
    """Return the half-open stretches of words that are names, with their labels' numbers."""
    found, place, end = [], 0, len(labels)
    while place < end:
        label = labels[place]
        last = place + 1
        if label % 2:
            while last < end and labels[last] == label + 1:
                last += 1
            found.append((place, last, label // 2))
        place = last
    return found
