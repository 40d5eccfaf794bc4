"""From paths to readings, and on to a dossier."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from quellenlage.api.options import Options
from quellenlage.ingest import STANDARD_INPUT, IngestOptions, Loaded, as_paths, load
from quellenlage.model import Article, Dossier, Problem, Reading
from quellenlage.read import ReadOptions
from quellenlage.run import AHEAD, ReadPlan, engine_for, read_all

Paths = Sequence[str | Path] | Path


@dataclass(frozen=True, slots=True)
class Collection:
    """What was read from some paths? `problems` holds those of the readings, too, in the order of the articles."""

    readings: tuple[Reading, ...]
    problems: tuple[Problem, ...]


def stream(paths: Paths, options: Options, report: Callable[[Problem], None]) -> Iterator[Reading]:
    """Yield a reading of each article as soon as it is there; every problem goes to `report`, once.

    Raises:
        InputError: a path does not exist, or a folder holds no article.
    """
    # What comes through a pipe may come slowly: no article waits there for the next.
    ahead = 0 if STANDARD_INPUT in map(str, as_paths(paths)) else AHEAD
    yield from _read_loaded(load(paths, _ingest_options(options)), options, report, ahead)


def read(paths: Paths, options: Options | None = None) -> Collection:
    """Read all articles of some paths (files, folders, "-"): what does each say by itself?

    Raises:
        InputError: a path does not exist, or a folder holds no article.
    """
    problems: list[Problem] = []
    readings = tuple(stream(paths, options or Options(), problems.append))
    return Collection(readings, tuple(problems))


def collect(articles: Iterable[Article], options: Options | None = None) -> Collection:
    """Read articles that are already loaded (from an archive, or made by the caller)."""
    problems: list[Problem] = []
    loaded = (Loaded(article=article, problems=(), source=b"") for article in articles)
    readings = tuple(_read_loaded(loaded, options or Options(), problems.append))
    return Collection(readings, tuple(problems))


def dossier(paths: Paths, options: Options | None = None) -> Dossier:
    """Tell the story that the articles of some paths tell together.

    Raises:
        InputError: a path does not exist, or a folder holds no article.
    """
    problems: list[Problem] = []
    readings = stream(paths, options or Options(), problems.append)
    first = tuple(islice(readings, 1))
    # All that compares is loaded while the encoder reads the articles behind the first.
    from quellenlage.api.telling import dossier_of, prepare  # noqa: PLC0415

    prepare(options)
    readings_in_order = (*first, *readings)
    return dossier_of(Collection(readings_in_order, tuple(problems)), options)


def _threads(workers: int) -> int:
    """Return the threads for the learned part: one where processes share the cores; beyond four, rules take longer."""
    return 1 if workers > 1 else min(os.cpu_count() or 1, 4)


def _ingest_options(options: Options) -> IngestOptions:
    return IngestOptions(published=options.published)


def _read_loaded(
    loaded: Iterable[Loaded], options: Options, report: Callable[[Problem], None], ahead: int = AHEAD
) -> Iterator[Reading]:
    """Read what was loaded; what ingest says of an article stands in its reading, before what reading it says.

    Problems are reported in the articles' order, however many articles were taken before the first was read.
    """
    taken: deque[Loaded] = deque()

    def articles() -> Iterator[Article]:
        for item in loaded:
            if item.article is not None or item.problems:
                taken.append(replace(item, source=b""))
            if item.article is not None:
                yield item.article

    how = ReadOptions(fast=options.fast, parts_only=options.parts_only)
    plan = ReadPlan(options.language, how, _threads(options.workers), ahead)
    for reading in read_all(articles(), plan, engine_for(options.workers)):
        earlier = _next(taken, report)
        for problem in reading.problems:
            report(problem)
        yield replace(reading, problems=earlier + reading.problems) if earlier else reading
    while taken:
        _next(taken, report)


def _next(taken: deque[Loaded], report: Callable[[Problem], None]) -> tuple[Problem, ...]:
    """Report what ingest says of the next article and of what was lost before it; return the article's problems."""
    while taken:
        item = taken.popleft()
        for problem in item.problems:
            report(problem)
        if item.article is not None:
            return item.problems
    return ()
