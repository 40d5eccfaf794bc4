"""`quellenlage copies`: which articles share text, and whose it is."""

import sys
from collections.abc import Callable
from functools import wraps

import click

from quellenlage import api
from quellenlage.api import copying
from quellenlage.cli.options import exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.table import Column, print_table
from quellenlage.model import Copy, Problem


def comparing_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add the options that say what is compared with what, handed on as `request`."""

    @wraps(command)
    def with_request(*, window: int, releases: tuple[str, ...], resume: str | None, **others: object) -> object:
        return command(request=copying.CopyRequest(window, releases, resume), **others)

    decorated: Callable[..., object] = with_request
    for decorate in (
        click.option(
            "--window",
            metavar="DAYS",
            type=click.IntRange(min=0),
            default=copying.CopyRequest().window_days,
            show_default=True,
            help="Compare articles published at most so many days apart.",
        ),
        click.option("--releases", metavar="PATH", multiple=True, help="Press releases; may be given several times."),
        click.option("--resume", metavar="FOLDER", help="Keep what was read here; a stopped run goes on from it."),
    ):
        decorated = decorate(decorated)
    return decorated


def open_comparison(
    source: tuple[tuple[str, ...], str | None], options: api.Options, request: copying.CopyRequest
) -> tuple[copying.Comparison, list[Problem]]:
    """Compare the articles of some paths, or of an archive; every problem is printed as it comes, and returned."""
    paths, archive = source
    need_one_source(paths, archive)
    problems: list[Problem] = []

    def report(problem: Problem) -> None:
        problems.append(problem)
        show_problem(problem)

    if archive is None:
        return copying.compare(paths, options, request, report), problems
    with api.Archive(archive) as kept:
        return copying.compare_loaded(copying.as_loaded(kept.articles()), options, request, report), problems


@click.command("copies")
@reading_options
@comparing_options
@click.option("--archive", metavar="FILE", help="Take the articles from this archive.")
@click.option("--jsonl", is_flag=True, help="Print one pair of articles a line as JSON (docs/reference/json.md).")
@click.option(
    "--explain-dropped", is_flag=True, help="Name the boilerplate that connects no articles, with its places."
)
def copies_command(
    *,
    paths: tuple[str, ...],
    options: api.Options,
    request: copying.CopyRequest,
    archive: str | None,
    jsonl: bool,
    explain_dropped: bool,
) -> int:
    """Print the pairs of articles in PATH... that share text: a table, or with --jsonl every passage."""
    comparison, problems = open_comparison((paths, archive), options, request)
    if jsonl:
        for copy in comparison.copies:
            sys.stdout.buffer.write(api.to_json(copy))
        sys.stdout.buffer.flush()
    else:
        print_table(_COLUMNS, (_row(copy) for copy in comparison.copies))
    for problem in copying.dropped(comparison) if explain_dropped else ():
        show_problem(problem)
    return exit_code(problems)


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
