"""What a phrased sentence denies, and how sure it is, against the claims that it cites."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.likeness import coverage
from quellenlage.compare.meaning.terms import Term, TermSpace, find_terms
from quellenlage.compare.support.cited import Cited
from quellenlage.languages import LanguagePack
from quellenlage.model import Objection, Reading, Stance

# Clauses whose words agree by so much (of the lighter one's weight) speak of one thing. Half is what a shared subject
# and a predicate of its own make.
SAME_CLAUSE = 0.6
# What a sentence denies must be denied in a claim, in words that are alike by so much.
LEAST_DENIED = 0.4
_CLAUSE_END = re.compile(r"[;:–—]|,(?!\d)")
# Entries of claim_certainty, by what they make of a sentence; done and ongoing make it no less certain.
_GRADES = MappingProxyType(
    {
        "planned": "planned",
        "demanded": "demanded",
        "expected": "open",
        "suspected": "open",
        "possible": "open",
    }
)
_STANCES: MappingProxyType[Stance, str] = MappingProxyType(
    {"demands": "demanded", "promises": "planned", "expects": "open", "doubts": "open", "asks": "open"}
)
Clause = tuple[Term, ...]


def find_flipped(reading: Reading, cited: Sequence[Cited], space: TermSpace) -> Iterator[Objection]:
    """Yield where a sentence says what a cited claim denies, or denies what none of them denies."""
    text = reading.article.text
    denying = any(statement.stance == "denies" for statement in reading.statements)
    denied, plain = _clauses(text, space.pack, whole=denying)
    claimed = [
        _clauses(claim.text, space.pack, whole=claim.assertion.stance == "denies" and not claim.assertion.negations)
        for claim in cited
    ]
    for claim, (clauses, _) in zip(cited, claimed, strict=True):
        for clause in clauses:
            if any(coverage(clause, said, space) >= SAME_CLAUSE for said in plain):
                yield Objection("polarity", _words(clause, claim.text))
    contested = any(claim.claim.denials for claim in cited)
    for clause in denied:
        against = (other for clauses, _ in claimed for other in clauses)
        if not contested and not any(coverage(clause, other, space) >= LEAST_DENIED for other in against):
            yield Objection("polarity", _words(clause, text))


def find_certainty(reading: Reading, cited: Sequence[Cited], pack: LanguagePack) -> Iterator[Objection]:
    """Yield where a sentence tells as done what a claim tells as planned, demanded or open, or the other way round.

    What is disputed must be told as such: as somebody's word, as open, as denied, or with the other side.
    """
    text = reading.article.text
    said = _grades(text, [statement.stance for statement in reading.statements], pack)
    claimed = [_grades(claim.text, [claim.assertion.stance], pack) for claim in cited]
    for claim, grades in zip(cited, claimed, strict=True):
        if grades and not grades & said:
            yield Objection("certainty", claim.text)
    heard = any(claim.attributed or claim.claim.status == "disputed" for claim in cited)
    more = said - frozenset(grade for grades in claimed for grade in grades)
    if more - (frozenset(("open",)) if heard else frozenset()):
        cues = [c for c in find_cues(text, "claim_certainty", pack) if _GRADES.get(c.kind) in more]
        yield Objection("certainty", text[cues[0].start : cues[0].end] if cues else text)
    if "open" in said or reading.statements or _denials(text, pack):
        return
    for claim in cited:
        others = {id_ for other in cited if other is not claim for id_ in other.claim.conflicts}
        if claim.claim.status == "disputed" and not others.intersection(claim.claim.conflicts):
            yield Objection("certainty", claim.text)


def _grades(text: str, stances: Sequence[Stance], pack: LanguagePack) -> frozenset[str]:
    cues = (_GRADES.get(cue.kind) for cue in find_cues(text, "claim_certainty", pack))
    return frozenset(grade for grade in (*cues, *(_STANCES.get(stance) for stance in stances)) if grade)


def _denials(text: str, pack: LanguagePack) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, cue.kind) for cue in find_cues(text, "negation", pack) if cue.kind != "more"]


def _clauses(text: str, pack: LanguagePack, *, whole: bool) -> tuple[list[Clause], list[Clause]]:
    """Return the clauses of a text that are denied, and those that are not; `whole` denies all of it.

    A word for denying ("denies that …") and a clause that has nothing but its negation deny all of the text.
    """
    cues = _denials(text, pack)
    terms = [t for t in find_terms(text, 0, len(text), pack) if not any(s <= t.start < e for s, e, _ in cues)]
    if whole or any(kind == "deny" for _, _, kind in cues):
        return [tuple(terms)], []
    ends = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    denied, plain = [], []
    for start, end in pairwise(ends):
        clause = tuple(term for term in terms if start <= term.start < end)
        if not any(start <= cue[0] < end for cue in cues):
            plain.extend([clause] if clause else [])
        elif clause:
            denied.append(clause)
        else:
            return [tuple(terms)], []
    return denied, plain


def _words(clause: Clause, text: str) -> str:
    return text[clause[0].start : clause[-1].end] if clause else text
