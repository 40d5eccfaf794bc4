"""The characters around a finding: its sentences, or its line where it lies in no sentence."""

from collections.abc import Iterator, Sequence

from quellenlage.dossier.explain.records import Excerpt
from quellenlage.dossier.outline import Report
from quellenlage.text import Span

Marks = Sequence[tuple[str, Span]]


def excerpts(report: Report, marks: Marks) -> Iterator[Excerpt]:
    """Yield the excerpts in which some spans lie, in the order of the text; those that touch become one."""
    ranges: list[tuple[int, int]] = []
    for start, end in sorted(_around(report, span) for _, span in marks):
        if ranges and start <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    for start, end in ranges:
        inside = tuple((key, span) for key, span in marks if start <= span.start and span.end <= end)
        yield Excerpt(report, report.reading.article.span(start, end), inside)


def excerpt(report: Report, marks: Marks) -> Excerpt:
    """Return the one excerpt that holds all of these spans."""
    around = [_around(report, span) for _, span in marks]
    span = report.reading.article.span(min(start for start, _ in around), max(end for _, end in around))
    return Excerpt(report, span, tuple(marks))


def _around(report: Report, span: Span) -> tuple[int, int]:
    touched = [s for s in report.reading.sentences if s.start < span.end and span.start < s.end]
    if touched:
        return min(span.start, touched[0].start), max(span.end, touched[-1].end)
    text = report.reading.article.text
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return start, len(text) if end < 0 else end
