"""Does what is shipped find times and their values as KRAUTS has them?

The records at odd places of the file may be tuned on; those at even places only measure.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, halves, load_scorer, print_measured, rows
from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.times import find_times
from quellenlage.text import digest

SCORES = ("strict", "relaxed", "strict_value", "relaxed_value")


def corpus(shared: Path) -> Path:
    """Return the file of gold times."""
    return shared / "corpora" / "times" / "krauts_dev.jsonl.gz"


def predict(gold: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the times that are found in the texts of gold records, as `quellenlage read --jsonl` prints them."""
    pack = load_pack("de")
    found = {}
    for name, row in gold.items():
        article = Article(
            id=name,
            text=row["text"],
            text_id=digest(row["text"].encode()),
            source_id="",
            name=name,
            published=row["published"],
            language="de",
        )
        times = find_times(find_layout(article, pack))
        found[name] = {
            "id": name,
            "times": [
                {"start": time.span.start, "end": time.span.end, "type": time.type, "value": time.value}
                for time in times
            ],
        }
    return found


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return strict, relaxed and value F1 for the odd records, the even ones, and all of them."""
    file = corpus(shared)
    gold = {row["id"]: row for row in rows(file)}
    score = load_scorer(shared)
    found = predict(gold)
    measured = {}
    for half, part in halves(gold).items():
        result = score.times(part, {name: found[name] for name in part})
        measured[f"times.krauts_{half}"] = ({name: result[name]["f1"] for name in SCORES}, corpus_digest(file))
    return measured


if __name__ == "__main__":
    print_measured(measure)
