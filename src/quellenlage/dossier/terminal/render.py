"""The summary of a dossier for the terminal."""

from collections.abc import Mapping
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.options import TextOptions
from quellenlage.dossier.outline import outline
from quellenlage.dossier.terminal import claims, sections
from quellenlage.dossier.terminal.profiles import profiles
from quellenlage.dossier.terminal.style import INDENT, Style
from quellenlage.dossier.terminal.timeline import timeline
from quellenlage.dossier.terminal.voices import voices
from quellenlage.model import Dossier


def render_text(dossier: Dossier, labels: Mapping[str, str], options: TextOptions | None = None) -> str:
    """Return the dossier as a summary that a person reads: what rests on what, who copied in silence, who says what.

    `labels` are those of a language pack. Every finding shows its id, for `quellenlage explain`.
    """
    style = Style(Labels(labels), options or TextOptions())
    shown = outline(dossier)
    parts = (
        (sections.opening, sections.origins, claims.lead, claims.disputes, claims.courses, claims.single),
        (voices, profiles, timeline),
        (sections.reports, sections.sharings, sections.versions, sections.troubles),
    )
    blocks: list[RenderableType] = [block for group in parts for part in group for block in part(shown, style)]
    return print_blocks(blocks, style.options)


def print_blocks(blocks: list[RenderableType], options: TextOptions) -> str:
    """Return what rich prints, without blanks at the ends of lines, ending in one line end."""
    console = Console(
        file=StringIO(),
        width=options.width,
        force_terminal=options.colour,
        color_system="256" if options.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for block in blocks:
            console.print(Padding(block, (0, INDENT)))
    lines = [line.rstrip() for line in capture.get().split("\n")]
    return "\n".join(lines).strip("\n") + "\n"
