"""Read many articles just as far as comparing them needs, in processes that send back a few numbers for each."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from quellenlage.compare.extracts import Extract, find_extract
from quellenlage.languages import load_pack
from quellenlage.model import Article, Problem
from quellenlage.run.engines import Engine
from quellenlage.run.kept import Kept
from quellenlage.run.plan import ReadPlan, read_one


@dataclass(frozen=True, slots=True)
class Extracted:
    """What comparing needs of one article's reading, and what reading it says that went wrong."""

    extract: Extract
    problems: tuple[Problem, ...]


class _Waiting(NamedTuple):
    article: Article
    kept: Extracted | None


def extract_all(
    articles: Iterable[Article], plan: ReadPlan, engine: Engine, kept: Kept[Extracted] | None = None
) -> Iterator[tuple[Article, Extracted]]:
    """Yield each article with its extract, in the articles' order; what is kept already is not read again."""
    waiting: deque[_Waiting] = deque()

    def unread() -> Iterator[Article]:
        for article in articles:
            found = kept.find(article) if kept else None
            waiting.append(_Waiting(article, found))
            if found is None:
                yield article

    light = replace(plan, options=replace(plan.options, uncut=True))
    for extracted in engine.map(partial(_extract, light), unread()):
        yield from _known(waiting)
        article = waiting.popleft().article
        if kept:
            kept.keep(article, extracted)
        yield article, extracted
    yield from _known(waiting)


def _known(waiting: deque[_Waiting]) -> Iterator[tuple[Article, Extracted]]:
    """Yield the articles before the next one that had to be read."""
    while waiting and waiting[0].kept is not None:
        article, found = waiting.popleft()
        if found is not None:
            yield article, found


def _extract(plan: ReadPlan, article: Article) -> Extracted:
    reading = read_one(plan, article)
    return Extracted(find_extract(reading, load_pack(plan.language)), reading.problems)
