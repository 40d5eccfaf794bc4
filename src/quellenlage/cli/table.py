"""Plain tables: aligned columns, nothing else, so that they can be read and cut."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading; `right` aligns numbers; `wide` may be cut to fit a terminal's width."""

    heading: str
    right: bool = False
    wide: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their headings; a terminal's width cuts the wide column."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=True,
            overflow="ellipsis" if column.wide else "ignore",
        )
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    width = click.get_terminal_size()[0] if sys.stdout.isatty() else 200
    Console(file=sys.stdout, width=width, highlight=False).print(table)
