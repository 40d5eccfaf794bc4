"""What a verb of saying says: a quotation, a clause before or behind it, or an object that sums the speech act up."""

import re

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.drafts import Draft, Place, Sentence
from quellenlage.read.statements.nouns import noun_at
from quellenlage.read.statements.occurrences import Occurrence
from quellenlage.read.statements.subjects import prefield_start

Tokens = tuple[int, int]
# Clauses that may stand between a verb of saying and what is said: what describes the speaker, or the occasion.
_BETWEEN = ("fragment", "relative")


def own_clauses(sentence: Sentence, number: int) -> Tokens:
    """Return the tokens of the clause of a verb with what stands before its verb between commas."""
    clauses = sentence.clauses
    start = prefield_start(sentence, number) if clauses[number].finite == clauses[number].first else None
    return clauses[number if start is None else start].first, clauses[number].last


def find_after(sentence: Sentence, occurrence: Occurrence) -> tuple[str, int] | None:
    """Return the kind of what is said behind the verb ("direct" or "indirect") and the number of its first clause."""
    clauses = sentence.clauses
    takes = occurrence.cue.takes
    for number in range(occurrence.clause + 1, len(clauses)):
        clause = clauses[number]
        if clause.sep == ":":
            return _after_colon(sentence, number, occurrence)
        if clause.sep in (";", "!", "U"):
            return None
        quote = _opening_quote(sentence, clause)
        if quote and "quote" in takes and _speaks(sentence, quote[0]):
            return "direct", number
        if _is_content(sentence, clause, occurrence):
            return "indirect", number
        if (
            clause.kind == "infinitive"
            and "infinitive" in takes
            and sentence.unit.words[clause.first] not in _purpose(sentence)
        ):
            return "indirect", _infinitive_start(sentence, occurrence.clause, number)
        if clause.kind not in _BETWEEN and not (clause.kind in ("sub", "question") and _is_aside(sentence, clause)):
            return None
    return None


def _infinitive_start(sentence: Sentence, verb: int, number: int) -> int:
    """Return the clause in which an infinitive begins that commas part ("…, den Plan, der alt ist, zu ändern")."""
    clauses, codes = sentence.clauses, sentence.unit.codes
    if codes[clauses[number].first] in "Izf" and number > verb + 1 and codes[clauses[verb + 1].first] in "BPvdneg":
        return verb + 1
    return number


def _after_colon(sentence: Sentence, number: int, occurrence: Occurrence) -> tuple[str, int] | None:
    clause = sentence.clauses[number]
    if _opening_quote(sentence, clause):
        return "direct", number
    if occurrence.cue.takes & {"clause", "quote"} and (not occurrence.cue.weak or clause.konjunktiv):
        return "indirect", number
    return None


def _opening_quote(sentence: Sentence, clause: Clause) -> list[int]:
    first = clause.first
    while first < clause.last and sentence.unit.codes[first] in "uU":
        first += 1
    return [first] if sentence.unit.codes[first : first + 1] == "Q" else []


def _speaks(sentence: Sentence, token: int) -> bool:
    """Say whether a quotation is long enough to be speech rather than a name."""
    unit = sentence.unit
    return len(unit.text[unit.starts[token] : unit.ends[token]].split()) >= 3


def _purpose(sentence: Sentence) -> frozenset[str]:
    return sentence.grammar.lexicon.words["purpose"]


def _is_aside(sentence: Sentence, clause: Clause) -> bool:
    return sentence.unit.words[clause.first] in sentence.grammar.lexicon.words["aside"]


def _is_content(sentence: Sentence, clause: Clause, occurrence: Occurrence) -> bool:
    takes = occurrence.cue.takes
    words = sentence.unit.words[clause.first : clause.first + 3]
    content = sentence.grammar.lexicon.words["content_subordinator"]
    if clause.kind == "sub" and words[0] in sentence.grammar.lexicon.words["not_that"]:
        return False
    if clause.kind == "sub" and any(word in content for word in words):
        return "clause" in takes or "infinitive" in takes or _has_correlate(sentence, occurrence)
    if clause.kind == "question":
        word = sentence.unit.words[clause.finite]
        return "clause" in takes and (not _is_aside(sentence, clause) or word not in sentence.grammar.cues)
    if clause.kind in ("main", "relative") and clause.finite >= 0 and "clause" in takes:
        if clause.kind == "relative" or clause.sep != ",":
            return False
        if clause.finite == clause.first and clause.mood != "1":
            return False
        if occurrence.cue.weak:
            return clause.konjunktiv
        return clause.konjunktiv or _plural_substitute(sentence, clause) or clause.finite > clause.first
    if clause.kind == "sub" and "clause" in takes and clause.sep == ",":
        # "sagte, wenn es regne, halte der Deich": a condition before the clause that is said.
        number = sentence.clauses.index(clause)
        following = sentence.clauses[number + 1 : number + 2]
        return bool(following) and following[0].kind == "main" and following[0].konjunktiv
    return False


