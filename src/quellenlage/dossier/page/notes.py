"""What lies over the texts of all reports: parts, shared passages, statements, changes, moments."""

from collections.abc import Iterator
from dataclasses import dataclass

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import Outline, Report, Sharing
from quellenlage.dossier.outline.reports import letter_place
from quellenlage.dossier.outline.shades import characters
from quellenlage.dossier.segments import Layer

HEADINGS = frozenset({"headline", "subheading"})
# A note on the report with this number.
_Found = Iterator[tuple[int, Layer["Note"]]]


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


def gather_notes(shown: Outline, labels: Labels) -> dict[int, list[Layer[Note]]]:
    """Return what lies over each report's text, by the report's number."""
    notes: dict[int, list[Layer[Note]]] = {report.number: [] for report in shown.reports}
    for report in shown.reports:
        notes[report.number] += [*_parts(report, labels), *_shared(report)]
    for found in (_passages(shown, labels), _said(shown, labels), _changes(shown), _moments(shown), _spots(shown)):
        for number, layer in found:
            notes[number].append(layer)
    return notes


def origin_class(letter: str | None) -> str:
    """Return the CSS class of an origin: six that take turns, and one for copied text without an origin."""
    return "o0" if letter is None else f"o{letter_place(letter) % 6 + 1}"


def _parts(report: Report, labels: Labels) -> Iterator[Layer[Note]]:
    for part in report.reading.parts:
        kind = "heading" if part.kind in HEADINGS else "part"
        note = Note((kind,), title=labels(f"part_{part.kind}"), anchor=f"x-{part.id}")
        yield Layer(part.span.start, part.span.end, note)


def _shared(report: Report) -> Iterator[Layer[Note]]:
    """What also stands in other reports, shaded once, however many they are."""
    for band in report.bands:
        classes = ("same-quote",) if band.quoted else ("copied", origin_class(band.letter))
        yield Layer(*characters(report, band), Note(classes, anchor=band.anchor))


def _passages(shown: Outline, labels: Labels) -> _Found:
    for sharing in shown.sharings:
        for pair in sharing.pairs:
            classes = _shade(sharing, quoted=pair.passage.quoted)
            sides = (
                ("a", sharing.left, sharing.right, pair.passage.a),
                ("b", sharing.right, sharing.left, pair.passage.b),
            )
            for side, report, other, span in sides:
                key = f"p-{pair.id}-{side}"
                back = labels("back_passage", number=other.number)
                ref = Ref(f"from-{key}", f"{sharing.letter or '='} {other.number}", back)
                yield report.number, Layer(span.start, span.end, Note(classes, key, key, ref))


def _shade(sharing: Sharing, *, quoted: bool) -> tuple[str, ...]:
    if quoted or sharing.copy.kind != "copy":
        return ("same-quote",)
    return ("copied", origin_class(sharing.letter))


def _said(shown: Outline, labels: Labels) -> _Found:
    for place in (place for voice in shown.voices for said in voice.utterances for place in said.all_places):
        number, statement, key = place.report.number, place.statement, f"s-{place.statement.id}"
        last = len(statement.content) - 1
        ref = Ref(f"from-{key}", place.number, labels("back_statement", number=place.number))
        for order, span in enumerate(statement.content):
            note = Note(("said",), key, key if order == 0 else "", ref if order == last else None)
            yield number, Layer(span.start, span.end, note)
        for name, spans in (("speaker", statement.speaker), ("cue", statement.cue)):
            for span in spans:
                yield number, Layer(span.start, span.end, Note((name,), key))
        for relay in statement.relays:
            yield number, Layer(relay.span.start, relay.span.end, Note(("relay",), key))


def _changes(shown: Outline) -> _Found:
    for pair in shown.versions:
        for revision in pair.revisions:
            sides = (("older", pair.older, revision.change.older), ("newer", pair.newer, revision.change.newer))
            for side, report, span in sides:
                if span:
                    key = f"c-{revision.id}-{side}"
                    # What is new as a whole is no change in a line: it would light up half of a later version.
                    name = "changed" if revision.change.kind == "changed" else "spot"
                    yield report.number, Layer(span.start, span.end, Note((name,), key, key))


def _moments(shown: Outline) -> _Found:
    for moment in shown.moments:
        for place, (report, span) in enumerate(moment.places, 1):
            key = f"m-{moment.entry.id}.{place}"
            yield report.number, Layer(span.start, span.end, Note(("moment",), key, key))


def _spots(shown: Outline) -> _Found:
    """The sentences of claims and conflicts, and the first mention of every entity in each report."""
    groups = (
        (spot for told in shown.assertions for spot in told.spots),
        (spot for dispute in shown.disputes for side in dispute.sides for spot in side.spots),
        (spot for course in shown.courses for step in course.steps for spot in step.spots),
        (spot for profile in shown.named_profiles for spot in profile.firsts),
    )
    for spot in (spot for group in groups for spot in group):
        yield spot.report.number, Layer(spot.span.start, spot.span.end, Note(("spot",), spot.key, spot.key))
