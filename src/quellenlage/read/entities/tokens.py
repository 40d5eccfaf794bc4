"""The words of an article as names are looked for among them: hyphens and points stay inside a word."""

import re
from typing import NamedTuple

from quellenlage.read.layout import Layout

# Compounds stay whole, so that no name is found inside one; short words keep the point that ends no sentence.
_TOKEN = re.compile(
    r"[^\W\d_]{1,4}\.(?=\s+\S)(?:[-\u2010\u2011][^\W\d_]+)?"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)+"
    r"|[^\W_]+(?:[-\u2010\u2011'’&.][^\W_]+|[\u0300-\u036f\u00ad])*"
    r"|[^\w\s]|_"
)


class Tokens(NamedTuple):
    """The words of an article's sentences, in order: their forms, half-open places, and their sentence's number."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]


def find_tokens(layout: Layout) -> Tokens:
    """Return the words of all sentences of an article."""
    tokens = Tokens([], [], [], [])
    text = layout.article.text
    words, starts, ends, sentences = tokens
    for number, span in enumerate(layout.sentences):
        for match in _TOKEN.finditer(text, span.start, span.end):
            start, end = match.span()
            words.append(match.group())
            starts.append(start)
            ends.append(end)
        sentences += [number] * (len(words) - len(sentences))
    return tokens