def _has_correlate(sentence: Sentence, occurrence: Occurrence) -> bool:
    """Say whether the verb's clause points to what follows ("davon", "darauf")."""
    clause = sentence.clauses[occurrence.clause]
    contracted = sentence.grammar.contracted
    return any(
        contracted.get(word) in occurrence.cue.prepositions for word in sentence.unit.words[clause.first : clause.last]
    )


def _plural_substitute(sentence: Sentence, clause: Clause) -> bool:
    return sentence.unit.codes[clause.finite] in "hwm"


def content_end(sentence: Sentence, number: int) -> int:
    """Return the clause number before which the content that begins with clause `number` ends.

    It runs to the end of its sentence unless a clause in the indicative is joined to it that reports on its own.
    """
    clauses = sentence.clauses
    reported = clauses[number].konjunktiv or clauses[number].kind in ("infinitive",)
    cues = sentence.grammar.cues
    for position in range(number + 1, len(clauses)):
        clause = clauses[position]
        if clause.sep == ";":
            return position
        joined = clause.sep == "U" or sentence.unit.codes[clause.first] in "U"
        if not joined or clause.kind != "main" or clause.finite < 0 or clause.konjunktiv:
            continue
        word = sentence.unit.words[clause.finite]
        if (
            reported
            and (word in cues or clause.finite <= clause.first + 1)
            and not _plural_substitute(sentence, clause)
        ):
            return position
    return len(clauses)


def find_before(sentence: Sentence, occurrence: Occurrence) -> tuple[str, int] | None:
    """Return the kind of what is said before an inverted verb ("…, sagte X") and the number of its first clause."""
    clauses = sentence.clauses
    clause = clauses[occurrence.clause]
    verb = occurrence.finite
    codes = sentence.unit.codes
    if clause.kind != "main" or verb < 0:
        return None
    inside = codes[clause.first : verb]
    if inside and inside.strip("U") == "Q" and "quote" in occurrence.cue.takes and clause.sep in ("", ":", ";", "U"):
        return "direct", -1
    if inside.strip("BuU") or clause.sep not in (",", "-", "!") or occurrence.clause == 0:
        return None
    first = _first_before(sentence, occurrence.clause)
    before = clauses[first : occurrence.clause]
    text = codes[before[0].first : before[-1].last]
    if not text.strip("QUu,B-!"):
        return ("direct", first) if "Q" in text else None
    if prefield_start(sentence, occurrence.clause) is not None:
        return None
    whole = any((part.kind == "main" and part.finite >= 0) or _says(sentence, part) for part in before)
    if whole or before[0].kind == "infinitive":
        return ("indirect", first) if occurrence.cue.takes & {"clause", "infinitive"} else None
    return None


def _says(sentence: Sentence, clause: Clause) -> bool:
    content = sentence.grammar.lexicon.words["content_subordinator"]
    return any(word in content for word in sentence.unit.words[clause.first : clause.first + 2])


def _first_before(sentence: Sentence, number: int) -> int:
    for position in range(number - 1, -1, -1):
        if sentence.clauses[position].sep in (":", ";"):
            return position
    return 0


_OBJECT_START = frozenset("neidgA#CQRr")


