"""Do a language pack's examples hold?"""

from dataclasses import dataclass

from quellenlage.compare.checks import CHECKS as COMPARE_CHECKS
from quellenlage.languages import Failure, examine, load_pack
from quellenlage.languages.outlets import OUTLET_CHECKS
from quellenlage.read.checks import CHECKS as READ_CHECKS


@dataclass(frozen=True, slots=True)
class TableReport:
    """How many entries and examples does one file of a pack hold, and which examples fail?"""

    file: str
    entries: int
    examples: int
    counterexamples: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class LanguageReport:
    """What does a language pack hold, file by file?"""

    code: str
    name: str
    tables: tuple[TableReport, ...]

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Return all failing examples of the pack."""
        return tuple(failure for table in self.tables for failure in table.failures)


def check_language(code: str) -> LanguageReport:
    """Run every example and counterexample of a pack through the annotator that its file names.

    Raises:
        UsageError: there is no such pack.
        LanguagePackError: a file of the pack is malformed.
    """
    pack = load_pack(code)
    failures = tuple(examine(pack, {**READ_CHECKS, **COMPARE_CHECKS, **OUTLET_CHECKS}))
    return LanguageReport(
        code=pack.code,
        name=pack.name,
        tables=tuple(
            TableReport(
                file=table.file.name,
                entries=len(table.entries),
                examples=sum(not example.counter for example in table.examples),
                counterexamples=sum(example.counter for example in table.examples),
                failures=tuple(failure for failure in failures if failure.file == table.file),
            )
            for table in pack.tables.values()
        ),
    )
