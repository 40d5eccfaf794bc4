"""Names of people, places, organisations and other things, as the learned part finds them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quellenlage.model import Trace
from quellenlage.read.layout import Layout
from quellenlage.read.learned.encoder import Floats, Model, Said, read_words
from quellenlage.read.learned.heads import NAME_LABELS
from quellenlage.read.learned.spans import find_labelled
from quellenlage.text import Span

Doubles = NDArray[np.float64]


class Name(NamedTuple):
    """One name: its place, its label (PER LOC ORG OTH) and why it was found."""

    span: Span
    label: str
    trace: Trace


# What is added to the log-probability of "outside" before names are searched: what is doubtful is left. Chosen, like
# the vote below, on 45 documents of own_train that a model had not seen (they allow up to 1.0), and on total scores.
OUTSIDE_NAME = 0.5


def find_names(layout: Layout, model: Model, said: Said | None = None) -> tuple[Name, ...]:
    """Return the names in an article, in order; they do not overlap and stay within their sentence.

    Names of one spelling have one label: the one that all their places together make likeliest. `said` saves running
    the encoder twice where statements are wanted too.
    """
    said = said or read_words(layout, model)
    words, logs = said.words, said.heads["names"]
    found = find_labelled(logs, words.sentence, OUTSIDE_NAME)
    spans = [layout.article.span(words.starts[x.first], words.ends[x.last - 1]) for x in found]
    forms = [span.of(layout.article.text) for span in spans]
    votes: dict[str, Doubles] = {}
    for name, form in zip(found, forms, strict=True):
        votes[form] = votes.get(form, 0) + _shares(logs[name.first : name.last])
    return tuple(
        Name(
            span,
            NAME_LABELS[int(np.argmax(votes[form].round(4)))],
            Trace(model.rule, layout.pack.code, name.score),
        )
        for name, form, span in zip(found, forms, spans, strict=True)
    )


def _shares(logs: Floats) -> Doubles:
    """Return how likely a name has each label, B and I taken together, from what is said of its words."""
    sums: Doubles = np.logaddexp(logs[:, 1::2], logs[:, 2::2]).astype(np.float64).sum(axis=0)
    shares: Doubles = np.exp(sums - np.logaddexp.reduce(sums))
    return shares
