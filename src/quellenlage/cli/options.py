"""Arguments and options that several commands share."""

import locale
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING

import click

from quellenlage.api import Options
from quellenlage.errors import UsageError
from quellenlage.model import Problem

if TYPE_CHECKING:
    from quellenlage.api import TextOptions

LABEL_LANGUAGES = ("de", "en")
_PLAIN_WIDTH = 100  # columns where the output is no terminal
_WIDEST = 120  # columns; longer lines are hard to read


def reading_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add PATH… and the options that say how articles are read, handed on as `paths` and `options`."""

    @wraps(command)
    def with_options(*, published: str | None, language: str, fast: bool, workers: int, **others: object) -> object:
        options = Options(published=published, language=language, fast=fast, workers=workers)
        return command(options=options, **others)

    decorated: Callable[..., object] = with_options
    for decorate in (
        click.argument("paths", nargs=-1, metavar="[PATH]..."),
        click.option("--published", metavar="DATE", help="Date (YYYY[-MM[-DD]]) of articles that have none."),
        click.option("--language", default="de", show_default=True, help="Pack for articles of unknown language."),
        click.option("--fast", is_flag=True, help="Read with rules alone."),
        click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to use."),
    ):
        decorated = decorate(decorated)
    return decorated


def archive_option(command: Callable[..., object]) -> Callable[..., object]:
    """Add --archive FILE."""
    return click.option("--archive", metavar="FILE", help="Take the articles from this archive.")(command)


def lang_option(command: Callable[..., object]) -> Callable[..., object]:
    """Add --lang: the language of labels, after the locale unless given."""
    return click.option(
        "--lang", type=click.Choice(LABEL_LANGUAGES), help="Language of labels (default: the locale's)."
    )(command)


def label_language(lang: str | None) -> str:
    """Return the language of labels: the one asked for, else German in a German locale, else English."""
    if lang:
        return lang
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    name = next((os.environ[variable] for variable in variables if os.environ.get(variable)), "")
    name = name or (locale.getlocale()[0] or "")
    return "de" if name.lower().startswith(("de", "german")) else "en"


def text_options(*, full: bool = False) -> "TextOptions":
    """Return how to print for whoever reads: colours and its width on a terminal, plain text elsewhere."""
    from quellenlage.api import TextOptions  # noqa: PLC0415 - needed when there is something to print

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return TextOptions(width=_PLAIN_WIDTH, full=full, colour=False)
    return TextOptions(width=min(shutil.get_terminal_size().columns, _WIDEST), full=full, colour=True)


def need_one_source(paths: tuple[str, ...], archive: str | None) -> None:
    """Make sure that articles come from paths or from an archive.

    Raises:
        UsageError: neither was given, or both were.
    """
    if paths and archive:
        raise UsageError("articles come from paths or from an archive, not from both", "leave one of them out")
    if not paths and not archive:
        raise UsageError("nothing to read", "give files or folders, - for standard input, or --archive FILE")


def exit_code(problems: Iterable[Problem]) -> int:
    """Return 1 if an article was lost or read only in part, else 0."""
    return int(any(problem.severity != "note" for problem in problems))


def show_problem(problem: Problem) -> None:
    """Print a problem as one line to standard error."""
    name = problem.article if problem.article.isprintable() else repr(problem.article)
    click.echo(f"quellenlage: {name}: {problem.reason} [{problem.code}, {problem.severity}] {problem.remedy}", err=True)
