"""How many conflicts that `judge` lists are right, where real reports speak of one event in other numbers?

    python -m bench.quality.differing

Two sets of labels (ids, offsets, labels; the texts stay in the corpus), both of odd places of the stream.

`labels/differing_2021.jsonl`: 180 pairs of numbers from sentences that share rare words, of two outlets, at most a day
apart. Their values exclude each other, and an earlier state of `judge` called them a conflict or doubted it, so that
false alarms are much more frequent here than among pairs drawn otherwise: this measures those. One reader labelled them
without knowing that judgement. They may be tuned on, and were.

`labels/picked_2021.jsonl`: 271 pairs that three readers picked as those of `claims/numbers_dev` were picked: story by
story, conflicts sought for, near misses and equal numbers of two quantities beside them, by the same rules, without
knowing any judgement. One reader each; `sure` is false where an honest second reader might differ (50 pairs, more than
half of the conflicts). Pairs at odd places may be tuned on, even ones measure.
"""

from pathlib import Path

from bench.quality.corpora import corpus_digest, halves, load_scorer, print_measured
from bench.quality.judge import flat_scores
from bench.quality.pairs import STREAM, labelled
from quellenlage.api.judge import judge_pair
from quellenlage.api.options import Options
from quellenlage.languages import load_pack

LABELS = Path(__file__).with_name("labels")


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return accuracy and the scores of each relation; numbers are judged alike on both paths."""
    measured = {"differing.all": _measure(shared, LABELS / "differing_2021.jsonl")["all"]}
    for half, scores in _measure(shared, LABELS / "picked_2021.jsonl").items():
        measured[f"differing.picked_{half}"] = scores
    return measured


def _measure(shared: Path, labels: Path) -> dict[str, tuple[dict[str, float], str]]:
    gold = labelled(shared, "numbers", labels)
    pack, options, scorer = load_pack("de"), Options(fast=True), load_scorer(shared)
    relations = {id_: judge_pair(row, options, pack).relation for id_, row in gold.items()}
    measured = {}
    for half, part in halves(gold).items():
        predicted = [{"id": id_, "relation": relations[id_]} for id_ in part]
        scores = flat_scores(scorer.judge(list(part.values()), predicted))
        measured[half] = (scores, corpus_digest(labels, shared / STREAM))
    return measured


if __name__ == "__main__":
    print_measured(measure)
