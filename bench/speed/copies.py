"""How long do all copies of a country's press take, and how much memory?

    python -m bench.speed.copies [--workers 2]

The stream is loaded, read as far as copies need it, and compared, all pairs within the window; beside it, in the same
run, MinHash candidates by rensa and datasketch, where they are installed: they name pairs of whole documents, without
a passage. Growth: every second article against all of them, in the same span of days. Prints a table and writes
bench/results/speed_copies.json.
"""

import argparse
import json
import platform
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from bench.peers.copies import minhash_pairs
from bench.quality.copies import corpora, read_for_copies
from bench.quality.corpora import ROOT, find_shared
from quellenlage.compare import find_copies
from quellenlage.ingest import load
from quellenlage.languages import load_pack
from quellenlage.model import Article, Reading
from quellenlage.run import engine_for
from quellenlage.text import find_words

Result = TypeVar("Result")


def _read(article: Article) -> Reading:
    return read_for_copies(article, load_pack("de"))


def _timed(stage: Callable[[], Result]) -> tuple[Result, float]:
    started = time.perf_counter()
    result = stage()
    return result, time.perf_counter() - started


def _peak() -> float:
    """Return the largest memory of this process and of its largest child so far, together, in MiB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def _whole(stream: Path, step: int, workers: int) -> tuple[list[Reading], int, dict[str, float]]:
    """Load, read and compare every `step`-th article: readings, pairs, and the seconds of each stage."""
    pack = load_pack("de")
    loaded, ingest = _timed(lambda: [item.article for item in islice(load([stream]), 0, None, step)])
    articles = [article for article in loaded if article]
    readings, read = _timed(lambda: list(engine_for(workers).map(_read, articles)))
    copies, compare = _timed(lambda: find_copies(readings, pack))
    seconds = {"ingest_s": ingest, "read_s": read, "compare_s": compare, "whole_s": ingest + read + compare}
    return readings, len(copies), {name: round(value, 2) for name, value in seconds.items()}


def measure(workers: int) -> dict[str, float] | None:
    """Return seconds of each stage, peak memory (MiB) and growth, or None without the corpora."""
    shared = find_shared()
    if shared is None:
        return None
    stream = corpora(shared)[1]
    _, _, half = _whole(stream, 2, workers)
    readings, pairs, seconds = _whole(stream, 1, workers)
    texts = [reading.article.text for reading in readings]
    found = {
        "articles": len(texts),
        "words": sum(len(find_words(text)) for text in texts),
        "pairs": pairs,
        **seconds,
        "peak_mib": round(_peak()),
        "half_whole_s": half["whole_s"],
        "growth": round(seconds["whole_s"] / half["whole_s"], 2),
    }
    return found | _peers(texts)


def _peers(texts: Sequence[str]) -> dict[str, float]:
    seconds: dict[str, float] = {}
    for peer in ("rensa", "datasketch"):
        pairs, elapsed = _timed(lambda peer=peer: minhash_pairs(peer, texts))  # type: ignore[misc]  # a default binds it now
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
    (ROOT / "bench/results/speed_copies.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
