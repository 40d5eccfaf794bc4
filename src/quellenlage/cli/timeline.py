"""`quellenlage timeline`: what happened when."""

import click

from quellenlage import api
from quellenlage.cli.dossier import open_dossier
from quellenlage.cli.options import archive_option, exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.rows import print_rows, rows_options
from quellenlage.cli.table import Column
from quellenlage.model import TimelineEntry

_COLUMNS = (
    Column("id"),
    Column("time"),
    Column("earliest"),
    Column("latest"),
    Column("articles", right=True),
    Column("text", wide=True),
)


@click.command("timeline")
@reading_options
@archive_option
@rows_options
def timeline_command(
    *, paths: tuple[str, ...], options: api.Options, archive: str | None, jsonl: bool, as_csv: bool
) -> int:
    """List what happened when, by the articles in PATH..., in the order of the events (not of the reports)."""
    need_one_source(paths, archive)
    dossier = open_dossier(paths, archive, options)
    rows = ((_cells(entry), api.timeline_entry_of(entry)) for entry in dossier.timeline)
    print_rows(_COLUMNS, rows, jsonl=jsonl, as_csv=as_csv)
    for problem in dossier.problems:
        show_problem(problem)
    return exit_code(dossier.problems)


def _cells(entry: TimelineEntry) -> tuple[str, ...]:
    articles = {occurrence.article for occurrence in entry.occurrences}
    return (
        entry.id,
        entry.value,
        entry.earliest.isoformat(),
        entry.latest.isoformat(),
        str(len(articles)),
        entry.text,
    )
