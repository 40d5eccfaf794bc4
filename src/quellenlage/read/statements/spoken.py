"""Statements that a verb of saying introduces."""

from dataclasses import replace

from quellenlage.model import StatementKind
from quellenlage.read.statements.complements import Said, content_end, find_after, find_before
from quellenlage.read.statements.drafts import Draft, Place, Sentence, Tokens, merged
from quellenlage.read.statements.frames import frame_around, frame_behind
from quellenlage.read.statements.objects import find_dative, find_summary
from quellenlage.read.statements.occurrences import Occurrence
from quellenlage.read.statements.predicates import predicate_word
from quellenlage.read.statements.quoted import is_name
from quellenlage.read.statements.subjects import find_subject
from quellenlage.text import Span


def draft_spoken(sentence: Sentence, occurrence: Occurrence) -> Draft | None:
    """Return the statement that a verb of saying introduces, None if it introduces none."""
    subject = _without_object(sentence, occurrence, find_subject(sentence, occurrence))
    if occurrence.passive and occurrence.cue.active and not subject:
        return None
    draft = _with_clause(sentence, occurrence)
    if draft is None and _points_back(sentence, occurrence):
        draft = Draft("indirect", [], occurrence.cue.rule, previous=True)
    draft = draft or _quoted_object(sentence, occurrence, subject) or _summed_up(sentence, occurrence, subject)
    if draft is None:
        return None
    return _complete_roles(sentence, occurrence, draft, subject)


def _complete_roles(sentence: Sentence, occurrence: Occurrence, draft: Draft, subject: Tokens | None) -> Draft:
    """Fill in cue, speaker, stance and frame of a draft from the verb that introduces it."""
    unit = sentence.unit
    if subject and draft.kind == "direct" and unit.place(*subject) in draft.content:
        subject = None
    word = predicate_word(sentence, occurrence, subject)
    tokens = occurrence.tokens if word is None else [*occurrence.tokens, word]
    draft.cue = merged(unit.text, [unit.place(token, token + 1) for token in tokens])
    if subject:
        draft.speaker = [unit.place(*subject)]
    draft.stance = occurrence.cue.stance
    draft.clause = occurrence.clause
    draft.needs_speaker = not subject and not occurrence.passive
    draft.frame = draft.frame or frame_around(sentence, occurrence, draft)
    dative = find_dative(sentence, occurrence, subject) if occurrence.cue.addressee == "dative" else None
    if dative and not any(start <= unit.starts[dative[0]] < end for start, end in draft.content):
        draft.addressee = [unit.place(*dative)]
    return draft


def draft_predicate(sentence: Sentence, occurrence: Occurrence, holder: Draft) -> Draft | None:
    """Return the quoted words by which a speaker is shown ("zeigte sich „tief bewegt“, dass …")."""
    if "predicate" not in occurrence.cue.takes:
        return None
    unit, clause = sentence.unit, sentence.clauses[occurrence.clause]
    token = unit.codes.find("Q", max(occurrence.finite, clause.first), clause.last)
    place = unit.place(token, token + 1) if token >= 0 else (0, 0)
    if token < 0 or any(start <= place[0] < end for start, end in holder.content):
        return None
    if is_name(sentence, Span("", *place)):
        return None
    return replace(holder, kind="direct", content=[place], nested=True)


def _with_clause(sentence: Sentence, occurrence: Occurrence) -> Draft | None:
    before = find_before(sentence, occurrence)
    after = find_after(sentence, occurrence)
    # A quotation right before the verb is the name of a medium if a clause behind it says what it reports.
    named = before is not None and before[1] < 0 and after is not None and after[0] == "indirect"
    if before and not named and not (after and before[0] == "indirect" and after[0] == "direct"):
        return _before(sentence, occurrence, before, after)
    if _is_comparison(sentence, occurrence):
        return _as_said(sentence, occurrence)
    return _after(sentence, occurrence, after) if after else None


