"""Statements that a verb of saying introduces."""

from quellenlage.model import StatementKind
from quellenlage.read.statements.complements import (
    content_end,
    find_after,
    find_before,
    find_object,
    find_predicate,
    finish,
    own_clauses,
    place_of,
)
from quellenlage.read.statements.drafts import Draft, Place, Sentence
from quellenlage.read.statements.nouns import noun_at, subject_at
from quellenlage.read.statements.occurrences import Occurrence
from quellenlage.read.statements.subjects import find_subject

Tokens = tuple[int, int]


def draft_spoken(sentence: Sentence, occurrence: Occurrence) -> Draft | None:
    """Return the statement that a verb of saying introduces, None if it introduces none."""
    subject = find_subject(sentence, occurrence)
    subject = _without_object(sentence, occurrence, subject)
    before = find_before(sentence, occurrence)
    after = find_after(sentence, occurrence)
    if occurrence.passive and occurrence.cue.active and not subject:
        return None
    draft = None
    if before and not (after and before[0] == "indirect" and after[0] == "direct"):
        draft = _before(sentence, occurrence, before, after)
    elif _is_comparison(sentence, occurrence):
        draft = _as_said(sentence, occurrence)
    elif after:
        draft = _after(sentence, occurrence, after)
    if draft is None and _points_back(sentence, occurrence):
        draft = Draft("indirect", [], occurrence.cue.rule, previous=True)
    if draft is None:
        draft = _quoted_object(sentence, occurrence, subject) or _summed_up(sentence, occurrence, subject)
    if draft is None:
        return None
    draft = finish(draft, sentence, occurrence, subject)
    draft.needs_speaker = not subject and not occurrence.passive
    if not draft.frame:
        draft.frame = _frame(sentence, occurrence, draft)
    return draft


