"""What ingest is asked, what it answers, and what its format modules hand to one another."""

from dataclasses import dataclass

from quellenlage.model import Article, Problem, Severity

# A year's file of one column is 1 MB of text, a saved page with its pictures inside 15 MB: 20 MiB hold every article.
ARTICLE_BYTES = 20 * 2**20


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How shall articles be read?

    `published` (ISO, whole or partial) is the date of every article that has none of its own. `article_bytes` is the
    most, in bytes after decompression, that one article may have: a text file, a page, a line of JSONL.
    """

    published: str | None = None
    article_bytes: int = ARTICLE_BYTES


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of one source: an article or none, what went wrong, and the bytes that the article was read from.

    `source` is a file's bytes (decompressed), or those of one line of a JSONL. Empty where they were not read.
    """

    article: Article | None
    problems: tuple[Problem, ...] = ()
    source: bytes = b""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a format tells about an article before it has its ids; every field as the source gives it.

    `headline` is the place of the title in the text. `published` may be any date: `dates.normalise` reads it.
    """

    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    headline: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format module found at one place: the file's name, or the file's name with a line (`news.jsonl:7`)."""

    place: str
    source: bytes = b""
    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def lost(cls, problem: Problem, source: bytes = b"") -> "Raw":
        """Return the answer for a source of which no article came."""
        return cls(problem.article, source, None, (problem,))


def trouble(place: str, code: str, severity: Severity, reason: str, remedy: str) -> Problem:
    """Return a problem of the source at this place; it gets the article's id once there is one."""
    return Problem(place, code, severity, reason, remedy)


def megabytes(size: int) -> str:
    """Return a number of bytes as people read it.

    >>> megabytes(20 * 2**20)
    '20 MiB'
    """
    for unit, factor in (("MiB", 2**20), ("KiB", 2**10)):
        if size >= factor:
            return f"{size / factor:.1f}".removesuffix(".0") + f" {unit}"
    return f"{size} bytes"
