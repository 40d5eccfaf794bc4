"""`quellenlage add | list | problems`: one file that keeps articles and their sources."""

import click

from quellenlage import api
from quellenlage.api.copying import dropped_among
from quellenlage.cli.options import archive_option, exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.table import Column, print_table
from quellenlage.model import Problem


@click.command("add")
@click.option("--archive", metavar="FILE", required=True, help="The archive; made if it is not there.")
@reading_options
def add_command(*, paths: tuple[str, ...], options: api.Options, archive: str) -> int:
    """Add the articles in PATH... to an archive; what it has already is left as it is.

    An id is printed once its article is safely on the disk.
    """
    need_one_source(paths, archive=None)
    new = known = 0
    problems: list[Problem] = []
    with api.Archive(archive, create=True) as kept:
        for added in kept.add(paths, options):
            for problem in added.problems:
                problems.append(problem)
                show_problem(problem)
            if added.article is not None:
                new, known = new + added.new, known + (not added.new)
                if added.new:
                    click.echo(added.article)
    click.echo(f"{new} added, {known} already there", err=True)
    return exit_code(problems)


@click.command("list")
@click.argument("archive", metavar="FILE")
def list_command(archive: str) -> int:
    """List the articles of the archive FILE."""
    with api.Archive(archive) as kept:
        rows = [(row.id, row.outlet or "", row.published or "", row.title or row.name) for row in kept.list()]
    print_table((Column("id"), Column("outlet"), Column("published"), Column("title", wide=True)), rows)
    return 0


@click.command("problems")
@reading_options
@archive_option
def problems_command(*, paths: tuple[str, ...], options: api.Options, archive: str | None) -> int:
    """List what could not be read in PATH... or when an archive was filled, and what to do about it.

    Boilerplate that the articles in PATH... show to be such, and that connects none of them, is listed as notes.
    """
    need_one_source(paths, archive)
    if archive is None:
        collection = api.read(paths, options)
        problems = collection.problems + dropped_among(collection.readings)
    else:
        with api.Archive(archive) as kept:
            problems = kept.problems()
    columns = ("article", "severity", "code", "reason", "remedy")
    print_table(
        [Column(name) for name in columns],
        ((p.article, p.severity, p.code, p.reason, p.remedy) for p in problems),
    )
    return exit_code(problems)
