"""Who speaks in a clause: its subject, the agent of a passive, or what a relative pronoun stands for."""

import re

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.drafts import Sentence
from quellenlage.read.statements.nouns import Noun, noun_at, skip_before_subject, subject_at, with_name
from quellenlage.read.statements.occurrences import Occurrence

_ADVERBIAL = frozenset("PvBSWz")
_BARE = re.compile(r"C{1,3}")
_PHRASE = re.compile(r"[Pv][neigd]?(?:[A#]|U(?=A))*C+|[geiU][neigd]?A*C+")
_LAST_NOUN = re.compile(r"[neigd]?A*[CQ][CQ#]*(?:(?:[gei]|v[neigd]?)A*[CQ]+)*\Z")


def find_subject(sentence: Sentence, occurrence: Occurrence) -> tuple[int, int] | None:
    """Return the tokens of whoever speaks, None if the clause does not say."""
    if occurrence.cue.subject in ("none", "it"):
        return _source(sentence, occurrence)
    if occurrence.cue.subject == "quoted":
        return _quoted(sentence, occurrence)
    if occurrence.passive:
        return _agent(sentence, occurrence)
    clause = sentence.clauses[occurrence.clause]
    if clause.kind == "relative":
        return _in_relative(sentence, occurrence.clause)
    if clause.kind in ("sub", "question"):
        first = skip_before_subject(sentence.unit, clause.first + 1, clause.last)
        return _named(sentence, subject_at(sentence.unit, first, clause.last, sentence.grammar), clause)
    return subject_of_main(sentence, occurrence.clause)


def subject_of_main(sentence: Sentence, number: int) -> tuple[int, int] | None:
    """Return the subject of a main clause: before its verb, behind it, or that of the clause it is joined to."""
    clause = sentence.clauses[number]
    unit = sentence.unit
    verb = clause.finite
    first = clause.first
    while first < verb and unit.codes[first] in "uU":
        first += 1
    joined = clause.sep == "U" or unit.codes[clause.first] == "U"
    if joined and (verb < 0 or verb == first) and number:
        return _shared(sentence, number)
    if verb > first:
        inside = _before_verb(sentence, first, verb)
        if inside:
            return inside
    elif verb == first:
        start = prefield_start(sentence, number)
        if start is not None:
            noun = subject_at(unit, sentence.clauses[start].first, sentence.clauses[start].last, sentence.grammar)
            return _described(sentence, noun, start) if noun else None
    behind = _behind_verb(sentence, number)
    quoted = behind is None and unit.codes[first:verb] == "Q" and sentence.is_quoted_name(first)
    return (first, verb) if quoted else behind


def _shared(sentence: Sentence, number: int) -> tuple[int, int] | None:
    for earlier in range(number - 1, -1, -1):
        if sentence.clauses[earlier].kind == "main":
            return subject_of_main(sentence, earlier)
        if sentence.clauses[earlier].kind == "relative" and earlier == number - 1:
            return _in_relative(sentence, earlier)
    return None


def _before_verb(sentence: Sentence, first: int, verb: int) -> tuple[int, int] | None:
    unit = sentence.unit
    if unit.words[first] in sentence.grammar.lexicon.words["focus"] and first + 1 < verb:
        noun = subject_at(unit, first + 1, verb, sentence.grammar)
        return (noun.first, noun.last) if noun and noun.last == verb else None
    if unit.codes[first] in _ADVERBIAL:
        return None
    pronoun = verb + 1 < len(unit.codes) and unit.codes[verb + 1] == "R" and unit.codes[first] != "R"
    if pronoun and not (sentence.among(verb + 1, "object_too") and sentence.grammar.gender(unit.words[verb - 1])):
        return None
    if verb - first == 1 and unit.words[first] in sentence.grammar.lexicon.words["this"]:
        return None
    noun = subject_at(unit, first, verb, sentence.grammar)
    if noun is None or (unit.codes[first:verb] == "Q") or _is_judged(sentence, verb):
        return None
    return _listed(sentence, noun.first, _to_verb(sentence, noun.last, verb), verb)


def _is_judged(sentence: Sentence, verb: int) -> bool:
    """Say whether a bare name behind the verb judges what stands before it ("Den Plan nannte Kim absurd")."""
    codes, words = sentence.unit.codes, sentence.unit.words
    found = _BARE.match(codes, verb + 1)
    return found is not None and found.end() < len(words) and sentence.among(found.end(), "as_something")


def _to_verb(sentence: Sentence, last: int, verb: int) -> int:
    """Return the end of a subject with the phrases that stand between it and the verb ("im Landtag")."""
    unit = sentence.unit
    position = last
    while position < verb:
        found = _PHRASE.match(unit.codes, position, verb)
        if not found or unit.words[position] in sentence.grammar.attributions:
            return last
        if any(word in sentence.grammar.time_words for word in unit.words[position : found.end()]):
            return last
        position = found.end()
    return position


def _listed(sentence: Sentence, first: int, last: int, verb: int) -> tuple[int, int]:
    """Return a subject with the list before it ("A, B und C sagten")."""
    if "U" not in sentence.unit.codes[first:last]:
        return first, last
    earliest = first
    for clause in reversed(sentence.clauses):
        if clause.first >= verb or clause.first <= first < clause.last:
            if clause.first == first and clause.sep == ",":
                continue
            if clause.first <= first < clause.last:
                return first, last
            continue
        if clause.kind != "fragment" or sentence.unit.codes[clause.first] not in "neACQ":
            break
        earliest = clause.first
    return (earliest if earliest == 0 else first), last


