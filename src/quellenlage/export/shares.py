"""Whose words articles consist of, as plain values and as a Parquet file."""

import importlib
from collections.abc import Sequence
from pathlib import Path

from quellenlage.errors import UsageError
from quellenlage.export.spans import Json
from quellenlage.model import Share

COUNTS = ("own", "shared", "press_release", "credited", "uncredited")


def share_json(share: Share) -> Json:
    """Return one row of `quellenlage origins`: of which articles, how many words are whose, and shares of all (0..1).

    `outlet`, `day`, `origin` (with its `agency`) are there where rows are told apart by them.
    """
    keys = {"outlet": share.outlet, "day": share.day, "origin": share.origin}
    row: Json = {name: value for name, value in keys.items() if value is not None}
    if share.origin is not None:
        row["agency"] = share.agency
    row |= {"articles": share.articles, "words": share.words}
    row |= {name: getattr(share, name) for name in COUNTS}
    row |= {f"{name}_share": round(getattr(share, name) / max(1, share.words), 3) for name in COUNTS}
    return row


def write_parquet(rows: Sequence[Json], file: Path) -> None:
    """Write rows of equal keys as a Parquet file.

    Raises:
        UsageError: the package that writes Parquet is not installed.
    """
    try:
        pyarrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        what = "Parquet files are written by the package pyarrow, which is not installed"
        raise UsageError(what, "pip install 'quellenlage[parquet]', or take --csv") from error
    parquet.write_table(pyarrow.Table.from_pylist(list(rows)), str(file))
