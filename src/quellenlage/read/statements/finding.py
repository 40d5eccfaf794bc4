"""Find the statements of an article: each sentence is asked in turn, and what it says is carried to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model import Statement
from quellenlage.read.layout import Layout
from quellenlage.read.statements.addressees import find_addressee
from quellenlage.read.statements.attribution import draft_attributed
from quellenlage.read.statements.clauses import find_clauses
from quellenlage.read.statements.continued import draft_continued, draft_said_of, main_mood
from quellenlage.read.statements.drafts import Draft, Sentence, without
from quellenlage.read.statements.grammar import Grammar, grammar_of
from quellenlage.read.statements.making import make_statements
from quellenlage.read.statements.noun_cues import draft_from_nouns
from quellenlage.read.statements.occurrences import Occurrence, find_occurrences
from quellenlage.read.statements.phrases import Phrase, find_phrases
from quellenlage.read.statements.quoted import draft_alone, draft_behind_colon, draft_nested
from quellenlage.read.statements.relays import carries, find_relays
from quellenlage.read.statements.spoken import draft_spoken
from quellenlage.read.statements.stance import refine_stance
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
    for number, unit in enumerate(find_units(layout, quotations, grammar.lexicon)):
        units.append(unit)
        if not unit.codes:
            continue
        found = _of_unit(unit, number, context, grammar, quotations)
        context.before = unit
        drafts += found
    return make_statements(layout, units, drafts, grammar)


def _of_unit(unit: Unit, number: int, context: Context, grammar: Grammar, quotations: Sequence[Span]) -> list[Draft]:
    sentence = Sentence(unit, find_clauses(unit, grammar.lexicon), grammar)
    drafts = _introduced(sentence)
    colon = None if any(draft.kind == "direct" for draft in drafts) else draft_behind_colon(sentence)
    if colon:
        drafts.append(colon)
    near = context.last is not None and number - context.unit <= _GAP and unit.paragraph - context.paragraph <= 1
    inner_only = near and main_mood(sentence) == "1" and _all_inner(sentence, drafts)
    if inner_only or not any(draft.kind in ("direct", "indirect") for draft in drafts):
        carried = draft_continued(sentence, carried=near, reported=context.konjunktiv)
        if carried:
            drafts = [carried]
        elif not drafts:
            said = draft_said_of(sentence, carried=near and unit.paragraph == context.paragraph)
            drafts = draft_alone(sentence) or ([said] if said else [])
    drafts = [draft for draft in drafts if draft.content or _fill_back(draft, context, number)]
    inner = [quote for quote in quotations if unit.start <= quote.start and quote.end <= unit.end]
    for draft in drafts:
        draft.unit = number
        draft.stance = refine_stance(sentence, draft)
        _inherit(draft, context, near=near)
    found = []
    for draft in drafts:
        found.append(draft)
        if draft.kind != "direct":
            found += draft_nested(sentence, draft, inner)
    if drafts:
        _remember(context, drafts, number, sentence)
    return found


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


def _inherit(draft: Draft, context: Context, *, near: bool) -> None:
    if draft.needs_speaker and not draft.speaker and context.last is not None:
        draft.speaker = list(context.last.speaker)
        draft.evidence = draft.evidence or ("" if context.last.evidence == "verbatim" else context.last.evidence)
        if near and not draft.relays:
            draft.relays = list(context.last.relays)


def _introduced(sentence: Sentence) -> list[Draft]:
    """Return the statements that a sentence introduces itself, each stretch of text once."""
    occurrences = find_occurrences(sentence)
    phrases = find_phrases(sentence)
    pairs: list[tuple[Draft, Occurrence]] = []
    for occurrence in occurrences:
        draft = draft_spoken(sentence, occurrence)
        if draft and not _inside_other(draft, occurrence, pairs, sentence):
            pairs.append((draft, occurrence))
    drafts = [draft for draft, _ in pairs]
    for draft in draft_from_nouns(sentence):
        same = next((other for other in drafts if _same(draft, other)), None)
        if same is None:
            drafts.append(draft)
        elif same.stance == "states":
            same.stance = draft.stance
    for draft in drafts:
        draft.relays = [sentence.unit.place(*relay) for relay in find_relays(sentence, draft)]
    for draft, occurrence in pairs:
        draft.addressee = find_addressee(sentence, draft, occurrence.cue)
    drafts = _without_carriers(sentence, drafts)
    _relay_outer(drafts)
    for phrase in phrases:
        host = _host(sentence, phrase, drafts)
        if host is not None and phrase.source and phrase.kind == "on_authority":
            _rest_on(sentence, host, phrase.source, phrase.cue[0])
        elif host is not None and carries(sentence, phrase):
            source = phrase.source or (phrase.first, phrase.last - 1)
            place = sentence.unit.place(*source)
            if place not in host.relays:
                host.relays.append(place)
        else:
            draft = draft_attributed(sentence, phrase)
            if draft and not any(_same(draft, other) for other in drafts):
                drafts.append(draft)
    return sorted(drafts, key=lambda draft: (draft.content[:1], -draft.end))


def _without_carriers(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Leave out what a medium only carries: "„…“, sagte X, wie der Sender berichtete" is X's statement alone."""
    kept = []
    for draft in drafts:
        inner = [
            other
            for other in drafts
            if other.kind == "direct"
            and other is not draft
            and any(a <= other.start and other.end <= b for a, b in draft.content)
        ]
        clause = sentence.clauses[draft.clause] if draft.clause >= 0 else None
        if inner and clause and clause.kind == "question" and draft.kind == "indirect":
            for other in inner:
                other.relays += [place for place in draft.speaker if place not in other.relays]
        else:
            kept.append(draft)
    return kept


