"""Who says what, in the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from quellenlage.dossier.outline import Outline, Place, Utterance, Voice
from quellenlage.dossier.outline.phrases import chain_line, kind_line, voice_name, voice_note
from quellenlage.dossier.printable import shorten
from quellenlage.dossier.terminal.style import Style, heading, indented, rest, with_id

# Voices and their statements before the rest becomes a count.
_VOICES, _SAID = 8, 4
# Characters of a statement: two lines of an 80-column terminal with its margins and id.
_STATEMENT = 120


def voices(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """One block a voice: its statements across the reports, how they are told, and the way they took."""
    labels = style.labels
    if not shown.voices:
        return
    yield heading(labels("section_voices"))
    chosen = shown.voices[: style.limit(_VOICES)]
    for voice in chosen:
        yield from _voice(voice, style)
    yield from rest(len(shown.voices) - len(chosen), "more_voices", style, 0)


def _voice(voice: Voice, style: Style) -> Iterator[RenderableType]:
    labels = style.labels
    head = Text.assemble((voice_name(voice, labels), "bold" if voice.kind == "named" else "bold italic"))
    counts = labels.count("statements", voice.statements)
    head.append(
        f"  {labels('voice_in', statements=counts, reports=labels.count('reports', len(voice.reports)))}", "dim"
    )
    yield head
    note = voice_note(voice, labels)
    if note:
        yield indented(Text(note if style.options.full else shorten(note, 2 * _STATEMENT), "dim"), 2)
    ordered = voice.by_weight
    chosen = ordered[: style.limit(_SAID)]
    for said in chosen:
        yield indented(_utterance(voice, said, style), 2)
    yield from rest(len(ordered) - len(chosen), "more_statements", style, 2)
    yield Text("")


def _utterance(voice: Voice, said: Utterance, style: Style) -> RenderableType:
    line = Text.assemble((f"{said.before} " if said.before else "", "dim"))
    line.append(said.text if style.options.full else shorten(said.text, _STATEMENT))
    line.append(f" {said.after}" if said.after[:1].isalnum() else said.after, "dim")
    line.append("\n  ").append(_ways(voice, said.places, style))
    for variant in said.variants:
        line.append("\n= ", "bold").append(style.differing(variant.pieces, _STATEMENT))
        line.append("\n  ").append(_ways(voice, variant.places, style))
    return with_id(line, "\n".join(place.statement.id for place in said.all_places))


def _ways(voice: Voice, places: tuple[Place, ...], style: Style) -> Text:
    """How these words are told, and the way that they took to each report."""
    line = Text(kind_line(places[0].statement, style.labels), "dim")
    for place in places:
        line.append("  ")
        line.append(chain_line(voice, place, style.labels), "cyan" if place.chain else "dim")
    return line
