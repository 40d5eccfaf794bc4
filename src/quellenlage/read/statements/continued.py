"""Statements without an introduction: sentences that go on in Konjunktiv, and what somebody is said to have done."""

from quellenlage.read.statements.clauses import Clause
from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.lexicon import PARTICIPLE
from quellenlage.read.statements.subjects import prefield_start


def main_mood(sentence: Sentence) -> str:
    """Return the mood of the first main clause: "1", "2" or ""."""
    for clause in sentence.clauses:
        if clause.kind == "main" and clause.finite >= 0:
            return clause.mood
    return ""


def draft_continued(sentence: Sentence, *, carried: bool, reported: bool, first: bool) -> Draft | None:
    """Return a whole sentence in Konjunktiv as a statement that goes on.

    `carried`: a statement stands right before it; `reported`: that statement was in Konjunktiv or indirect speech, so
    that Konjunktiv II may stand for I; `first`: no statement stands before it at all.
    """
    mood = main_mood(sentence)
    if mood == "2" and not (carried and _replaces(sentence, reported=reported)):
        return None
    if not mood or _is_formula(sentence):
        return None
    unit = sentence.unit
    draft = Draft("free_indirect" if first else "continued", [(unit.start, unit.end)], "statements/continued")
    draft.needs_speaker = True
    return draft


def _replaces(sentence: Sentence, *, reported: bool) -> bool:
    """Say whether a Konjunktiv II can stand for Konjunktiv I: plural forms, and auxiliaries."""
    for clause in sentence.clauses:
        if clause.kind == "main" and clause.finite >= 0:
            word = sentence.unit.words[clause.finite]
            ending = tuple(sentence.grammar.lexicon.words["plural_ending"])
            if word in sentence.grammar.lexicon.words["likely"]:
                return False
            plural, code = word.endswith(ending), sentence.unit.codes[clause.finite]
            perfect = code == "h" and sentence.unit.codes[clause.last - 1] == "T"
            return reported or perfect or (plural and code in "hw")
    return False


def _is_formula(sentence: Sentence) -> bool:
    """Say whether the Konjunktiv is a formula ("sei es", "es sei denn") or a condition with the verb first."""
    words, codes = sentence.unit.words, sentence.unit.codes
    clause = next(c for c in sentence.clauses if c.kind == "main" and c.finite >= 0)
    following = clause.finite + 1
    if clause.finite == clause.first and clause.sep == "":
        return True
    if following >= len(words):
        return False
    it = codes[clause.finite] == "h" and clause.finite == clause.first and sentence.among(following, "it")
    return it or sentence.among(following, "unless")


def _is_perfect(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a clause ends in a participle and the infinitive of its auxiliary ("gesagt haben")."""
    unit = sentence.unit
    last = clause.last - 1
    if unit.words[last] not in sentence.grammar.lexicon.words["perfect"] or last < 2:
        return False
    return unit.bits[last - 1] & PARTICIPLE > 0


def _joined_perfect(sentence: Sentence, number: int) -> bool:
    """Say whether a clause or one that "und" joins to it is in the perfect ("soll geflohen und ertrunken sein")."""
    clauses = sentence.clauses
    if _is_perfect(sentence, clauses[number]):
        return True
    follows = clauses[number + 1 : number + 2]
    ends_open = bool(sentence.unit.bits[clauses[number].last - 1] & PARTICIPLE)
    return bool(follows) and follows[0].sep == "U" and ends_open and _is_perfect(sentence, follows[0])


def _is_hearsay_clause(sentence: Sentence, clause: Clause) -> bool:
    """Say whether a subordinate clause ends as hearsay does ("der den Deich beschädigt haben soll")."""
    unit, last = sentence.unit, clause.last - 1
    modals, perfect = sentence.grammar.lexicon.words["reportative"], sentence.grammar.lexicon.words["perfect"]
    ends = clause.finite == last and unit.words[last] in modals and last - 2 > clause.first
    return ends and unit.words[last - 1] in perfect and unit.bits[last - 2] & PARTICIPLE > 0


def _subordinate(sentence: Sentence, clause: Clause) -> Draft:
    first = clause.first + (clause.kind == "sub")
    draft = Draft("free_indirect", [sentence.place(first, clause.last)], "statements/said_of")
    draft.cue = [sentence.unit.place(clause.finite, clause.finite + 1)]
    draft.evidence, draft.clause = "hearsay", sentence.clauses.index(clause)
    return draft


def draft_said_of(sentence: Sentence, *, carried: bool) -> Draft | None:
    """Return a sentence in which somebody "soll … haben": reported, without saying by whom."""
    unit = sentence.unit
    modals = sentence.grammar.lexicon.words["reportative"]
    claims = sentence.grammar.lexicon.words["own_claim"]
    for clause in sentence.clauses:
        if clause.kind in ("relative", "sub") and _is_hearsay_clause(sentence, clause):
            return _subordinate(sentence, clause)
        if clause.kind != "main" or clause.finite < 0:
            continue
        word = unit.words[clause.finite]
        reported = word in modals and (carried or _joined_perfect(sentence, sentence.clauses.index(clause)))
        if not reported and not (word in claims and _is_perfect(sentence, clause)):
            continue
        number = sentence.clauses.index(clause)
        start = prefield_start(sentence, number) if clause.finite == clause.first else None
        end = number + 1 + (reported and not carried and not _is_perfect(sentence, clause))
        while end < len(sentence.clauses) and sentence.clauses[end].kind != "main":
            end += 1
        begin = clause.first if start is None else sentence.clauses[start].first
        first, last = unit.place(begin, sentence.clauses[end - 1].last)
        draft = Draft("free_indirect", [(first, last)], "statements/said_of")
        draft.cue = [unit.place(clause.finite, clause.finite + 1)]
        draft.evidence = "" if carried else "hearsay"
        draft.needs_speaker = carried
        draft.clause = sentence.clauses.index(clause)
        return draft
    return None
