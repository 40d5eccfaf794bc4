"""What a speaker does in saying something, where the words themselves tell more than the verb of saying."""

from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.lexicon import INFINITIVE


def refine_stance(sentence: Sentence, draft: Draft) -> str:
    """Return the stance of a statement: its verb's, or what the first main clause of an indirect one says itself.

    "Der Deich müsse höher werden" demands, "er werde zahlen" promises; what others will do is left as stated.
    """
    if draft.stance != "states" or draft.kind not in ("indirect", "continued", "free_indirect"):
        return draft.stance
    unit = sentence.unit
    for clause in sentence.clauses:
        inside = any(start <= unit.starts[clause.first] < end for start, end in draft.content)
        if not inside or clause.finite < 0 or clause.kind not in ("main", "sub"):
            continue
        if sentence.among(clause.finite, "must"):
            return "demands"
        if sentence.among(clause.finite, "will_be") and _is_future(sentence, clause.last - 1):
            own = any(unit.codes[n] == "R" for n in range(clause.first, min(clause.finite + 2, clause.last)))
            return "promises" if own else "states"
        return "states"
    return "states"


def _is_future(sentence: Sentence, last: int) -> bool:
    """Say whether a clause with "werde" ends in an infinitive: its future, not its passive."""
    codes, bits = sentence.unit.codes, sentence.unit.bits
    if codes[last] == "w" and last > 0:
        return codes[last - 1] in "TA"
    return codes[last] in "If" and bool(bits[last] & INFINITIVE)