def _without_object(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens | None:
    """Part a subject behind its verb from the phrase that the verb takes ("sprach Reuters von 50 Booten")."""
    if subject is None or "object" in occurrence.cue.takes or subject[0] < occurrence.finite:
        return subject
    for position in range(subject[0] + 1, subject[1]):
        if sentence.unit.words[position] in occurrence.cue.prepositions:
            return subject[0], position
    return subject


def _before(sentence: Sentence, occurrence: Occurrence, before: Said, after: Said | None) -> Draft:
    kind, first = before
    if first < 0:
        content = [_quote_from(sentence, sentence.clauses[occurrence.clause].first)]
    else:
        content = sentence.whole(first, occurrence.clause)
    end = len(sentence.clauses)
    second = _goes_on_behind(sentence, kind, after)
    if second and after:
        content += second
        end = after[1]
    draft = Draft(_kind(kind), content, occurrence.cue.rule)
    draft.frame = [frame_behind(sentence, occurrence, end)]
    return draft


def _goes_on_behind(sentence: Sentence, kind: str, after: Said | None) -> list[Place]:
    """Return what goes on behind the speaker's clause ("„A“, sagte X, „B“")."""
    if after is None or after[0] != kind:
        return []
    clause = sentence.clauses[after[1]]
    if kind == "direct":
        return [_quote_from(sentence, clause.first)]
    return sentence.whole(after[1], content_end(sentence, after[1])) if clause.konjunktiv else []


def _quote_from(sentence: Sentence, token: int) -> Place:
    quote = sentence.unit.codes.index("Q", token)
    return sentence.unit.place(quote, quote + 1)


def _kind(kind: str) -> StatementKind:
    return "direct" if kind == "direct" else "indirect"


def _after(sentence: Sentence, occurrence: Occurrence, after: Said) -> Draft:
    kind, number = after
    if kind == "direct":
        quote = sentence.unit.codes.index("Q", sentence.clauses[number].first)
        content = [sentence.unit.place(quote, quote + 1), *_more_quotes(sentence, quote)]
    else:
        content = sentence.whole(number, content_end(sentence, number))
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
    inverted = clause.kind == "main" and occurrence.clause == 0 and clause.finite == clause.first + 1
    return inverted and sentence.among(clause.first, "this") and "clause" in occurrence.cue.takes


def _is_comparison(sentence: Sentence, occurrence: Occurrence) -> bool:
    """Say whether the verb stands in "wie X mitteilte"."""
    clause = sentence.clauses[occurrence.clause]
    return clause.kind == "question" and "clause" in occurrence.cue.takes and sentence.among(clause.first, "as")


def _as_said(sentence: Sentence, occurrence: Occurrence) -> Draft | None:
    """Return what stands around "wie X mitteilte"."""
    clauses, codes, number = sentence.clauses, sentence.unit.codes, occurrence.clause
    first, last = sentence.ends(number)
    end = number + 1
    while end < last and clauses[end].kind == "relative" and clauses[end].sep == ",":
        end += 1
    before, behind = clauses[first:number], clauses[end:last]
    places = []
    if any(part.finite >= 0 or "Q" in codes[part.first : part.last] for part in before):
        places += sentence.whole(first, number)
    if any(part.finite >= 0 for part in behind) and (behind[0].sep == "," or not places):
        places += sentence.whole(end, last)
    if not places:
        return None
    quoted = len(places) == 1 and bool(before) and not codes[before[0].first : before[-1].last].strip("Q,!")
    draft = Draft("direct" if quoted else "indirect", places, occurrence.cue.rule)
    draft.frame = [sentence.place(clauses[number].first, clauses[end - 1].last)]
    return draft


def _quoted_object(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Draft | None:
    """Return direct speech that is the verb's bare object ("Sie rief „Raus hier!“")."""
    cue, clause, codes = occurrence.cue, sentence.clauses[occurrence.clause], sentence.unit.codes
    if "object" in cue.takes or "quote" not in cue.takes or cue.prepositions:
        return None
    position = codes.find("Q", max(occurrence.finite + 1, subject[1] if subject else 0, clause.first), clause.last)
    if position < 0 or codes[position - 1] in "CnedigP":
        return None
    return Draft("direct", [sentence.unit.place(position, position + 1)], cue.rule)


def _summed_up(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Draft | None:
    parts = find_summary(sentence, occurrence, subject)
    if not parts or (not subject and not occurrence.passive) or _is_denied(sentence, occurrence, parts):
        return None
    return Draft("reported", [sentence.place(*part) for part in parts], occurrence.cue.rule)


def _is_denied(sentence: Sentence, occurrence: Occurrence, parts: list[Tokens]) -> bool:
    """Say whether the sentence says that nobody said so ("hat den Vorfall nicht bestätigt", "gab keinen Grund an")."""
    if occurrence.cue.stance != "states":
        return False
    last = parts[0][1] - 1
    behind = sentence.among(last, "not") or (last + 1 < len(sentence.unit.words) and sentence.among(last + 1, "not"))
    return behind or (occurrence.passive and sentence.holds(sentence.clauses[occurrence.clause], "no"))
