"""`quellenlage origins`: of whose words do the outlets' articles consist, and who went on from whom?"""

from pathlib import Path

import click

from quellenlage import api
from quellenlage.api import copying
from quellenlage.api.families import Descent, families, family_of
from quellenlage.api.sharing import share_of, shares_page, write_shares
from quellenlage.cli.copies import comparing_options, open_comparison
from quellenlage.cli.options import exit_code, label_language, lang_option, reading_options
from quellenlage.cli.rows import print_rows, rows_options
from quellenlage.cli.table import Column
from quellenlage.errors import UsageError
from quellenlage.model import Share


@click.command("origins")
@reading_options
@comparing_options
@click.option("--archive", metavar="FILE", help="Take the articles from this archive.")
@click.option(
    "--by",
    type=click.Choice(["outlet", "day", "story"]),
    multiple=True,
    default=("outlet",),
    help="One row for each outlet, day or story (origin); may be given several times.  [default: outlet]",
)
@click.option("--families", "as_families", is_flag=True, help="Print the tree of each source text instead of shares.")
@rows_options
@click.option("--parquet", metavar="FILE", help="Write the shares as a Parquet file (needs quellenlage[parquet]).")
@click.option("--html", metavar="FILE", help="Write a page with the shares by outlet and by day, and their plots.")
@lang_option
def origins_command(
    *,
    paths: tuple[str, ...],
    options: api.Options,
    request: copying.CopyRequest,
    archive: str | None,
    by: tuple[copying.Division, ...],
    as_families: bool,
    jsonl: bool,
    as_csv: bool,
    parquet: str | None,
    html: str | None,
    lang: str | None,
) -> int:
    """Print whose words the articles in PATH... consist of: own, an agency's (credited or not), a press release's."""
    if as_families and (parquet or html):
        raise UsageError("--families prints trees, which neither --parquet nor --html can hold", "take --jsonl")
    comparison, problems = open_comparison((paths, archive), options, request)
    if as_families:
        found = families(comparison, options)
        print_rows(_FAMILY, ((_family(descent), family_of(descent)) for descent in found), jsonl=jsonl, as_csv=as_csv)
        return exit_code(problems)
    rows = copying.shares(comparison, by)
    if parquet:
        write_shares(rows, Path(parquet))
    if html:
        Path(html).write_text(shares_page(comparison, label_language(lang)), encoding="utf-8", errors="replace")
    if jsonl or as_csv or not (parquet or html):
        keys = [Column(name) for name in ("outlet", "day", "story") if name in by]
        keys += [Column("agency")] if "story" in by else []
        cells = ((_cells(row, plain=as_csv), share_of(row)) for row in rows)
        print_rows([*keys, *_COUNTS], cells, jsonl=jsonl, as_csv=as_csv)
    return exit_code(problems)


_COUNTS = (
    Column("articles", right=True),
    Column("words", right=True),
    Column("own", right=True),
    Column("shared", right=True),
    Column("press release", right=True),
    Column("credited", right=True),
    Column("uncredited", right=True),
)
_FAMILY = (
    Column("id"),
    Column("agency"),
    Column("articles", right=True),
    Column("nearest"),
    Column("edges", right=True),
    Column("unknown", right=True),
    Column("notices", right=True),
)


def _cells(row: Share, *, plain: bool) -> tuple[str, ...]:
    """Return the cells of a row: shares in percent for people, words in a file of comma-separated values."""
    keys = [part for part in (row.outlet, row.day, row.origin) if part is not None]
    if row.origin is not None:
        keys.append(row.agency or "")
    counts = (row.own, row.shared, row.press_release, row.credited, row.uncredited)
    shown = [str(count) if plain else f"{count / max(1, row.words):.1%}" for count in counts]
    return (*keys, str(row.articles), str(row.words), *shown)


def _family(descent: Descent) -> tuple[str, ...]:
    family = descent.family
    return (
        descent.origin.id,
        descent.origin.agency or "",
        str(len(descent.members)),
        family.root or "",
        str(len(family.edges)),
        str(len(family.unknown)),
        str(len(descent.notices)),
    )
