"""Is what a verb tells done, or open? Planned is not happened; may is not did."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Literal

from quellenlage.compare.meaning.cues import Cue, find_cues
from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.languages.verbs import INFINITIVE, PARTICIPLE, PRETERITE, single_words, verb_rows

TABLE = "verb_status"
# What claim_certainty calls so is not told as done.
NOT_DONE = frozenset(("planned", "demanded", "expected", "suspected", "possible"))
# Where a clause ends; the point behind a digit and the comma between two belong to a number or a date.
CLAUSE_END = re.compile(r"[;:–—?!…\"„“”»«]|(?<!\d)[.,]|,(?!\d)")
Status = Literal["done", "open"]
_ENTRIES = ("prefix", "perfect", "managed", "future", "modal", "unclear", "joins")
_WORD = re.compile(r"\w+")
# What ends so before a noun may be an adjective or a numeral ("the reduced fare").
_ADJECTIVE = ("te", "en")
# Distinct words of a large collection: the cache bounds memory, it decides nothing.
_CACHED = 1 << 16
# A shorter rest behind a prefix is no verb.
_LEAST_REST = 4


@dataclass(frozen=True, slots=True)
class VerbStatus:
    """A verb at a half-open place of a text, its infinitive, and whether what it tells is done or open."""

    start: int
    end: int
    verb: str
    status: Status


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Forms of verbs, each with the infinitive and its kind; the table's words by entry; prefixes, long ones first.

    `beside` are auxiliaries and modals.
    """

    forms: Mapping[str, tuple[str, str]]
    words: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...]
    beside: frozenset[str]


def find_status(text: str, pack: LanguagePack, certainties: Sequence[Cue] | None = None) -> tuple[VerbStatus, ...]:
    """Which verbs of a text tell what is done, which what is open? Those that leave it unclear are left out.

    `certainties` are the text's cues of claim_certainty, where they have been found before.
    """
    if TABLE not in pack.tables:
        return ()
    verbs = _verbs(pack)
    known = find_cues(text, "claim_certainty", pack) if certainties is None else certainties
    cues = [cue.start for cue in known if cue.kind in NOT_DONE]
    found: list[VerbStatus] = []
    for clause in _joined(_clauses(text, verbs), pack):
        first, last = clause[0].start(), clause[-1].end()
        found += _of_clause(clause, pack, unsure=any(first <= cue < last for cue in cues))
    return tuple(found)


def _clauses(text: str, verbs: _Verbs) -> Iterator[list[re.Match[str]]]:
    """Yield the words of each clause."""
    ends = [0, *(match.end() for match in CLAUSE_END.finditer(text)), len(text)]
    for start, end in pairwise(ends):
        clause: list[re.Match[str]] = []
        for word in _WORD.finditer(text, start, end):
            if word.group() in verbs.words["joins"] and clause:
                yield clause
                clause = []
            clause.append(word)
        if clause:
            yield clause


def _joined(clauses: Iterator[list[re.Match[str]]], pack: LanguagePack) -> Iterator[list[re.Match[str]]]:
    """Yield clauses; where an auxiliary waits for its verb, the next go on ("haben neben Holz, auch Gold gefunden")."""
    waiting: list[re.Match[str]] = []
    for clause in clauses:
        if waiting and _waits(waiting, pack) and (_closes(clause, pack) or _is_bare(clause, pack)):
            waiting = [*waiting, *clause]
            continue
        if waiting:
            yield waiting
        waiting = clause
    if waiting:
        yield waiting


def _is_bare(clause: list[re.Match[str]], pack: LanguagePack) -> bool:
    """Say whether a clause has no verb at all, as a part of a list."""
    beside = _verbs(pack).beside
    return not any(word.group() in beside or _form(word.group(), pack)[0] for word in clause)


