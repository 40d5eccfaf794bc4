"""How many conflicts that `judge` lists are right, where real reports in like sentences give different numbers?

    python -m bench.quality.differing

180 pairs of numbers (`labels/differing_2021.jsonl`: ids, offsets, labels; the texts stay in the corpus) from sentences
that share rare words, of two outlets, at most a day apart, at odd places of the stream. Their values exclude each
other, and an earlier state of `judge` called them a conflict or doubted it, so that false alarms are much more frequent
here than among pairs drawn otherwise: this measures those. One reader labelled them without knowing that judgement.
They may be tuned on, and were.
"""

from pathlib import Path

from bench.quality.corpora import corpus_digest, load_scorer, print_measured
from bench.quality.judge import flat_scores
from bench.quality.pairs import STREAM, labelled
from quellenlage.api.judge import judge_pair
from quellenlage.api.options import Options
from quellenlage.languages import load_pack

LABELS = Path(__file__).with_name("labels") / "differing_2021.jsonl"


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return accuracy and the scores of each relation; numbers are judged alike on both paths."""
    gold = labelled(shared, "numbers", LABELS)
    pack, options = load_pack("de"), Options(fast=True)
    predicted = [{"id": id_, "relation": judge_pair(row, options, pack).relation} for id_, row in gold.items()]
    scores = flat_scores(load_scorer(shared).judge(list(gold.values()), predicted))
    return {"differing.all": (scores, corpus_digest(LABELS, shared / STREAM))}


if __name__ == "__main__":
    print_measured(measure)
