"""The sections of the summary, each a stream of things that rich can print."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.outline import ChangeSide, Outline, Pair, Report, Sharing, Source, Versions
from quellenlage.dossier.outline.findings import cited, findings, headline, silence, source_name
from quellenlage.dossier.outline.phrases import change_line, credit_line, dates_line, origin_note, share_line
from quellenlage.dossier.printable import one_line, shorten
from quellenlage.dossier.terminal.claims import balance
from quellenlage.dossier.terminal.style import (
    SIDE_BY_SIDE,
    Style,
    barcode,
    hanging,
    heading,
    indented,
    origin_style,
    rest,
    with_id,
)

# What is shown of each list before the rest becomes a count: about one screen a section.
_REPORTS, _PAIRS, _PASSAGES, _CHANGES, _TROUBLES = 12, 6, 2, 8, 10
_SOURCES, _MEMBERS = 6, 8
# Characters of a passage: four lines of half a wide terminal.
_PASSAGE = 220
_BAR = 40


def opening(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The headline, the day, and what must be known first."""
    labels = style.labels
    yield Text("")
    yield Text(labels("dossier").upper(), "dim")
    yield Text(headline(shown, labels), "bold")
    dates = dates_line(shown, labels)
    if dates:
        yield Text(dates, "dim")
    yield Text("")
    for finding in findings(shown, labels):
        mark = Text("!" if finding.warning else "–", "bold yellow" if finding.warning else "dim")
        yield hanging(mark, Text(finding.text), 2)


