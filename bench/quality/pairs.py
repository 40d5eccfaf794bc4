"""Does what is shipped judge pairs of sentences that two readers of the stream labelled?

    python -m bench.quality.pairs

550 pairs of sentences and 260 of numbers (`labels/pairs_2021.jsonl`: ids, offsets, labels; the texts stay in the
corpus). Drawn from 190 pairs of articles at odd places of the stream: two outlets, at most a day apart, much in common.
Sentences were drawn among those that are each other's nearest (multilingual-e5-small), numbers among comparable ones in
like sentences, so that the judgement measured here chose neither. `relation` is the first reader's label ("none", what
is no claim at all, counts as related), `sure` false where an honest second reader might differ, `second` the label of a
second reader, given without knowing the first. Pairs at odd places of their kind may be tuned on; even ones measure.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, halves, load_scorer, print_measured, rows
from bench.quality.judge import flat_scores
from quellenlage.api.judge import judge_pair
from quellenlage.api.options import Options
from quellenlage.languages import load_pack

LABELS = Path(__file__).with_name("labels") / "pairs_2021.jsonl"
STREAM = "corpora/stories/stream_2021_jan_apr.jsonl.gz"


def labelled(shared: Path, kind: str, labels: Path = LABELS) -> dict[str, dict[str, Any]]:
    """Return the labelled pairs of a kind as lines of `quellenlage judge`, by id."""
    chosen = [row for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()) if row["kind"] == kind]
    wanted = {row[side]["article"] for row in chosen for side in ("left", "right")}
    articles = {row["id"]: row for row in rows(shared / STREAM) if row["id"] in wanted}
    for row in chosen:
        for side in ("left", "right"):
            row[side] = _side(row[side], articles[row[side]["article"]])
        row["relation"] = "related" if row["relation"] == "none" else row["relation"]
    return {row["id"]: row for row in chosen}


def _side(place: dict[str, Any], article: dict[str, Any]) -> dict[str, Any]:
    side = {key: article[key] for key in ("outlet", "published")}
    side["text"] = article["text"][place["start"] : place["end"]]
    if "mark" in place:
        side["start"], side["end"] = place["mark"]
    return side


def agreement(pairs: Iterable[dict[str, Any]]) -> float:
    """Return Cohen's kappa of the two readers, over the pairs that both have read."""
    both = [
        (row["relation"], "related" if row["second"] == "none" else row["second"]) for row in pairs if "second" in row
    ]
    seen = sum(one == two for one, two in both) / len(both)
    counts = [Counter(pair[n] for pair in both) for n in (0, 1)]
    chance = sum(counts[0][label] * counts[1][label] for label in counts[0]) / len(both) ** 2
    return float((seen - chance) / (1 - chance))


def measure(shared: Path, paths: tuple[str, ...] = ("default", "fast")) -> dict[str, tuple[dict[str, float], str]]:
    """Return accuracy and the scores of each relation, for both kinds, both halves and all; and how readers agree."""
    pack, scorer, digest = load_pack("de"), load_scorer(shared), corpus_digest(LABELS, shared / STREAM)
    measured = {}
    for kind in ("claims", "numbers"):
        gold = labelled(shared, kind)
        measured[f"pairs.{kind}_readers"] = ({"kappa": round(agreement(gold.values()), 4)}, digest)
        for path in paths:
            options = Options(fast=path == "fast")
            relations = {id_: judge_pair(row, options, pack).relation for id_, row in gold.items()}
            for half, part in halves(gold).items():
                predicted = [{"id": id_, "relation": relations[id_]} for id_ in part]
                measured[f"pairs.{kind}_{path}_{half}"] = (
                    flat_scores(scorer.judge(list(part.values()), predicted)),
                    digest,
                )
    return measured


if __name__ == "__main__":
    print_measured(measure)
