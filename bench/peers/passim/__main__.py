"""Passim and us on the same file in the same run: time, memory, and the passages that both find.

    PASSIM_HOME=… [PASSIM_PYTHON=…] python -m bench.peers.passim [FILE]

PASSIM_HOME is a checkout of https://github.com/dasmiq/passim (2.0), PASSIM_PYTHON a Python with its pyspark and
graphframes (this one, if not given). Passim runs in Spark, `local[2]`, all pairs within three days, up to its extents:
aligned passages, before it gathers them. FILE is JSON lines (the stream, if not given). Prints a table and writes
bench/results/passim_copies.json; says that it is skipped where passim is not there.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from bench.peers.passim.agreement import Aligned, aligned_in, found_too
from bench.quality.copies import corpora
from bench.quality.corpora import ROOT, find_shared, rows
from bench.speed.copies import run_whole
from quellenlage.text import parse_partial_date

WINDOW_DAYS = 3
WORKERS = 2
DRIVER_MEMORY = "8g"
# Extents are kept as Parquet; the Python that runs passim can read it.
_TO_JSON = """
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
columns = ("id", "id2", "begin", "end", "begin2", "end2")
spark.read.parquet(sys.argv[1]).select(*columns).write.json(sys.argv[2])
"""


def main() -> int:
    """Run both, compare, print and keep."""
    home, shared = os.environ.get("PASSIM_HOME"), find_shared()
    if not home:
        print("skipped: PASSIM_HOME is not set")
        return 0
    if len(sys.argv) < 2 and shared is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED), and no file was named")
        return 0
    stream = Path(sys.argv[1]) if len(sys.argv) > 1 else corpora(shared)[1]  # type: ignore[arg-type]  # asked above
    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder) / "pairs.jsonl"
        ours = run_whole(stream, WORKERS, pairs)
        seconds = run_passim(Path(home), stream, Path(folder))
        mine = [passage for copy in rows(pairs) for passage in aligned_in(copy)]
        theirs = list(_extents(Path(folder) / "extents.json"))
    found = {"quellenlage": ours, "passim_wall_s": round(seconds, 1), "ratio": round(seconds / ours["wall_s"], 1)}
    found |= agreement(mine, theirs)
    print(json.dumps(found, indent=1))
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    (results / "passim_copies.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return 0


def agreement(mine: list[Aligned], theirs: list[Aligned]) -> dict[str, float]:
    """Return how many passages of at least 50 characters either has, and what share of them the other finds, too."""
    found: dict[str, float] = {}
    for name, passages, others in (("passim", theirs, mine), ("quellenlage", mine, theirs)):
        long = [passage for passage in passages if passage.long_enough()]
        both = sum(found_too(long, others))
        found |= {f"{name}_passages": len(long), f"{name}_alone": len(long) - both}
        found[f"{name}_found_by_other"] = round(both / max(1, len(long)), 4)
    return found


def run_passim(home: Path, stream: Path, folder: Path) -> float:
    """Run passim on a file and return its seconds; its extents then lie in folder/extents.json."""
    given, output = folder / "given.jsonl", folder / "passim"
    _write_given(stream, given)
    python = os.environ.get("PASSIM_PYTHON", sys.executable)
    environment = {
        **os.environ,
        "PYTHONPATH": str(home),
        "PYSPARK_PYTHON": python,
        "PYSPARK_SUBMIT_ARGS": f"--master local[{WORKERS}] --driver-memory {DRIVER_MEMORY} pyspark-shell",
    }
    near = f"uid < uid2 AND abs(day - day2) <= {WINDOW_DAYS}"
    command = [python, "-m", "passim.seriatim", "--all-pairs", "--to-extents", "--fields", "id", "day"]
    started = time.perf_counter()
    subprocess.run([*command, "--filterpairs", near, str(given), str(output)], env=environment, check=True)
    seconds = time.perf_counter() - started
    extents = str(output / "tmp" / "extents.parquet")
    subprocess.run([python, "-c", _TO_JSON, extents, str(folder / "extents.json")], env=environment, check=True)
    return seconds


def _write_given(stream: Path, given: Path) -> None:
    """Write what passim needs of each article: its id, its text, and its day as a number."""
    opener = gzip.open if stream.suffix == ".gz" else open
    with opener(stream, "rt", encoding="utf-8") as lines, given.open("w", encoding="utf-8") as kept:
        for line in lines:
            row = json.loads(line)
            day = parse_partial_date(row.get("published") or "")
            number = day.earliest.toordinal() if day else 0
            kept.write(json.dumps({"id": row["id"], "text": row["text"], "day": number}, ensure_ascii=False) + "\n")


def _extents(folder: Path) -> Iterable[Aligned]:
    for part in sorted(folder.glob("part-*")):
        for row in rows(part):
            yield Aligned(row["id"], row["id2"], (row["begin"], row["end"]), (row["begin2"], row["end2"]))


if __name__ == "__main__":
    sys.exit(main())
