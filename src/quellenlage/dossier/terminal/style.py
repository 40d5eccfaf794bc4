"""How things look in a terminal: few colours, no boxes, ids dim at the right edge."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.options import TextOptions
from quellenlage.dossier.outline import Piece, Stretch
from quellenlage.dossier.outline.reports import letter_place

# Blue, orange, green, magenta, cyan, yellow: they stay apart for most colour-blind readers, and the letter says it too.
_ORIGIN_COLOURS = ("blue", "dark_orange", "green", "magenta", "cyan", "yellow")
# Below this width two columns of prose get too narrow to read (two times some 40 characters and their margins).
SIDE_BY_SIDE = 100
INDENT = 2


@dataclass(frozen=True, slots=True)
class Style:
    """What every section needs to know: the labels, and how much room and colour there is."""

    labels: Labels
    options: TextOptions

    def limit(self, most: int) -> int | None:
        """Return how many things of a list are shown: `most`, or all of them if nothing is to be shortened."""
        return None if self.options.full else most

    def differing(self, parts: tuple[Piece, ...], most: int, colour: str = "bold yellow") -> Text:
        """Return a passage, at most so many characters of it, its differing words set off by colour or asterisks."""
        shown = Text()
        for part in parts:
            text = " ".join(part.text.split("\n"))
            if not part.differs:
                shown.append(text)
            elif self.options.colour:
                shown.append(text, colour)
            else:
                shown.append(f"*{text}*")
        if self.options.full or len(shown) <= most:
            return shown
        cut = shown.plain.rfind(" ", 0, most)
        return shown[: cut if cut > 0 else most].append("…")


def heading(text: str, note: str = "") -> RenderableType:
    """Return a section's heading, with a dim note behind it."""
    return Group(Text(""), Text.assemble((text.upper(), "bold"), ("   " if note else "", ""), (note, "dim")), Text(""))


def indented(shown: RenderableType, by: int = 3) -> RenderableType:
    """Return something moved to the right, under the number or letter of what it belongs to."""
    return Padding(shown, (0, 0, 0, by))


def with_id(shown: RenderableType, finding: str) -> RenderableType:
    """Return a line with the finding's id, dim, at the right edge."""
    grid = Table.grid(expand=True, padding=(0, 0, 0, 2))
    grid.add_column(ratio=1)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_row(shown, Text(finding, "dim"))
    return grid


def hanging(mark: Text, shown: RenderableType, width: int = 3) -> RenderableType:
    """Return something with a mark before its first line, the others indented."""
    grid = Table.grid(expand=True)
    grid.add_column(width=width)
    grid.add_column(ratio=1)
    grid.add_row(mark, shown)
    return grid


def origin_style(letter: str | None) -> str:
    """Return the colour of an origin by its letter; copied text without an origin has none of its own."""
    return "white" if letter is None else _ORIGIN_COLOURS[letter_place(letter) % len(_ORIGIN_COLOURS)]


def barcode(strip: tuple[Stretch, ...], cells: int) -> Text:
    """Return an article as a bar from its first to its last character: full where copied, half where a shared quote."""
    bar = Text()
    for cell in range(cells):
        here = [s for s in strip if s.start < (cell + 1) / cells and cell / cells < s.end]
        copied = next((stretch for stretch in here if not stretch.quoted), None)
        if copied:
            bar.append("█", origin_style(copied.letter))
        else:
            bar.append("▒" if here else "·", "dim")
    return bar


def rest(number: int, key: str, style: Style, by: int = 3) -> Iterator[RenderableType]:
    """Yield how many more there are, and how to see them; nothing if there are none."""
    if number > 0:
        yield indented(Text(f"… {style.labels.count(key, number)} ({style.labels('see_all')})", "dim"), by)