def _described(sentence: Sentence, noun: Noun, number: int) -> tuple[int, int]:
    following = number + 1
    if following < len(sentence.clauses) and noun.last == sentence.clauses[number].last:
        return with_name(sentence.unit, sentence.clauses, noun, sentence.clauses[following].first)
    return noun.first, noun.last


def prefield_start(sentence: Sentence, number: int, *, prepositional: bool = False) -> int | None:
    """Return the clause in which the subject before a verb begins that commas part from it, None if there is none.

    "Der Chef der Werft, Jo Kim, sagte …", "Frau Brandt, die das Amt leitet, sagte …"
    """
    clauses, codes = sentence.clauses, sentence.unit.codes
    position = number - 1
    while position >= 0 and clauses[position].kind in ("fragment", "relative", "infinitive", "sub"):
        if clauses[position].sep in ("", ":", ";", "!", "U") or position == 0:
            break
        position -= 1
    if position < 0 or position == number or clauses[position].kind != "fragment":
        return None
    text = codes[clauses[position].first : clauses[position].last]
    if clauses[position].sep in (",", "U") or text.strip("Q") == "":
        return None
    return position if prepositional or text[0] not in "PvBWS" else None


def _behind_verb(sentence: Sentence, number: int) -> tuple[int, int] | None:
    clause = sentence.clauses[number]
    unit = sentence.unit
    if clause.finite < 0:
        return None
    first = skip_before_subject(unit, clause.finite + 1, clause.last)
    noun = subject_at(unit, first, clause.last, sentence.grammar)
    return _named(sentence, noun, clause)


def _named(sentence: Sentence, noun: Noun | None, clause: Clause) -> tuple[int, int] | None:
    if noun is None:
        return None
    if noun.last == clause.last:
        number = sentence.clauses.index(clause)
        if number + 1 < len(sentence.clauses):
            return with_name(sentence.unit, sentence.clauses, noun, sentence.clauses[number + 1].first)
    return noun.first, noun.last


def _in_relative(sentence: Sentence, number: int) -> tuple[int, int] | None:
    clause = sentence.clauses[number]
    unit = sentence.unit
    inside = skip_before_subject(unit, clause.first + 1, clause.last)
    noun = subject_at(unit, inside, clause.last, sentence.grammar)
    nominative = sentence.among(clause.first, "relative_nominative")
    if noun and (not nominative or unit.codes[inside] == "R"):
        return noun.first, noun.last
    before = sentence.clauses[number - 1] if number else None
    if before is None:
        return None
    found = _LAST_NOUN.search(unit.codes, before.first, before.last)
    return (found.start(), found.end()) if found else None


def _agent(sentence: Sentence, occurrence: Occurrence) -> tuple[int, int] | None:
    clause = sentence.clauses[occurrence.clause]
    unit = sentence.unit
    attached = None
    for position in range(clause.first, clause.last):
        if unit.codes[position] == "v" or unit.words[position] in sentence.grammar.lexicon.words["agent"]:
            noun = noun_at(unit, position + 1, clause.last, sentence.grammar)
            if noun and unit.words[noun.first] not in sentence.grammar.time_words:
                found = noun.first, noun.last
                if position == clause.first or unit.codes[position - 1] not in "CQ":
                    return found
                attached = found
    return attached


def _source(sentence: Sentence, occurrence: Occurrence) -> tuple[int, int] | None:
    """Return who is behind an impersonal verb ("hieß es in einer Mitteilung der Werft")."""
    clause = sentence.clauses[occurrence.clause]
    unit = sentence.unit
    start = prefield_start(sentence, occurrence.clause, prepositional=True)
    first = clause.first if start is None or clause.finite != clause.first else sentence.clauses[start].first
    said_by = sentence.grammar.lexicon.words["said_by"]
    for position in range(first, clause.last):
        if unit.words[position] not in said_by:
            continue
        noun = noun_at(unit, position + 1, clause.last, sentence.grammar)
        if noun is None or unit.words[noun.first] in sentence.grammar.time_words:
            continue
        last = unit.words[noun.core - 1]
        if noun.last > noun.core and (
            last in sentence.grammar.noun_cues or last in sentence.grammar.lexicon.words["document"]
        ):
            owner = noun.core + (unit.codes[noun.core] == "v")
            found = noun_at(unit, owner, noun.last, sentence.grammar)
            if found:
                return (
                    _described(sentence, found, sentence.clauses.index(clause))
                    if found.last == clause.last
                    else (found.first, found.last)
                )
        return noun.first, noun.last
    return None


def _quoted(sentence: Sentence, occurrence: Occurrence) -> tuple[int, int] | None:
    """Return the one whose words are quoted: the subject of a passive, the object of an active verb."""
    if occurrence.passive:
        clause = sentence.clauses[occurrence.clause]
        if clause.kind == "main":
            return subject_of_main(sentence, occurrence.clause)
        first = skip_before_subject(sentence.unit, clause.first + 1, clause.last)
        return _named(sentence, subject_at(sentence.unit, first, clause.last, sentence.grammar), clause)
    clause = sentence.clauses[occurrence.clause]
    unit = sentence.unit
    position = clause.last - 1
    while position > occurrence.verb:
        if unit.codes[position] in "Cr" and not sentence.among(position, "reflexive_pronoun"):
            found = _LAST_NOUN.search(unit.codes, occurrence.verb + 1, position + 1)
            return (found.start(), found.end()) if found else (position, position + 1)
        position -= 1
    return None
