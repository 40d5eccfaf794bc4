"""What is well supported, what is disputed, what changed, what hangs on one source: in the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import Assertion, Balance, Dispute, Outline, Side, Spot
from quellenlage.dossier.outline.findings import cited
from quellenlage.dossier.outline.phrases import dispute_name, numbers
from quellenlage.dossier.outline.reasons import SINGLE, by_outlet, reason_line
from quellenlage.dossier.printable import shorten
from quellenlage.dossier.terminal.style import Style, hanging, heading, indented, rest, with_id

# Before the rest becomes a count: the lead, conflicts, claims of one group, outlets, claims of one outlet.
_LEAD, _DISPUTES, _GROUP, _OUTLETS, _ALONE = 8, 6, 6, 6, 3
# Characters of a sentence: three lines of an 80-column terminal with its id; of a value: half a line.
_SENTENCE, _VALUE = 180, 40


def lead(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The claims that several origins tell, the best supported first."""
    supported = shown.of_status("corroborated")
    if not supported:
        return
    yield heading(style.labels("section_lead"), style.labels("lead_note"))
    yield from _claims(supported, _LEAD, style)


def disputes(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The conflicts with their sides, then what somebody denies."""
    labels = style.labels
    denied = shown.denied
    if not shown.disputes and not denied:
        return
    yield heading(labels("section_disputes"))
    chosen = shown.disputes[: style.limit(_DISPUTES)]
    for dispute in chosen:
        yield from _dispute(dispute, style)
    yield from rest(len(shown.disputes) - len(chosen), "more_disputes", style)
    for assertion in denied[: style.limit(_DISPUTES)]:
        yield from _claim(assertion, style)
        for spot in assertion.denials:
            yield indented(hanging(Text("≠", "bold yellow"), _sentence(spot, style)))
        yield Text("")
    yield from rest(len(denied) - _DISPUTES if not style.options.full else 0, "more_claims", style)


def courses(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The values that changed because time passed, each step with its day."""
    if not shown.courses:
        return
    yield heading(style.labels("section_courses"))
    chosen = shown.courses[: style.limit(_DISPUTES)]
    for course in chosen:
        yield with_id(Text(course.what, "bold"), course.update.id)
        for step in course.steps:
            yield from _side(step, style, day=_day(step, style.labels))
        yield Text("")
    yield from rest(len(shown.courses) - len(chosen), "more_courses", style)


def single(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """What several outlets have from one voice or one text, and what one outlet alone has."""
    labels = style.labels
    if not shown.of_status(*SINGLE):
        return
    yield heading(labels("section_single"))
    for status in ("single_source", "single_origin"):
        found = shown.of_status(status)
        if found:
            yield Text.assemble((labels(f"group_{status}"), "bold"))
            yield Text("")
            yield from _claims(found, _GROUP, style)
    alone = by_outlet(shown)
    if not alone:
        return
    yield Text.assemble((labels("group_single_outlet"), "bold"))
    yield Text("")
    for report, found in alone[: style.limit(_OUTLETS)]:
        yield Text.assemble((cited(report, labels), "bold"), (f"  {labels.count('claims', len(found))}", "dim"))
        for assertion in found[: style.limit(_ALONE)]:
            yield indented(with_id(_told(assertion, style), assertion.claim.id))
        yield from rest(0 if style.options.full else len(found) - _ALONE, "more_claims", style)
        yield Text("")
    yield from rest(0 if style.options.full else len(alone) - _OUTLETS, "more_reports", style)


def balance(told: Balance, style: Style) -> Iterator[RenderableType]:
    """What only this report has, counted, and what all the others have and it has not."""
    labels = style.labels
    if told.only:
        yield indented(Text(labels.count("only_here", len(told.only)), "dim"))
    if told.lacks:
        yield indented(Text(labels.count("lacks", len(told.lacks)), "yellow"))
        for assertion in told.lacks[: style.limit(_ALONE)]:
            yield indented(hanging(Text("–", "dim"), _told(assertion, style), 2))
        if not style.options.full:
            yield from rest(len(told.lacks) - _ALONE, "more_claims", style)


def _claims(found: Sequence[Assertion], most: int, style: Style) -> Iterator[RenderableType]:
    chosen = found[: style.limit(most)]
    for assertion in chosen:
        yield from _claim(assertion, style)
    yield from rest(len(found) - len(chosen), "more_claims", style)
    yield Text("")


def _claim(assertion: Assertion, style: Style) -> Iterator[RenderableType]:
    line = _told(assertion, style)
    line.append(f" {numbers(assertion.spots)}", "dim")
    yield with_id(hanging(Text("–", "dim"), line, 2), assertion.claim.id)
    yield indented(Text(reason_line(assertion, style.labels), "dim"), 2)


def _told(assertion: Assertion, style: Style) -> Text:
    """The claim in its sentence; without the rest of it where there is no room."""
    first = assertion.first
    if not style.options.full and len(first.before) + len(first.text) + len(first.after) > _SENTENCE:
        return Text(_cut(first.text, style))
    return Text.assemble((first.before, "dim"), first.text, (first.after, "dim"))


def _dispute(dispute: Dispute, style: Style) -> Iterator[RenderableType]:
    head = Text(dispute_name(dispute, style.labels), "bold")
    ids = (dispute.conflict.id, *(assertion.claim.id for assertion in dispute.assertions))
    yield with_id(hanging(Text("!", "bold yellow"), head, 2), "\n".join(ids))
    for side in dispute.sides:
        yield from _side(side, style)
    yield Text("")


def _side(side: Side, style: Style, day: str = "") -> Iterator[RenderableType]:
    """A value and one sentence that has it; in full, the sentence of every report."""
    head = Text(shorten(side.value, _VALUE), "bold yellow")
    head.append(f"  {numbers(side.spots)}", "dim")
    if day:
        head.append(f"  {day}", "dim")
    # A value that is a whole sentence is read in its place.
    if len(side.value) <= _VALUE or not side.spots:
        yield indented(head, 2)
    for spot in side.spots if style.options.full else side.spots[:1]:
        yield indented(_sentence(spot, style), 4)


def _sentence(spot: Spot, style: Style) -> Text:
    line = Text(_cut(spot.text, style))
    line.append(f" [{spot.report.number}]", "dim")
    return line


def _day(step: Side, labels: Labels) -> str:
    return labels.date(step.spots[0].report.reading.article.published) if step.spots else ""


def _cut(text: str, style: Style) -> str:
    return text if style.options.full else shorten(text, _SENTENCE)
