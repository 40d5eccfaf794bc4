"""Read many articles, each with the pack of its language."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from quellenlage.languages import LanguagePack, available_packs, load_pack
from quellenlage.model import Article, Reading
from quellenlage.read import Ahead, ReadOptions, begin_article, can_read, read_article
from quellenlage.run.engines import Engine

# Articles that are laid out before the first of them is ended, where the encoder reads in threads of its own: enough to
# keep four threads busy while rules are applied to one (20 to 50 ms, the first 400; a window takes 30 to 150).
AHEAD = 8


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """How are articles read?

    `language` is the pack for articles whose language could not be told. With more than one of `threads`, the encoder
    reads in as many threads of this process, up to `ahead` articles before the one whose reading comes next; neither
    changes a result.
    """

    language: str = "de"
    options: ReadOptions = field(default_factory=ReadOptions)
    threads: int = 1
    ahead: int = AHEAD


def read_all(articles: Iterable[Article], plan: ReadPlan, engine: Engine) -> Iterator[Reading]:
    """Yield the reading of each article, in the articles' order."""
    if plan.threads > 1 and not plan.options.by_rules:
        return _read_ahead(articles, plan)
    return engine.map(partial(read_one, plan), articles)


def _read_ahead(articles: Iterable[Article], plan: ReadPlan) -> Iterator[Reading]:
    """Yield the reading of each article; while rules are applied to one, the encoder reads it and those behind it."""
    waiting: deque[Callable[[], Reading]] = deque()
    with Ahead(plan.threads) as ahead:
        for article in articles:
            language = article.language or plan.language
            if can_read(language):
                ahead.load()  # while the pack is
            pack = _pack_for(language)
            waiting.append(begin_article(article, pack, plan.options, ahead))
            if len(waiting) > plan.ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def read_one(plan: ReadPlan, article: Article) -> Reading:
    """Return the reading of one article, with the pack of its language."""
    return read_article(article, _pack_for(article.language or plan.language), plan.options)


def _pack_for(language: str) -> LanguagePack | None:
    """Return the pack that can read this language; a pack without tables knows labels only."""
    if language not in available_packs():
        return None
    pack = load_pack(language)
    return pack if pack.tables else None
