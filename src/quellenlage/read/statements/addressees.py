"""Who is spoken to: the dative beside a verb of saying, "gegenüber X", "zu X", the object of "auffordern"."""

from quellenlage.read.statements.drafts import Draft, Place, Sentence, Tokens
from quellenlage.read.statements.grammar import Cue
from quellenlage.read.statements.nouns import noun_at


def find_addressee(sentence: Sentence, draft: Draft, cue: Cue) -> list[Place]:
    """Return the place of whoever a statement is said to, [] if its clause does not tell."""
    unit = sentence.unit
    taken = [*draft.speaker, *draft.relays, *draft.content]
    clause = sentence.clauses[draft.clause]
    for token in range(clause.first, clause.last):
        if not any(start <= unit.starts[token] < end for start, end in draft.frame):
            continue
        found = _at(sentence, draft, cue, token)
        if found:
            place = unit.place(*found)
            if not any(place[0] < end and start < place[1] for start, end in taken):
                return [place]
    return []


def _at(sentence: Sentence, draft: Draft, cue: Cue, token: int) -> Tokens | None:
    codes = sentence.unit.codes
    if codes[token] in "Pz":
        return _behind_preposition(sentence, token)
    if sentence.among(token, "dative_pronoun"):
        return token, token + 1
    before = codes[token - 1] if token else ""
    if before in ("P", "v", "z") or codes[token] not in "deiACn":
        return None
    noun = noun_at(sentence.unit, token, len(codes), sentence.grammar)
    if noun is None or _is_time_or_medium(sentence, noun.first, noun.last):
        return None
    towards = noun.last < len(codes) and sentence.among(noun.last, "towards")
    behind = token > sentence.clauses[draft.clause].finite and before not in ("C", "A", "U", ",")
    asked = cue.addressee == "object" and behind
    object_ = "object" in cue.takes and sentence.among(token, "accusative_too")
    dative = codes[noun.core - 1] == "C" and cue.addressee != "none" and _is_dative(sentence, draft, token)
    return (noun.first, noun.last) if towards or asked or (dative and not object_) else None


def _is_dative(sentence: Sentence, draft: Draft, token: int) -> bool:
    """Say whether a noun phrase stands where the one spoken to does: behind the verb, or right behind the speaker."""
    unit = sentence.unit
    code, before = unit.codes[token], unit.codes[token - 1] if token else ""
    behind_speaker = token > 0 and any(end == unit.ends[token - 1] for _, end in draft.speaker)
    if code in "ei":
        return behind_speaker
    behind_verb = token > sentence.clauses[draft.clause].finite >= 0 and before in tuple("FfhwmBr")
    return code == "d" and draft.kind != "reported" and (behind_speaker or behind_verb)


def _behind_preposition(sentence: Sentence, token: int) -> Tokens | None:
    unit = sentence.unit
    noun = noun_at(unit, token + 1, len(unit.codes), sentence.grammar)
    if noun is None or _is_time_or_medium(sentence, noun.first, noun.last):
        return None
    if sentence.among(token, "towards"):
        return noun.first, noun.last
    # "sagte Kim zu Putin": to somebody with a name or a role, not to something.
    spoken_to = unit.codes[token] == "z" and (
        sentence.grammar.gender(unit.words[noun.core - 1]) or unit.codes[token + 1 : noun.last] == "C"
    )
    press = sentence.among(noun.core - 1, "reporters")
    return (noun.first, noun.last) if spoken_to or press else None


def _is_time_or_medium(sentence: Sentence, first: int, last: int) -> bool:
    timed = any(word in sentence.grammar.time_words for word in sentence.unit.words[first:last])
    return timed or sentence.grammar.is_medium(sentence.unit, first, last)
