"""All that one article says by itself, as one record."""

from dataclasses import dataclass

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Problem, Reading
from quellenlage.read.entities import find_entities, with_speakers
from quellenlage.read.layout import find_layout
from quellenlage.read.quantities import find_quantities
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements import find_statements
from quellenlage.read.times import find_times


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How is an article read? `fast` leaves learned parts out and uses rules alone."""

    fast: bool = False


def read_article(article: Article, pack: LanguagePack | None, options: ReadOptions | None = None) -> Reading:  # noqa: ARG001  (used by the learned parts to come)
    """Return all that an article says by itself: a pure function of the article, its language's pack and the options.

    Without a pack, the reading holds the article, its title's place and a Problem of severity note.
    """
    if pack is None:
        return Reading(article=article, headline=article.headline, problems=(_no_pack(article),))
    layout = find_layout(article, pack)
    quotations = find_quotations(layout)
    times = find_times(layout)
    statements, mentions = with_speakers(layout, find_statements(layout, quotations), find_entities(layout))
    return Reading(
        article=article,
        headline=layout.headline,
        bylines=layout.bylines,
        dateline=layout.dateline,
        parts=layout.parts,
        credits=layout.credits,
        sentences=layout.sentences,
        quotations=quotations,
        statements=statements,
        times=times,
        quantities=find_quantities(layout, times),
        entities=mentions,
    )


def _no_pack(article: Article) -> Problem:
    language = article.language or "unknown"
    return Problem(
        article=article.id,
        code="no-language-pack",
        severity="note",
        reason=f"There is no language pack for this article's language ({language}).",
        remedy="It is stored and compared for copies, without statements and names. Name the language if it is wrong.",
    )
