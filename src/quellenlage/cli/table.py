"""Plain tables: aligned columns, nothing else, so that they can be read and cut."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

# Columns where the output is no terminal: nothing is cut that grep or cut would look for.
_PLAIN_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading; `right` aligns numbers; `wide` may be cut to fit a terminal's width."""

    heading: str
    right: bool = False
    wide: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their headings; a terminal's width cuts the wide column."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=True,
            overflow="ellipsis" if column.wide else "ignore",
        )
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PLAIN_WIDTH
    Console(file=sys.stdout, width=width, highlight=False).print(table)
