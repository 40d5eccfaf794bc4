"""Rules and the learned part together: the rules' statements stand, what only the learned part sees is completed."""

from collections.abc import Sequence
from dataclasses import replace

from quellenlage.model import Relay, Stance, Statement
from quellenlage.read.layout import Layout
from quellenlage.read.learned.statements import Proposal
from quellenlage.read.statements.drafts import Draft, Place
from quellenlage.read.statements.grammar import Grammar, grammar_of
from quellenlage.read.statements.making import make_statements
from quellenlage.read.statements.tokens import find_units
from quellenlage.text import Span, overlaps

# A proposal says the same as a statement of the rules if their contents share this much (F1 of characters), and
# nothing new if the rules' contents hold this share of its own. Either may lie anywhere between 0.3 and 0.6.
SAME = 0.4
COVERED = 0.5
# A proposal that says something new counts from this mean probability on: the best of 0.75 to 0.95 for modern_dev's odd
# records and for own_dev's total alike.
SURE = 0.88
# Quoted words within a statement count from this many characters on: a shorter quotation is mostly a name or a title.
LEAST_NESTED = 25
# What may stand between a frame and its content.
_EDGES = " \t\n\u00a0,;:–—-"
# What may stand at a word.
_MARKS = '.,;:!?„“”»«"()'


def merge_statements(
    layout: Layout, quotations: Sequence[Span], ruled: Sequence[Statement], proposals: Sequence[Proposal]
) -> tuple[Statement, ...]:
    """Return the statements of the rules, with roles that they left open, and the proposals that say something else.

    Frame, stance, evidence and the speaker's name of such a proposal come from the language pack, its relays and a
    continued one's name from the statement that it goes on from. In order of content, outer before nested.
    """
    kept, matched = _complete(ruled, proposals)
    taken = [span for statement in kept if not statement.nested for span in statement.content]
    nested = [span for statement in kept if statement.nested for span in statement.content]
    fresh = [
        proposal
        for number, proposal in enumerate(proposals)
        if number not in matched
        and _counts(proposal)
        and _share(proposal.content, nested if proposal.nested else taken) < COVERED
    ]
    made = _make(layout, quotations, fresh, kept)
    both = sorted((*kept, *made), key=lambda x: (x.content[0].start, -x.content[-1].end, x.nested))
    return tuple(_inherit(both))


def _counts(proposal: Proposal) -> bool:
    """Say whether a proposal that no rule has seen is sure enough to be told.

    That a sentence goes on from the one before shows in its mood, which the rules read: what the encoder alone takes
    for continued is often the outlet's own word, and must not be put into anybody's mouth.
    """
    if proposal.kind == "continued":
        return False
    if proposal.nested:
        return sum(map(len, proposal.content)) >= LEAST_NESTED
    return proposal.trace.score >= SURE


def _complete(ruled: Sequence[Statement], proposals: Sequence[Proposal]) -> tuple[list[Statement], set[int]]:
    """Return the rules' statements with a cue or speaker where only a proposal has one; and which proposals match."""
    kept: list[Statement] = []
    matched: set[int] = set()
    for statement in ruled:
        number = _partner(statement, proposals, matched)
        if number is not None:
            matched.add(number)
            proposal = proposals[number]
            alone = statement.kind in ("continued", "free_indirect")
            statement = replace(  # noqa: PLW2901 - the statement is what goes on
                statement,
                cue=statement.cue if statement.cue or alone else proposal.cue,
                speaker=statement.speaker or proposal.speaker,
                addressee=statement.addressee or proposal.addressee,
            )
        kept.append(statement)
    return kept, matched


def _partner(statement: Statement, proposals: Sequence[Proposal], matched: set[int]) -> int | None:
    best, number = SAME, None
    for n, proposal in enumerate(proposals):
        if n not in matched and proposal.nested == statement.nested:
            both = 2 * _common(statement.content, proposal.content)
            agreement = both / (sum(map(len, statement.content)) + sum(map(len, proposal.content)))
            if agreement > best:
                best, number = agreement, n
    return number


