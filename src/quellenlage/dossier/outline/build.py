"""From a dossier to its outline."""

from dataclasses import replace

from quellenlage.dossier.outline.assertions import balance_reports, list_courses, list_disputes, rank_assertions
from quellenlage.dossier.outline.differing import Piece, pieces
from quellenlage.dossier.outline.profiles import list_profiles
from quellenlage.dossier.outline.records import ChangeSide, Moment, Report, Revision, Trouble, Versions
from quellenlage.dossier.outline.reports import number_reports, place_origins
from quellenlage.dossier.outline.sentences import rest_of_sentence
from quellenlage.dossier.outline.sharings import in_reading_order, share_pairs
from quellenlage.dossier.outline.told import Outline
from quellenlage.dossier.outline.voices import gather_voices
from quellenlage.dossier.printable import one_line, printable
from quellenlage.model import Change, Dossier, TimelineEntry, Version
from quellenlage.text import Span

# Characters of the sentence that are shown on either side of a change: half a line of text.
_CONTEXT = 60


def outline(dossier: Dossier) -> Outline:
    """Return what terminal, page and Markdown show of a dossier, each thing in its place and order."""
    numbered = number_reports(dossier)
    dossier = replace(dossier, copies=tuple(in_reading_order(copy, numbered) for copy in dossier.copies))
    reports, sources = place_origins(dossier, numbered)
    assertions = rank_assertions(dossier, reports, sources)
    return Outline(
        reports=tuple(reports.values()),
        sources=sources,
        sharings=share_pairs(dossier, reports),
        versions=tuple(
            _versions(version, reports)
            for version in dossier.versions
            if version.older in reports and version.newer in reports
        ),
        voices=gather_voices(reports.values(), dossier.entities, dossier.repeats),
        moments=tuple(_moment(entry, reports) for entry in dossier.timeline),
        troubles=tuple(Trouble(problem, reports.get(problem.article)) for problem in dossier.problems),
        assertions=assertions,
        disputes=list_disputes(dossier, reports, assertions),
        courses=list_courses(dossier, reports),
        profiles=list_profiles(dossier.entities, reports),
        balances=balance_reports(reports.values(), assertions) if assertions else (),
    )


def _moment(entry: TimelineEntry, reports: dict[str, Report]) -> Moment:
    places = [(reports[found.article], found.span) for found in entry.occurrences if found.article in reports]
    text = one_line(entry.text)
    first = next((place for place in places if one_line(place[1].of(place[0].reading.article.text)) == text), None)
    before, after = rest_of_sentence(*first) if first else ("", "")
    return Moment(entry, text, tuple(sorted(places, key=lambda place: place[0].number)), before, after)


def _versions(version: Version, reports: dict[str, Report]) -> Versions:
    older, newer = reports[version.older], reports[version.newer]
    revisions = tuple(
        _revision(f"{version.id}.{number}", change, older, newer) for number, change in enumerate(version.changes, 1)
    )
    return Versions(version, older, newer, revisions)


def _revision(key: str, change: Change, older: Report, newer: Report) -> Revision:
    """Where both sides have words, those that differ are set off; what was added or removed differs as a whole."""
    left = change.older.of(older.reading.article.text) if change.older else ""
    right = change.newer.of(newer.reading.article.text) if change.newer else ""
    cut = (
        pieces(left, right)
        if left and right
        else ((Piece(printable(left), differs=True),), (Piece(printable(right), differs=True),))
    )
    return Revision(
        id=key,
        change=change,
        older=_side(change.older, older, cut[0]) if change.older else None,
        newer=_side(change.newer, newer, cut[1]) if change.newer else None,
    )


def _side(span: Span, report: Report, changed: tuple[Piece, ...]) -> ChangeSide:
    """The changed characters, with what stands before and after them in their sentence."""
    text = report.reading.article.text
    around = [s for s in report.reading.sentences if s.start < span.end and span.start < s.end]
    start = min([span.start, *(s.start for s in around)])
    end = max([span.end, *(s.end for s in around)])
    before, after = one_line(text[start : span.start]), one_line(text[span.end : end])
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return ChangeSide(before, changed, after)
