"""Noun phrases: where one begins and ends, and which one is the subject of a clause."""

import re
from dataclasses import dataclass

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.tokens import Unit

# A determiner, adjectives (with adverbs before them), then the nouns and names.
_CORE = re.compile(
    r"[neigd]?(?:(?<=[neigd])[Pv][neigd]?A*C(?=A))?(?:[A#]|B{1,3}(?=A))*[CQ](?:[CQ]|-(?=C))*|[nei]A+(?![CQ])"
)
_SUBJECT = re.compile(r"(?:[nei]n?)?(?:(?<=[nei])[Pv][neigd]?A*C(?=A))?(?:[A#]|B{1,3}(?=A))*[CQ][CQ]*|[nei]A+(?![CQ])")
_BARE_NAME = re.compile(r"C{2,4}\Z")
_PREPOSITIONAL = re.compile(r"[Pvz]{1,2}(?:[neigd]?(?:[A#]|B{1,3}(?=A))*[CQ][CQ#]*|[Rr])|Pr?")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase as tokens `first` to before `last`, and where its core (without what is attached) ends."""

    first: int
    core: int
    last: int


def noun_at(unit: Unit, first: int, limit: int, grammar: Grammar) -> Noun | None:
    """Return the noun phrase in any case that begins at a token, with its genitives and "von" phrases."""
    found = _CORE.match(unit.codes, first, limit)
    if not found:
        return None
    core = _without_speech(unit, first, found.end())
    return Noun(first, core, core if core < found.end() else _attached(unit, first, core, limit, grammar))


def subject_at(unit: Unit, first: int, limit: int, grammar: Grammar) -> Noun | None:
    """Return the noun phrase or pronoun at a token if it can be a subject."""
    if first >= limit:
        return None
    if unit.codes[first] == "R" or (unit.codes[first] in "ne" and _stands_alone(unit, first, limit, grammar)):
        return Noun(first, first + 1, first + 1)
    found = _SUBJECT.match(unit.codes, first, limit)
    if not found or unit.words[first] in grammar.time_words:
        return None
    core = _without_speech(unit, first, found.end())
    return Noun(first, core, core if core < found.end() else _attached(unit, first, core, limit, grammar))


def _without_speech(unit: Unit, first: int, last: int) -> int:
    """Return where a noun phrase ends if a quotation in it that is no name does not count."""
    for position in range(first + 1, last):
        if unit.codes[position] == "Q":
            words = unit.text[unit.starts[position] + 1 : unit.ends[position] - 1].split()
            if len(words) > 4 or not words or words[0][:1].islower():
                return position
    return last


def _stands_alone(unit: Unit, first: int, limit: int, grammar: Grammar) -> bool:
    """Say whether a determiner is a pronoun here: nothing that it could determine follows."""
    if unit.codes[first + 1 : first + 2] in tuple("nd") and unit.words[first + 1] in grammar.lexicon.words["article"]:
        return True
    return first + 1 >= limit or unit.codes[first + 1] not in "neigdAC#QBT"


def _attached(unit: Unit, first: int, position: int, limit: int, grammar: Grammar) -> int:
    codes = unit.codes
    while position < limit:
        code = codes[position]
        if code in "gi" or (code in "en" and _is_genitive(unit, first, position, limit, grammar)):
            found = _CORE.match(codes, position, limit)
        elif code == "v" or (code == "P" and unit.words[position] in grammar.attaching and codes[first] in "neig"):
            found = _CORE.match(codes, position + 1, limit)
            # "Die Polizei gegen 7.40 Uhr": a number behind the preposition is a time or a count, and nobody's own.
            if found and (unit.words[position + 1] in grammar.time_words or (code + codes[position + 1]) == "P#"):
                found = None
        elif code == "P" and _is_place(unit, first, position, limit, grammar):
            found = _CORE.match(codes, position + 1, limit)
        elif code == "U" and position + 1 < limit:
            found = _joined(unit, position, limit)
        elif code == "A" and codes[position - 1] in "CQ" and unit.words[position].endswith(grammar.genitive_ending):
            found = _CORE.match(codes, position, limit)
        else:
            found = None
        if not found:
            return position
        position = found.end()
    return position


def _is_place(unit: Unit, first: int, position: int, limit: int, grammar: Grammar) -> bool:
    """Say whether a place belongs to an institution ("die Regierung in Tokio"), not to where somebody speaks."""
    if unit.words[position] not in grammar.lexicon.words["seat"] or unit.codes[position + 1 : position + 2] != "C":
        return False
    if position + 1 >= limit or unit.words[position + 1] in grammar.time_words:
        return False
    head = unit.words[position - 1]
    return unit.codes[first] in "nei" and not grammar.gender(head) and unit.codes[position - 2 : position] != "CC"


def _is_genitive(unit: Unit, first: int, position: int, limit: int, grammar: Grammar) -> bool:
    """Tell a genitive ("der Polizei" behind a noun) from the one spoken to ("der Zeitung" behind a name)."""
    if unit.codes[position] != "e":
        return unit.words[position] in grammar.lexicon.words["relative_genitive"]
    found = _CORE.match(unit.codes, position, limit)
    if not found:
        return False
    if grammar.is_medium(unit, position, found.end()):
        # "Sagte der Trainer der Zeitung": a medium is spoken to, unless it is a medium's own people who speak.
        if not unit.words[position - 1].endswith(tuple(grammar.lexicon.words["of_medium"])):
            return False
        return unit.codes[first] in "neig" and found.end() - position <= 4 and unit.codes[position - 2] != "C"
    return unit.codes[first] in "neigA" or not _BARE_NAME.match(unit.codes, first, position)


def _joined(unit: Unit, position: int, limit: int) -> re.Match[str] | None:
    found = _CORE.match(unit.codes, position + 1, limit)
    if found is None:
        return None
    following = unit.codes[found.end() : min(found.end() + 1, limit)]
    return None if following in tuple("FfhwmT") and following else found


def skip_before_subject(unit: Unit, first: int, limit: int) -> int:
    """Return the first token from which a subject may begin behind the verb: adverbs and prepositions passed."""
    position = first
    while position < limit:
        code = unit.codes[position]
        if code in "Brud":
            if code == "d":
                found = _CORE.match(unit.codes, position, limit)
                position = found.end() if found else position + 1
            else:
                position += 1
        elif code in "Pv":
            found = _PREPOSITIONAL.match(unit.codes, position, limit)
            position = found.end() if found else position + 1
        else:
            return position
    return position


def with_name(unit: Unit, clauses: list[Clause], noun: Noun, at: int) -> tuple[int, int]:
    """Return the tokens of a described person, the name that follows between commas included ("der Chef, Jo Kim,")."""
    first, last = noun.first, noun.last
    following = next((clause for clause in clauses if clause.first == at), None)
    if following is None or following.sep != "," or (unit.codes[first] not in "neigA" and noun.core - first > 1):
        return first, last
    name = re.compile(r"C{2,4}").match(unit.codes, at, following.last)
    if name and name.end() <= following.last and (name.end() == following.last or unit.codes[name.end()] in "FfhwmPBr"):
        return first, name.end()
    return first, last
