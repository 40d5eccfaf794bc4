"""How long do all copies of a country's press take, and how much memory?

    python -m bench.speed.copies [--articles N] [--workers 2]

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
    """Return the largest memory of this process and of its largest child so far, in MiB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def measure(count: int | None, workers: int) -> dict[str, float] | None:
    """Return seconds of each stage, peak memory (MiB) and growth, or None without the corpora."""
    shared = find_shared()
    if shared is None:
        return None
    pack = load_pack("de")
    stream = corpora(shared)[1]
    loaded, ingest = _timed(lambda: list(islice((item.article for item in load([stream])), count)))
    articles = [article for article in loaded if article]
    readings, read = _timed(lambda: list(engine_for(workers).map(_read, articles)))
    copies, compare = _timed(lambda: find_copies(readings, pack))
    peak = _peak()
    half = _timed(lambda: find_copies(readings[::2], pack))[1]
    found = {
        "articles": len(articles),
        "words": sum(len(find_words(article.text)) for article in articles),
        "pairs": len(copies),
        "ingest_s": round(ingest, 2),
        "read_s": round(read, 2),
        "compare_s": round(compare, 2),
        "whole_s": round(ingest + read + compare, 2),
        "peak_mib": round(peak),
        "half_compare_s": round(half, 2),
        "growth": round(compare / half, 2),
    }
    return found | _peers([article.text for article in articles])


def _peers(texts: Sequence[str]) -> dict[str, float]:
    seconds = {}
    for peer in ("rensa", "datasketch"):
        pairs, elapsed = _timed(lambda peer=peer: minhash_pairs(peer, texts))  # type: ignore[misc]  # a default binds it now
        if pairs is not None:
            seconds |= {f"{peer}_s": round(elapsed, 2), f"{peer}_pairs": len(pairs)}
    return seconds


def main() -> int:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    found = measure(options.articles, options.workers)
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