def _relay_outer(drafts: list[Draft]) -> None:
    """Whoever reports that somebody says something carries it: a report within a report."""
    for outer in drafts:
        for inner in drafts:
            within = any(a <= inner.start and inner.end <= b for a, b in outer.content)
            if inner is not outer and within and outer.kind != "direct" and not _same(inner, outer):
                inner.relays += [place for place in outer.speaker if place not in inner.relays]


def _rest_on(sentence: Sentence, host: Draft, source: tuple[int, int], cue: tuple[int, int]) -> None:
    """A medium "unter Berufung auf" somebody carries that somebody's words."""
    host.relays = [*host.speaker, *host.relays]
    host.speaker = [sentence.unit.place(*source)]
    host.cue = sorted([*host.cue, sentence.unit.place(*cue)])


def _host(sentence: Sentence, phrase: Phrase, drafts: list[Draft]) -> Draft | None:
    """Return the statement in whose clause an attribution phrase stands; what it sums up is freed of the phrase."""
    start, end = sentence.unit.place(phrase.first, phrase.last)
    for draft in drafts:
        if any(a <= start < b for a, b in draft.frame):
            return draft
        if draft.kind == "reported" and draft.clause == phrase.clause and carries(sentence, phrase):
            draft.content = [
                part for place in draft.content for part in without(sentence.unit.text, place, (start, end))
            ]
            return draft
    return None


def _inside_other(
    draft: Draft, occurrence: Occurrence, pairs: list[tuple[Draft, Occurrence]], sentence: Sentence
) -> bool:
    """Say whether a cue stands inside what another one reports, or says the same again."""
    place = sentence.unit.starts[occurrence.verb]
    for other, _ in pairs:
        if _same(draft, other):
            return True
        if draft.kind == "reported" and any(start <= place < end for start, end in other.content):
            return True
    return False


def _same(left: Draft, right: Draft) -> bool:
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in left.content for c, d in right.content)
    size = max(sum(b - a for a, b in left.content), sum(b - a for a, b in right.content))
    return common * 10 > size * 9
