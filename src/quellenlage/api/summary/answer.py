"""Part an answer into sentences, each with the ids that it cites."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.errors import UsageError
from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Reading
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import digest

# Characters of an answer. Ten sentences have a tenth of it; who answers more was not asked for it.
MOST_CHARACTERS = 20_000
# What models that think aloud put before their answer.
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
_CITATION = re.compile(r"\s*\[\s*c\s*:([^\[\]\n]{0,400})\]", re.IGNORECASE)
_ID = re.compile(r"[^\s,;]+")
# Marks of lists and headings, and of emphasis, which belong to no sentence.
_LIST = re.compile(r"^\s*(?:[-*•>#]+\s+)?")
_EMPHASIS = re.compile(r"\*\*|__|`")


@dataclass(frozen=True, slots=True)
class Phrased:
    """A sentence of an answer, and the ids that stand in or right behind it."""

    text: str
    ids: tuple[str, ...]


def find_sentences(answer: str, pack: LanguagePack) -> tuple[Phrased, ...]:
    """Return the sentences of an answer, in order: all of its words, whether something is cited for them or not.

    Raises:
        UsageError: the answer is too long to be a summary.
    """
    text = _THOUGHT.sub("", answer)
    if len(text) > MOST_CHARACTERS:
        raise UsageError(f"the answer has more than {MOST_CHARACTERS:,} characters", "ask another model")
    return tuple(found for line in text.splitlines() for found in _of_line(line, pack))


def read_sentence(text: str, published: str | None, pack: LanguagePack, *, fast: bool = False) -> Reading:
    """Read one phrased sentence as if a report of that day had it."""
    return read_article(_article(text, published, pack), pack, ReadOptions(fast=fast))


def _of_line(line: str, pack: LanguagePack) -> Iterator[Phrased]:
    """Yield the sentences of a line; an id belongs to the sentence behind whose words it stands."""
    plain, cited = "", []
    at = 0
    line = _EMPHASIS.sub("", _LIST.sub("", line))
    for match in _CITATION.finditer(line):
        plain += line[at : match.start()]
        cited.append((len(plain), [id_.removeprefix("c:").lower() for id_ in _ID.findall(match[1])]))
        at = match.end()
    plain += line[at:]
    for start, end in _stretches(plain, pack):
        ids = (id_ for place, found in cited if start < place <= end for id_ in found)
        text = plain[start:end].strip()
        if any(map(str.isalnum, text)):
            yield Phrased(text, tuple(dict.fromkeys(ids)))


def _stretches(text: str, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Yield sentences as half-open stretches that leave nothing out: words that are no sentence stay with the next."""
    reading = read_article(_article(text, None, pack), pack, ReadOptions(parts_only=True))
    at = 0
    for sentence in reading.sentences[:-1]:
        end = sentence.end
        yield at, end
        at = end
    yield at, len(text)


def _article(text: str, published: str | None, pack: LanguagePack) -> Article:
    text_id = digest(text.encode("utf-8", "surrogatepass"))
    return Article("summary", text, text_id, "", "summary", published=published, language=pack.code)
