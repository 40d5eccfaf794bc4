"""Does what is shipped judge pairs of claims and of numbers as a careful reader did?

    python -m bench.quality.judge

The records at odd places of a file may be read and tuned on; those at even places only measure. "default" reads with
the learned part, "fast" with rules alone.
"""

from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, halves, load_scorer, print_measured, rows
from quellenlage.api.judge import judge_pair
from quellenlage.api.options import Options
from quellenlage.languages import load_pack

FILES = {"numbers": "numbers_dev.jsonl", "claims": "claims_dev.jsonl"}


def measure(shared: Path, paths: tuple[str, ...] = ("default", "fast")) -> dict[str, tuple[dict[str, float], str]]:
    """Return accuracy and the scores of each relation for numbers and claims, both halves and all."""
    pack, scorer = load_pack("de"), load_scorer(shared)
    measured = {}
    for kind, name in FILES.items():
        file = shared / "corpora" / "claims" / name
        gold = {str(row["id"]): row for row in rows(file)}
        for path in paths:
            options = Options(fast=path == "fast")
            relations = {id_: judge_pair({**row, "kind": kind}, options, pack).relation for id_, row in gold.items()}
            for half, part in halves(gold).items():
                predicted = [{"id": id_, "relation": relations[id_]} for id_ in part]
                scores = flat_scores(scorer.judge(list(part.values()), predicted))
                measured[f"judge.{kind}_{path}_{half}"] = (scores, corpus_digest(file))
    return measured


def flat_scores(scores: dict[str, Any]) -> dict[str, float]:
    """Return what the scorer says of judged pairs as flat names: `same_f1`."""
    flat = {"accuracy": float(scores["accuracy"])}
    for relation, values in scores.items():
        if isinstance(values, dict):
            flat |= {f"{relation}_{name}": float(value) for name, value in values.items()}
    return flat


if __name__ == "__main__":
    print_measured(measure)
