"""Statements that a phrase attributes: "laut X", "X zufolge", "nach Angaben von X", ", so X", "demnach"."""

import re
from dataclasses import dataclass

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.complements import place_of
from quellenlage.read.statements.drafts import Draft, Place, Sentence
from quellenlage.read.statements.grammar import Attribution
from quellenlage.read.statements.nouns import Noun, noun_at, subject_at, with_name
from quellenlage.read.statements.subjects import subject_of_main

Tokens = tuple[int, int]
_CORE_AGAIN = re.compile(r"[neigd]?(?:[A#]|B(?=A))*[CQ](?:[CQ#])*(?:[g](?:A)*C+)*")
_PHRASE_BEFORE = re.compile(
    r"(?:[neigd]?(?:[A#]|B(?=A))*[CQ][CQ#]*(?:(?:[geidn]|v[neigd]?|P[neigd]?)?A*[CQ]+)*|[Rr])\Z"
)


@dataclass(slots=True, eq=False)
class Phrase:
    """An attribution phrase: its tokens, those of the cue, and the source (None if it names none)."""

    rule: str
    kind: str
    first: int
    last: int
    cue: list[Tokens]
    source: Tokens | None
    hearsay: bool
    clause: int


def find_phrases(sentence: Sentence) -> list[Phrase]:
    """Return the attribution phrases of a sentence in order."""
    found: list[Phrase] = []
    known = sentence.grammar.attributions
    for number, clause in enumerate(sentence.clauses):
        position = clause.first
        while position < clause.last:
            phrase = None
            for attribution in known.get(sentence.unit.words[position], ()):
                phrase = _FINDERS[attribution.kind](sentence, number, position, attribution)
                if phrase:
                    break
            if phrase:
                found.append(phrase)
                position = max(phrase.last, position + 1)
            else:
                position += 1
    return found


def _phrase(sentence: Sentence, number: int, attribution: Attribution, span: Tokens, cue: list[Tokens]) -> Phrase:
    return Phrase(attribution.rule, attribution.kind, *span, cue, None, hearsay=False, clause=number)


def _with_name(sentence: Sentence, number: int, noun: Noun) -> Tokens:
    """Return a source with the name that follows it between commas."""
    if noun.last == sentence.clauses[number].last and number + 1 < len(sentence.clauses):
        return with_name(sentence.unit, sentence.clauses, noun, sentence.clauses[number + 1].first)
    return noun.first, noun.last


