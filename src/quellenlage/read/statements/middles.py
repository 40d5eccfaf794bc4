"""The middle of a clause: what stands between its subject and the end of its verbs."""

import re

from quellenlage.read.statements.drafts import Sentence, Tokens
from quellenlage.read.statements.occurrences import Occurrence

_PHRASE = re.compile(r"[PvzW]?[neigd]?(?:[A#]|B(?=A))*[CQRr#]?[CQ#]*")


def middle(sentence: Sentence, occurrence: Occurrence, subject: Tokens | None) -> Tokens:
    """Return the tokens of a clause between its subject and the end of its verbs."""
    clause, codes = sentence.clauses[occurrence.clause], sentence.unit.codes
    first, last = clause.first, clause.last
    if clause.kind in ("sub", "question", "relative"):
        first += 1
    elif occurrence.finite >= 0 and clause.kind == "main":
        first = occurrence.finite + 1
    if last - 1 in occurrence.tokens and last - 1 >= first:
        last -= 1
    for token in occurrence.tokens:
        if token >= first and all(codes[other] in "TIfhwmBP" for other in range(token, last)):
            last = min(last, token)
    if last == clause.last and clause.kind != "main":
        last = min(last, occurrence.verb)
    while last > first and codes[last - 1] in "TIhwm":
        last -= 1
    if subject and first <= subject[0] < last:
        first = min(subject[1], last)
    return first, last


def behind_phrase(codes: str, position: int, last: int) -> int:
    """Return where a phrase that begins at a token ends, at least one token further."""
    found = _PHRASE.match(codes, position, last)
    return max(found.end() if found else 0, position + 1)
