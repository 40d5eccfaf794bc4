"""What is well supported, what is disputed, what changed, what hangs on one source: as Markdown."""

from collections.abc import Iterator, Sequence

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.markdown.escape import code, plain
from quellenlage.dossier.outline import Assertion, Outline, Report, Side, Spot
from quellenlage.dossier.outline.findings import cited
from quellenlage.dossier.outline.phrases import dispute_name, numbers
from quellenlage.dossier.outline.reasons import SINGLE, by_outlet, reason_line


def lead(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield the claims that several origins tell, the best supported first."""
    supported = shown.of_status("corroborated")
    if supported:
        yield from ("", f"## {plain(say('section_lead'))}", "")
        yield from _claims(supported, say)


def disputes(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield the conflicts with their sides, then what somebody denies."""
    denied = shown.denied
    if not shown.disputes and not denied:
        return
    yield from ("", f"## {plain(say('section_disputes'))}")
    for dispute in shown.disputes:
        yield from ("", f"### {plain(dispute_name(dispute, say))}", "", code(dispute.conflict.id), "")
        yield from _sides(dispute.sides, say)
    if denied:
        yield ""
    for assertion in denied:
        yield from _claims([assertion], say)
        yield from (f"  - **{plain(say('denied'))}:** {_sentence(spot, say)}" for spot in assertion.denials)


def courses(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield the values that changed because time passed."""
    if not shown.courses:
        return
    yield from ("", f"## {plain(say('section_courses'))}")
    for course in shown.courses:
        yield from ("", f"### {plain(course.what) or code(course.update.id)}", "", code(course.update.id), "")
        yield from _sides(course.steps, say, dated=True)


def single(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield what several outlets have from one voice or one text, and what one outlet alone has."""
    if not shown.of_status(*SINGLE):
        return
    yield from ("", f"## {plain(say('section_single'))}")
    for status in ("single_source", "single_origin"):
        found = shown.of_status(status)
        if found:
            yield from ("", f"### {plain(say(f'group_{status}'))}", "")
            yield from _claims(found, say)
    alone = by_outlet(shown)
    if alone:
        yield from ("", f"### {plain(say('group_single_outlet'))}")
    for report, found in alone:
        yield from ("", f"**{plain(cited(report, say))}**", "")
        yield from (f"- {_told(assertion)} · {code(assertion.claim.id)}" for assertion in found)


def lacking(report: Report, shown: Outline, say: Labels) -> Iterator[str]:
    """Yield what all the other reports have and this one has not."""
    balance = next((told for told in shown.balances if told.report is report), None)
    if balance and balance.lacks:
        yield f"   - {plain(say.count('lacks', len(balance.lacks)))}"
        yield from (f"     - {_told(assertion)} · {code(assertion.claim.id)}" for assertion in balance.lacks)


def _claims(found: Sequence[Assertion], say: Labels) -> Iterator[str]:
    for assertion in found:
        yield f"- {_told(assertion)} {plain(numbers(assertion.spots))} · {code(assertion.claim.id)}"
        yield f"  - {plain(reason_line(assertion, say))}"


def _told(assertion: Assertion) -> str:
    """The claim in its sentence, in italics where the rest of it stands around."""
    first = assertion.first
    if not first.before and not first.after:
        return plain(first.text)
    before, after = (" " if part else "" for part in (first.before[-1:].isspace(), first.after[:1].isspace()))
    return f"{plain(first.before)}{before}*{plain(first.text)}*{after}{plain(first.after)}"


def _sides(sides: tuple[Side, ...], say: Labels, *, dated: bool = False) -> Iterator[str]:
    for side in sides:
        day = say.date(side.spots[0].report.reading.article.published) if dated and side.spots else ""
        yield f"- **{plain(side.value)}**{f' ({plain(day)})' if day else ''}"
        yield from (f"  - {_sentence(spot, say)}" for spot in side.spots)


def _sentence(spot: Spot, say: Labels) -> str:
    place = say("characters", start=spot.span.start, end=spot.span.end)
    return f"{plain(spot.text)} {plain(f'[{spot.report.number}]')} · {place}"
