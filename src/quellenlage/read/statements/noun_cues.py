"""Statements that a noun introduces: "die Ankündigung, dass …", "ist der Meinung, …"."""

import re

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.complements import content_end
from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.nouns import noun_at
from quellenlage.read.statements.subjects import subject_of_main

_REST = re.compile(r"(?:[gei]|v[neigd]?)(?:[A#])*[CQ]+(?:[gei]A*C+)*\Z|\Z")


def draft_from_nouns(sentence: Sentence) -> list[Draft]:
    """Return the statements that nouns introduce at the end of a clause."""
    drafts = []
    for number, clause in enumerate(sentence.clauses[:-1]):
        if not _says(sentence, sentence.clauses[number + 1]):
            continue
        for token in range(clause.last - 1, clause.first - 1, -1):
            found = sentence.grammar.noun_cues.get(sentence.unit.words[token])
            if found and sentence.unit.codes[token] == "C" and _is_last(sentence, clause, token):
                drafts.append(_draft(sentence, number, token, found))
                break
    return drafts


def _is_last(sentence: Sentence, clause: Clause, token: int) -> bool:
    """Say whether a noun ends its clause, but for whose it is and the verbs behind it."""
    codes = sentence.unit.codes[token + 1 : clause.last].rstrip("TIfhwmBF")
    return bool(_REST.match(codes))


def _says(sentence: Sentence, clause: Clause) -> bool:
    content = sentence.grammar.lexicon.words["content_subordinator"]
    if clause.sep not in (",", "-", ":"):
        return False
    if clause.kind == "sub":
        return sentence.unit.words[clause.first] in content or (
            sentence.unit.words[clause.first] in sentence.grammar.lexicon.words["according_to_which"]
        )
    purpose = sentence.grammar.lexicon.words["purpose"]
    if clause.kind == "infinitive":
        return sentence.unit.words[clause.first] not in purpose
    return clause.kind == "main" and clause.konjunktiv


def _draft(sentence: Sentence, number: int, token: int, found: tuple[str, str]) -> Draft:
    clauses = sentence.clauses
    rule, stance = found
    content = clauses[number + 1]
    end = content_end(sentence, number + 1)
    for position in range(number + 2, end):
        if clauses[position].kind == "main" and clauses[position].finite == clauses[position].first:
            end = position
            break
    draft = Draft("indirect", sentence.whole(number + 1, end), rule, stance=stance)
    draft.cue = [sentence.unit.place(token, token + 1)]
    draft.clause = number
    clause = clauses[number]
    draft.frame = [sentence.place(clause.first, clause.last)]
    speaker = _speaker(sentence, number, token)
    if speaker:
        draft.speaker = [sentence.unit.place(*speaker)]
    if content.konjunktiv and not speaker:
        draft.needs_speaker = False
    return draft


def _speaker(sentence: Sentence, number: int, token: int) -> tuple[int, int] | None:
    unit, clause = sentence.unit, sentence.clauses[number]
    if token + 1 < clause.last and unit.codes[token + 1] in "geiv":
        first = token + 1 + (unit.codes[token + 1] == "v")
        noun = noun_at(unit, first, clause.last, sentence.grammar)
        if noun:
            return noun.first, noun.last
    verb = clause.finite
    if clause.kind == "main" and verb >= 0 and unit.words[verb] in sentence.grammar.lexicon.words["light_verb"]:
        subject = subject_of_main(sentence, number)
        if subject and not subject[0] <= token < subject[1]:
            return subject
    return None