def _waits(clause: list[re.Match[str]], pack: LanguagePack) -> bool:
    """Say whether a clause has an auxiliary and no verb behind it."""
    beside = _verbs(pack).beside
    places = [n for n, word in enumerate(clause) if word.group() in beside]
    return bool(places) and not any(_form(word.group(), pack)[0] for word in clause[places[-1] + 1 :])


def _closes(clause: list[re.Match[str]], pack: LanguagePack) -> bool:
    """Say whether a clause ends in a participle or infinitive, and has no auxiliary of its own."""
    kind = _form(clause[-1].group(), pack)[1]
    return kind in ("participle", "infinitive") and not any(word.group() in _verbs(pack).beside for word in clause)


def _of_clause(clause: list[re.Match[str]], pack: LanguagePack, *, unsure: bool) -> Iterator[VerbStatus]:
    verbs = _verbs(pack)
    words = [word.group() for word in clause]
    inside = frozenset(words)
    if inside & verbs.words["unclear"]:
        return
    for n, word in enumerate(clause):
        verb, kind = _form(words[n], pack)
        before, behind = words[n - 1] if n else "", words[n + 1] if n + 1 < len(words) else ""
        if not verb or (behind[:1].isupper() and words[n].endswith(_ADJECTIVE)):
            continue
        if kind == "infinitive" and before == "zu":
            kind = "aim"
        elif kind == "participle" and behind == "werden":
            kind = "passive"
        elif kind == "preterite" and n + 1 < len(words) and words[-1] in verbs.words["prefix"]:
            verb = words[-1] + verb  # "trat … zurück"
        status = _status(kind, inside, verbs.words, unsure=unsure)
        if status:
            yield VerbStatus(word.start(), word.end(), verb, status)


@lru_cache(maxsize=_CACHED)
def _form(word: str, pack: LanguagePack) -> tuple[str, str]:
    """Return the infinitive of a word and the kind of its form, nothing for what is no verb."""
    verbs = _verbs(pack)
    if word in verbs.forms:
        return verbs.forms[word]
    for prefix in verbs.prefixes if word[:1].islower() else ():
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _LEAST_REST:
            inner = rest.removeprefix("zu")
            verb, kind = verbs.forms.get(rest) or verbs.forms.get(inner) or ("", "")
            if verb and kind != "preterite":
                return prefix + verb, "aim" if inner != rest and kind == "infinitive" else kind
    return "", ""


def _status(kind: str, inside: frozenset[str], words: Mapping[str, frozenset[str]], *, unsure: bool) -> Status | None:
    """Return the status of a verb, from the kind of its form and the words of its clause."""
    if kind == "preterite":
        return None if unsure else "done"
    if kind == "aim":
        return "open"
    if kind in ("infinitive", "passive"):
        if inside & words["managed"]:
            return "done"
        return "open" if unsure or (kind == "infinitive" and inside & words["future"]) else None
    return "done" if inside & words["perfect"] and not unsure else None


@cache
def _verbs(pack: LanguagePack) -> _Verbs:
    table = pack.table(TABLE)
    words = {name: frozenset[str]() for name in _ENTRIES}
    words |= {entry.id: frozenset(table.strings(entry, "words")) for entry in table.entries}
    beside = words["perfect"] | words["managed"] | words["future"] | words["modal"]
    rows = [row for row in verb_rows(pack) if not beside & frozenset(chain(*row))]
    forms: dict[str, tuple[str, str]] = {}
    for kind, column in (("preterite", PRETERITE), ("participle", slice(PARTICIPLE, None)), ("infinitive", slice(1))):
        for row in rows:
            forms.update((form, (row[INFINITIVE][0], kind)) for form in single_words(row[column]))
    prefixes = sorted(words["prefix"], key=lambda prefix: (-len(prefix), prefix))
    return _Verbs(MappingProxyType(forms), MappingProxyType(words), tuple(prefixes), beside)


def check_status(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark the verbs of an example with their status."""
    return [Mark(verb.start, verb.end, verb.status) for verb in find_status(example.marked.text, pack)]
