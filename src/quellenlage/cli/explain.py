"""`quellenlage explain`: the proof behind an id."""

import click

from quellenlage import api
from quellenlage.cli.dossier import open_dossier
from quellenlage.cli.options import (
    archive_option,
    label_language,
    lang_option,
    need_one_source,
    reading_options,
    text_options,
)


@click.command("explain")
@click.argument("finding", metavar="ID")
@reading_options
@archive_option
@lang_option
def explain_command(
    *, finding: str, paths: tuple[str, ...], options: api.Options, archive: str | None, lang: str | None
) -> int:
    """Show the characters, the rule (with its file, line and examples) and the reasons behind ID.

    ID is any id that a command printed for the same PATH... or archive.
    """
    need_one_source(paths, archive)
    dossier = open_dossier(paths, archive, options)
    click.echo(api.explain(dossier, finding, label_language(lang), text_options()), color=True, nl=False)
    return 0
