"""All that one article says by itself, as one record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Mention, Problem, Reading, Statement, Trace
from quellenlage.read.entities import Heard, find_entities, find_joint_names, with_speakers
from quellenlage.read.layout import Layout, find_layout
from quellenlage.read.learned import (
    Ahead,
    Model,
    Said,
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


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How is an article read?

    `fast` leaves learned parts out and uses rules alone. `parts_only` stops at the article's parts, credits, sentences
    and quotations: all that comparing texts needs, in a fraction of the time. `uncut` leaves the sentences out, too.
    """

    fast: bool = False
    parts_only: bool = False
    uncut: bool = False

    @property
    def by_rules(self) -> bool:
        """Say whether the learned part has nothing to do."""
        return self.fast or self.parts_only or self.uncut


def read_article(article: Article, pack: LanguagePack | None, options: ReadOptions | None = None) -> Reading:
    """Return all that an article says by itself: a pure function of the article, its language's pack and the options.

    Without a pack, the reading holds the article, its title's place and a Problem of severity note.
    """
    return begin_article(article, pack, options)()


def begin_article(
    article: Article, pack: LanguagePack | None, options: ReadOptions | None = None, ahead: Ahead | None = None
) -> Callable[[], Reading]:
    """Lay an article out; what is returned applies all rules, hears the encoder, and says what `read_article` says.

    From then on, the threads of `ahead` let the encoder read, so that several articles laid out at once keep them busy
    while rules are applied to the first; without it, the encoder reads when all rules are applied.
    """
    options = options or ReadOptions()
    if pack is None:
        return partial(Reading, article=article, headline=article.headline, problems=(_no_pack(article),))
    if options.uncut:
        return partial(replace, _parts(find_layout(article, pack, uncut=True)), sentences=())
    learned = can_read(pack.code) and not options.by_rules
    layout = find_layout(article, pack)
    if options.parts_only:
        return partial(_parts, layout)
    return partial(_end, layout, _begin(layout, ahead) if learned else None)


def _begin(layout: Layout, ahead: Ahead | None) -> Callable[[], tuple[Model, Said]]:
    if ahead:
        return ahead.begin(layout)

    def end() -> tuple[Model, Said]:
        model = load_model()
        return model, read_words(layout, model)

    return end


def _end(layout: Layout, heard: Callable[[], tuple[Model, Said]] | None) -> Reading:
    """Return what rules say of an article, with names, and with what the encoder says."""
    reading = _parts(layout)
    statements, times = find_statements(layout, reading.quotations), find_times(layout)
    quantities = find_quantities(layout, times)
    reading = replace(reading, statements=statements, times=times, quantities=quantities)
    if heard is None:
        found: tuple[tuple[Statement, ...], tuple[Mention, ...]] = reading.statements, find_entities(layout)
    else:
        found = _join(layout, reading, *heard())
    statements, mentions = with_speakers(layout, *found)
    return replace(reading, statements=statements, entities=mentions)


def _join(
    layout: Layout, reading: Reading, model: Model, said: Said
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """Return statements and names, by rules and the encoder together."""
    proposals = propose_statements(layout, reading.quotations, model, said)
    names = find_joint_names(
        layout,
        Heard(said.words.starts, said.words.ends, said.heads["names"]),
        Trace(model.rule, layout.pack.code),
    )
    statements = merge_statements(layout, reading.quotations, reading.statements, proposals)
    return statements, find_entities(layout, names)


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
