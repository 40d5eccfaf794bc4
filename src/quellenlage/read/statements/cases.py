"""How a noun phrase stands by itself: without its determiner, in the nominative."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quellenlage.languages import LanguagePack, Table
from quellenlage.languages.name_forms import is_acronym, without_genitive
from quellenlage.read.statements.grammar import Grammar


@dataclass(frozen=True, slots=True)
class _Cases:
    """The pack's endings.

    `inflections`: determiner, ending of the adjective behind it, its ending without the determiner, ending that the
    noun loses. `adjectives`: ends of the stems of capitalised adjectives.
    """

    inflections: tuple[tuple[str, ...], ...]
    adjectives: tuple[str, ...]


def nominative(words: list[str], grammar: Grammar) -> list[str]:
    """Return a noun phrase without its determiner, its first adjective and noun as they stand by themselves."""
    code = grammar.lexicon.closed.get(words[0].lower(), "") if len(words) > 1 else ""
    if code not in tuple("neigd"):
        return words
    determiner, rest = words[0].lower(), words[1:]
    cases = _cases(grammar.pack)
    for known, ending, bare, cut in cases.inflections:
        stem = rest[0].removesuffix(ending)
        if determiner == known and len(rest) > 1 and rest[0].endswith(ending) and stem and _is_adjective(stem, cases):
            noun = _by_itself(rest[1]) if cut and rest[1].endswith(cut) else rest[1]
            return [stem + bare, noun, *rest[2:]]
    return [_by_itself(rest[0]), *rest[1:]] if code == "g" else rest


def _is_adjective(stem: str, cases: _Cases) -> bool:
    return stem[0].islower() or stem.lower().endswith(cases.adjectives)


def _by_itself(noun: str) -> str:
    """Return a noun of the genitive in the nominative; an abbreviation stays as it is."""
    return noun if is_acronym(noun.removesuffix("s")) else without_genitive(noun, after_article=True)


@cache
def _cases(pack: LanguagePack) -> _Cases:
    table = pack.table("speakers")
    return _Cases(
        inflections=tuple(tuple(row.split("|")) for row in _strings(table, "inflections")),
        adjectives=tuple(_strings(table, "adjectives")),
    )


def _strings(table: Table, key: str) -> Sequence[str]:
    return [string for entry in table.entries for string in table.strings(entry, key)]
