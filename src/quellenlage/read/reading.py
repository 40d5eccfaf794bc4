"""All that one article says by itself, as one record."""

from dataclasses import dataclass, replace

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Mention, Problem, Reading, Statement, Trace
from quellenlage.read.entities import Heard, find_entities, find_joint_names, with_speakers
from quellenlage.read.layout import Layout, find_layout
from quellenlage.read.learned import (
    Model,
    can_read,
    load_model,
    merge_statements,
    propose_statements,
    read_words,
)
from quellenlage.read.quantities import find_quantities
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements import find_statements
from quellenlage.read.times import find_times
from quellenlage.text import Span


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How is an article read?

    `fast` leaves learned parts out and uses rules alone. `parts_only` stops at the article's parts, credits, sentences
    and quotations: all that comparing texts needs, in a fraction of the time. `uncut` leaves the sentences out, too.
    `threads` is how many the learned part may use; they change no result.
    """

    fast: bool = False
    parts_only: bool = False
    uncut: bool = False
    threads: int = 1


def read_article(article: Article, pack: LanguagePack | None, options: ReadOptions | None = None) -> Reading:
    """Return all that an article says by itself: a pure function of the article, its language's pack and the options.

    Without a pack, the reading holds the article, its title's place and a Problem of severity note.
    """
    if pack is None:
        return Reading(article=article, headline=article.headline, problems=(_no_pack(article),))
    options = options or ReadOptions()
    if options.uncut:
        return replace(_parts(find_layout(article, pack, uncut=True)), sentences=())
    layout = find_layout(article, pack)
    parts = _parts(layout)
    if options.parts_only:
        return parts
    model = None if options.fast or not can_read(pack.code) else load_model(options.threads)
    statements, mentions = with_speakers(layout, *_find(layout, parts.quotations, model))
    times = find_times(layout)
    return replace(
        parts,
        statements=statements,
        times=times,
        quantities=find_quantities(layout, times),
        entities=mentions,
    )


def _find(
    layout: Layout, quotations: tuple[Span, ...], model: Model | None
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """Find statements and names, by rules alone or by rules and the encoder together."""
    statements = find_statements(layout, quotations)
    if model is None:
        return statements, find_entities(layout)
    said = read_words(layout, model)
    proposals = propose_statements(layout, quotations, model, said)
    heard = Heard(said.words.starts, said.words.ends, said.heads["names"])
    names = find_joint_names(layout, heard, Trace(model.rule, layout.pack.code))
    return merge_statements(layout, quotations, statements, proposals), find_entities(layout, names)


def _parts(layout: Layout) -> Reading:
    return Reading(
        article=layout.article,
        headline=layout.headline,
        bylines=layout.bylines,
        dateline=layout.dateline,
        parts=layout.parts,
        credits=layout.credits,
        sentences=layout.sentences,
        quotations=find_quotations(layout),
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
