"""`quellenlage entities`: who and what is meant, under all their names."""

import click

from quellenlage import api
from quellenlage.cli.dossier import open_dossier
from quellenlage.cli.options import archive_option, exit_code, need_one_source, reading_options, show_problem
from quellenlage.cli.rows import print_rows, rows_options
from quellenlage.cli.table import Column
from quellenlage.model import Entity

_COLUMNS = (
    Column("id"),
    Column("label"),
    Column("name"),
    Column("mentions", right=True),
    Column("articles", right=True),
    Column("identifiers"),
    Column("also called", wide=True),
)


@click.command("entities")
@reading_options
@archive_option
@rows_options
def entities_command(
    *, paths: tuple[str, ...], options: api.Options, archive: str | None, jsonl: bool, as_csv: bool
) -> int:
    """List the people, organisations and places that the articles in PATH... name, most often named first."""
    need_one_source(paths, archive)
    dossier = open_dossier(paths, archive, options)
    entities = sorted(dossier.entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.id))
    print_rows(_COLUMNS, ((_cells(entity), api.entity_of(entity)) for entity in entities), jsonl=jsonl, as_csv=as_csv)
    for problem in dossier.problems:
        show_problem(problem)
    return exit_code(dossier.problems)


def _cells(entity: Entity) -> tuple[str, ...]:
    described = dict.fromkeys(description.text for description in entity.descriptions)
    return (
        entity.id,
        entity.label,
        entity.name,
        str(len(entity.mentions)),
        str(len({mention.article for mention in entity.mentions})),
        " ".join(f"{scheme}:{value}" for scheme, value in entity.identifiers),
        ", ".join([*(name for name in entity.names if name != entity.name), *described]),
    )
