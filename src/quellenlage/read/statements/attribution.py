"""Statements that a phrase attributes: a clause without the phrase is what somebody says."""

from quellenlage.read.statements.bodies import country_of
from quellenlage.read.statements.drafts import Draft, Place, Sentence, Tokens, without
from quellenlage.read.statements.phrases import Phrase
from quellenlage.read.statements.subjects import subject_of_main

# What is shorter is a remnant between phrase and punctuation.
_LEAST_CHARACTERS = 3


def draft_attributed(sentence: Sentence, phrase: Phrase) -> Draft | None:
    """Return the statement that a phrase attributes: its clause without the phrase."""
    if phrase.kind == "on_authority":
        return None
    first, last = _reach(sentence, phrase)
    if last <= first:
        return None
    place = sentence.unit.place(phrase.first, phrase.last)
    content = without(sentence.unit.text, sentence.whole(first, last)[0], place)
    behind = _behind(sentence, phrase)
    content = [part for part in [*content, *behind] if part[1] - part[0] >= _LEAST_CHARACTERS]
    if not content:
        return None
    codes = sentence.unit.codes[sentence.clauses[first].first : sentence.clauses[last - 1].last]
    direct = phrase.kind == "so" and not behind and not codes.strip("Q,!U")
    draft = Draft("direct" if direct else "indirect", content, phrase.rule, clause=phrase.clause, frame=[place])
    return attribute(sentence, draft, phrase)


def attribute(sentence: Sentence, draft: Draft, phrase: Phrase) -> Draft:
    """Fill in cue, speaker and evidence of a draft from the phrase that attributes it."""
    draft.cue = [sentence.unit.place(*cue) for cue in phrase.cue]
    source = phrase.source
    own = any(sentence.among(token, "own") for token in range(phrase.first, phrase.last))
    if source is None and own and sentence.clauses[phrase.clause].kind == "main":
        source = subject_of_main(sentence, phrase.clause)
    if source:
        draft.speaker = [sentence.unit.place(*source)]
    elif not phrase.hearsay:
        words = sentence.unit.words[phrase.first : phrase.last]
        draft.name = next(filter(None, (country_of(sentence.grammar, word, sentence.unit.text) for word in words)), "")
    draft.evidence = "hearsay" if phrase.hearsay else ""
    draft.needs_speaker = phrase.kind == "adverb"
    return draft


def _behind(sentence: Sentence, phrase: Phrase) -> list[Place]:
    """Return what goes on behind ", so X,"."""
    following = sentence.clauses[phrase.clause + 1 : phrase.clause + 2]
    if phrase.kind != "so" or not following:
        return []
    clause = following[0]
    goes_on = clause.sep == "," and clause.kind == "main" and 0 <= clause.finite - clause.first <= 1
    return sentence.whole(phrase.clause + 1, len(sentence.clauses)) if goes_on and clause.finite >= 0 else []


def _reach(sentence: Sentence, phrase: Phrase) -> Tokens:
    """Return the clauses that a phrase attributes: its own, and those that hang on it."""
    clauses, number = sentence.clauses, phrase.clause
    start, end = sentence.ends(number)
    if phrase.kind == "so":
        return min(start, number), number
    first, last = number, number + 1
    if clauses[number].kind in ("sub", "question", "relative", "infinitive"):
        while last < end and clauses[last].sep == "," and clauses[last].kind not in ("main", "fragment"):
            last += 1
        return first, last
    main = clauses[number].finite >= 0
    while first > start:
        before = clauses[first - 1]
        if main and before.kind == "main" and before.finite > before.first:
            break
        main = main or (before.kind == "main" and before.finite >= 0)
        first -= 1
    while last < end:
        behind = clauses[last]
        if main and behind.kind == "main" and behind.finite >= 0 and not behind.konjunktiv:
            break
        main = main or (behind.kind == "main" and behind.finite >= 0)
        last += 1
    return first, last
