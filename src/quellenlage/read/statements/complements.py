"""What a verb of saying says: a quotation or a clause before or behind it."""

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.drafts import Sentence
from quellenlage.read.statements.occurrences import Occurrence
from quellenlage.read.statements.subjects import prefield_start

# The kind of what is said ("direct" or "indirect") and the number of its first clause.
Said = tuple[str, int]


def find_after(sentence: Sentence, occurrence: Occurrence) -> Said | None:
    """Return what is said behind the verb; what describes the speaker or the occasion may stand between."""
    for number in range(occurrence.clause + 1, len(sentence.clauses)):
        clause = sentence.clauses[number]
        if clause.sep == ":":
            return _after_colon(sentence, number, occurrence)
        if clause.sep in (";", "!", "U"):
            return None
        found = _said_in(sentence, number, occurrence)
        if found:
            return found
        aside = clause.kind in ("sub", "question") and sentence.among(clause.first, "aside")
        if not aside and clause.kind not in ("fragment", "relative"):
            return None
    return None


def _said_in(sentence: Sentence, number: int, occurrence: Occurrence) -> Said | None:
    clause, takes = sentence.clauses[number], occurrence.cue.takes
    quote = _opening_quote(sentence, clause)
    if quote is not None and "quote" in takes and _speaks(sentence, quote):
        return "direct", number
    if _is_content(sentence, number, occurrence):
        return "indirect", number
    if clause.kind == "infinitive" and "infinitive" in takes and not sentence.among(clause.first, "purpose"):
        return "indirect", _infinitive_start(sentence, occurrence.clause, number)
    return None


def _infinitive_start(sentence: Sentence, verb: int, number: int) -> int:
    """Return the clause in which an infinitive begins that commas part ("…, den Plan, der alt ist, zu ändern")."""
    clauses, codes = sentence.clauses, sentence.unit.codes
    if codes[clauses[number].first] in "Izf" and number > verb + 1 and codes[clauses[verb + 1].first] in "BPvdneg":
        return verb + 1
    return number


def _after_colon(sentence: Sentence, number: int, occurrence: Occurrence) -> Said | None:
    clause = sentence.clauses[number]
    if _opening_quote(sentence, clause) is not None:
        return "direct", number
    if occurrence.cue.takes & {"clause", "quote"} and (not occurrence.cue.weak or clause.konjunktiv):
        return "indirect", number
    return None


def _opening_quote(sentence: Sentence, clause: Clause) -> int | None:
    first = clause.first
    while first < clause.last and sentence.unit.codes[first] in "uU":
        first += 1
    return first if sentence.unit.codes[first : first + 1] == "Q" else None


def _speaks(sentence: Sentence, token: int) -> bool:
    """Say whether a quotation is long enough to be speech rather than a name."""
    return len(sentence.unit.source(token, token + 1).split()) >= 3


def _is_content(sentence: Sentence, number: int, occurrence: Occurrence) -> bool:
    clause, takes = sentence.clauses[number], occurrence.cue.takes
    if clause.kind == "sub":
        return _is_said_by_conjunction(sentence, number, occurrence)
    if "clause" not in takes or clause.finite < 0:
        return False
    if clause.kind == "question":
        cues = sentence.grammar.cues
        return not sentence.among(clause.first, "aside") or sentence.unit.words[clause.finite] not in cues
    if clause.kind != "main" or clause.sep != "," or (clause.finite == clause.first and clause.mood != "1"):
        return False
    return clause.konjunktiv or (not occurrence.cue.weak and clause.finite > clause.first)


def _is_said_by_conjunction(sentence: Sentence, number: int, occurrence: Occurrence) -> bool:
    clause, takes = sentence.clauses[number], occurrence.cue.takes
    if sentence.among(clause.first, "not_that"):
        return False
    if _says(sentence, clause):
        return bool(takes & {"clause", "infinitive"}) or _has_correlate(sentence, occurrence)
    # "sagte, wenn es regne, halte der Deich": a condition before the clause that is said.
    following = sentence.clauses[number + 1 : number + 2]
    conditional = clause.sep == "," and bool(following) and following[0].kind == "main" and following[0].konjunktiv
    return "clause" in takes and conditional


def _has_correlate(sentence: Sentence, occurrence: Occurrence) -> bool:
    """Say whether the verb's clause points to what follows ("davon", "darauf")."""
    clause = sentence.clauses[occurrence.clause]
    contracted = sentence.grammar.contracted
    return any(
        contracted.get(word) in occurrence.cue.prepositions for word in sentence.unit.words[clause.first : clause.last]
    )


def content_end(sentence: Sentence, number: int) -> int:
    """Return the clause number before which the content that begins with clause `number` ends.

    It runs to the end of its sentence unless a clause in the indicative is joined to it that reports on its own.
    """
    clauses, unit = sentence.clauses, sentence.unit
    reported = clauses[number].konjunktiv or clauses[number].kind == "infinitive"
    for position in range(number + 1, len(clauses)):
        clause = clauses[position]
        if clause.sep == ";":
            return position
        joined = clause.sep == "U" or unit.codes[clause.first] == "U"
        if not reported or not joined or clause.kind != "main" or clause.finite < 0 or clause.konjunktiv:
            continue
        own = unit.words[clause.finite] in sentence.grammar.cues or clause.finite <= clause.first + 1
        if own and unit.codes[clause.finite] not in "hwm":
            return position
    return len(clauses)


def find_before(sentence: Sentence, occurrence: Occurrence) -> Said | None:
    """Return what is said before an inverted verb ("…, sagte X"); -1 for a quotation in the verb's own clause."""
    clause, codes, takes = sentence.clauses[occurrence.clause], sentence.unit.codes, occurrence.cue.takes
    if clause.kind != "main" or occurrence.finite < 0:
        return None
    inside = codes[clause.first : occurrence.finite]
    if inside and inside.strip("U") == "Q" and "quote" in takes and clause.sep in ("", ":", ";", "U"):
        return "direct", -1
    if inside.strip("BuU") or clause.sep not in (",", "-", "!") or occurrence.clause == 0:
        return None
    return _before_verb(sentence, occurrence)


def _before_verb(sentence: Sentence, occurrence: Occurrence) -> Said | None:
    first = next((n for n in range(occurrence.clause - 1, -1, -1) if sentence.clauses[n].sep in (":", ";")), 0)
    before = sentence.clauses[first : occurrence.clause]
    text = sentence.unit.codes[before[0].first : before[-1].last]
    if not text.strip("QUu,B-!"):
        return ("direct", first) if "Q" in text else None
    if prefield_start(sentence, occurrence.clause) is not None or not occurrence.cue.takes & {"clause", "infinitive"}:
        return None
    whole = any((part.kind == "main" and part.finite >= 0) or _says(sentence, part) for part in before)
    return ("indirect", first) if whole or before[0].kind == "infinitive" else None


def _says(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause begins with a conjunction of content ("dass", "auch dass")."""
    return any(
        sentence.among(n, "content_subordinator") for n in range(clause.first, min(clause.first + 3, clause.last))
    )
