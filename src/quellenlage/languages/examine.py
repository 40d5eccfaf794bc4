"""Run the examples and counterexamples of a pack: what must be found, and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quellenlage.languages.marked import Mark
from quellenlage.languages.pack import LanguagePack, Table
from quellenlage.languages.tables import Example

Check = Callable[[Example, LanguagePack], Iterable[Mark]]
"""Given an example, return everything that the annotator finds in its text, as marks."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Which example (file and line) does not hold, and what was found instead?"""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


def examine(pack: LanguagePack, checks: Mapping[str, Check]) -> Iterator[Failure]:
    """Yield every example of the pack that its table's check does not satisfy.

    Only marks with one of the table's labels are compared; a value is compared where the example gives one.
    """
    for table in pack.tables.values():
        if table.examples and table.check not in checks:
            yield Failure(table.file, 1, f"no check is called {table.check!r}; there are: {', '.join(sorted(checks))}")
            continue
        for entry in table.entries:
            if not table.examples:
                yield Failure(table.file, entry.line, "a table with entries needs examples")
                break
        for example in table.examples:
            found = frozenset(checks[table.check](example, pack))
            yield from _compare(table, example, found)


def _compare(table: Table, example: Example, found: frozenset[Mark]) -> Iterator[Failure]:
    text, marks = example.marked.text, example.marked.marks
    unexpected = {(mark.start, mark.end, mark.label): mark for mark in found if mark.label in table.labels}
    for mark in marks:
        hit = unexpected.pop((mark.start, mark.end, mark.label), None)
        words = text[mark.start : mark.end]
        if hit is None:
            yield Failure(table.file, example.line, f"{mark.label} not found: {words!r}")
        elif mark.value and hit.value != mark.value:
            yield Failure(table.file, example.line, f"{mark.label} {words!r}: {hit.value!r} instead of {mark.value!r}")
    for mark in sorted(unexpected.values()):
        yield Failure(table.file, example.line, f"{mark.label} found where none is: {text[mark.start : mark.end]!r}")
