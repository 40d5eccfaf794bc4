"""Explain what one article says by itself."""

from collections.abc import Iterator

from quellenlage.dossier.explain.excerpts import excerpts
from quellenlage.dossier.explain.records import Explanation, FindingKind
from quellenlage.dossier.explain.rules import find_rule
from quellenlage.dossier.outline import Report
from quellenlage.dossier.printable import one_line
from quellenlage.languages import LanguagePack
from quellenlage.model import (
    Byline,
    Credit,
    Dateline,
    Mention,
    Part,
    Quantity,
    Reading,
    Statement,
    TimeExpression,
)
from quellenlage.text import Span

Finding = Statement | Byline | Dateline | Credit | Part | TimeExpression | Quantity | Mention


def findings_of(reading: Reading) -> Iterator[Finding]:
    """Yield everything in a reading that has an id."""
    yield from reading.statements
    yield from reading.bylines
    yield from [reading.dateline] if reading.dateline else []
    yield from reading.credits
    yield from reading.parts
    yield from reading.times
    yield from reading.quantities
    yield from reading.entities


def explain_finding(found: Finding, report: Report, pack: LanguagePack | None) -> Explanation:
    """Return the proof behind something that one article says by itself."""
    kind, facts, marks = _describe(found)
    return Explanation(
        id=found.id,
        kind=kind,
        facts=tuple((key, one_line(value)) for key, value in facts if value),
        excerpts=tuple(excerpts(report, marks)),
        rule=find_rule(found.trace, pack),
        reports=(report,),
    )


_Description = tuple[FindingKind, list[tuple[str, str | None]], list[tuple[str, Span]]]


def _describe(found: Finding) -> _Description:
    """What it is, what is known about it, and where it lies."""
    if isinstance(found, Statement):
        return "statement", _statement_facts(found), _statement_marks(found)
    if isinstance(found, TimeExpression | Quantity | Mention):
        return _describe_value(found)
    kind: FindingKind
    facts: list[tuple[str, str | None]]
    match found:
        case Byline():
            kind, facts = "byline", [("fact_author", found.name)]
        case Dateline():
            kind, facts = "dateline", [("fact_place", found.place), ("fact_agency", found.agency)]
        case Credit():
            kind, facts = "credit", [("fact_agency", found.agency), ("fact_role", found.role)]
        case Part():
            kind, facts = "part", [("fact_part", found.kind)]
    return kind, facts, [(f"mark_{kind}", found.span)] if found.span else []


def _describe_value(found: TimeExpression | Quantity | Mention) -> _Description:
    """The same for what has a value: a time, a number, a name."""
    facts: list[tuple[str, str | None]]
    if isinstance(found, TimeExpression):
        facts = [("fact_value", found.value), ("fact_earliest", _text(found.earliest))]
        return "time", [*facts, ("fact_latest", _text(found.latest))], [("mark_moment", found.span)]
    if isinstance(found, Quantity):
        facts = [("fact_number", _text(found.value)), ("fact_low", _text(found.low)), ("fact_high", _text(found.high))]
        return "quantity", [*facts, ("fact_unit", found.unit or found.of)], [("mark_quantity", found.span)]
    facts = [("fact_author", found.name), ("fact_label", found.label)]
    return "mention", facts, [("mark_mention", found.span)]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _statement_facts(found: Statement) -> list[tuple[str, str | None]]:
    return [
        ("fact_speaker", found.speaker_name),
        ("fact_relays", " ← ".join(relay.name for relay in found.relays)),
        ("fact_kind", found.kind),
        ("fact_stance", found.stance),
        ("fact_evidence", found.evidence),
    ]


def _statement_marks(found: Statement) -> list[tuple[str, Span]]:
    groups = {
        "mark_content": found.content,
        "mark_speaker": found.speaker,
        "mark_cue": found.cue,
        "mark_addressee": found.addressee,
        "mark_frame": found.frame,
        "mark_relay": tuple(relay.span for relay in found.relays),
    }
    return [(key, span) for key, spans in groups.items() for span in spans]
