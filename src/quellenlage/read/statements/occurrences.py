"""Where a verb of saying is used as one: with its particle, as a participle with its auxiliary, active or passive."""

from dataclasses import dataclass

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.drafts import Sentence
from quellenlage.read.statements.grammar import Cue
from quellenlage.read.statements.lexicon import FINITE, PARTICIPLE


@dataclass(slots=True, eq=False)
class Occurrence:
    """A cue verb in clause number `clause`: its tokens, the finite verb (-1 if it stands in the clause before)."""

    cue: Cue
    clause: int
    verb: int
    tokens: list[int]
    finite: int
    passive: bool


def find_occurrences(sentence: Sentence) -> list[Occurrence]:
    """Return the verbs of saying of a sentence that are used as such, in order."""
    found = []
    cues = sentence.grammar.cues
    words = sentence.unit.words
    for number, clause in enumerate(sentence.clauses):
        for token in range(clause.first, clause.last):
            entries = cues.get(words[token])
            if entries and sentence.unit.codes[token] not in "CA":
                occurrence = _best(sentence, number, token, entries)
                if occurrence:
                    found.append(occurrence)
    return found


def _best(sentence: Sentence, number: int, token: int, entries: tuple[tuple[Cue, int], ...]) -> Occurrence | None:
    """Return the reading that fits: a verb with its particle before one without."""
    found = [entry for entry in (_used(sentence, number, token, cue, bits) for cue, bits in entries) if entry]
    return max(found, key=lambda entry: (bool(entry.cue.particle), entry.cue.reflexive), default=None)


def _used(sentence: Sentence, number: int, token: int, cue: Cue, bits: int) -> Occurrence | None:
    clause = sentence.clauses[number]
    words = sentence.unit.words[clause.first : clause.last]
    if not cue.unless.isdisjoint(words) or (cue.reflexive and not sentence.holds(clause, "reflexive_pronoun")):
        return None
    if bits & FINITE and clause.finite == token:
        return _finite(sentence, number, token, cue)
    if not bits & PARTICIPLE or clause.finite == token:
        return None
    apart = _particle_before(sentence, clause, token, cue)
    if cue.particle and not apart and not sentence.unit.words[token].startswith(cue.particle):
        return None
    found = _participle(sentence, number, token, cue)
    if found and apart:
        found.tokens = [token - 1, token]
    return found


def _particle_before(sentence: Sentence, clause: Clause, token: int, cue: Cue) -> bool:
    """Say whether the particle stands as a word before the verb ("bekannt gab")."""
    return bool(cue.particle) and token > clause.first and sentence.unit.words[token - 1] == cue.particle


def _finite(sentence: Sentence, number: int, token: int, cue: Cue) -> Occurrence | None:
    clause = sentence.clauses[number]
    tokens = [token]
    if _particle_before(sentence, clause, token, cue):
        tokens = [token - 1, token]
    elif cue.particle and not sentence.unit.words[token].startswith(cue.particle):
        particle = _particle(sentence, clause, token, cue.particle)
        if particle is None:
            return None
        tokens += _with_correlate(sentence, token, particle)
    elif not cue.particle and _foreign_particle(sentence, clause, token):
        return None
    if cue.subject == "it":
        impersonal = _with_it(sentence, clause, token)
        if impersonal is None:
            return None
        tokens += impersonal
    return Occurrence(cue, number, token, tokens, token, passive=False)


def _with_it(sentence: Sentence, clause: Clause, verb: int) -> list[int] | None:
    """Return the "es" beside an impersonal verb, None if there is none."""
    words = sentence.unit.words
    # "Wie es aus Kiel hieß": in a clause that ends in its verb, it stands behind the first word.
    for position in (verb + 1, verb - 1, *((clause.first + 1,) if clause.kind == "question" else ())):
        if clause.first <= position < clause.last and words[position] in sentence.grammar.lexicon.words["it"]:
            return [position]
    return None


def _particle(sentence: Sentence, clause: Clause, verb: int, particle: str) -> int | None:
    """Return the token of a separated particle: the last of the clause, or before what follows it."""
    words, codes = sentence.unit.words, sentence.unit.codes
    started = False
    for other in sentence.clauses:
        if other is clause:
            started = True
        elif not started:
            continue
        elif other.kind == "main" or other.sep not in (",", "-"):
            return None
        for position in range(max(verb + 1, other.first), other.last):
            if words[position] == particle and (position + 1 == other.last or codes[position + 1] in "US"):
                return position
    return None


def _with_correlate(sentence: Sentence, verb: int, particle: int) -> list[int]:
    """Return a particle with the adverb before it that points to what is said ("geht davon aus")."""
    before = particle - 1
    points = before > verb and sentence.unit.words[before] in sentence.grammar.contracted
    return [before, particle] if points and sentence.unit.codes[before] == "B" else [particle]


def _foreign_particle(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """Say whether the verb has a particle that makes another verb of it ("hält fest")."""
    last = clause.last - 1
    if clause.kind != "main" or last <= verb or sentence.unit.codes[last] not in "BP":
        return False
    return sentence.among(last, "particle") and not sentence.among(last, "adverb_too")


def _participle(sentence: Sentence, number: int, token: int, cue: Cue) -> Occurrence | None:
    """Return a participle with its auxiliary: of its own clause, of the one it is joined to, or parted by commas."""
    codes = sentence.unit.codes
    home = _home(sentence, number)
    finite = sentence.clauses[home].finite
    if finite < 0 or (token + 1 < sentence.clauses[number].last and codes[token + 1] in "CA"):
        return None
    own = finite if home == number or sentence.clauses[number].sep == "," else -1
    where = number if own < 0 or home == number else home
    rest = sentence.unit.words[token : sentence.clauses[number].last]
    words = sentence.grammar.lexicon.words
    be = sentence.unit.words[finite] in words["auxiliary_be"] and not cue.perfect
    become = codes[finite] == "w" or not words["been"].isdisjoint(rest)
    modal = codes[finite] == "m"
    if codes[finite] == "h" or become or (modal and not words["become"].isdisjoint(rest)):
        return Occurrence(cue, where, token, [token], own, passive=be or become or modal)
    if modal and not words["have"].isdisjoint(rest):
        return Occurrence(cue, where, token, [token], own, passive=False)
    return None


def _home(sentence: Sentence, number: int) -> int:
    """Return the clause that holds the auxiliary of a participle in clause `number`."""
    clauses, codes = sentence.clauses, sentence.unit.codes
    clause = clauses[number]
    if clause.finite >= 0 or not number:
        return number
    if clause.sep == "U" or codes[clause.first] == "U":
        return number - 1
    position = number - 1
    while (
        position > 0
        and clauses[position].kind in ("fragment", "relative", "infinitive")
        and clauses[position].sep == ","
    ):
        position -= 1
    main = clauses[position]
    ready = clause.sep == "," and main.kind == "main" and main.finite >= 0 and codes[main.finite] in "hw"
    return position if ready and codes[main.last - 1] not in "TI" else number
