"""Find the statements of an article: each sentence is asked in turn, and what it says is carried to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model import Statement
from quellenlage.read.layout import Layout
from quellenlage.read.statements.clauses import find_clauses
from quellenlage.read.statements.continued import draft_continued, draft_said_of, main_mood
from quellenlage.read.statements.drafts import Draft, Place, Sentence
from quellenlage.read.statements.grammar import Grammar, grammar_of
from quellenlage.read.statements.headings import heading_places, is_heading, with_headings
from quellenlage.read.statements.introduced import find_introduced
from quellenlage.read.statements.making import make_statements
from quellenlage.read.statements.quoted import draft_alone, draft_behind_colon, draft_nested
from quellenlage.read.statements.stance import refine_stance
from quellenlage.read.statements.subjects import subject_of_main
from quellenlage.read.statements.tokens import Unit, find_units
from quellenlage.text import Span

# A sentence may stand between a statement and one that goes on from it.
_GAP = 1


@dataclass(slots=True)
class Context:
    """What the sentences before say: the last statement and the unit it stands in."""

    last: Draft | None = None
    unit: int = -9
    paragraph: int = -1
    konjunktiv: bool = False
    before: Unit | None = None


def find_statements(layout: Layout, quotations: Sequence[Span]) -> tuple[Statement, ...]:
    """Return every statement attributed to somebody other than the writer, in order of its content."""
    grammar = grammar_of(layout.pack)
    context = Context()
    drafts: list[Draft] = []
    units: list[Unit] = []
    places, headings = heading_places(layout), list[tuple[int, Unit]]()
    for number, unit in enumerate(find_units(layout, quotations, grammar.lexicon)):
        units.append(unit)
        if not unit.codes:
            continue
        if is_heading(places, unit):
            # A heading goes on from nothing, and nothing goes on from it: it tells what the text below says.
            headings.append((number, unit))
            drafts += _of_unit(unit, number, Context(), grammar, quotations)
            continue
        drafts += _of_unit(unit, number, context, grammar, quotations)
        context.before = unit
    drafts = with_headings(headings, drafts, quotations, grammar)
    return make_statements(layout, units, drafts, grammar)


def _of_unit(unit: Unit, number: int, context: Context, grammar: Grammar, quotations: Sequence[Span]) -> list[Draft]:
    sentence = Sentence(unit, find_clauses(unit, grammar.lexicon), grammar)
    drafts = find_introduced(sentence)
    colon = None if any(draft.kind == "direct" for draft in drafts) else draft_behind_colon(sentence)
    if colon:
        drafts.append(colon)
    near = context.last is not None and number - context.unit <= _GAP and unit.paragraph - context.paragraph <= 1
    inner_only = near and main_mood(sentence) == "1" and _all_inner(sentence, drafts)
    if inner_only or not any(draft.kind in ("direct", "indirect") for draft in drafts):
        carried = draft_continued(sentence, carried=near, reported=context.konjunktiv, first=context.last is None)
        if carried:
            drafts = [carried]
        elif not drafts:
            said = draft_said_of(sentence, carried=near and unit.paragraph == context.paragraph)
            drafts = draft_alone(sentence) or ([said] if said else [])
    drafts = [draft for draft in drafts if draft.content or _fill_back(draft, context, number)]
    inner = _quotes_in(unit, quotations)
    for draft in drafts:
        draft.unit = number
        draft.stance = refine_stance(sentence, draft)
        _inherit(draft, context, near=near)
        if draft.needs_speaker and not draft.speaker and draft.kind == "direct":
            draft.speaker = _subject_before(context, unit, grammar)
    found = []
    for draft in drafts:
        found.append(draft)
        if draft.kind != "direct":
            found += draft_nested(sentence, draft, _quotes_in(context.before, quotations) if draft.previous else inner)
    if drafts:
        _remember(context, drafts, number, sentence)
    return found


def _quotes_in(unit: Unit | None, quotations: Sequence[Span]) -> list[Span]:
    return [quote for quote in quotations if unit and unit.start <= quote.start and quote.end <= unit.end]


def _fill_back(draft: Draft, context: Context, number: int) -> bool:
    """Give a statement that points back ("Das teilte X mit") the sentence before, unless that one is a statement."""
    before = context.before
    if before is None or context.unit == number - 1:
        return False
    draft.content = [(before.start, before.end)]
    return True


def _is_pronoun(sentence: Sentence, draft: Draft) -> bool:
    """Say whether a statement names no speaker of its own: none, or a pronoun."""
    unit = sentence.unit
    return all(
        any(unit.starts[n] == start and unit.codes[n] in "Rn" and unit.ends[n] == end for n in range(len(unit.codes)))
        for start, end in draft.speaker
    )


def _all_inner(sentence: Sentence, drafts: list[Draft]) -> bool:
    """Say whether a sentence in Konjunktiv only reports what somebody is said to say."""
    clauses = sentence.clauses
    return all(
        draft.kind != "direct"
        and draft.clause >= 0
        and _is_pronoun(sentence, draft)
        and (clauses[draft.clause].konjunktiv or clauses[draft.clause].kind != "main")
        for draft in drafts
    )


def _remember(context: Context, drafts: list[Draft], number: int, sentence: Sentence) -> None:
    last = drafts[-1]
    context.last, context.unit, context.paragraph = last, number, sentence.unit.paragraph
    context.konjunktiv = last.kind in ("indirect", "continued") and (
        bool(main_mood(sentence)) or any(clause.konjunktiv for clause in sentence.clauses)
    )


def _subject_before(context: Context, unit: Unit, grammar: Grammar) -> list[Place]:
    """Return whom the sentence before is about: it speaks where no statement before says who does."""
    before = context.before
    if before is None or before.paragraph != unit.paragraph or not before.codes:
        return []
    sentence = Sentence(before, find_clauses(before, grammar.lexicon), grammar)
    number = next((n for n, clause in enumerate(sentence.clauses) if clause.kind == "main" and clause.finite >= 0), -1)
    subject = subject_of_main(sentence, number) if number >= 0 else None
    if subject is None or sentence.among(subject[0], "it"):
        return []
    return [before.place(*subject)]


def _inherit(draft: Draft, context: Context, *, near: bool) -> None:
    if draft.needs_speaker and not draft.speaker and context.last is not None:
        draft.speaker, draft.name = list(context.last.speaker), context.last.name
        draft.evidence = draft.evidence or ("" if context.last.evidence == "verbatim" else context.last.evidence)
        if near and not draft.relays:
            draft.relays = list(context.last.relays)
