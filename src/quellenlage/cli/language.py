"""`quellenlage check-language`: do a pack's examples hold?"""

import click

from quellenlage import api
from quellenlage.cli.table import Column, print_table


@click.command("check-language")
@click.argument("code", default="de")
def check_language_command(code: str) -> int:
    """Run the examples and counterexamples of the language pack CODE; exit code 1 if one fails."""
    report = api.check_language(code)
    columns = (
        Column("file"),
        Column("entries", right=True),
        Column("examples", right=True),
        Column("counterexamples", right=True),
        Column("failing", right=True),
    )
    print_table(
        columns,
        (
            (row.file, str(row.entries), str(row.examples), str(row.counterexamples), str(len(row.failures)))
            for row in report.tables
        ),
    )
    for failure in report.failures:
        click.echo(str(failure))
    return 1 if report.failures else 0
