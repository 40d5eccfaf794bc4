"""Find the roles for content that something else found: cue, speaker, frame, relays and stance from its sentence."""

from quellenlage.read.statements.addressees import find_addressee
from quellenlage.read.statements.attribution import attribute
from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.occurrences import Occurrence, find_occurrences
from quellenlage.read.statements.phrases import find_phrases
from quellenlage.read.statements.relays import find_relays
from quellenlage.read.statements.spoken import complete_roles
from quellenlage.read.statements.subjects import find_subject


def complete_draft(sentence: Sentence, draft: Draft) -> Draft:
    """Fill in the roles of a draft whose content is known, from the verb or phrase that introduces it.

    The verb of saying nearest to the content, outside it, introduces it; without one, an attribution phrase does;
    without either the draft needs its speaker from the context (`needs_speaker`).
    """
    verbs = [found for found in find_occurrences(sentence) if not _inside(draft, sentence.unit.starts[found.verb])]
    if verbs:
        occurrence = min(verbs, key=lambda found: _distance(sentence, draft, found))
        draft = complete_roles(sentence, occurrence, draft, find_subject(sentence, occurrence))
        draft.relays = [sentence.unit.place(*relay) for relay in find_relays(sentence, draft)]
        draft.addressee = draft.addressee or find_addressee(sentence, draft, occurrence.cue)
        return draft
    for phrase in find_phrases(sentence):
        place = sentence.unit.place(phrase.first, phrase.last)
        if phrase.kind != "on_authority" and not _inside(draft, place[0]):
            draft.frame, draft.clause = [place], phrase.clause
            return attribute(sentence, draft, phrase)
    draft.needs_speaker = True
    return draft


def _inside(draft: Draft, place: int) -> bool:
    return any(start <= place < end for start, end in draft.content)


def _distance(sentence: Sentence, draft: Draft, occurrence: Occurrence) -> int:
    place = sentence.unit.starts[occurrence.verb]
    return min(min(abs(place - start), abs(place - end)) for start, end in draft.content)
