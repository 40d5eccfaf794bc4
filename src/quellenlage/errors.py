"""Everything that Quellenlage raises on purpose.

    QuellenlageError
    ├── UsageError              the caller's mistake: the command line ends with exit code 2 and one line
    │   ├── InputError          a path or stream that cannot be read from at all
    │   ├── UnknownIdError      `explain` was asked for an id that no finding has
    │   └── ArchiveError        the archive file cannot be used
    └── LanguagePackError       a file of a language pack is malformed (file:line)

What goes wrong *inside* one article is not raised: it becomes a `Problem` record, and the run goes on.
"""

from pathlib import Path


class QuellenlageError(Exception):
    """The root of all errors raised on purpose: what happened, and what to do about it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what} ({self.remedy})" if self.remedy else self.what


class UsageError(QuellenlageError):
    """The caller asked for something that cannot be done as asked."""


class InputError(UsageError):
    """A path or stream cannot be read from at all."""


class UnknownIdError(UsageError):
    """No finding in what was read has this id."""


class ArchiveError(UsageError):
    """The archive file cannot be opened, written or understood."""


class LanguagePackError(QuellenlageError):
    """A file of a language pack is malformed; `file` and `line` say where."""

    def __init__(self, file: Path, line: int, what: str) -> None:
        super().__init__(f"{file}:{line}: {what}")
        self.file = file
        self.line = line
