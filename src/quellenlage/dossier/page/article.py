"""The full text of a report with everything found in it marked, for the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import Outline, Place, Report, Sharing
from quellenlage.dossier.outline.reports import letter_place
from quellenlage.dossier.printable import printable
from quellenlage.dossier.segments import Layer, Segment, cut_segments

_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_LINE = re.compile(r"\s*\n\s*")
_HEADINGS = frozenset({"headline", "subheading"})


@dataclass(frozen=True, slots=True)
class Ref:
    """A small link behind a marked stretch, back to where the page speaks of it."""

    target: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """What lies over a stretch: its CSS classes, the key all its segments share, its anchor, its way back."""

    classes: tuple[str, ...]
    key: str = ""
    anchor: str = ""
    ref: Ref | None = None
    title: str = ""


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


def paragraphs(report: Report, shown: Outline, labels: Labels) -> Iterator[Paragraph]:
    """Yield the paragraphs of a report's text, all that was found in it marked."""
    text = printable(report.reading.article.text)
    layers = [*_parts(report, labels), *_passages(report, shown, labels), *_said(report, shown, labels)]
    layers += [*_changes(report, shown), *_moments(report, shown)]
    headings = [part.span for part in report.reading.parts if part.kind in _HEADINGS]
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


def _parts(report: Report, labels: Labels) -> Iterator[Layer[Note]]:
    for part in report.reading.parts:
        kind = "heading" if part.kind in _HEADINGS else "part"
        note = Note((kind,), title=labels(f"part_{part.kind}"), anchor=f"x-{part.id}")
        yield Layer(part.span.start, part.span.end, note)


def _passages(report: Report, shown: Outline, labels: Labels) -> Iterator[Layer[Note]]:
    for sharing in shown.sharings:
        if report.number not in (sharing.left.number, sharing.right.number):
            continue
        side = "a" if sharing.left.number == report.number else "b"
        other = sharing.right if side == "a" else sharing.left
        for pair in sharing.pairs:
            span = pair.passage.a if side == "a" else pair.passage.b
            key = f"p-{pair.id}-{side}"
            ref = Ref(
                f"from-{key}", f"{sharing.letter or '='} {other.number}", labels("back_passage", number=other.number)
            )
            yield Layer(span.start, span.end, Note(_shade(sharing, quoted=pair.passage.quoted), key, key, ref))


def _shade(sharing: Sharing, *, quoted: bool) -> tuple[str, ...]:
    if quoted or sharing.copy.kind != "copy":
        return ("same-quote",)
    return ("copied", origin_class(sharing.letter))


def origin_class(letter: str | None) -> str:
    """Return the CSS class of an origin: six that take turns, and one for copied text without an origin."""
    return "o0" if letter is None else f"o{letter_place(letter) % 6 + 1}"


def _said(report: Report, shown: Outline, labels: Labels) -> Iterator[Layer[Note]]:
    for place in places(shown):
        if place.report.number != report.number:
            continue
        statement, key = place.statement, f"s-{place.statement.id}"
        last = len(statement.content) - 1
        ref = Ref(f"from-{key}", place.number, labels("back_statement", number=place.number))
        for order, span in enumerate(statement.content):
            first = key if order == 0 else ""
            yield Layer(span.start, span.end, Note(("said",), key, first, ref if order == last else None))
        for name, spans in (("speaker", statement.speaker), ("cue", statement.cue)):
            yield from (Layer(span.start, span.end, Note((name,), key)) for span in spans)
        for relay in statement.relays:
            yield Layer(relay.span.start, relay.span.end, Note(("relay",), key))


def places(shown: Outline) -> Iterator[Place]:
    """Yield every statement of every voice."""
    for voice in shown.voices:
        for said in voice.utterances:
            yield from said.places


def _changes(report: Report, shown: Outline) -> Iterator[Layer[Note]]:
    for pair in shown.versions:
        for side, changed in (("older", pair.older), ("newer", pair.newer)):
            if changed.number != report.number:
                continue
            for revision in pair.revisions:
                span = revision.change.older if side == "older" else revision.change.newer
                if span:
                    key = f"c-{revision.id}-{side}"
                    yield Layer(span.start, span.end, Note(("changed",), key, key))


def _moments(report: Report, shown: Outline) -> Iterator[Layer[Note]]:
    for moment in shown.moments:
        for number, (teller, span) in enumerate(moment.places, 1):
            if teller.number == report.number:
                key = f"m-{moment.entry.id}.{number}"
                yield Layer(span.start, span.end, Note(("moment",), key, key))
