"""`quellenlage copies`: which articles share text, and whose it is."""

import sys

import click

from quellenlage import api
from quellenlage.cli.options import exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.table import Column, print_table
from quellenlage.model import Copy


@click.command("copies")
@reading_options
@click.option("--jsonl", is_flag=True, help="Print one pair of articles a line as JSON (docs/reference/json.md).")
def copies_command(*, paths: tuple[str, ...], options: api.Options, jsonl: bool) -> int:
    """Print the pairs of articles in PATH... that share text: a table, or with --jsonl every passage."""
    need_one_source(paths, archive=None)
    collection = api.read(paths, options)
    found = api.copies(collection, options)
    if jsonl:
        for copy in found:
            sys.stdout.buffer.write(api.to_json(copy))
        sys.stdout.buffer.flush()
    else:
        print_table(_COLUMNS, (_row(copy) for copy in found))
    for problem in collection.problems:
        show_problem(problem)
    return exit_code(collection.problems)


_COLUMNS = (
    Column("id"),
    Column("a"),
    Column("b"),
    Column("kind"),
    Column("words", right=True),
    Column("quoted", right=True),
    Column("share a", right=True),
    Column("share b", right=True),
    Column("agency"),
)


def _row(copy: Copy) -> tuple[str, ...]:
    return (
        copy.id,
        copy.a,
        copy.b,
        copy.kind,
        str(copy.words),
        str(copy.quoted_words),
        f"{copy.share_a:.0%}",
        f"{copy.share_b:.0%}",
        f"{copy.agency} ({copy.agency_basis})" if copy.agency else "",
    )
