"""Who carried words to the outlet: media in the clause of the speaker, reports, authorities they rest on."""

from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.nouns import noun_at
from quellenlage.read.statements.phrases import Phrase

Tokens = tuple[int, int]


def find_relays(sentence: Sentence, draft: Draft) -> list[Tokens]:
    """Return the media that a speaker's clause names as carriers ("sagte er dem Sender X", "im Gespräch mit X")."""
    unit, grammar = sentence.unit, sentence.grammar
    found: list[Tokens] = []
    for start, end in draft.frame:
        position = next((n for n in range(len(unit.starts)) if unit.starts[n] >= start), len(unit.starts))
        while position < len(unit.starts) and unit.ends[position] <= end:
            noun = noun_at(unit, position, len(unit.codes), grammar) if unit.codes[position] in "neigdACQ" else None
            if noun is None:
                position += 1
                continue
            place = unit.place(noun.first, noun.core)
            if not _is_speaker(place, draft) and _carries(sentence, draft, noun.first, noun.core):
                found.append((noun.first, noun.core))
            position = noun.core
    return found


def _is_speaker(place: Tokens, draft: Draft) -> bool:
    return any(start < place[1] and place[0] < end for start, end in draft.speaker)


def _ends_speaker(place: int, draft: Draft) -> bool:
    return any(end == place for _, end in draft.speaker)


def _carries(sentence: Sentence, draft: Draft, first: int, last: int) -> bool:
    """Say whether a noun phrase in a speaker's clause is a medium spoken to or through."""
    unit, grammar = sentence.unit, sentence.grammar
    if not grammar.is_medium(unit, first, last):
        return False
    before = unit.words[first - 1] if first else ""
    code = unit.codes[first]
    if before in grammar.lexicon.words["through"]:
        return unit.words[last - 1] not in grammar.lexicon.words["press"]
    if first and unit.codes[first - 1] in "Pv":
        return False
    if first and unit.codes[first - 1] == "C" and code in "ei" and not _ends_speaker(unit.ends[first - 1], draft):
        return False
    return code in "dei"


def carries(sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether an attribution phrase names a carrier rather than a speaker."""
    if phrase.hearsay:
        return True
    if phrase.source is None:
        return False
    words = sentence.unit.words[phrase.source[0] : phrase.source[1]]
    return sentence.grammar.is_medium(sentence.unit, *phrase.source) or any(
        sentence.grammar.carrier(word) in ("report", "hearsay", "medium") for word in words
    )
