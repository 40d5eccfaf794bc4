"""What happened when, in the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from quellenlage.dossier.outline import Moment, Outline
from quellenlage.dossier.printable import shorten
from quellenlage.dossier.terminal.style import Style, hanging, heading, rest, with_id

# Moments before the rest becomes a count, and characters of each: three lines of an 80-column terminal.
_MOMENTS, _TEXT = 12, 140
# Columns of the longest day or range that is written on one line ("23. September 2024").
_WHEN = 22


def timeline(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The moments in their order, each with its day and the reports that tell of it."""
    labels = style.labels
    if not shown.moments:
        return
    yield heading(labels("section_timeline"))
    chosen = shown.moments[: style.limit(_MOMENTS)]
    for moment in chosen:
        line = _told(moment, style)
        for report, _ in moment.places:
            line.append(f" [{report.number}]", "dim")
        when = labels.days(moment.entry.earliest, moment.entry.latest)
        yield with_id(hanging(Text(when, "bold"), line, _WHEN), moment.entry.id)
    yield from rest(len(shown.moments) - len(chosen), "more_moments", style, 0)


def _told(moment: Moment, style: Style) -> Text:
    """The words in their sentence; without the rest of it where there is no room."""
    if not style.options.full and len(moment.before) + len(moment.text) + len(moment.after) > _TEXT:
        return Text(shorten(moment.text, _TEXT))
    return Text.assemble((moment.before, "dim"), moment.text, (moment.after, "dim"))
