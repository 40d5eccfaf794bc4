"""How the doors want their articles read."""

from dataclasses import dataclass

from quellenlage.errors import UsageError
from quellenlage.text import parse_partial_date


@dataclass(frozen=True, slots=True)
class Options:
    """How are articles read?

    `published` (ISO, whole or partial) stands in for articles without a publication date; `language` is the pack for
    articles whose language could not be told; `fast` reads with rules alone; `workers` is the number of processes.
    `parts_only` reads no more than comparing texts needs (no statements, names, times), in a fraction of the time.

    Raises:
        UsageError: `published` is no ISO date or does not exist, or `workers` is below one.
    """

    published: str | None = None
    language: str = "de"
    fast: bool = False
    workers: int = 1
    parts_only: bool = False

    def __post_init__(self) -> None:
        if self.published is not None and parse_partial_date(self.published) is None:
            raise UsageError(
                f"{self.published!r} is no date that exists", "give YYYY-MM-DD, YYYY-MM or YYYY, as in 2023-09-13"
            )
        if self.workers < 1:
            raise UsageError(f"{self.workers} workers cannot do anything", "give 1 or more")
