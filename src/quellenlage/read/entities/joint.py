"""Find names with both: what the learned part says of each word, and what the weights of `--fast` say.

The two err differently: the encoder reads whole sentences, the weights know the gazetteer, the lists of names, and how
the article's other places of a word were labelled.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from quellenlage.model import Trace
from quellenlage.read.entities.names import Name
from quellenlage.read.entities.tagging import LABELS, label_words, spans_of
from quellenlage.read.entities.tokens import Tokens, find_tokens
from quellenlage.read.entities.weights import SIZE, Floats, weights_of
from quellenlage.read.layout import Layout

# No log-probability counts as lower than this, so that no single opinion forbids a label.
LEAST = np.float32(-8.0)


class Heard(NamedTuple):
    """What a learned part says of the words that it cut: half-open places, log-probabilities (words, labels).

    Labels: O, then B and I for each of PER LOC ORG OTH. Words are shorter than here: a hyphen parts them.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    logs: Floats


def find_joint_names(layout: Layout, heard: Heard, trace: Trace) -> tuple[Name, ...]:
    """Return the names in an article, in order; they do not overlap and stay within their sentence."""
    tokens = find_tokens(layout)
    if not tokens.words:
        return ()
    labels = label_words(tokens, weights_of(layout.pack), _of_tokens(tokens, heard)).tolist()
    return tuple(
        Name(layout.article.span(tokens.starts[first], tokens.ends[last - 1]), LABELS[label], trace)
        for first, last, label in spans_of(labels)
    )


def _of_tokens(tokens: Tokens, heard: Heard) -> Floats:
    """Return what is said of words of which each may be several of the learned part's."""
    logs = np.maximum(heard.logs, LEAST)
    starts = np.asarray(heard.starts, np.int64)
    first = np.searchsorted(starts, tokens.starts, side="left")
    last = np.searchsorted(starts, tokens.ends, side="left")
    found = np.zeros((len(tokens.words), SIZE), np.float32)
    whole = last - first == 1
    found[whole] = logs[first[whole]]
    for place in np.flatnonzero(last - first > 1).tolist():
        found[place] = _of_parts(logs[first[place] : last[place]])
    return found


def _of_parts(logs: Floats) -> Floats:
    """Return what is said of a compound: it is a name as a whole or not at all."""
    found = np.empty(SIZE, np.float32)
    found[0] = logs[:, 0].max()
    inside = logs[1:, 2::2].min(axis=0)
    found[1::2] = np.minimum(logs[0, 1::2], inside)
    found[2::2] = np.minimum(logs[0, 2::2], inside)
    return found
