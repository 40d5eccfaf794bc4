"""Clauses in their sentences: alone they are not always understood."""

from quellenlage.dossier.outline.records import Report
from quellenlage.dossier.printable import one_line
from quellenlage.text import Span


def rest_of_sentence(report: Report, span: Span) -> tuple[str, str]:
    """Return what stands before and after some characters in their sentences, with the space that parts them."""
    text = report.reading.article.text
    around = [s for s in report.reading.sentences if s.start < span.end and span.start < s.end]
    start = min([span.start, *(s.start for s in around)])
    end = max([span.end, *(s.end for s in around)])
    words, before, after = span.of(text), text[start : span.start], text[span.end : end]
    apart = before[-1:].isspace() or words[:1].isspace(), after[:1].isspace() or words[-1:].isspace()
    left, right = one_line(before), one_line(after)
    return f"{left} " if apart[0] and left else left, f" {right}" if apart[1] and right else right
