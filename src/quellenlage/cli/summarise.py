"""`quellenlage summarise`: a summary phrased by a language model of the user's own, checked against the claims."""

import os
import sys

import click

from quellenlage import api
from quellenlage.api import summary as phrasing
from quellenlage.api.summary import endpoint as asking
from quellenlage.cli.dossier import open_dossier
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
from quellenlage.errors import UsageError
from quellenlage.model import Dossier

KEY = "QUELLENLAGE_API_KEY"


@click.command("summarise")
@reading_options
@archive_option
@lang_option
@click.option("--endpoint", metavar="URL", help="OpenAI-compatible service, as in http://127.0.0.1:8080/v1.")
@click.option("--model", metavar="NAME", default="", help="Model to ask for (default: the endpoint's).")
@click.option(
    "--timeout", metavar="S", type=float, default=asking.TIMEOUT_S, show_default=True, help="Seconds to wait at most."
)
@click.option(
    "--claims",
    metavar="N",
    type=click.IntRange(min=1),
    default=phrasing.MOST_CLAIMS,
    show_default=True,
    help="Send the first N claims of the dossier.",
)
@click.option("--keep-unchecked", is_flag=True, help="Mark sentences that fail a check instead of dropping them.")
@click.option("--show-request", is_flag=True, help="Print what would be sent, and send nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the checked summary as JSON.")
def summarise_command(
    *,
    paths: tuple[str, ...],
    options: api.Options,
    archive: str | None,
    lang: str | None,
    endpoint: str | None,
    model: str,
    timeout: float,
    claims: int,
    keep_unchecked: bool,
    show_request: bool,
    as_json: bool,
) -> int:
    """Let a language model of your own phrase a summary of the reports in PATH..., and check each of its sentences.

    The claims of the dossier are sent to --endpoint, and to nobody else; without it, nothing is sent. A key, where one
    is needed, is taken from the environment variable QUELLENLAGE_API_KEY. A sentence that says something that the
    claims it cites do not bear out is dropped.
    """
    need_one_source(paths, archive)
    if endpoint is None and not show_request:
        raise UsageError("nothing is sent unless you say where to", "give --endpoint URL, or --show-request")
    # A wrong address or key is told before the reports are read.
    service = asking.Endpoint(endpoint, model, os.environ.get(KEY, "").strip(), timeout) if endpoint else None
    dossier = open_dossier(paths, archive, options)
    if show_request or service is None:
        _write(phrasing.request_of(dossier, model, options, claims))
        return _end(dossier)
    chosen = phrasing.SummaryOptions(most=claims, keep_unchecked=keep_unchecked)
    summary = phrasing.summarise(dossier, service, options, chosen)
    if as_json:
        _write(phrasing.to_summary_json(summary))
    else:
        shown = phrasing.to_summary_text(summary, dossier, label_language(lang), text_options())
        click.echo(shown, color=True, nl=False)
    return _end(dossier)


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _end(dossier: Dossier) -> int:
    for problem in dossier.problems:
        show_problem(problem)
    return exit_code(dossier.problems)
