"""Find the quantities of an article: the tables `quantity_*` of the language pack say what one is."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Quantity, TimeExpression, Trace
from quellenlage.read.layout import Layout
from quellenlage.read.phrases import Grammar, Phrase, find_phrases, find_tokens, read_grammar
from quellenlage.read.quantities.makers import MAKERS
from quellenlage.read.times import find_times, sentence_tokens, time_lexicon
from quellenlage.text import Span, short_hash

_TABLES = ("quantity_rules",)
_MARK_TABLES = ("quantity_marks", "quantity_rules")
# An age and a rate are written with a unit of time ("27 Jahre alt", "90 km pro Stunde"), and are quantities still.
_BESIDE_TIMES = frozenset(("age", "age_noun", "rate"))
# What may lie below zero.
_SIGNED = frozenset(("measured", "percent"))
# Glued to these, a number is part of a name or of another number ("B.1.351", "Sars-2", "030/1234").
_JOINED = frozenset(("dot", "dash", "slash", "noun", "plural_noun", "word"))


def find_quantities(layout: Layout, times: Sequence[TimeExpression] | None = None) -> tuple[Quantity, ...]:
    """How many of what does this article name? In order, without overlap.

    Numbers inside time expressions are none; `times` saves finding these a second time.
    """
    pack = layout.pack
    if "quantity_rules" not in pack.tables:
        return ()
    taken = [(time.span.start, time.span.end) for time in (find_times(layout) if times is None else times)]
    grammar = _grammar(pack, _TABLES)
    found = []
    for tokens in sentence_tokens(layout):
        for phrase in find_phrases(tokens, grammar):
            quantity = _quantity(phrase, layout, taken) if phrase.rule.make != "none" else None
            if quantity is not None:
                found.append(quantity)
    return tuple(found)


def find_marked_quantities(article: Article, mark: Span, pack: LanguagePack) -> tuple[Quantity, ...]:
    """Which quantities are marked characters, if somebody says that a number stands there?

    To be asked where neither a quantity nor a time was found: words count that are mostly no numbers ("einer",
    "fünfter", "keine"), and a hyphen counts as a space.
    """
    if "quantity_marks" not in pack.tables:
        return ()
    text = article.text.replace("-", " ")
    tokens = find_tokens(text, mark.start, mark.end, time_lexicon(pack))
    phrases = find_phrases(tokens, _grammar(pack, _MARK_TABLES))
    found = (_made(phrase, article, pack) for phrase in phrases if phrase.rule.make != "none")
    return tuple(quantity for quantity in found if quantity)


@cache
def _grammar(pack: LanguagePack, tables: tuple[str, ...]) -> Grammar:
    return read_grammar(pack, time_lexicon(pack), tables)


def _quantity(phrase: Phrase, layout: Layout, taken: Sequence[tuple[int, int]]) -> Quantity | None:
    if phrase.rule.make not in _BESIDE_TIMES and _overlaps(phrase.start, phrase.end, taken):
        return None
    signed = _has_sign(phrase)
    if not signed and phrase.tokens.glued(phrase.first) and phrase.tokens.kind(phrase.first - 1) in _JOINED:
        return None
    return _made(phrase, layout.article, layout.pack, signed=signed)


def _has_sign(phrase: Phrase) -> bool:
    """Say whether a minus sign stands before a measure or percentage: a dash at the number that follows a space."""
    tokens, first = phrase.tokens, phrase.first
    sign = tokens.kind(first - 1) == "dash" and tokens.glued(first) and not tokens.glued(first - 1)
    return sign and phrase.rule.make in _SIGNED


def _made(phrase: Phrase, article: Article, pack: LanguagePack, *, signed: bool = False) -> Quantity | None:
    counted = MAKERS[phrase.rule.make](phrase)
    if counted is None:
        return None
    bounds = counted.bounds.negative() if signed else counted.bounds
    start = phrase.tokens.places[phrase.first - 1][0] if signed else phrase.start
    span = article.span(start, phrase.end)
    first, last = counted.noun
    of = article.text[phrase.tokens.places[first][0] : phrase.tokens.places[last - 1][1]] if last > first else None
    return Quantity(
        id=short_hash(article.id, "quantity", f"{span.start}-{span.end}"),
        span=span,
        value=bounds.value,
        low=bounds.low,
        high=bounds.high,
        unit=counted.unit,
        of=of,
        trace=Trace(phrase.rule.name, pack.code),
    )


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(taken, (end, -1)) - 1
    return index >= 0 and taken[index][1] > start and taken[index][0] < end