def _without_object(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens | None:
    """Part a subject behind its verb from the phrase that the verb takes ("sprach Reuters von 50 Booten")."""
    if subject is None or "object" in occurrence.cue.takes or subject[0] < occurrence.finite:
        return subject
    for position in range(subject[0] + 1, subject[1]):
        if sentence.unit.words[position] in occurrence.cue.prepositions:
            return subject[0], position
    return subject


def _before(
    sentence: Sentence, occurrence: Occurrence, before: tuple[str, int], after: tuple[str, int] | None
) -> Draft:
    kind, first = before
    unit = sentence.unit
    if first < 0:
        clause = sentence.clauses[occurrence.clause]
        quote = unit.codes.index("Q", clause.first)
        content = [unit.place(quote, quote + 1)]
    else:
        content = place_of(sentence, first, occurrence.clause)
    second = _continued_behind(sentence, kind, after)
    end = len(sentence.clauses)
    if second is not None:
        content += second[0]
        end = second[1]
    draft = Draft(_kind(kind), content, occurrence.cue.rule)
    draft.frame = [_behind(sentence, occurrence, end)]
    return draft


def _continued_behind(sentence: Sentence, kind: str, after: tuple[str, int] | None) -> tuple[list[Place], int] | None:
    """Return what goes on behind the speaker's clause ("„A“, sagte X, „B“")."""
    if after is None:
        return None
    other, number = after
    clause = sentence.clauses[number]
    unit = sentence.unit
    if kind == "direct" and other == "direct":
        quote = unit.codes.index("Q", clause.first)
        return [unit.place(quote, quote + 1)], number
    if kind == "indirect" and other == "indirect" and clause.konjunktiv:
        return place_of(sentence, number, content_end(sentence, number)), number
    return None


def _behind(sentence: Sentence, occurrence: Occurrence, end: int) -> Place:
    """Return the place of a speaker's clause behind what is said, up to clause `end`."""
    clause = sentence.clauses[occurrence.clause]
    first = clause.first
    if sentence.unit.codes[first] == "Q":
        first += 1
    last = clause
    for other in sentence.clauses[occurrence.clause + 1 : end]:
        if other.sep in (":", ";", "U") or (other.kind == "main" and other.finite >= 0):
            break
        last = other
    return sentence.place(first, last.last)


def _kind(kind: str) -> StatementKind:
    return "direct" if kind == "direct" else "indirect"


def _after(sentence: Sentence, occurrence: Occurrence, after: tuple[str, int]) -> Draft:
    kind, number = after
    unit = sentence.unit
    clause = sentence.clauses[number]
    if kind == "direct":
        quote = unit.codes.index("Q", clause.first)
        content = [unit.place(quote, quote + 1)]
        content += _more_quotes(sentence, quote)
    else:
        content = place_of(sentence, number, content_end(sentence, number))
    return Draft(_kind(kind), content, occurrence.cue.rule)


def _more_quotes(sentence: Sentence, quote: int) -> list[Place]:
    """Return quotations that follow directly, as in "„A“, „B“ und „C“"."""
    places = []
    codes = sentence.unit.codes
    position = quote + 1
    while position + 1 < len(codes) and codes[position] in ",U" and codes[position + 1] == "Q":
        places.append(sentence.unit.place(position + 1, position + 2))
        position += 2
    return places


def _points_back(sentence: Sentence, occurrence: Occurrence) -> bool:
    """Say whether what is said stands in the sentence before ("Das teilte die Polizei mit")."""
    clause = sentence.clauses[occurrence.clause]
    words = sentence.grammar.lexicon.words["this"]
    return (
        clause.kind == "main"
        and occurrence.clause == 0
        and clause.finite == clause.first + 1
        and sentence.unit.words[clause.first] in words
        and "clause" in occurrence.cue.takes
    )


def _is_comparison(sentence: Sentence, occurrence: Occurrence) -> bool:
    """Say whether the verb stands in "wie X mitteilte"."""
    clause = sentence.clauses[occurrence.clause]
    if "clause" not in occurrence.cue.takes:
        return False
    return clause.kind == "question" and sentence.unit.words[clause.first] in sentence.grammar.lexicon.words["as"]


def _as_said(sentence: Sentence, occurrence: Occurrence) -> Draft | None:
    clauses = sentence.clauses
    number = occurrence.clause
    clause = clauses[number]
    unit = sentence.unit
    first = _sentence_start(sentence, number)
    end = number + 1
    while end < len(clauses) and clauses[end].kind in ("relative",) and clauses[end].sep == ",":
        end += 1
    last = _sentence_end(sentence, end)
    places = []
    if number > first and any(
        part.finite >= 0 or "Q" in unit.codes[part.first : part.last] for part in clauses[first:number]
    ):
        places += place_of(sentence, first, number)
    if end < last and (clauses[end].sep == "," or not places) and _goes_on(sentence, end, last):
        places += place_of(sentence, end, last)
    if not places:
        return None
    text = unit.codes[clauses[first].first : clauses[number].first]
    quoted = len(places) == 1 and text and not text.strip("Q,!")
    draft = Draft("direct" if quoted else "indirect", places, occurrence.cue.rule)
    draft.frame = [sentence.place(clause.first, clauses[end - 1].last)]
    return draft


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    return any(clause.finite >= 0 for clause in sentence.clauses[first:last])


def _sentence_start(sentence: Sentence, number: int) -> int:
    for position in range(number, -1, -1):
        if sentence.clauses[position].sep in (":", ";"):
            return position
    return 0


def _sentence_end(sentence: Sentence, number: int) -> int:
    for position in range(number, len(sentence.clauses)):
        if sentence.clauses[position].sep in (":", ";"):
            return position
    return len(sentence.clauses)


def _quoted_object(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Draft | None:
    """Return direct speech that is the verb's bare object ("Sie rief „Raus hier!“")."""
    if occurrence.cue.takes & {"object"} or "quote" not in occurrence.cue.takes or occurrence.cue.prepositions:
        return None
    clause = sentence.clauses[occurrence.clause]
    codes = sentence.unit.codes
    start = max(occurrence.finite + 1, subject[1] if subject else 0, clause.first)
    position = codes.find("Q", start, clause.last)
    if position < 0 or codes[position - 1] in "CnedigP":
        return None
    return Draft("direct", [sentence.unit.place(position, position + 1)], occurrence.cue.rule)


def _summed_up(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Draft | None:
    clause = sentence.clauses[occurrence.clause]
    reflexive = "sich" in sentence.unit.words[clause.first : clause.last] and not occurrence.cue.reflexive
    if reflexive and "object" in occurrence.cue.takes and not occurrence.cue.prepositions:
        return None
    if occurrence.passive and "object" in occurrence.cue.takes:
        parts = _passive_subject(sentence, occurrence)
    elif "predicate" in occurrence.cue.takes:
        parts = find_predicate(sentence, occurrence, subject)
    elif "object" in occurrence.cue.takes or occurrence.cue.prepositions:
        parts = find_object(sentence, occurrence, subject)
    else:
        return None
    parts = [part for part in parts if part[1] > part[0]]
    if not parts or (not subject and not occurrence.passive):
        return None
    return Draft("reported", [sentence.place(*part) for part in parts], occurrence.cue.rule)


def _passive_subject(sentence: Sentence, occurrence: Occurrence) -> list[Tokens]:
    """Return what a passive says is demanded, announced, denied: its grammatical subject."""
    clause = sentence.clauses[occurrence.clause]
    unit = sentence.unit
    if clause.kind != "main" or occurrence.finite < 0:
        return []
    first = clause.first
    if unit.words[first] in sentence.grammar.lexicon.words["focus"]:
        first += 1
    if unit.codes[first] in "neACQ#" and occurrence.finite > first:
        noun = subject_at(unit, first, occurrence.finite, sentence.grammar)
        return [(noun.first, occurrence.finite)] if noun else []
    position = occurrence.finite + 1
    while position < occurrence.verb:
        noun = (
            noun_at(unit, position, occurrence.verb, sentence.grammar) if unit.codes[position] in "neACQ#di" else None
        )
        if noun and unit.codes[position] not in "di":
            return [(noun.first, noun.last)]
        if unit.codes[position] in "Pvz":
            noun = noun_at(unit, position + 1, occurrence.verb, sentence.grammar)
        position = noun.last if noun else position + 1
    return []


def _frame(sentence: Sentence, occurrence: Occurrence, draft: Draft) -> list[Place]:
    """Return the speaker's clause without what is said."""
    first, last = own_clauses(sentence, occurrence.clause)
    while first < last and sentence.unit.codes[first] in "uU":
        first += 1
    start, end = sentence.place(first, last)
    pieces = []
    position = start
    for content_start, content_end_ in draft.content:
        if content_end_ <= start or content_start >= end:
            continue
        if content_start > position:
            pieces.append((position, content_start))
        position = max(position, content_end_)
    if position < end:
        pieces.append((position, end))
    return [piece for piece in (_trimmed(sentence.unit.text, *piece) for piece in pieces) if piece[1] > piece[0]]


def _trimmed(text: str, start: int, end: int) -> Place:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return start, end
