"""A summary that a language model phrased, and what checking it against the claims that it cites found."""

from dataclasses import dataclass
from typing import Literal

ObjectionKind = Literal["citation", "unread", "number", "name", "polarity", "certainty", "words"]


@dataclass(frozen=True, slots=True)
class Objection:
    """Why is a sentence not supported by the claims that it cites?

    citation: it cites no claim, one that is not there, or too many; unread: it does not read like a sentence; number,
    name: no cited claim has `what`; polarity: it denies what they say, or says what they deny; certainty: it is surer
    than they are, or less; words: it is about something else. `what` are the words or ids that the objection is about.
    """

    kind: ObjectionKind
    what: str


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A phrased sentence, the claims (ids) that it cites, the articles (ids) that make these, and what is wrong."""

    text: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    objections: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What is left of an answer after checking it?

    `sentences` are shown, `dropped` are not. `sent` is the number of claims that were sent, `left_out` that of claims
    for which there was no room; `model` is the name that was asked for, "" where none was.
    """

    model: str
    sentences: tuple[SummarySentence, ...]
    dropped: tuple[SummarySentence, ...]
    sent: int
    left_out: int
