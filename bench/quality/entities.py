"""Does what is shipped find names, group them, and tie descriptions to them, as the corpora have it?

    python -m bench.quality.entities              prints what the gate pins

own_dev only measures. Of germeval2014_dev, the records 1760 to 2199 are the ones that a model trained on the rest may
be measured on. Each is read by `--fast` and by the default path.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, load_scorer, print_measured, rows
from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import digest

# The records of GermEval's development part that nothing shipped is trained on.
GERMEVAL_FROM = 1760


def predict(gold: Mapping[str, Mapping[str, Any]], *, fast: bool) -> dict[str, dict[str, Any]]:
    """Return the entities that are found in the texts of gold records, as `quellenlage read --jsonl` prints them."""
    pack = load_pack("de")
    found = {}
    for name, row in gold.items():
        article = Article(
            id=name,
            text=row["text"],
            text_id=digest(row["text"].encode()),
            source_id="",
            name=name,
            published=row.get("published"),
            language="de",
        )
        mentions = read_article(article, pack, ReadOptions(fast=fast)).entities
        found[name] = {
            "id": name,
            "entities": [
                {
                    "start": mention.span.start,
                    "end": mention.span.end,
                    "label": mention.label,
                    "entity": mention.entity,
                    "mention": mention.kind,
                }
                for mention in mentions
            ],
        }
    return found


def flat(result: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the scores of one measurement by flat names."""
    names = {"strict_f1": "strict", "span_f1": "span", "bcubed_f1": "same_entity", "roles_f1": "roles"}
    scores = {name: result[key]["f1"] for name, key in names.items() if key in result}
    return scores | {f"{label.lower()}_f1": result[label]["f1"] for label in ("PER", "LOC", "ORG", "OTH")}


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return the scores of both corpora on both paths."""
    score = load_scorer(shared)
    folder = shared / "corpora" / "entities"
    files = {"own_dev": folder / "own_dev.jsonl.gz", "germeval": folder / "germeval2014_dev.jsonl.gz"}
    measured = {}
    for corpus, file in files.items():
        gold = {row["id"]: row for row in list(rows(file))[GERMEVAL_FROM if corpus == "germeval" else 0 :]}
        for path in ("fast", "default"):
            result = score.entities(gold, predict(gold, fast=path == "fast"))
            measured[f"entities.{corpus}_{path}"] = (flat(result), corpus_digest(file))
    return measured


if __name__ == "__main__":
    print_measured(measure)
