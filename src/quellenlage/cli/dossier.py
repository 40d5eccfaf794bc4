"""`quellenlage dossier`: one story told with its evidence."""

import sys
from pathlib import Path

import click

from quellenlage import api
from quellenlage.cli.options import (
    archive_option,
    exit_code,
    label_language,
    lang_option,
    need_one_source,
    reading_options,
    show_problem,
    text_options,
)
from quellenlage.model import Dossier


@click.command("dossier")
@reading_options
@archive_option
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Print the dossier as JSON (docs/reference/json.md).")
@click.option("--html", metavar="FILE", help="Write the dossier as one self-contained page.")
@click.option("--markdown", metavar="FILE", help="Write the dossier as Markdown.")
@click.option("--full", is_flag=True, help="Shorten nothing in the terminal.")
def dossier_command(
    *,
    paths: tuple[str, ...],
    options: api.Options,
    archive: str | None,
    lang: str | None,
    as_json: bool,
    html: str | None,
    markdown: str | None,
    full: bool,
) -> int:
    """Tell the story that the reports in PATH... tell together: a summary, or with --json all of it."""
    need_one_source(paths, archive)
    dossier = open_dossier(paths, archive, options)
    language = label_language(lang)
    if html:
        _write(html, api.to_html(dossier, language))
    if markdown:
        _write(markdown, api.to_markdown(dossier, language))
    if as_json:
        sys.stdout.buffer.write(api.to_json(dossier))
        sys.stdout.buffer.flush()
    elif not html and not markdown:
        click.echo(api.to_text(dossier, language, text_options(full=full)), color=True, nl=False)
    if as_json or html or markdown:
        for problem in dossier.problems:
            show_problem(problem)
    return exit_code(dossier.problems)


def open_dossier(paths: tuple[str, ...], archive: str | None, options: api.Options) -> Dossier:
    """Make the dossier of some paths, or of all articles of an archive."""
    if archive is None:
        return api.dossier(paths, options)
    with api.Archive(archive) as kept:
        return kept.dossier(options)


def _write(file: str, content: str) -> None:
    if file == "-":
        click.echo(content, nl=False)
    else:
        Path(file).write_text(content, encoding="utf-8", errors="replace", newline="")
