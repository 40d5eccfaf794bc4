"""The words of an utterance, made equal across person, mood and translation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from quellenlage.compare.meaning.stems import stem
from quellenlage.compare.meaning.terms import Term, find_terms
from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.languages.verbs import INFINITIVE, single_words, verb_rows
from quellenlage.model import Reading
from quellenlage.text import Span

TABLE = "utterance_words"


@dataclass(frozen=True, slots=True)
class Role:
    """A place that calls somebody what he is ("the minister"), and the stem of the name that the report has for him."""

    span: Span
    name: str


def find_said(text: str, span: Span, roles: Sequence[Role], pack: LanguagePack) -> tuple[Term, ...]:
    """Return the content words of a stretch, each under the stem that its rewordings have, too.

    Pronouns, auxiliaries and modals are no content words: "ich helfe" and "er werde helfen" have one term each, and it
    is the same. A verb's form has the stem of its infinitive, a word of the table the stem of its entry's first word,
    the words of a role are one term, the name.
    """
    found: list[Term] = []
    for term in find_terms(text, span.start, span.end, pack):
        said = _said(text, term, roles, pack)
        if said not in found[-1:]:
            found.append(said)
    return tuple(found)


def find_roles(reading: Reading, pack: LanguagePack) -> tuple[Role, ...]:
    """Return the places that call a person by a role, with the shortest name that the report has for that person."""
    text = reading.article.text
    names: dict[str, str] = {}
    for mention in reading.entities:
        if mention.kind == "name" and mention.label == "PER":
            name = mention.span.of(text)
            names[mention.entity] = min(names.get(mention.entity, name), name, key=lambda form: (len(form), form))
    return tuple(
        Role(mention.span, stem(names[mention.entity].split()[-1], pack))
        for mention in reading.entities
        if mention.kind == "role" and mention.entity in names
    )


def check_utterance_words(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every word of an example that the table has, with its entry."""
    entries = _entries(pack)
    text = example.marked.text
    for term in find_terms(text, 0, len(text), pack):
        entry = entries.get(_basic(text, term, pack))
        if entry:
            yield Mark(term.start, term.end, entry[0])


def _said(text: str, term: Term, roles: Sequence[Role], pack: LanguagePack) -> Term:
    for role in roles:
        if role.span.start <= term.start < role.span.end:
            return Term(role.span.start, role.span.end, role.name, name=True, number=False)
    if term.name or term.number:
        return term
    return replace(term, stem=_reworded(text, term, pack))


def _reworded(text: str, term: Term, pack: LanguagePack) -> str:
    basic = _basic(text, term, pack)
    return _entries(pack).get(basic, ("", basic))[1]


def _basic(text: str, term: Term, pack: LanguagePack) -> str:
    """Return the stem of a word's basic form: of a verb's infinitive, else its own."""
    return _infinitives(pack).get(text[term.start : term.end], term.stem)


@cache
def _entries(pack: LanguagePack) -> Mapping[str, tuple[str, str]]:
    """Map the stem of each word of the table to its entry and the stem of the entry's first word."""
    if TABLE not in pack.tables:
        return {}
    table = pack.table(TABLE)
    found: dict[str, tuple[str, str]] = {}
    for entry in table.entries:
        stems = [stem(word, pack) for word in table.strings(entry, "words")]
        found.update(dict.fromkeys(stems, (entry.id, stems[0])))
    return found


@cache
def _infinitives(pack: LanguagePack) -> Mapping[str, str]:
    """Map each form of a verb, in lower case, to the stem of its infinitive (the table's first column)."""
    roots = [(row, stem(row[INFINITIVE][0], pack)) for row in verb_rows(pack)]
    forms = {form: root for row, root in reversed(roots) for form in single_words(row[1:])}
    return {**forms, **{row[INFINITIVE][0]: root for row, root in roots}}