def find_object(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> list[Tokens]:
    """Return the tokens that sum the speech act up: the object or the prepositional phrase that the verb takes."""
    first, last = _middle(sentence, occurrence, subject)
    start = _object_start(sentence, occurrence, first, last)
    parts = []
    front = _front(sentence, occurrence, subject)
    if front:
        parts.append(front)
    if start is not None:
        parts.append((start, _without_tail(sentence, start, _stretched(sentence, occurrence, last))))
    return parts


def _without_tail(sentence: Sentence, first: int, last: int) -> int:
    """Return the end of an object without the phrase at its end that says to whom or when it was said."""
    unit = sentence.unit
    for position in range(last - 2, max(first, last - 7), -1):
        if unit.codes[position] != "P":
            continue
        if (
            unit.words[position] in sentence.grammar.lexicon.words["towards"]
            or unit.words[position + 1] in sentence.grammar.time_words
        ):
            return position
        break
    return last


def find_predicate(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> list[Tokens]:
    """Return what somebody shows themselves to be ("zeigte sich besorgt über die Lage")."""
    first, last = _middle(sentence, occurrence, subject)
    closed = sentence.grammar.lexicon.closed
    for position in range(first, last):
        if sentence.unit.codes[position] in "TfAB" and sentence.unit.words[position] not in closed:
            return [(position, last)]
        if sentence.unit.codes[position] in "C":
            return []
    return []


def _middle(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens:
    """Return the tokens of a clause between its subject and the end of its verbs."""
    clause = sentence.clauses[occurrence.clause]
    codes = sentence.unit.codes
    last = clause.last
    first = occurrence.finite + 1 if occurrence.finite >= 0 and clause.kind == "main" else clause.first
    if clause.kind in ("sub", "question", "relative"):
        first = clause.first + 1
    if clause.last - 1 in occurrence.tokens and clause.last - 1 >= first:
        last = clause.last - 1
    for token in occurrence.tokens:
        if token >= first and all(codes[other] in "TIfhwmBP" for other in range(token, last)):
            last = min(last, token)
    if last == clause.last and clause.kind != "main":
        last = min(last, occurrence.verb)
    while last > first and codes[last - 1] in "TIhwm":
        last -= 1
    if subject and first <= subject[0] < last:
        first = min(subject[1], last)
    return first, last


def _object_start(sentence: Sentence, occurrence: Occurrence, first: int, last: int) -> int | None:
    unit, cue = sentence.unit, occurrence.cue
    position = first
    while position < last:
        code, word = unit.codes[position], unit.words[position]
        if word in cue.prepositions or (
            word in sentence.grammar.contracted and sentence.grammar.contracted[word] in cue.prepositions
        ):
            return position
        if code in "PvzW":
            position = _behind_phrase(unit.codes, position, last)
        elif word in sentence.grammar.time_words:
            position += 1
        elif word in sentence.grammar.lexicon.words["quantity"] and unit.codes[position + 1 : position + 2] in (
            "A",
            "C",
        ):
            if "object" in cue.takes:
                return position
            position += 1
        elif code in _OBJECT_START and not (code == "r" and word in sentence.grammar.lexicon.words["reflexive"]):
            if code in "dei" and _is_addressee(sentence, position, last):
                position = _behind_phrase(unit.codes, position, last)
                continue
            if "object" in cue.takes or ("als" in cue.prepositions and "als" in unit.words[position:last]):
                return position
            if "für" in cue.prepositions and cue.verb == "halten" and "für" in unit.words[position:last]:
                return position
            position = _behind_phrase(unit.codes, position, last)
        else:
            position += 1
    return None


def _is_addressee(sentence: Sentence, position: int, last: int) -> bool:
    """Say whether a noun phrase is the one spoken to: an object follows it directly."""
    noun = noun_at(sentence.unit, position, last, sentence.grammar)
    codes = sentence.unit.codes
    if noun is None or codes[noun.last - 1] != "C":
        return False
    following = noun.last
    while following < last and codes[following] in "PvB":
        following = _behind_phrase(codes, following, last)
    return following < last and codes[following] in "ndACQ"


_PHRASE = re.compile(r"[PvzW]?[neigd]?(?:[A#]|B(?=A))*[CQRr#]?[CQ#]*")


def _behind_phrase(codes: str, position: int, last: int) -> int:
    found = _PHRASE.match(codes, position, last)
    return max(found.end() if found else 0, position + 1)


def _stretched(sentence: Sentence, occurrence: Occurrence, last: int) -> int:
    """Return the end of an object with the relative clauses and infinitives that hang on it."""
    clause = sentence.clauses[occurrence.clause]
    if last < clause.last and clause.kind == "main" and sentence.unit.codes[last] not in "B":
        return last
    end = last
    for other in sentence.clauses[occurrence.clause + 1 :]:
        if other.first <= occurrence.verb < other.last:
            break
        if other.sep not in (",", "-") or other.kind not in ("relative", "infinitive", "fragment", "sub"):
            break
        end = other.last
    return end if last == clause.last else last


def _front(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens | None:
    """Return an object before the verb ("Den Plan lobte sie")."""
    clause = sentence.clauses[occurrence.clause]
    codes, words = sentence.unit.codes, sentence.unit.words
    verb = occurrence.finite
    if clause.kind != "main" or verb <= clause.first or (subject and subject[0] < verb):
        return None
    first = clause.first
    while first < verb and codes[first] in "uU":
        first += 1
    if first == verb:
        return None
    predicative = not occurrence.cue.prepositions.isdisjoint(sentence.grammar.lexicon.words["predicative"])
    if (
        codes[first] in "dneigACQ"
        and ("object" in occurrence.cue.takes or predicative)
        and words[first] not in sentence.grammar.time_words
    ):
        return first, verb
    if words[first] in occurrence.cue.prepositions:
        return first, verb
    return None


def place_of(sentence: Sentence, first: int, last: int) -> list[Place]:
    """Return the place of some clauses, whole: from the first token of `first` to the last before clause `last`."""
    clauses = sentence.clauses
    start = clauses[first].first
    if sentence.unit.codes[start] in "U" and clauses[first].sep == "U":
        start += 1
    return [sentence.place(start, clauses[last - 1].last)]


def finish(draft: Draft, sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Draft:
    """Fill in cue, speaker, stance and rule of a draft from the verb that introduces it."""
    draft.cue = _merged([sentence.place(token, token + 1) for token in occurrence.tokens], sentence)
    if subject:
        draft.speaker = [sentence.unit.place(*subject)]
    draft.stance = occurrence.cue.stance
    draft.clause = occurrence.clause
    return draft


def _merged(places: list[Place], sentence: Sentence) -> list[Place]:
    merged: list[Place] = []
    for start, end in sorted(places):
        if merged and not sentence.unit.text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
