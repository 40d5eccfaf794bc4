"""Names that need no finder: the place and the agency of a dateline, and agencies wherever they stand."""

from collections.abc import Iterator, Sequence

from quellenlage.model import Trace
from quellenlage.read.agencies import find_agencies
from quellenlage.read.entities.names import Name
from quellenlage.read.layout import Layout
from quellenlage.text import overlaps


def with_listed(layout: Layout, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return names with those of the dateline and the agencies that were not found, in order.

    A dateline is furniture: no sentence covers it, so that no finder looks there; yet it names a place.
    """
    listed = [*_of_dateline(layout), *_agencies(layout)]
    found = list(names)
    for name in sorted(listed, key=lambda name: name.span):
        if not any(overlaps(name.span, other.span) for other in found):
            found.append(name)
    return tuple(sorted(found, key=lambda name: name.span))


def _of_dateline(layout: Layout) -> Iterator[Name]:
    dateline = layout.dateline
    if dateline is None or not dateline.place:
        return
    article = layout.article
    position = article.text.find(dateline.place, dateline.span.start, dateline.span.end)
    for part in dateline.place.split("/") if position >= 0 else ():
        start = position + len(part) - len(part.lstrip())
        if part.strip():
            yield Name(article.span(start, start + len(part.strip())), "LOC", dateline.trace)
        position += len(part) + 1


def _agencies(layout: Layout) -> Iterator[Name]:
    """Yield the agencies in the sentences and the dateline; those in credits and other furniture are left alone."""
    article = layout.article
    stretches = [*layout.sentences, *([layout.dateline.span] if layout.dateline else [])]
    for (start, end), agency in find_agencies(article.text, layout.pack):
        if any(stretch.start <= start and end <= stretch.end for stretch in stretches):
            yield Name(article.span(start, end), "ORG", Trace(f"agencies/{agency.entry}", layout.pack.code))
