"""Quotations that no verb takes: words quoted inside a statement, and speech that stands by itself."""

import re

from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.nouns import subject_at
from quellenlage.read.statements.subjects import subject_of_main
from quellenlage.text import Span

_WORD = re.compile(r"[^\W\d_][\w\-]*")


def quote_words(text: str, quote: Span) -> list[str]:
    """Return the words of a quotation."""
    return _WORD.findall(text, quote.start, quote.end)


def is_name(sentence: Sentence, quote: Span) -> bool:
    """Say whether a quotation is a title or a name: it begins with a capital and says nothing."""
    unit = sentence.unit
    words = quote_words(unit.text, quote)
    if not words:
        return True
    look_up = sentence.grammar.lexicon.look_up
    if words[0][0].islower():
        return False
    if unit.text[quote.end - 2] in ".!?":
        return len(words) < 3
    lower = [word for word in words if word[0].islower()]
    if any(look_up(word)[0] in "Fhwm" for word in lower[:40]):
        return len(words) <= 3
    return len(words) < 3 or not lower or _follows_noun(sentence, quote)


def _follows_noun(sentence: Sentence, quote: Span) -> bool:
    """Say whether a noun stands right before a quotation, so that it names what the noun is ("der Film „…“")."""
    unit = sentence.unit
    return any(unit.starts[n] == quote.start and n > 0 and unit.codes[n - 1] == "C" for n in range(len(unit.codes)))


def draft_nested(sentence: Sentence, holder: Draft, quotations: list[Span]) -> list[Draft]:
    """Return the quoted words inside a statement as statements of their own."""
    drafts = []
    for quote in quotations:
        inside = any(start <= quote.start and quote.end <= end for start, end in holder.content)
        if not inside or is_name(sentence, quote) or _is_named(sentence, quote):
            continue
        draft = Draft("direct", [(quote.start, quote.end)], holder.rule)
        for role in ("cue", "speaker", "addressee", "frame", "relays"):
            setattr(draft, role, list(getattr(holder, role)))
        draft.stance, draft.nested, draft.needs_speaker = holder.stance, True, holder.needs_speaker
        draft.clause, draft.unit = holder.clause, holder.unit
        drafts.append(draft)
    return drafts


def _is_named(sentence: Sentence, quote: Span) -> bool:
    """Say whether the word before a quotation says that it is a name ("genannt „Der Bogen“")."""
    unit = sentence.unit
    for token in range(len(unit.codes)):
        if unit.starts[token] == quote.start:
            before = unit.words[token - 1] if token else ""
            return before in sentence.grammar.lexicon.words["names_follow"]
    return False


def draft_behind_colon(sentence: Sentence) -> Draft | None:
    """Return speech behind a colon that no verb of saying introduces ("Frau Brandt: „…“")."""
    clauses = sentence.clauses
    for number in range(1, len(clauses)):
        clause = clauses[number]
        if clause.sep != ":" or sentence.unit.codes[clause.first] != "Q":
            continue
        quote = sentence.unit.place(clause.first, clause.first + 1)
        words = quote_words(sentence.unit.text, Span("", *quote))
        if len(words) < (2 if _is_person(sentence, number - 1) else 4):
            continue
        draft = Draft("direct", [quote], "statements/colon")
        subject = _speaks_before(sentence, number - 1)
        if subject:
            draft.speaker = [sentence.unit.place(*subject)]
            first = clauses[number - 1].first
            draft.frame = [sentence.place(first, clauses[number - 1].last)]
        draft.needs_speaker = not subject
        return draft
    return None


def _is_person(sentence: Sentence, number: int) -> bool:
    """Say whether a clause is nothing but somebody's role or name ("Kreml-Sprecher: …")."""
    clause, unit = sentence.clauses[number], sentence.unit
    return clause.kind == "fragment" and bool(sentence.grammar.gender(unit.words[clause.last - 1]))


def _speaks_before(sentence: Sentence, number: int) -> tuple[int, int] | None:
    clause = sentence.clauses[number]
    if clause.kind == "main":
        return subject_of_main(sentence, number)
    noun = subject_at(sentence.unit, clause.first, clause.last, sentence.grammar)
    return (noun.first, noun.last) if noun else None


def draft_alone(sentence: Sentence) -> list[Draft]:
    """Return quotations that are sentences of their own, with no clause that introduces them."""
    drafts = []
    codes = sentence.unit.codes
    if codes.strip("Q,-!U"):
        return []
    for token, code in enumerate(codes):
        if code == "Q":
            start, end = sentence.unit.place(token, token + 1)
            if len(quote_words(sentence.unit.text, Span("", start, end))) >= 3:
                draft = Draft("direct", [(start, end)], "statements/alone")
                draft.needs_speaker = True
                drafts.append(draft)
    return drafts
