"""`quellenlage statements`: who said what, by which way it came here, and where it stands."""

import click

from quellenlage import api
from quellenlage.cli.options import exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.rows import print_rows, rows_options
from quellenlage.cli.table import Column
from quellenlage.model import Article, Statement

KINDS = ("direct", "indirect", "continued", "free_indirect", "reported")
_COLUMNS = (
    Column("id"),
    Column("chain"),
    Column("kind"),
    Column("stance"),
    Column("evidence"),
    Column("place"),
    Column("content", wide=True),
)


@click.command("statements")
@reading_options
@click.option("--speaker", metavar="TEXT", help="Only speakers whose name holds this text.")
@click.option("--about", metavar="TEXT", help="Only statements whose content holds this text.")
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind of statement.")
@rows_options
def statements_command(
    *,
    paths: tuple[str, ...],
    options: api.Options,
    speaker: str | None,
    about: str | None,
    kind: str | None,
    jsonl: bool,
    as_csv: bool,
) -> int:
    """List who said what in PATH..., with the chain by which it came here (speaker < relay < outlet)."""
    need_one_source(paths, archive=None)
    collection = api.read(paths, options)
    wanted = [
        (reading.article, statement)
        for reading in collection.readings
        for statement in reading.statements
        if _holds(statement.speaker_name, speaker)
        and _holds(_content(reading.article, statement), about)
        and kind in (None, statement.kind)
    ]
    rows = ((_cells(*found), api.statement_of(*found)) for found in wanted)
    print_rows(_COLUMNS, rows, jsonl=jsonl, as_csv=as_csv)
    for problem in collection.problems:
        show_problem(problem)
    return exit_code(collection.problems)


def _holds(text: str | None, part: str | None) -> bool:
    return part is None or part.casefold() in (text or "").casefold()


def _content(article: Article, statement: Statement) -> str:
    return " … ".join(span.of(article.text) for span in statement.content)


def _cells(article: Article, statement: Statement) -> tuple[str, ...]:
    chain = (statement.speaker_name or "?", *(relay.name for relay in statement.relays), article.outlet or article.name)
    return (
        statement.id,
        " < ".join(chain),
        statement.kind + (" (nested)" if statement.nested else ""),
        statement.stance,
        statement.evidence,
        f"{article.id}:{statement.content[0].start}",
        _content(article, statement),
    )