def _before(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    clause = sentence.clauses[number]
    noun = noun_at(sentence.unit, position + 1, clause.last, sentence.grammar)
    if noun is None:
        return None
    if position > clause.first and sentence.unit.codes[position - 1] in "neigd":
        return None
    phrase = _phrase(sentence, number, attribution, (position, noun.last), [(position, position + 1)])
    phrase.source = (noun.first, noun.last)
    return _judged(sentence, phrase)


def _after(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    clause = sentence.clauses[number]
    found = _PHRASE_BEFORE.search(sentence.unit.codes, _phrase_limit(sentence, clause, position), position)
    if not found:
        return None
    first = found.start()
    phrase = _phrase(sentence, number, attribution, (first, position + 1), [(position, position + 1)])
    phrase.source = (first, position)
    words = sentence.unit.words
    inner = sentence.grammar.lexicon.words["statement_noun"]
    for token in range(first, position):
        if words[token] in inner and token + 1 < position:
            phrase.cue = [(token, token + 1), (position, position + 1)]
            phrase.source = (token + 1 + (sentence.unit.codes[token + 1] == "v"), position)
            return _judged(sentence, phrase)
        if words[token] in inner:
            owner = words[first] if token > first else ""
            phrase.cue = [(first, position + 1)]
            phrase.source = None
            phrase.hearsay = owner not in sentence.grammar.lexicon.words["own"] and _is_vague(sentence, first, token)
            if token > first and sentence.unit.codes[first] in "neid":
                phrase.source = None
                phrase.hearsay = False
            return phrase
    return _judged(sentence, phrase)


def _is_vague(sentence: Sentence, first: int, noun: int) -> bool:
    """Say whether nothing before a noun describes whose it is: "ersten Angaben", but not "amtlichen Angaben"."""
    vague = sentence.grammar.lexicon.words["vague"]
    return all(sentence.unit.words[n] in vague for n in range(first, noun))


def _phrase_limit(sentence: Sentence, clause: Clause, position: int) -> int:
    """Return from where a phrase that ends at a token may begin: behind the finite verb, and behind a subject."""
    codes = sentence.unit.codes
    first = clause.first
    for token in range(position - 1, clause.first - 1, -1):
        if codes[token] in "FfhwmSWTRr" and token < position - 1:
            first = token + 1
            break
    else:
        return first
    source = sentence.unit.words[position - 1]
    if sentence.grammar.carrier(source) == "hearsay" or source in sentence.grammar.lexicon.words["statement_noun"]:
        start = position - 1
        while start > first and codes[start - 1] in "Aneigd":
            start -= 1
        return start
    nouns = list(_CORE_AGAIN.finditer(codes, first, position))
    if len(nouns) > 1 and codes[first] not in "di" and not _has_subject_before(sentence, clause):
        # What stands first behind the verb is its subject: "sagte Putin Agenturen zufolge".
        return next((noun.start() for noun in nouns[1:] if codes[noun.start()] in "deiAC"), first)
    if len(nouns) == 1 and codes[first] == "C" and position - first > 1:
        return _inside_names(codes, first, position)
    return first


def _has_subject_before(sentence: Sentence, clause: Clause) -> bool:
    return clause.finite > clause.first and sentence.unit.codes[clause.first] in "neAC"


def _inside_names(codes: str, first: int, position: int) -> int:
    """Part a name from bare plurals that follow it ("Kim Berichten zufolge"): the last noun alone."""
    return position - 1 if codes[first:position].strip("C") == "" else first


def _with_noun(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    clause = sentence.clauses[number]
    words, codes = sentence.unit.words, sentence.unit.codes
    token = position + 1
    while token < clause.last and codes[token] in "neigdA#" and token - position < 4:
        token += 1
    if token >= clause.last or codes[token] != "C":
        return None
    if words[token] not in attribution.nouns:
        return _compound(sentence, number, position, token, attribution)
    if words[position] in attribution.strict and words[token] not in sentence.grammar.lexicon.words["view"]:
        return None
    noun = noun_at(sentence.unit, token + 1 + (codes[token + 1 : token + 2] == "v"), clause.last, sentence.grammar)
    if (
        noun
        and (codes[token + 1] in "vgieC" or codes[token + 1] in "AQ")
        and words[noun.first] not in sentence.grammar.time_words
    ):
        phrase = _phrase(sentence, number, attribution, (position, noun.last), [(position, token + 1)])
        phrase.source = _with_name(sentence, number, noun)
        phrase.last = phrase.source[1]
        return _judged(sentence, phrase)
    own = token - position > 1 and words[position + 1] in sentence.grammar.lexicon.words["own"]
    phrase = _phrase(sentence, number, attribution, (position, token + 1), [(position, token + 1)])
    owner = position + 1
    if (
        not own
        and token - position > 1
        and codes[owner] in "neigdC"
        and words[owner] in sentence.grammar.lexicon.words["possessive"]
    ):
        phrase.source = (owner, owner + 1)
        phrase.cue = [(position, owner), (token, token + 1)]
        return phrase
    if token == position + 1:
        return None
    if codes[position + 1] in "neigd" and words[token] not in sentence.grammar.lexicon.words["statement_noun"]:
        return None
    phrase.hearsay = not own and _is_vague(sentence, position + 1, token)
    return phrase


def _compound(sentence: Sentence, number: int, position: int, token: int, attribution: Attribution) -> Phrase | None:
    """Return "nach Polizeiangaben": the compound is the source."""
    word = sentence.unit.words[token]
    endings = sentence.grammar.lexicon.words["statement_ending"]
    if not any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in endings):
        return None
    phrase = _phrase(sentence, number, attribution, (position, token + 1), [(position, position + 1)])
    phrase.source = (position + 1, token + 1)
    return _judged(sentence, phrase)


def _so(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    """Return ", so X" at the end of a sentence or between commas."""
    clause = sentence.clauses[number]
    if position != clause.first or (clause.sep not in (",", "-", "!") and not _behind_quote(sentence, position)):
        return None
    if clause.finite >= 0 and sentence.unit.codes[clause.finite] not in "f":
        return None
    noun = subject_at(sentence.unit, position + 1, clause.last, sentence.grammar)
    if noun is None:
        return None
    source = _with_name(sentence, number, noun)
    phrase = _phrase(sentence, number, attribution, (position, clause.last), [(position, position + 1)])
    phrase.source = source
    return phrase


def _behind_quote(sentence: Sentence, position: int) -> bool:
    return position > 0 and sentence.unit.codes[position - 1] == "Q"


def _adverb(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    return _phrase(sentence, number, attribution, (position, position + 1), [(position, position + 1)])


def _on_authority(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    clause = sentence.clauses[number]
    words = sentence.unit.words[position : position + 3]
    if len(words) < 3 or words[1] not in attribution.nouns or position + 3 >= clause.last:
        return None
    noun = noun_at(sentence.unit, position + 3, clause.last, sentence.grammar)
    if noun is None:
        return None
    phrase = _phrase(sentence, number, attribution, (position, noun.last), [(position, position + 3)])
    phrase.source = (noun.first, noun.last)
    return phrase


def _fixed(sentence: Sentence, number: int, position: int, attribution: Attribution) -> Phrase | None:
    """Return a set phrase that names nobody ("dem Vernehmen nach")."""
    clause = sentence.clauses[number]
    for words in attribution.phrases:
        if sentence.unit.words[position : min(position + len(words), clause.last)] == list(words):
            span = (position, position + len(words))
            phrase = _phrase(sentence, number, attribution, span, [span])
            phrase.hearsay = True
            return phrase
    return None


_FINDERS = {
    "fixed": _fixed,
    "before": _before,
    "after": _after,
    "with_noun": _with_noun,
    "so": _so,
    "adverb": _adverb,
    "on_authority": _on_authority,
}


def _judged(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Mark a phrase as hearsay if its source is nothing but reports that nobody names."""
    if phrase.source is None:
        return phrase
    first, last = phrase.source
    if (
        last - first <= 2
        and sentence.grammar.carrier(sentence.unit.words[last - 1]) == "hearsay"
        and sentence.unit.codes[first] in "CA"
    ):
        phrase.hearsay = True
        phrase.cue = [(phrase.first, phrase.last)]
        phrase.source = None
    return phrase


def draft_attributed(sentence: Sentence, phrase: Phrase) -> Draft | None:
    """Return the statement that a phrase attributes: its clause without the phrase."""
    if phrase.kind == "on_authority":
        return None
    clauses = sentence.clauses
    number = phrase.clause
    if phrase.kind == "so":
        first, last = max((n for n in range(number) if clauses[n].sep in (":", ";")), default=0), number
    else:
        first, last = _reach(sentence, number)
    if last <= first:
        return None
    whole = place_of(sentence, first, last)[0]
    content = without(sentence, whole, sentence.unit.place(phrase.first, phrase.last))
    goes_on = phrase.kind == "so" and number + 1 < len(clauses) and _goes_on(sentence, number + 1)
    if goes_on:
        content += place_of(sentence, number + 1, len(clauses))
    content = [place for place in content if place[1] - place[0] > 2]
    if not content:
        return None
    codes = sentence.unit.codes[clauses[first].first : clauses[last - 1].last]
    direct = phrase.kind == "so" and not goes_on and not codes.strip("Q,!U")
    draft = Draft("direct" if direct else "indirect", content, phrase.rule)
    draft.cue = [sentence.unit.place(*cue) for cue in phrase.cue]
    draft.frame = [sentence.unit.place(phrase.first, phrase.last)]
    source = phrase.source
    if source is None and _is_own(sentence, phrase) and clauses[number].kind == "main":
        source = subject_of_main(sentence, number)
    if source:
        draft.speaker = [sentence.unit.place(*source)]
    draft.evidence = "hearsay" if phrase.hearsay else ""
    draft.needs_speaker = phrase.kind == "adverb" or (phrase.source is None and not phrase.hearsay)
    draft.clause = number
    return draft


def _is_own(sentence: Sentence, phrase: Phrase) -> bool:
    own = sentence.grammar.lexicon.words["own"]
    return any(word in own for word in sentence.unit.words[phrase.first : phrase.last])


def _goes_on(sentence: Sentence, number: int) -> bool:
    """Say whether what is said goes on behind ", so X,"."""
    clause = sentence.clauses[number]
    return clause.sep == "," and clause.kind == "main" and clause.finite >= 0 and clause.finite - clause.first <= 1


def _reach(sentence: Sentence, number: int) -> Tokens:
    """Return the clauses that a phrase in clause `number` attributes."""
    clauses = sentence.clauses
    first, last = number, number + 1
    if clauses[number].kind in ("sub", "question", "relative", "infinitive"):
        while last < len(clauses) and clauses[last].sep == "," and clauses[last].kind not in ("main", "fragment"):
            last += 1
        return first, last
    main = clauses[number].finite >= 0
    while first > 0 and clauses[first].sep not in (":", ";"):
        before = clauses[first - 1]
        if main and before.kind == "main" and before.finite > before.first:
            break
        main = main or (before.kind == "main" and before.finite >= 0)
        first -= 1
    while last < len(clauses) and clauses[last].sep not in (":", ";"):
        if main and clauses[last].kind == "main" and clauses[last].finite >= 0 and not clauses[last].konjunktiv:
            break
        main = main or (clauses[last].kind == "main" and clauses[last].finite >= 0)
        last += 1
    return first, last


def without(sentence: Sentence, whole: Place, phrase: Place) -> list[Place]:
    """Return what a place holds before and behind a phrase in it; the whole if the phrase lies elsewhere."""
    if phrase[1] <= whole[0] or whole[1] <= phrase[0]:
        return [whole]
    text = sentence.unit.text
    left, right = (whole[0], phrase[0]), (phrase[1], whole[1])
    places = []
    for start, end in (left, right):
        while start < end and (text[start].isspace() or text[start] in ",;:–-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–-"):
            end -= 1
        if end > start:
            places.append((start, end))
    return places
