"""Read many articles, each with the pack of its language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from quellenlage.languages import LanguagePack, available_packs, load_pack
from quellenlage.model import Article, Reading
from quellenlage.read import ReadOptions, read_article
from quellenlage.run.engines import Engine


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """How are articles read? `language` is the pack for articles whose language could not be told."""

    language: str = "de"
    options: ReadOptions = field(default_factory=ReadOptions)


def read_all(articles: Iterable[Article], plan: ReadPlan, engine: Engine) -> Iterator[Reading]:
    """Yield the reading of each article, in the articles' order."""
    return engine.map(partial(read_one, plan), articles)


def read_one(plan: ReadPlan, article: Article) -> Reading:
    """Return the reading of one article, with the pack of its language."""
    return read_article(article, _pack_for(article.language or plan.language), plan.options)


def _pack_for(language: str) -> LanguagePack | None:
    """Return the pack that can read this language; a pack without tables knows labels only."""
    if language not in available_packs():
        return None
    pack = load_pack(language)
    return pack if pack.tables else None
