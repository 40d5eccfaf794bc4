"""From a dossier to its outline."""

from quellenlage.dossier.outline.records import Outline, Report, Revision, Trouble, Versions
from quellenlage.dossier.outline.reports import number_reports, place_origins
from quellenlage.dossier.outline.sharings import share_pairs
from quellenlage.dossier.outline.voices import gather_voices
from quellenlage.dossier.printable import one_line
from quellenlage.model import Dossier, Version
from quellenlage.text import Span

# Characters of the sentence that are shown on either side of a change: half a line of text.
_CONTEXT = 60


def outline(dossier: Dossier) -> Outline:
    """Return what terminal, page and Markdown show of a dossier, each thing in its place and order."""
    reports, sources = place_origins(dossier, number_reports(dossier))
    return Outline(
        reports=tuple(reports.values()),
        sources=sources,
        sharings=share_pairs(dossier, reports),
        versions=tuple(
            _versions(version, reports)
            for version in dossier.versions
            if version.older in reports and version.newer in reports
        ),
        voices=gather_voices(reports.values()),
        troubles=tuple(Trouble(problem, reports.get(problem.article)) for problem in dossier.problems),
    )


def _versions(version: Version, reports: dict[str, Report]) -> Versions:
    older, newer = reports[version.older], reports[version.newer]
    revisions = tuple(
        Revision(f"{version.id}.{place}", change, _around(change.older, older), _around(change.newer, newer))
        for place, change in enumerate(version.changes, 1)
    )
    return Versions(version, older, newer, revisions)


def _around(span: Span | None, report: Report) -> tuple[str, str, str] | None:
    """The changed characters, with what stands before and after them in their sentence."""
    if span is None:
        return None
    text = report.reading.article.text
    around = [s for s in report.reading.sentences if s.start < span.end and span.start < s.end]
    start = min([span.start, *(s.start for s in around)])
    end = max([span.end, *(s.end for s in around)])
    before, after = one_line(text[start : span.start]), one_line(text[span.end : end])
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return before, one_line(span.of(text)), after
