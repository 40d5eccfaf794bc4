"""Claims as they are shown: the best supported first, with the words of every report and what they rest on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quellenlage.dossier.outline.records import Report, Source
from quellenlage.dossier.outline.sentences import rest_of_sentence
from quellenlage.dossier.outline.shades import shade_of
from quellenlage.dossier.outline.told import Assertion, Balance, Course, Dispute, Side, Spot
from quellenlage.dossier.printable import one_line
from quellenlage.model import Claim, ConflictSide, Dossier, Update
from quellenlage.text import Span, covers

Reports = dict[str, Report]


def rank_assertions(dossier: Dossier, reports: Reports, sources: Sequence[Source]) -> tuple[Assertion, ...]:
    """Return the claims that these reports make, ranked by independent origins, then newsrooms, then reports.

    Among equals the one goes first that the reports tell earlier.
    """
    names = {key: one_line(entity.name) for entity in dossier.entities for key in (entity.id, *entity.merged)}
    origins: dict[str, Source | Report] = {**reports, **{source.origin.id: source for source in sources}}
    denied = _denials(dossier, reports)
    found = []
    for claim in dossier.claims:
        spots = tuple(_claim_spots(claim, reports))
        if spots:
            found.append(
                Assertion(
                    claim=claim,
                    first=next((spot for spot in spots if spot.text == one_line(claim.text)), spots[0]),
                    spots=spots,
                    sources=tuple(dict.fromkeys(names.get(key, one_line(key)) for key in claim.sources)),
                    origins=tuple(origins[key] for key in claim.origins if key in origins),
                    denials=tuple(denied[key] for key in claim.denials if key in denied),
                    later=tuple(_later(dossier.updates, spots)),
                )
            )
    return tuple(sorted(found, key=_weight))


def place_in_text(assertion: Assertion) -> float:
    """Return how far from the top the reports tell a claim on average: 0 at the beginning, 1 at the end."""
    places = [spot.span.start / max(1, len(spot.report.reading.article.text)) for spot in assertion.spots]
    return sum(places) / len(places)


def make_spot(key: str, report: Report, span: Span, statement: str | None = None) -> Spot:
    """Return these characters of a report as they are shown, shaded by their origin."""
    copied, letter = shade_of(report, span)
    text = one_line(span.of(report.reading.article.text))
    return Spot(report, span, text, key, copied, letter, statement)


def list_disputes(dossier: Dossier, reports: Reports, assertions: Iterable[Assertion]) -> tuple[Dispute, ...]:
    """Return the conflicts, each with the disputed claims whose sentences are its sides."""
    touched: dict[str, list[Assertion]] = {}
    for assertion in assertions:
        if assertion.claim.status == "disputed" and assertion.claim.conflicts:
            touched.setdefault(assertion.claim.conflicts[0], []).append(assertion)
    return tuple(
        Dispute(
            conflict,
            one_line(conflict.what),
            _sides(conflict.sides, conflict.id, reports),
            tuple(touched.get(conflict.id, ())),
        )
        for conflict in dossier.conflicts
    )


def list_courses(dossier: Dossier, reports: Reports) -> tuple[Course, ...]:
    """Return the values that changed with time."""
    return tuple(
        Course(update, one_line(update.what), _sides(update.steps, update.id, reports)) for update in dossier.updates
    )


def _later(updates: Iterable[Update], spots: Sequence[Spot]) -> Iterator[str]:
    """Yield the last value of each course in which these words tell earlier ones alone."""
    for update in updates:
        told = [n for n, step in enumerate(update.steps) if any(_tells(spot, step) for spot in spots)]
        if told and max(told) < len(update.steps) - 1:
            yield one_line(update.steps[-1].value)


def _tells(spot: Spot, step: ConflictSide) -> bool:
    sentences = (found.span for found in step.occurrences if found.article == spot.report.reading.article.id)
    return one_line(step.value) in spot.text and any(covers(sentence, spot.span) for sentence in sentences)


def balance_reports(reports: Iterable[Report], assertions: Sequence[Assertion]) -> tuple[Balance, ...]:
    """Return for every report what only it has, and what all the others (two or more) have and it has not."""
    numbers = {report.number for report in reports}
    only: dict[int, list[Assertion]] = {}
    lacks: dict[int, list[Assertion]] = {}
    for assertion in assertions:
        having = {spot.report.number for spot in assertion.spots}
        if len(having) == 1 < len(numbers):
            only.setdefault(min(having), []).append(assertion)
        if len(numbers) - len(having) == 1 and len(having) > 1:
            lacks.setdefault(min(numbers - having), []).append(assertion)
    return tuple(
        Balance(
            report,
            tuple(sorted(only.get(report.number, ()), key=lambda told: told.spots[0].span)),
            tuple(lacks.get(report.number, ())),
        )
        for report in reports
    )


def _weight(assertion: Assertion) -> tuple[int, int, int, float]:
    claim = assertion.claim
    return (-len(claim.origins), -len(claim.newsrooms), -len(assertion.reports), place_in_text(assertion))


def _claim_spots(claim: Claim, reports: Reports) -> Iterable[Spot]:
    known = [found for found in claim.occurrences if found.article in reports]
    known.sort(key=lambda found: (reports[found.article].number, found.span))
    for place, found in enumerate(known, 1):
        spot = make_spot(f"k-{claim.id}-{place}", reports[found.article], found.span, found.statement)
        before, after = rest_of_sentence(spot.report, spot.span)
        yield replace(spot, before=before, after=after)


def _sides(sides: Iterable[ConflictSide], key: str, reports: Reports) -> tuple[Side, ...]:
    """Each value with its sentences, a sentence that a report repeats shown once."""
    shown = []
    for number, side in enumerate(sides, 1):
        known = {(found.article, found.span) for found in side.occurrences if found.article in reports}
        ordered = sorted(known, key=lambda found: (reports[found[0]].number, found[1]))
        spots = (
            make_spot(f"d-{key}-{number}-{place}", reports[article], span)
            for place, (article, span) in enumerate(ordered, 1)
        )
        shown.append(Side(one_line(side.value), tuple(spots)))
    return tuple(shown)


def _denials(dossier: Dossier, reports: Reports) -> dict[str, Spot]:
    """The sentences of the statements that deny a claim, by the statement's id."""
    wanted = {key for claim in dossier.claims for key in claim.denials}
    found = {}
    for report in reports.values() if wanted else ():
        for statement in report.reading.statements:
            if statement.id in wanted and statement.content:
                span = _sentence(report, statement.content)
                found[statement.id] = make_spot(f"s-{statement.id}", report, span, statement.id)
    return found


def _sentence(report: Report, content: Sequence[Span]) -> Span:
    """The sentences that hold a statement's content, so that who rejects it and how is read with it."""
    start, end = content[0].start, content[-1].end
    around = [s for s in report.reading.sentences if s.start < end and start < s.end]
    starts, ends = [start, *(s.start for s in around)], [end, *(s.end for s in around)]
    return report.reading.article.span(min(starts), max(ends))
