"""Whose words the outlets print: as plain values, as a Parquet file, as a page."""

from collections.abc import Sequence
from pathlib import Path

from quellenlage.api.copying import Comparison, shares
from quellenlage.export.shares import share_json, write_parquet
from quellenlage.languages import load_pack
from quellenlage.model import Share


def share_of(share: Share) -> dict[str, object]:
    """Return one row of shares as plain values: docs/reference/json.md, Share."""
    return share_json(share)


def write_shares(rows: Sequence[Share], file: Path) -> None:
    """Write rows of shares as a Parquet file.

    Raises:
        UsageError: pyarrow is not installed.
    """
    write_parquet([share_json(row) for row in rows], file)


def shares_page(comparison: Comparison, language: str = "en") -> str:
    """Return a page with the shares of each outlet and each day, with the labels of a language ("de", "en")."""
    from quellenlage.dossier.shares.render import render_shares  # noqa: PLC0415 - loads jinja2

    outlets = shares(comparison, frozenset({"outlet"}))
    days = shares(comparison, frozenset({"day"}))
    return render_shares(outlets, days, load_pack(language).labels, language)
