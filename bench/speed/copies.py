"""How long do all copies of a country's press take, and how much memory?

    python -m bench.speed.copies [--workers 2]

The whole program, as a user runs it: `quellenlage copies STREAM --jsonl`, from the file to the last pair, all pairs
within the window. Beside it, in the same run, MinHash candidates by rensa and datasketch, where they are installed
(pairs of whole documents, without a passage). Growth: every second article against all of them, in the same span of
days. CPU seconds are those of all processes; on a machine that others use, they say more than the clock. Prints a table
and writes bench/results/speed_copies.json.
"""

import argparse
import gzip
import json
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench.peers.copies import minhash_pairs
from bench.quality.copies import corpora
from bench.quality.corpora import ROOT, find_shared, rows
from quellenlage.text import find_words

Result = TypeVar("Result")

# What runs in a process of its own, so that its memory and that of its workers is counted, and nothing else.
_WHOLE = """
import json, resource, sys, time
from quellenlage.cli.main import run
started = time.perf_counter()
code = run(sys.argv[1:])
mine, workers = (resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
cpu = sum(usage.ru_utime + usage.ru_stime for usage in (mine, workers))
found = {"wall_s": time.perf_counter() - started, "cpu_s": cpu, "own": mine.ru_maxrss, "worker": workers.ru_maxrss}
print(json.dumps(found), file=sys.stderr)
sys.exit(code)
"""


def run_whole(stream: Path, workers: int, output: Path) -> dict[str, float]:
    """Run the program on a file and return seconds, CPU seconds and the largest memory (MiB, all processes)."""
    command = [sys.executable, "-c", _WHOLE, "copies", str(stream), "--jsonl", "--workers", str(workers)]
    with output.open("wb") as pairs:
        done = subprocess.run(command, stdout=pairs, stderr=subprocess.PIPE, check=True, cwd=ROOT)
    found = json.loads(done.stderr.splitlines()[-1])
    memory = found.pop("own") + (workers if workers > 1 else 0) * found.pop("worker")
    return {**{name: round(value, 2) for name, value in found.items()}, "peak_mib": round(memory / 1024)}


def measure(workers: int) -> dict[str, float] | None:
    """Return seconds, CPU seconds, memory (MiB) and growth, or None without the corpora."""
    shared = find_shared()
    if shared is None:
        return None
    stream = corpora(shared)[1]
    texts = [str(row["text"]) for row in rows(stream)]
    with tempfile.TemporaryDirectory() as folder:
        pairs, half = Path(folder) / "pairs.jsonl", Path(folder) / "half.jsonl.gz"
        with gzip.open(stream, "rb") as lines, gzip.open(half, "wb", compresslevel=1) as kept:
            kept.writelines(line for number, line in enumerate(lines) if number % 2 == 0)
        smaller = run_whole(half, workers, pairs)
        whole = run_whole(stream, workers, pairs)
        count = len(pairs.read_bytes().splitlines())
    found = {
        "articles": len(texts),
        "words": sum(len(find_words(text)) for text in texts),
        "pairs": count,
        **whole,
        "half_wall_s": smaller["wall_s"],
        "half_cpu_s": smaller["cpu_s"],
        "growth_wall": round(whole["wall_s"] / smaller["wall_s"], 2),
        "growth_cpu": round(whole["cpu_s"] / smaller["cpu_s"], 2),
    }
    return found | _peers(texts)


def timed(stage: Callable[[], Result]) -> tuple[Result, float]:
    """Return what a function returns, and the seconds that it took."""
    started = time.perf_counter()
    result = stage()
    return result, time.perf_counter() - started


def _peers(texts: Sequence[str]) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for peer in ("rensa", "datasketch"):
        pairs, elapsed = timed(lambda peer=peer: minhash_pairs(peer, texts))  # type: ignore[misc]  # a default binds it now
        if pairs is not None:
            seconds |= {f"{peer}_s": round(elapsed, 2), f"{peer}_pairs": len(pairs)}
    return seconds


def main() -> int:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    found = measure(options.workers)
    if found is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED)")
        return 0
    for name, value in found.items():
        print(f"{name:18} {value:12,}")
    found |= {"workers": options.workers}
    kept = {**found, "python": platform.python_version(), "machine": platform.machine()}
    results = ROOT / "bench" / "results"
    results.mkdir(exist_ok=True)
    (results / "speed_copies.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
