"""What speakers show themselves to be: the predicate of a reflexive verb of showing."""

from quellenlage.read.statements.drafts import Sentence, Tokens
from quellenlage.read.statements.middles import behind_phrase, middle
from quellenlage.read.statements.occurrences import Occurrence


def find_predicate(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> list[Tokens]:
    """Return what somebody shows themselves to be ("zeigte sich besorgt über die Lage")."""
    first, last = middle(sentence, occurrence, subject)
    word = predicate_word(sentence, occurrence, subject)
    if word is not None:
        return [(word + 1, last)]
    unit, closed = sentence.unit, sentence.grammar.lexicon.closed
    # A participle at the end of the clause is what the speaker is shown to be, not the end of its verbs.
    last += last < sentence.clauses[occurrence.clause].last and unit.codes[last] == "T"
    start = position = first
    while position < last:
        if unit.codes[position] in "TfAB" and unit.words[position] not in closed:
            return [(min(position, start), last)]
        if unit.codes[position] in "Pv":
            behind = behind_phrase(unit.codes, position, last)
            timed = any(word in sentence.grammar.time_words for word in unit.words[position:behind])
            start, position = behind if timed else min(start, position), behind
        elif unit.codes[position] == "C":
            return []
        else:
            position += 1
            start = start if sentence.among(position - 1, "negation") else position
    return []


def predicate_word(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> int | None:
    """Return the adjective that a reflexive verb of showing takes if what it is about follows it.

    It belongs to the verb then: "zeigte sich offen für Gespräche", "zeigte sich zuversichtlich, dass …".
    """
    if "predicate" not in occurrence.cue.takes:
        return None
    unit, closed = sentence.unit, sentence.grammar.lexicon.closed
    first, last = middle(sentence, occurrence, subject)
    for position in range(first, last):
        if unit.codes[position] in "TfAB" and unit.words[position] not in closed:
            about = position + 1 == last or unit.codes[position + 1] in "Pv"
            alone = position + 1 == last and last == sentence.clauses[occurrence.clause].last
            follows = occurrence.clause + 1 < len(sentence.clauses)
            return position if about and (not alone or follows) else None
        if unit.codes[position] not in "rBu" or sentence.among(position, "negation"):
            return None
    return None
