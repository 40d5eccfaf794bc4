"""Speech acts summed up: the object, phrase or predicate that a verb of saying takes instead of a clause."""

import re

from quellenlage.read.statements.drafts import Sentence, Tokens
from quellenlage.read.statements.middles import behind_phrase, middle
from quellenlage.read.statements.nouns import noun_at, subject_at
from quellenlage.read.statements.occurrences import Occurrence
from quellenlage.read.statements.predicates import find_predicate

_OBJECT_START = frozenset("neidgA#CQRr")
_DATIVE = re.compile(r"(?:[deig](?:[A#]|B(?=A))*)?C+")
_NAMED = re.compile(r"C(?=C)")
# A phrase at the end of an object that says when or to whom has at most so many tokens ("gegenüber der Zeitung").
_TAIL = 7


def find_summary(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> list[Tokens]:
    """Return the tokens that sum a speech act up, [] if there are none."""
    cue = occurrence.cue
    clause = sentence.clauses[occurrence.clause]
    reflexive = sentence.holds(clause, "reflexive_pronoun") and not cue.reflexive
    if reflexive and "object" in cue.takes and not cue.prepositions:
        return []
    if occurrence.passive and "object" in cue.takes:
        parts = _passive_subject(sentence, occurrence)
    elif "predicate" in cue.takes:
        parts = find_predicate(sentence, occurrence, subject)
    elif "object" in cue.takes or cue.prepositions:
        parts = _object(sentence, occurrence, subject)
    else:
        return []
    return [part for part in parts if part[1] > part[0]]


def find_dative(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens | None:
    """Return the one spoken to beside a verb that takes a dative: a noun phrase that the object follows.

    "versprach Petersen Hilfe", "sagte der Stadt bei einem Treffen Geld zu", "dankte Brandt für die Hilfe".
    """
    if occurrence.cue.addressee not in ("dative", "accused") or occurrence.passive:
        return None
    unit = sentence.unit
    first, last = middle(sentence, occurrence, subject)
    while first < last and unit.codes[first] in "BuP" and unit.words[first] not in occurrence.cue.prepositions:
        first = behind_phrase(unit.codes, first, last) if unit.codes[first] == "P" else first + 1
    found = _DATIVE.match(unit.codes, first, last)
    if found is None or any(word in sentence.grammar.time_words for word in unit.words[first : found.end()]):
        return None
    if "object" not in occurrence.cue.takes or _follows_object(sentence, found.end(), last):
        return first, found.end()
    # Of the capitals at the end of the clause, the last is the object's: "sagte Anna Brandt Hilfe zu".
    return (first, found.end() - 1) if _NAMED.search(unit.codes, first, found.end()) else None


def _follows_object(sentence: Sentence, position: int, last: int) -> bool:
    """Say whether an object follows behind adverbs and phrases, attribution phrases among them."""
    codes = sentence.unit.codes
    starts = "nd#AQC"
    while position < last and codes[position] in "PvB":
        # Behind a phrase a bare noun belongs to the phrase more often than not: only a determined one is an object.
        starts = starts if codes[position] == "B" else "nd#AQ"
        position = behind_phrase(codes, position, last)
    return position < last and codes[position] in starts


def _object(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> list[Tokens]:
    first, last = middle(sentence, occurrence, subject)
    dative = find_dative(sentence, occurrence, subject)
    if dative and first <= dative[0]:
        first = dative[1]
    start = _object_start(sentence, occurrence, first, last)
    parts = []
    front = _front(sentence, occurrence, subject)
    if front:
        parts.append(front)
    if start is not None:
        parts.append((start, _without_tail(sentence, start, _stretched(sentence, occurrence, last))))
        parts += _behind_verbs(sentence, occurrence, last)
    return parts


def _passive_subject(sentence: Sentence, occurrence: Occurrence) -> list[Tokens]:
    """Return what a passive says is demanded, announced, denied: its grammatical subject."""
    clause, unit = sentence.clauses[occurrence.clause], sentence.unit
    if clause.kind != "main" or occurrence.finite < 0:
        return []
    first = clause.first + sentence.among(clause.first, "focus")
    if unit.codes[first] in "neACQ#" and occurrence.finite > first:
        noun = subject_at(unit, first, occurrence.finite, sentence.grammar)
        return [(noun.first, occurrence.finite)] if noun else []
    position = occurrence.finite + 1
    while position < occurrence.verb:
        code = unit.codes[position]
        start = position + (code in "Pvz")
        noun = noun_at(unit, start, occurrence.verb, sentence.grammar) if code in "neACQ#diPvz" else None
        if noun and code in "neACQ#":
            return [(noun.first, noun.last)]
        position = noun.last if noun else position + 1
    return []


def _object_start(sentence: Sentence, occurrence: Occurrence, first: int, last: int) -> int | None:
    unit, prepositions = sentence.unit, occurrence.cue.prepositions
    contracted = sentence.grammar.contracted
    position = first
    while position < last:
        code, word = unit.codes[position], unit.words[position]
        if word in prepositions or contracted.get(word) in prepositions:
            return position
        if code in "PvzW":
            position = behind_phrase(unit.codes, position, last)
        elif not _may_start(sentence, position):
            position += 1
        elif _is_object(sentence, occurrence, position, last):
            return position
        else:
            position = behind_phrase(unit.codes, position, last)
    return None


def _may_start(sentence: Sentence, position: int) -> bool:
    codes = sentence.unit.codes
    if sentence.unit.words[position] in sentence.grammar.time_words:
        return False
    if sentence.among(position, "quantity"):
        return codes[position + 1 : position + 2] in ("A", "C")
    return codes[position] in _OBJECT_START and not (codes[position] == "r" and sentence.among(position, "reflexive"))


def _is_object(sentence: Sentence, occurrence: Occurrence, position: int, last: int) -> bool:
    if sentence.unit.codes[position] in "dei" and _is_addressee(sentence, position, last):
        return False
    if "object" in occurrence.cue.takes:
        return True
    return not occurrence.cue.predicative.isdisjoint(sentence.unit.words[position:last])


def _is_addressee(sentence: Sentence, position: int, last: int) -> bool:
    """Say whether a noun phrase is the one spoken to: an object follows it directly."""
    noun = noun_at(sentence.unit, position, last, sentence.grammar)
    codes = sentence.unit.codes
    if noun is None or codes[noun.last - 1] != "C":
        return False
    following = noun.last
    while following < last and codes[following] in "PvB":
        following = behind_phrase(codes, following, last)
    return following < last and codes[following] in "ndACQ"


def _stretched(sentence: Sentence, occurrence: Occurrence, last: int) -> int:
    """Return the end of an object with the relative clauses and infinitives that hang on it."""
    clause = sentence.clauses[occurrence.clause]
    if last < clause.last:
        return last
    end = last
    for other in sentence.clauses[occurrence.clause + 1 :]:
        if other.sep not in (",", "-") or other.kind in ("main", "question"):
            break
        if other.first <= occurrence.verb < other.last:
            break
        end = other.last
    return end


def _behind_verbs(sentence: Sentence, occurrence: Occurrence, last: int) -> list[Tokens]:
    """Return the relative clauses that the verb parts from an object ("kündigte einen Deich an, der schützt")."""
    clauses, number = sentence.clauses, occurrence.clause
    verbs = range(last, clauses[number].last)
    if not verbs or not all(n in occurrence.tokens or sentence.unit.codes[n] in "Thw" for n in verbs):
        return []
    end = number + 1
    while end < len(clauses) and clauses[end].sep == "," and clauses[end].kind == "relative":
        end += 1
    return [(clauses[number + 1].first, clauses[end - 1].last)] if end > number + 1 else []


def _without_tail(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of an object without what at its end says how, to whom or when it was said."""
    unit = sentence.unit
    last -= last > first + 1 and sentence.among(last - 1, "emphatic")
    for position in range(last - 2, max(first, last - _TAIL), -1):
        if unit.codes[position] == "P":
            timed = unit.words[position + 1] in sentence.grammar.time_words
            return position if timed or sentence.among(position, "towards") else last
    return last


def _ends_in_phrase(sentence: Sentence, first: int, verb: int) -> bool:
    """Say whether an attribution phrase stands before the verb, not an object."""
    return any(sentence.unit.words[n] in sentence.grammar.attributions for n in range(first, verb))


def _front(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens | None:
    """Return an object before the verb ("Den Plan lobte sie")."""
    clause, unit, cue = sentence.clauses[occurrence.clause], sentence.unit, occurrence.cue
    verb = occurrence.finite
    first = clause.first
    while first < verb and unit.codes[first] in "uU":
        first += 1
    if clause.kind != "main" or verb <= first or (subject and subject[0] < verb):
        return None
    takes_object = "object" in cue.takes or not cue.predicative.isdisjoint(unit.words[verb : clause.last])
    timed = unit.words[first] in sentence.grammar.time_words
    if unit.codes[first] in "dneigACQ" and takes_object and not timed:
        noun = noun_at(unit, first, verb, sentence.grammar)
        return (first, verb) if noun and not _ends_in_phrase(sentence, noun.last, verb) else None
    return (first, verb) if unit.words[first] in cue.prepositions else None
