"""`quellenlage read`: what each article says by itself."""

import sys

import click

from quellenlage import api
from quellenlage.cli.options import exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.table import Column, print_table
from quellenlage.model import Problem, Reading
from quellenlage.text import find_words


@click.command("read")
@reading_options
@click.option("--jsonl", is_flag=True, help="Print one reading a line as JSON (docs/reference/json.md).")
def read_command(*, paths: tuple[str, ...], options: api.Options, jsonl: bool) -> int:
    """Print what each article in PATH... says by itself: a table, or with --jsonl everything."""
    need_one_source(paths, archive=None)
    problems: list[Problem] = []

    def report(problem: Problem) -> None:
        problems.append(problem)
        show_problem(problem)

    readings = api.stream(paths, options, report)
    if jsonl:
        for reading in readings:
            sys.stdout.buffer.write(api.to_json(reading))
        sys.stdout.buffer.flush()
    else:
        print_table(_COLUMNS, (_row(reading) for reading in readings))
    return exit_code(problems)


_COLUMNS = (
    Column("id"),
    Column("outlet"),
    Column("published"),
    Column("words", right=True),
    Column("sentences", right=True),
    Column("statements", right=True),
    Column("credits"),
    Column("title", wide=True),
)


def _row(reading: Reading) -> tuple[str, ...]:
    article = reading.article
    headline = reading.headline.of(article.text) if reading.headline else article.title
    return (
        article.id,
        article.outlet or "",
        article.published or "",
        str(len(find_words(article.text))),
        str(len(reading.sentences)),
        str(len(reading.statements)),
        " ".join(dict.fromkeys(credit.agency for credit in reading.credits if credit.role == "text")),
        headline or article.name,
    )