def _common(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Return how many characters two tuples of spans share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def _share(content: Sequence[Span], others: Sequence[Span]) -> float:
    """Return the share of a content that lies within others."""
    return _common(content, others) / sum(map(len, content))


def _make(
    layout: Layout, quotations: Sequence[Span], proposals: Sequence[Proposal], kept: Sequence[Statement]
) -> list[Statement]:
    """Return proposals as statements; quoted words within a statement have its roles."""
    if not proposals:
        return []
    grammar = grammar_of(layout.pack)
    drafts, scores = [], {}
    for proposal in proposals:
        holder = _holder(proposal, kept, proposals) if proposal.nested and proposal.kind == "direct" else None
        drafts.append(_draft(layout, proposal, holder or proposal, grammar))
        scores[proposal.kind, proposal.content] = proposal.trace
    units = tuple(find_units(layout, quotations, grammar.lexicon))
    return [
        replace(statement, trace=scores[statement.kind, statement.content])
        for statement in make_statements(layout, units, drafts, grammar)
    ]


def _holder(
    proposal: Proposal, kept: Sequence[Statement], proposals: Sequence[Proposal]
) -> Statement | Proposal | None:
    """Return the statement that a nested one stands in."""
    others: list[Statement | Proposal] = [*kept, *proposals]
    return next((x for x in others if not x.nested and _share(proposal.content, x.content) > COVERED), None)


def _draft(layout: Layout, proposal: Proposal, roles: Statement | Proposal, grammar: Grammar) -> Draft:
    cue = () if proposal.kind in ("continued", "free_indirect") else roles.cue
    draft = Draft(
        proposal.kind,
        _places(proposal.content),
        proposal.trace.rule,
        cue=_places(cue),
        speaker=_places(roles.speaker),
        addressee=_places(roles.addressee),
        frame=_frame(layout, proposal, roles.cue or roles.speaker),
        nested=proposal.nested,
    )
    spans = [relay.span if isinstance(relay, Relay) else relay for relay in roles.relays]
    draft.relays = _places(spans)
    draft.stance = _stance(layout, roles.cue, grammar)
    return draft


def _stance(layout: Layout, cue: Sequence[Span], grammar: Grammar) -> Stance:
    """Return the stance of the first verb of saying in a cue; a particle that it has must stand in the sentence."""
    text = layout.article.text
    around = {word for s in layout.sentences if any(overlaps(s, span) for span in cue) for word in s.of(text).split()}
    words = {word.strip(_MARKS) for word in around}
    for span in cue:
        form = span.of(text).lower()
        for known, _ in grammar.cues.get(form, ()):
            # "Wiesen … aus" is no "wiesen … zurück".
            if not known.particle or form.startswith(known.particle) or known.particle in words:
                return known.stance
    return "states"


def _places(spans: Sequence[Span]) -> list[Place]:
    return [(span.start, span.end) for span in spans]


def _frame(layout: Layout, proposal: Proposal, introduced: Sequence[Span]) -> list[Place]:
    """Return what introduces a content: the rest of its sentence, if the cue (or the speaker) stands in it."""
    if not introduced:
        return []
    text, mark = layout.article.text, introduced[0]
    sentence = next((x for x in layout.sentences if x.start <= mark.start < x.end), None)
    if sentence is None or not any(x.start < sentence.end and sentence.start < x.end for x in proposal.content):
        return []
    bounds = [sentence.start, sentence.end]
    for span in proposal.content:
        if span.end <= mark.start:
            bounds[0] = max(bounds[0], span.end)
        elif span.start >= mark.end:
            bounds[1] = min(bounds[1], span.start)
    start, end = bounds
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES + ".":
        end -= 1
    return [(start, end)] if start < end else []


def _inherit(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements, a continued one without relays or name with those of the one that it goes on from."""
    done: list[Statement] = []
    last: Statement | None = None
    for statement in statements:
        if statement.kind == "continued" and last is not None:
            same = not statement.speaker or statement.speaker == last.speaker
            statement = replace(  # noqa: PLW2901 - the statement is what goes on
                statement,
                speaker=statement.speaker or last.speaker,
                speaker_name=last.speaker_name if same else statement.speaker_name,
                relays=statement.relays or (last.relays if same else ()),
            )
        if not statement.nested:
            last = statement
        done.append(statement)
    return done
