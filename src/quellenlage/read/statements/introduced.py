"""All statements that one sentence introduces itself: its verbs, nouns and phrases together, each stretch once."""

from quellenlage.read.statements.addressees import find_addressee
from quellenlage.read.statements.attribution import draft_attributed
from quellenlage.read.statements.drafts import Draft, Sentence, Tokens, without
from quellenlage.read.statements.noun_cues import draft_from_nouns
from quellenlage.read.statements.occurrences import find_occurrences
from quellenlage.read.statements.phrases import Phrase, find_phrases
from quellenlage.read.statements.relays import carries, find_relays
from quellenlage.read.statements.spoken import draft_predicate, draft_spoken

# Two drafts that share nine tenths of their characters say the same.
_SAME = 0.9


def find_introduced(sentence: Sentence) -> list[Draft]:
    """Return the statements that a sentence introduces, with what carries them, ordered by content."""
    drafts = _from_verbs(sentence)
    _add_nouns(sentence, drafts)
    for draft in drafts:
        draft.relays = [sentence.unit.place(*relay) for relay in find_relays(sentence, draft)]
    drafts = _without_carriers(sentence, drafts)
    _relay_outer(drafts)
    for phrase in find_phrases(sentence):
        _add_phrase(sentence, phrase, drafts)
    return sorted(drafts, key=lambda draft: (draft.content[:1], -draft.end))


def _from_verbs(sentence: Sentence) -> list[Draft]:
    drafts: list[Draft] = []
    for occurrence in find_occurrences(sentence):
        draft = draft_spoken(sentence, occurrence)
        if draft is None or any(_same(draft, other) for other in drafts):
            continue
        place = sentence.unit.starts[occurrence.verb]
        reported = any(start <= place < end for other in drafts for start, end in other.content)
        if draft.kind != "reported" or not reported:
            draft.addressee = draft.addressee or find_addressee(sentence, draft, occurrence.cue)
            drafts.append(draft)
            shown = draft_predicate(sentence, occurrence, draft)
            drafts += [shown] if shown else []
    return drafts


def _add_nouns(sentence: Sentence, drafts: list[Draft]) -> None:
    """Add what nouns introduce; where a verb does so too ("äußerte die Sorge, dass"), the noun tells the stance."""
    for draft in draft_from_nouns(sentence):
        same = next((other for other in drafts if _same(draft, other)), None)
        if same is None:
            drafts.append(draft)
        elif same.stance == "states":
            same.stance = draft.stance


def _without_carriers(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Leave out what a medium only carries: "„…“, sagte X, wie der Sender berichtete" is X's statement alone."""
    kept = []
    for draft in drafts:
        compares = draft.clause >= 0 and sentence.clauses[draft.clause].kind == "question"
        inner = [other for other in drafts if other.kind == "direct" and _within(other, draft)]
        if inner and compares and draft.kind == "indirect":
            for other in inner:
                other.relays += [place for place in draft.speaker if place not in other.relays]
        else:
            kept.append(draft)
    return kept


def _relay_outer(drafts: list[Draft]) -> None:
    """Whoever reports that somebody says something carries it: a report within a report."""
    for outer in drafts:
        for inner in drafts:
            if outer.kind != "direct" and _within(inner, outer) and not _same(inner, outer):
                inner.relays += [place for place in outer.speaker if place not in inner.relays]


def _within(inner: Draft, outer: Draft) -> bool:
    return inner is not outer and any(a <= inner.start and inner.end <= b for a, b in outer.content)


def _add_phrase(sentence: Sentence, phrase: Phrase, drafts: list[Draft]) -> None:
    """Let an attribution phrase carry the statement in whose clause it stands, or make one of its own."""
    host = _host(sentence, phrase, drafts)
    if host is not None and phrase.source and phrase.kind == "on_authority":
        _rest_on(sentence, host, phrase.source, phrase.cue[0])
    elif host is not None and carries(sentence, phrase):
        place = sentence.unit.place(*(phrase.source or (phrase.first, phrase.last - 1)))
        if place not in host.relays:
            host.relays.append(place)
    else:
        draft = draft_attributed(sentence, phrase)
        if draft and not any(_same(draft, other) for other in drafts):
            drafts.append(draft)


def _rest_on(sentence: Sentence, host: Draft, source: Tokens, cue: Tokens) -> None:
    """A medium "unter Berufung auf" somebody carries that somebody's words."""
    host.relays = [*host.speaker, *(relay for relay in host.relays if relay not in host.speaker)]
    host.speaker = [sentence.unit.place(*source)]
    host.cue = sorted([*host.cue, sentence.unit.place(*cue)])


def _host(sentence: Sentence, phrase: Phrase, drafts: list[Draft]) -> Draft | None:
    """Return the statement in whose clause an attribution phrase stands; what it sums up is freed of the phrase."""
    text, place = sentence.unit.text, sentence.unit.place(phrase.first, phrase.last)
    for draft in drafts:
        if any(start <= place[0] < end for start, end in draft.frame):
            return draft
        if draft.kind == "reported" and draft.clause == phrase.clause and carries(sentence, phrase):
            draft.content = [part for whole in draft.content for part in without(text, whole, place)]
            return draft
    return None


def _same(left: Draft, right: Draft) -> bool:
    """Say whether two drafts have nearly the same content."""
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in left.content for c, d in right.content)
    size = max(sum(b - a for a, b in left.content), sum(b - a for a, b in right.content))
    return common > size * _SAME
