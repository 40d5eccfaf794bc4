"""Which characters of a report also stand in others: the many shared passages laid together."""

from collections.abc import Iterable
from dataclasses import replace

from quellenlage.dossier.outline.records import Report, Stretch
from quellenlage.text import Span


def lay_together(stretches: Iterable[Stretch], number: int) -> tuple[Stretch, ...]:
    """Return stretches (ordered by their starts) that do not overlap: shared text first, then shared quotes.

    Where two origins overlap, the one that begins first keeps its characters; neighbours of one origin become one.
    """
    sorts: dict[bool, list[Stretch]] = {False: [], True: []}
    for stretch in stretches:
        laid = sorts[stretch.quoted]
        last = laid[-1] if laid else None
        if last is None or stretch.start > last.end:
            laid.append(stretch)
        elif stretch.end > last.end:
            if stretch.letter == last.letter:
                laid[-1] = replace(last, end=stretch.end)
            else:
                laid.append(replace(stretch, start=last.end))
    both = sorts[False] + sorts[True]
    return tuple(replace(stretch, anchor=f"z-{number}.{place}") for place, stretch in enumerate(both, 1))


def characters(report: Report, stretch: Stretch) -> tuple[int, int]:
    """Return the characters of a stretch, which is kept in shares of the text."""
    length = len(report.reading.article.text)
    return round(stretch.start * length), round(stretch.end * length)


def shade_of(report: Report, span: Span) -> tuple[bool, str | None]:
    """Return whether half or more of these characters also stand in other reports, and from which origin most do."""
    covered: dict[str | None, int] = {}
    for stretch in report.bands:
        if not stretch.quoted:
            start, end = characters(report, stretch)
            inside = min(end, span.end) - max(start, span.start)
            if inside > 0:
                covered[stretch.letter] = covered.get(stretch.letter, 0) + inside
    if sum(covered.values()) * 2 < max(1, span.end - span.start):
        return False, None
    return True, max(covered, key=lambda letter: covered[letter])
