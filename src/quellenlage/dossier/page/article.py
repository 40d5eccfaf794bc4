"""The full text of a report with everything found in it marked, for the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quellenlage.dossier.outline import Report
from quellenlage.dossier.page.notes import HEADINGS, Note, Ref
from quellenlage.dossier.printable import printable
from quellenlage.dossier.segments import Layer, Segment, cut_segments

_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """A segment as the template writes it."""

    text: str
    tag: Literal["", "span", "mark"]
    classes: str
    keys: str
    title: str
    anchors: tuple[str, ...]
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a heading inside the text."""

    heading: bool
    runs: tuple[Run, ...]


def paragraphs(report: Report, layers: list[Layer[Note]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a report's text, all that lies over it marked."""
    text = printable(report.reading.article.text)
    headings = [part.span for part in report.reading.parts if part.kind in HEADINGS]
    if report.reading.headline:
        headings.append(report.reading.headline)
    for start, end in _blocks(text):
        runs = tuple(_run(text, segment) for segment in cut_segments(start, end, layers))
        heading = any(span.start <= start and end <= span.end + 1 for span in headings)
        yield Paragraph(heading, runs)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs stand between blank lines; in a text without any, every line is one."""
    splitter = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE
    start = 0
    for gap in (*splitter.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _run(text: str, segment: Segment[Note]) -> Run:
    notes = segment.over
    classes = tuple(dict.fromkeys(name for note in notes for name in note.classes))
    marked = any(note.key for note in notes)
    return Run(
        text=text[segment.start : segment.end],
        tag="mark" if marked else "span" if notes else "",
        classes=" ".join(_one_origin(classes)),
        keys=" ".join(dict.fromkeys(note.key for note in notes if note.key)),
        title=", ".join(dict.fromkeys(note.title for note in notes if note.title)),
        anchors=tuple(note.anchor for note in segment.begins if note.anchor),
        refs=tuple(note.ref for note in segment.ends if note.ref),
    )


def _one_origin(classes: tuple[str, ...]) -> Iterator[str]:
    """A stretch has the shade of its first origin only; the small links behind it name the others."""
    shaded = False
    for name in classes:
        if not re.fullmatch(r"o\d", name):
            yield name
        elif not shaded:
            shaded = True
            yield name
