"""Judge given pairs of sentences, or of numbers marked in them."""

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from quellenlage.api.options import Options
from quellenlage.api.vectors import vectors_for
from quellenlage.compare.claims import find_assertion, judge_claims
from quellenlage.compare.numbers import Figure, find_figure, judge_numbers
from quellenlage.errors import InputError
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article, Judgement, Problem, Reading, Trace
from quellenlage.read import ReadOptions, read_article
from quellenlage.read.quantities import find_marked_quantities
from quellenlage.text import Span, digest

_KINDS = ("claims", "numbers")


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair, by its id, and how its two sides stand to each other."""

    id: str
    judgement: Judgement


def judge(
    path: str | Path, options: Options | None = None, report: Callable[[Problem], None] | None = None
) -> Iterator[Judged]:
    """How do the two sides of each pair in a file of JSON lines stand to each other?

    A line is `{"id", "kind": "claims"|"numbers", "left": {"text", "published", "outlet"[, "start", "end"]}, "right":
    {…}}`; "-" reads standard input, a name that ends in .gz a compressed file. A line that is no such pair goes to
    `report` as a Problem of severity lost.

    Raises:
        InputError: the file cannot be read.
    """
    chosen = options or Options()
    pack = load_pack(chosen.language)
    for number, line in enumerate(_lines(str(path)), 1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line)
            found = Judged(str(pair["id"]), judge_pair(pair, chosen, pack))
        except (ValueError, KeyError, TypeError) as error:
            if report:
                report(_broken(str(path), number, error))
            continue
        yield found


def judge_pair(pair: dict[str, Any], options: Options, pack: LanguagePack) -> Judgement:
    """Judge one pair, given as the object of its line.

    Raises:
        KeyError, TypeError, ValueError: it is no such pair.
    """
    kind = pair["kind"]
    if kind not in _KINDS:
        raise ValueError(f"the kind {kind!r} is none of {', '.join(_KINDS)}")
    if kind == "claims":
        left, right = (_read(pair[side], side, options, pack) for side in ("left", "right"))
        here, there = (find_assertion(side, _whole(side), pack) for side in (left, right))
        return judge_claims(here, there, pack, vectors_for(options))
    one, two = find_pair(pair, options, pack)
    if one is None or two is None:
        return Judgement("different", 0.5, "no number in the marked characters", Trace("compare:numbers", score=0.5))
    return judge_numbers(one, two, pack)


def find_pair(pair: dict[str, Any], options: Options, pack: LanguagePack) -> tuple[Figure | None, Figure | None]:
    """Return the two marked numbers of a pair, None where the marked characters hold none.

    Raises:
        KeyError, TypeError, ValueError: it is no such pair.
    """
    left, right = (_read(pair[side], side, options, pack) for side in ("left", "right"))
    return _figure(left, _mark(pair["left"], left), pack), _figure(right, _mark(pair["right"], right), pack)


def _read(side: dict[str, Any], name: str, options: Options, pack: LanguagePack) -> Reading:
    text = side["text"]
    if not isinstance(text, str):
        raise TypeError(f"the text of {name} is no string")
    article = Article(
        id=name,
        text=text,
        text_id=digest(text.encode("utf-8", "surrogatepass")),
        source_id="",
        name=name,
        outlet=side.get("outlet") or None,
        published=side.get("published") or options.published,
        language=pack.code,
    )
    return read_article(article, pack, ReadOptions(fast=options.fast))


def _figure(reading: Reading, mark: Span, pack: LanguagePack) -> Figure | None:
    """Return the number that is marked; where the reading has none, by what marked words may be."""
    known = (*(q.span for q in reading.quantities), *(t.span for t in reading.times))
    if not any(span.start < mark.end and mark.start < span.end for span in known):
        marked = find_marked_quantities(reading.article, mark, pack)
        reading = replace(reading, quantities=tuple(sorted((*reading.quantities, *marked), key=lambda q: q.span)))
    return find_figure(reading, mark, pack)


def _whole(reading: Reading) -> Span:
    return reading.article.span(0, len(reading.article.text))


def _mark(side: dict[str, Any], reading: Reading) -> Span:
    start, end = int(side["start"]), int(side["end"])
    if not 0 <= start < end <= len(reading.article.text):
        raise ValueError(f"the mark {start}-{end} does not lie within the text")
    return reading.article.span(start, end)


def _lines(path: str) -> Iterator[bytes]:
    if path == "-":
        yield from sys.stdin.buffer
        return
    try:
        with _open(path) as stream:
            yield from stream
    except (OSError, EOFError) as error:
        raise InputError(f"{path} cannot be read: {error}", "give a file of JSON lines") from error


def _open(path: str) -> BinaryIO:
    if path.endswith(".gz"):
        return gzip.open(path, "rb")  # type: ignore[return-value]  # a GzipFile reads like any binary file
    return Path(path).open("rb")


def _broken(path: str, number: int, error: Exception) -> Problem:
    what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return Problem(
        article=f"{path}:{number}",
        code="broken-pair",
        severity="lost",
        reason=f"This line is no pair: {what}.",
        remedy="See `quellenlage judge --help` for the form of a line.",
    )
