"""How many words a second does one core read, all annotators together?

    python -m bench.speed.reading [--articles 500]

Beside it, in the same run, spaCy's blank German pipeline with its rule-based sentence splitter (tokens and sentences,
nothing else), where `spacy` is installed: a floor below which nothing can be read. Prints a table and writes
bench/results/speed_reading.json.
"""

import argparse
import json
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice

from bench.quality.corpora import ROOT, find_shared, rows
from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import digest, find_words

STREAM = "corpora/stories/stream_2021_jan_apr.jsonl.gz"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    count: int = parser.parse_args().articles
    shared = find_shared()
    if shared is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED)")
        return 0
    articles = [_article(row) for row in islice(rows(shared / STREAM), count)]
    words = sum(len(find_words(article.text)) for article in articles)
    figures = {name: words / _seconds(read, articles) for name, read in _readers().items()}
    peer = figures.get("spacy blank de")
    for name, speed in figures.items():
        print(f"{name:18} {speed:10,.0f} words/s   {f'{speed / peer:.2f} x spaCy blank' if peer else ''}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'peak memory':18} {peak:10,.0f} MiB")
    result = {
        "articles": len(articles),
        "words": words,
        "words_per_second": {name: round(speed) for name, speed in figures.items()},
        "peak_mib": round(peak),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }
    (ROOT / "bench/results/speed_reading.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def _article(row: dict[str, str]) -> Article:
    text_id = digest(row["text"].encode())
    return Article(
        id=row["id"],
        text=row["text"],
        text_id=text_id,
        source_id="",
        name="",
        published=row["published"],
        language="de",
    )


def _readers() -> dict[str, Callable[[Article], object]]:
    pack = load_pack("de")
    readers: dict[str, Callable[[Article], object]] = {
        "fast": lambda article: read_article(article, pack, ReadOptions(fast=True)),
        "default": lambda article: read_article(article, pack, ReadOptions()),
    }
    try:
        import spacy  # noqa: PLC0415 - a peer that may be missing
    except ImportError:
        return readers
    blank = spacy.blank("de")
    blank.add_pipe("sentencizer")
    return {**readers, "spacy blank de": lambda article: blank(article.text)}


def _seconds(read: Callable[[Article], object], articles: Iterable[Article]) -> float:
    listed = list(articles)
    read(listed[0])  # what is compiled or loaded once is not part of the speed
    started = time.perf_counter()
    for article in listed:
        read(article)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
