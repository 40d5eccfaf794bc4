"""Findings as rows: a table for people, JSON lines and CSV for programs."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence

import click

from quellenlage import api
from quellenlage.cli.table import Column, print_table


def rows_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add --jsonl and --csv, which exclude each other."""
    command = click.option("--csv", "as_csv", is_flag=True, help="Print comma-separated values.")(command)
    return click.option("--jsonl", is_flag=True, help="Print one finding a line as JSON.")(command)


def print_rows(
    columns: Sequence[Column], rows: Iterable[tuple[Sequence[str], dict[str, object]]], *, jsonl: bool, as_csv: bool
) -> None:
    """Print findings, each given as its cells and as its JSON object."""
    if jsonl:
        for _, finding in rows:
            sys.stdout.buffer.write(api.to_line(finding))
        sys.stdout.buffer.flush()
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow([column.heading for column in columns])
        writer.writerows([" ".join(cell.split()) for cell in cells] for cells, _ in rows)
    else:
        print_table(columns, (cells for cells, _ in rows))
