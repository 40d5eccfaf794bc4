"""The reports beside one another: a column each, and a row for every claim that two or more of them make."""

from dataclasses import dataclass

from quellenlage.dossier.outline.assertions import place_in_text
from quellenlage.dossier.outline.records import Report
from quellenlage.dossier.outline.told import Assertion, Outline, Spot

# What a reader can still compare: columns that fit a wide screen twice over, rows of a few screens.
_COLUMNS, _ROWS = 12, 40


@dataclass(frozen=True, slots=True)
class Row:
    """A claim, and for every column the sentences with which the report makes it."""

    assertion: Assertion
    cells: tuple[tuple[Spot, ...], ...]


@dataclass(frozen=True, slots=True)
class Synopsis:
    """Columns and rows that are shown, and how many there are in all."""

    reports: tuple[Report, ...]
    rows: tuple[Row, ...]
    all_reports: int
    all_rows: int


def align_reports(shown: Outline) -> Synopsis | None:
    """Return the synopsis of a dossier; None where no two reports claim the same.

    The best supported claims are chosen, and the reports that make most of them; the rows then stand in the order in
    which the reports tell them.
    """
    shared = [assertion for assertion in shown.assertions if len(assertion.reports) > 1]
    if not shared:
        return None
    chosen = sorted(shared[:_ROWS], key=place_in_text)
    counts = {report.number: 0 for report in shown.reports}
    for assertion in chosen:
        for report in assertion.reports:
            counts[report.number] += 1
    most = set(sorted(counts, key=lambda number: (-counts[number], number))[:_COLUMNS])
    columns = tuple(report for report in shown.reports if report.number in most)
    rows = tuple(_row(assertion, columns) for assertion in chosen)
    return Synopsis(columns, rows, len(shown.reports), len(shared))


def _row(assertion: Assertion, columns: tuple[Report, ...]) -> Row:
    cells: dict[int, list[Spot]] = {report.number: [] for report in columns}
    for spot in assertion.spots:
        if spot.report.number in cells:
            cells[spot.report.number].append(spot)
    return Row(assertion, tuple(map(tuple, cells.values())))