def reports(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """Every report with its title, what it says of its own sources, and the bar of its copied text."""
    labels = style.labels
    if not shown.reports:
        return
    yield heading(labels("section_reports"), labels("legend_bar") if shown.sharings else "")
    chosen = shown.reports[: style.limit(_REPORTS)]
    balances = {told.report.number: told for told in shown.balances}
    for report in chosen:
        head = Text.assemble((shorten(report.name, style.options.width - 24), "bold"))
        if report.newsroom:
            head.append(f"  {labels('newsroom', name=report.newsroom)}", "dim")
        yield hanging(Text(str(report.number), "bold"), with_id(head, report.id))
        title = labels("lead" if report.lead else "title", text=report.title)
        yield indented(Text(title if style.options.full else shorten(title, 2 * style.options.width - 20)))
        yield indented(Text(credit_line(report, labels), "dim"))
        if shown.sharings:
            yield indented(_bar(report))
        if report.number in balances:
            yield from balance(balances[report.number], style)
        yield Text("")
    yield from rest(len(shown.reports) - len(chosen), "more_reports", style)


def _bar(report: Report) -> Text:
    bar = barcode(report.strip, _BAR)
    for letter in report.letters:
        bar.append(f" {letter}", f"bold {origin_style(letter)}")
    return bar


def origins(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """What rests on what: the source texts, each with the reports that rest on it."""
    labels = style.labels
    if not shown.sources:
        return
    yield heading(labels("section_origins"))
    chosen = shown.sources[: style.limit(_SOURCES)]
    for source in chosen:
        name = Text.assemble((source_name(source, labels), "bold"))
        yield hanging(Text(source.letter, f"bold {origin_style(source.letter)}"), with_id(name, source.origin.id))
        yield from _members(source, style)
        yield Text("")
    yield from rest(len(shown.sources) - len(chosen), "more_origins", style)


def _members(source: Source, style: Style) -> Iterator[RenderableType]:
    chosen = source.members[: style.limit(_MEMBERS)]
    for member in chosen:
        line = Text(cited(member.report, style.labels))
        line.append(f"  {origin_note(source, member, style.labels)}", "dim" if member.credits else "yellow")
        yield indented(line)
    yield from rest(len(source.members) - len(chosen), "more_reports", style)


def sharings(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """The pairs of reports that share text, with their longest passages."""
    labels = style.labels
    if not shown.sharings:
        return
    yield heading(labels("section_copies"), labels("legend_words"))
    pairs = shown.sharings[: style.limit(_PAIRS)]
    for sharing in pairs:
        yield from _sharing(sharing, style)
    yield from rest(len(shown.sharings) - len(pairs), "more_pairs", style)


def _sharing(sharing: Sharing, style: Style) -> Iterator[RenderableType]:
    labels = style.labels
    head = Text.assemble((f"{sharing.left.number} ↔ {sharing.right.number}", f"bold {origin_style(sharing.letter)}"))
    head.append(f"  {share_line(sharing, labels)}")
    yield with_id(head, sharing.copy.id)
    if sharing.silent and sharing.worst:
        yield indented(hanging(Text("!", "bold yellow"), Text(silence(sharing, sharing.silent, labels)), 2))
    pairs = sorted(sharing.pairs, key=lambda pair: (pair.passage.quoted, -pair.passage.words))
    # What two versions share is no news, and what they do not share has a section of its own.
    chosen = pairs[: style.limit(0 if sharing.versions else _PASSAGES)]
    for pair in chosen:
        yield indented(_passage(sharing, pair, style))
        yield Text("")
    left = len(pairs) - len(chosen)
    if left:
        yield from rest(left, "more_passages", style)
        yield Text("")


def _passage(sharing: Sharing, pair: Pair, style: Style) -> RenderableType:
    """Once where both sides have the same words; else side by side, or one above the other where there is no room."""
    left, right = style.differing(pair.left, _PASSAGE), style.differing(pair.right, _PASSAGE)
    numbers = [Text(str(report.number), "dim") for report in (sharing.left, sharing.right)]
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    same = not any(piece.differs for piece in (*pair.left, *pair.right))
    columns = 2 if style.options.width >= SIDE_BY_SIDE and not same else 1
    for _ in range(columns):
        grid.add_column(width=5 if same else 2)
        grid.add_column(ratio=1)
    if same:
        grid.add_row(Text(f"{sharing.left.number} = {sharing.right.number}", "dim"), left)
    elif columns == 2:
        grid.add_row(numbers[0], left, numbers[1], right)
    else:
        grid.add_row(numbers[0], left)
        grid.add_row(numbers[1], right)
    return grid


def versions(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """Two versions of one report, and what was changed."""
    if not shown.versions:
        return
    yield heading(style.labels("section_versions"))
    for pair in shown.versions:
        yield from _versions(pair, style)


def _versions(pair: Versions, style: Style) -> Iterator[RenderableType]:
    labels = style.labels
    head = Text.assemble((f"{pair.older.number} → {pair.newer.number}", "bold"))
    head.append(f"  {labels('versions_of', older=cited(pair.older, labels), newer=cited(pair.newer, labels))}")
    yield with_id(head, pair.version.id)
    # Numbers, names, dates and attributions before other words, in either group what was changed before what is new.
    ranked = sorted(
        pair.revisions, key=lambda revision: (revision.change.what == "text", revision.change.kind != "changed")
    )
    chosen = (pair.revisions if style.options.full else ranked)[: style.limit(_CHANGES)]
    for revision in chosen:
        yield indented(Text(change_line(revision, labels), "dim"))
        for side, sign, colour in ((revision.older, "−", "red"), (revision.newer, "+", "green")):
            if side:
                yield indented(hanging(Text(sign, f"bold {colour}"), _change(side, colour, style), 2), 5)
    yield from rest(len(pair.revisions) - len(chosen), "more_changes", style)
    yield Text("")


def _change(side: ChangeSide, colour: str, style: Style) -> Text:
    shown = Text.assemble((f"{side.before} " if side.before else "", "dim"))
    shown.append(style.differing(side.changed, 2 * _PASSAGE, f"bold {colour}"))
    shown.append(f" {side.after}" if side.after else "", "dim")
    return shown


def troubles(shown: Outline, style: Style) -> Iterator[RenderableType]:
    """What could not be read, and what to do about it."""
    labels = style.labels
    if not shown.troubles:
        return
    yield heading(labels("section_problems"))
    chosen = shown.troubles[: style.limit(_TROUBLES)]
    for trouble in chosen:
        problem = trouble.problem
        where = cited(trouble.report, labels) if trouble.report else shorten(one_line(problem.article), 60)
        line = Text.assemble(
            (f"{where}  ", "bold"), (f"{labels(f'severity_{problem.severity}')} · {problem.code}", "dim")
        )
        line.append(f"\n{one_line(problem.reason)}")
        line.append(f"\n{one_line(problem.remedy)}", "dim")
        yield hanging(Text("!" if problem.severity != "note" else "–", "bold yellow"), line, 2)
    yield from rest(len(shown.troubles) - len(chosen), "more_problems", style)
