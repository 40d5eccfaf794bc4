"""Who speaks where only part of a word tells: the country of an adjective, the body in a compound."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from quellenlage.languages import LanguagePack
from quellenlage.languages.gazetteer import gazetteer_of
from quellenlage.read.statements.grammar import Grammar

# The shortest word, in letters, that may name a body in a compound ("Bahnangaben", "UN-Angaben").
_SHORTEST_BODY = 3


def country_of(grammar: Grammar, adjective: str, text: str) -> str:
    """Return the country of an adjective ("dänischen"), as a text names it if it does; "" for any other word."""
    gazetteer = gazetteer_of(grammar.pack)
    endings = (ending for ending in grammar.lexicon.adjective_endings if adjective.endswith(ending))
    stems = (adjective.removesuffix(ending) for ending in endings)
    code = next(filter(None, (gazetteer.adjectives.get(stem) for stem in stems)), "")
    names = _countries(grammar.pack).get(code, ())
    return next((name for name in names if name in text), names[0] if names else "")


def body_of(grammar: Grammar, compound: str) -> str:
    """Return whose statements a compound means ("Polizeiangaben": "Polizei", "UN-Angaben": "UN"), "" if none's."""
    endings = (end for end in grammar.lexicon.words["statement_ending"] if compound.lower().endswith(end))
    ending = max(endings, key=len, default="")
    body = compound[: len(compound) - len(ending)]
    if not ending or len(body) < _SHORTEST_BODY or grammar.carrier(compound.lower()):
        return ""
    if body.endswith("-"):
        return body[:-1]
    linked = body.endswith(tuple(grammar.lexicon.words["linking_ending"]))
    return body.removesuffix(grammar.lexicon.genitive) if linked else body


@cache
def _countries(pack: LanguagePack) -> Mapping[str, tuple[str, ...]]:
    """Return the names of each country by its ISO 3166-1 code, the shortest first."""
    names: dict[str, list[str]] = {}
    for name, place in gazetteer_of(pack).places.countries():
        names.setdefault(place.iso, []).append(name)
    return MappingProxyType({iso: tuple(sorted(known, key=len)) for iso, known in names.items()})
