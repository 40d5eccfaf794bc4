"""Find the time expressions of an article and resolve them against its publication date.

The tables `time_*` of the language pack say what a time expression is; a rule's `make` names the maker that gives it
its value. An article whose date is partial is resolved against the first and the last day that the date may mean:
what comes out the same for both is known, the rest stays relative.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from quellenlage.languages import LanguagePack
from quellenlage.model import TimeExpression, Trace
from quellenlage.read.layout import Layout
from quellenlage.read.phrases import (
    Grammar,
    Lexicon,
    Phrase,
    Tokens,
    find_phrases,
    find_tokens,
    read_grammar,
    read_lexicon,
)
from quellenlage.read.times.dates import DATE_MAKERS
from quellenlage.read.times.made import Made
from quellenlage.read.times.relative import RELATIVE_MAKERS
from quellenlage.read.times.scene import Direction, Scene
from quellenlage.read.times.spans_of_time import SPAN_MAKERS
from quellenlage.read.times.tense import find_direction
from quellenlage.read.times.verbs import read_verb_kinds
from quellenlage.read.times.years import YEAR_MAKERS
from quellenlage.text import parse_partial_date, short_hash

WORD_TABLES = ("time_words", "time_holidays", "number_words", "units", "quantity_words", "time_tense")
RULE_TABLES = ("time_dates", "time_clock", "time_durations", "time_sets", "time_references")
QUANTITY_TABLES = ("quantity_rules",)
_MAKERS = MappingProxyType({**DATE_MAKERS, **YEAR_MAKERS, **RELATIVE_MAKERS, **SPAN_MAKERS})
# The makers that ask whether an expression looks back or ahead.
_DIRECTED = frozenset(
    (
        *("date", "date_part", "listed_day", "numeric", "month", "season", "holiday"),
        *("quarter", "weekend", "weekday", "weekday_part", "daypart"),
    )
)


class _Found(NamedTuple):
    """A phrase, the number of its sentence, and where its clause looks to."""

    phrase: Phrase
    sentence: int
    direction: Direction


def find_times(layout: Layout) -> tuple[TimeExpression, ...]:
    """Which times does this article name? In order, without overlap.

    A relative time is resolved against `article.published`; what a partial or missing date cannot settle keeps an
    underspecified TIMEX3 value (`XXXX-WXX-3`), and its bounds are None.
    """
    article, pack = layout.article, layout.pack
    if "time_words" not in pack.tables:
        return ()
    found = _find(layout)
    times = []
    for one, made in zip(found, _resolve_all(found, article.published), strict=True):
        if made is None:
            continue
        span = article.span(one.phrase.start, one.phrase.end)
        times.append(
            TimeExpression(
                id=short_hash(article.id, "time", f"{span.start}-{span.end}"),
                span=span,
                type=made.type,
                value=made.value,
                earliest=made.first,
                latest=made.last,
                trace=Trace(one.phrase.rule.name, pack.code),
            )
        )
    return tuple(times)


@cache
def time_lexicon(pack: LanguagePack) -> Lexicon:
    """Return the words that the rules for times and quantities speak of."""
    return read_lexicon(pack, WORD_TABLES, (*RULE_TABLES, *QUANTITY_TABLES), read_verb_kinds(pack))


@lru_cache(maxsize=1)  # times and quantities of one article are found one after the other
def sentence_tokens(layout: Layout) -> tuple[Tokens, ...]:
    """Return the tokens of each sentence of an article."""
    text, lexicon = layout.article.text, time_lexicon(layout.pack)
    return tuple(find_tokens(text, sentence.start, sentence.end, lexicon) for sentence in layout.sentences)


@cache
def _grammar(pack: LanguagePack) -> Grammar:
    return read_grammar(pack, time_lexicon(pack), RULE_TABLES)


def _find(layout: Layout) -> list[_Found]:
    grammar = _grammar(layout.pack)
    found: list[_Found] = []
    for number, tokens in enumerate(sentence_tokens(layout)):
        found.extend(
            _Found(phrase, number, _direction(phrase))
            for phrase in find_phrases(tokens, grammar)
            if phrase.rule.make != "none"
        )
    return found


def _direction(phrase: Phrase) -> Direction:
    return find_direction(phrase.tokens, phrase.first, phrase.last) if phrase.rule.make in _DIRECTED else ""


def _resolve_all(found: Sequence[_Found], published: str | None) -> list[Made | None]:
    days = parse_partial_date(published) if published else None
    if days is None:
        return _resolve(found, None)
    first = _resolve(found, days.earliest)
    if days.earliest == days.latest:
        return first
    last, bare = _resolve(found, days.latest), _resolve(found, None)
    return [one if one == other else less for one, other, less in zip(first, last, bare, strict=True)]


def _resolve(found: Sequence[_Found], anchor: date | None) -> list[Made | None]:
    scene = Scene(anchor)
    made: list[Made | None] = []
    for phrase, sentence, direction in found:
        scene.sentence, scene.direction = sentence, direction
        try:
            made.append(_MAKERS[phrase.rule.make](phrase, scene))
        except (OverflowError, ValueError):
            # A date that the calendar does not hold ("in 9000 Jahren") names no time that could be told.
            made.append(None)
    return made
