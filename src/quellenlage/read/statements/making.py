"""Turn drafts into statements: spans, ids, names, evidence."""

from collections.abc import Sequence

from quellenlage.model import Evidence, Relay, Statement, Trace
from quellenlage.read.layout import Layout
from quellenlage.read.statements.drafts import Draft, Place
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.names import Names
from quellenlage.read.statements.tokens import Unit
from quellenlage.text import Span, short_hash


def make_statements(
    layout: Layout, units: Sequence[Unit], drafts: Sequence[Draft], grammar: Grammar
) -> tuple[Statement, ...]:
    """Return the statements of an article from their drafts, ordered, without two of one kind at one place."""
    if not drafts:
        return ()
    speakers = frozenset(place for draft in drafts for place in draft.speaker)
    names = Names(layout.article.text, units, speakers, grammar)
    made: dict[str, Statement] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end, draft.nested)):
        statement = _made(layout, draft, names, grammar)
        made.setdefault(statement.id, statement)
    return tuple(made.values())


def _made(layout: Layout, draft: Draft, names: Names, grammar: Grammar) -> Statement:
    article = layout.article

    def spans(places: Sequence[Place]) -> tuple[Span, ...]:
        return tuple(article.span(*place) for place in sorted(set(places)))

    content = spans(draft.content)
    name = names.of(draft.speaker) if draft.speaker else draft.name or None
    return Statement(
        id=short_hash(article.id, draft.kind, *(f"{span.start}-{span.end}" for span in content)),
        kind=draft.kind,
        content=content,
        cue=spans(draft.cue),
        speaker=spans(draft.speaker),
        speaker_name=name,
        addressee=spans(draft.addressee),
        frame=spans(draft.frame),
        relays=tuple(Relay(names.of([place]) or "", article.span(*place)) for place in draft.relays),
        stance=draft.stance,  # type: ignore[arg-type]  # checked when the table is read
        evidence=_evidence(article.text, draft, grammar),
        nested=draft.nested,
        trace=Trace(draft.rule, layout.pack.code, round(draft.score, 3)),
    )


def _evidence(text: str, draft: Draft, grammar: Grammar) -> Evidence:
    if draft.kind == "direct":
        return "verbatim"
    if draft.evidence in ("hearsay", "anonymous"):
        return draft.evidence  # type: ignore[return-value]  # one of the two
    for start, end in draft.speaker:
        if any(grammar.carrier(word.lower()) == "anonymous" for word in text[start:end].split()):
            return "anonymous"
    if not draft.speaker and draft.kind == "free_indirect":
        return "hearsay"
    return "attributed"
