"""Names of people, places, organisations and other things, as the learned part finds them."""

from typing import NamedTuple

from quellenlage.model import Trace
from quellenlage.read.layout import Layout
from quellenlage.read.learned.encoder import Model, Said, read_words
from quellenlage.read.learned.heads import NAME_LABELS
from quellenlage.read.learned.spans import find_labelled
from quellenlage.text import Span


class Name(NamedTuple):
    """One name: its place, its label (PER LOC ORG OTH) and why it was found."""

    span: Span
    label: str
    trace: Trace


def find_names(layout: Layout, model: Model, said: Said | None = None) -> tuple[Name, ...]:
    """Return the names in an article, in order; they do not overlap and stay within their sentence.

    `said` saves running the encoder twice where statements are wanted too.
    """
    said = said or read_words(layout, model)
    words = said.words
    return tuple(
        Name(
            layout.article.span(words.starts[found.first], words.ends[found.last - 1]),
            NAME_LABELS[found.label],
            Trace(model.rule, layout.pack.code, found.score),
        )
        for found in find_labelled(said.heads["names"], words.sentence)
    )
