"""The entry point: every error on purpose becomes one line and an exit code, never a traceback.

Exit codes: 0 done; 1 done, but an article was lost or read only in part; 2 the caller's mistake.
"""

import gc
import io
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from quellenlage import __version__
from quellenlage.errors import QuellenlageError

# Objects made before Python looks for cycles among them (its default is 700): about those of 20 articles.
_GARBAGE = 200_000
_SWITCH = 0.001  # seconds

# Command name -> (module, one-line help). A module is imported only when its command runs: `--help` stays quick.
_COMMANDS = {
    "dossier": ("dossier", "Tell the story that several reports tell together, with its evidence."),
    "read": ("read", "Print what each article says by itself."),
    "statements": ("statements", "List who said what, on whose word."),
    "entities": ("entities", "List who and what is meant, under all their names."),
    "timeline": ("timeline", "List what happened when."),
    "copies": ("copies", "Print which articles share text, and whose it is."),
    "origins": ("origins", "Print whose words the articles consist of, and who went on from whom."),
    "summarise": ("summarise", "Let a language model of your own phrase a summary, and check it."),
    "judge": ("judge", "Judge given pairs of sentences, or of numbers marked in them."),
    "explain": ("explain", "Show the characters, the rule and the examples behind an id."),
    "add": ("archive", "Add articles to an archive."),
    "list": ("archive", "List the articles of an archive."),
    "problems": ("archive", "List what could not be read, and what to do about it."),
    "check-language": ("language", "Run the examples of a language pack."),
}


class _Commands(click.Group):
    """A group whose commands live in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"quellenlage.cli.{_COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name.replace("-", "_") + "_command")
        if not isinstance(command, click.Command):
            raise TypeError(f"{cmd_name} is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (click's signature)
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quellenlage")
def _quellenlage() -> None:
    """Quellenlage reads many reports of one event: who says what, on whose word, who copied, and the proof."""


def run(arguments: list[str]) -> int:
    """Carry out a command line and return its exit code."""
    try:
        result = _quellenlage.main(arguments, prog_name="quellenlage", standalone_mode=False)
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough; what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (click.ClickException, QuellenlageError, OSError, click.Abort, KeyboardInterrupt) as error:
        click.echo(f"quellenlage: {' '.join(_message(error).split())}", err=True)
        return 130 if isinstance(error, click.Abort | KeyboardInterrupt) else 2
    return result if isinstance(result, int) else 0


def _message(error: BaseException) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return "nothing to do; `quellenlage --help` lists the commands"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {error.strerror or error}"
    return str(error) or "interrupted"


def main() -> None:
    """Run the command line of this process and exit."""
    # Readings live as long as the run and hold no cycles: looking for garbage rarely saves a tenth of the time.
    gc.set_threshold(_GARBAGE)
    # NumPy's own threads (begun when it is imported) would only take cores from the encoder's: the matrices are small.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # The encoder's threads need Python for an instant between two windows; by default, they wait 5 ms for it.
    sys.setswitchinterval(_SWITCH)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Texts hold any character, terminals do not: print a substitute rather than fail.
            stream.reconfigure(encoding="utf-8", errors="replace")
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """Exit at once: freeing every reading, one by one, takes a tenth of the time of a small dossier."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 0  # as in `run`
    except OSError as error:
        os.write(2, f"quellenlage: {_message(error)}\n".encode())
        code = 2
    os._exit(code)
