"""The clause that introduces a statement, without what is said."""

from quellenlage.read.statements.drafts import Draft, Place, Sentence, trimmed
from quellenlage.read.statements.occurrences import Occurrence
from quellenlage.read.statements.subjects import prefield_start


def frame_around(sentence: Sentence, occurrence: Occurrence, draft: Draft) -> list[Place]:
    """Return the clause of a verb of saying, with what stands before it between commas, without what is said."""
    clauses, number = sentence.clauses, occurrence.clause
    start = prefield_start(sentence, number) if clauses[number].finite == clauses[number].first else None
    first, last = clauses[number if start is None else start].first, clauses[number].last
    while first < last - 1 and sentence.unit.codes[first] in "uU":
        first += 1
    position, end = sentence.place(first, last)
    pieces = []
    for content_start, content_end in draft.content:
        if position < content_end and content_start < end:
            pieces.append((position, content_start))
            position = content_end
    pieces.append((position, end))
    found = [trimmed(sentence.unit.text, piece, ",;:") for piece in pieces if piece[0] < piece[1]]
    return [piece for piece in found if piece[0] < piece[1]]


def frame_behind(sentence: Sentence, occurrence: Occurrence, end: int) -> Place:
    """Return the place of a speaker's clause behind what is said, up to clause number `end`."""
    clause = sentence.clauses[occurrence.clause]
    first = clause.first + (sentence.unit.codes[clause.first] == "Q")
    last = clause
    for other in sentence.clauses[occurrence.clause + 1 : end]:
        if other.sep in (":", ";", "U") or (other.kind == "main" and other.finite >= 0):
            break
        last = other
    return sentence.place(first, last.last)
