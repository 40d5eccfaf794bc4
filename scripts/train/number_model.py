"""Make `languages/de/number_model.json`: how the evidence of two numbers is weighed.

    PYTHONPATH=src QUELLENLAGE_SHARED=../shared python scripts/train/number_model.py OUT.json

Trained on pairs written for it (`pairs/numbers_{a,b}.tsv`: relation, story, then day and sentence of both sides, the
number between ⟦ and ⟧), on pairs of real articles that were labelled for it (`pairs/numbers_real.jsonl`: ids and
offsets in the stream of stories, no text; every other one) and on the odd records of numbers_dev. Numbers that can both
be right: one quantity or two, a logistic regression. Numbers that exclude each other: conflict, update or two
quantities, a multinomial one. What speaks for one quantity may not get a weight against it, nor the other way round: in
written pairs, equal numbers of two quantities are far more frequent than in news. The script is not called numbers.py,
which would hide a module of the standard library.
"""

import argparse
import gzip
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quellenlage.api.judge import find_pair
from quellenlage.api.options import Options
from quellenlage.compare.meaning.terms import make_space
from quellenlage.compare.numbers.evidence import ROLES, TOLD, weigh
from quellenlage.compare.numbers.passing import pass_time
from quellenlage.compare.numbers.values import comparable, compatible
from quellenlage.languages import LanguagePack, load_pack

PAIRS = Path(__file__).parent / "pairs"
WRITTEN, HELD = ("numbers_a.tsv", "numbers_b.tsv"), "numbers_held.tsv"
STREAM = Path("corpora") / "stories" / "stream_2021_jan_apr.jsonl.gz"
DEV = Path("corpora") / "claims" / "numbers_dev.jsonl"
# One real pair tells as much as so many written ones, which are harder and shorter.
REAL_WEIGHT, DEV_WEIGHT = 3.0, 4.0
# Ridge on the weights of scaled evidence, for values that can both be right and for others.
RIDGE_SAME, RIDGE_APART = 40.0, 40.0
ROUNDS = 60
FOR = frozenset(
    (
        *("agree_equal", "agree_digits", "agree_age", "own", "near", "whole", "both", "both_near", "window", "meaning"),
        *("meaning_near", "letters", "nouns_alike", "nouns_found", "nouns_general", "state_same", "others_shared"),
        *("names_shared", "days_same", "roles_shared"),
    )
)
AGAINST = frozenset(
    (
        *(
            "agree_small",
            "agree_vague",
            "apart",
            "other_units",
            "both_values",
            "part_of_sum",
            "nouns_clash",
            "nouns_one",
        ),
        *("state_other", "state_loose", "state_one", "others_clash", "rivals", "unmatched", "foreign", "names_apart"),
        *("names_close_apart", "days_other", "days_years", "days_background", "daily_apart", "daily_total", "gap"),
        *(f"{where}_{role}" for where in ("one", "close") for role in ROLES if role not in ("progress", "before")),
        *(f"told_{role}" for role in TOLD),
    )
)
# Words for a later state are none of a conflict.
NO_CONFLICT = frozenset(("progress", "before", "told", "one_progress", "close_progress", "one_before", "close_before"))

# What is known beforehand, as weights that the ridge draws to: who is dead is not injured, a part is not the whole.
KNOWN: Mapping[str, float] = MappingProxyType({"state_other": -3.0, "part_of_sum": -2.0, "both_values": -1.5})
# What written pairs have more of than news, by the way they were written: each is weighed apart.
OWN = (
    "agree_equal",
    "agree_digits",
    "agree_small",
    "agree_vague",
    "gap",
    "rivals",
    "kind_age",
    "kind_money",
)
_WRITTEN = "written:"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: its relation, its story, its weight, whether both values can be right, and the evidence."""

    relation: str
    story: str
    weight: float
    agree: bool
    evidence: Mapping[str, float]


def read_pairs(shared: Path, *, everything: bool) -> Iterator[tuple[dict[str, Any], float]]:
    """Yield the pairs as `judge` takes them, with relation, story and weight; the rest is kept to measure with."""
    for name in WRITTEN if not everything else (*WRITTEN, HELD):
        for line in (PAIRS / name).read_text(encoding="utf-8").splitlines():
            relation, story, left_day, left, right_day, right = line.split("\t")
            sides = {"left": _side(left_day, left), "right": _side(right_day, right)}
            yield {"relation": relation, "story": story, "kind": "numbers", **sides}, 1.0
    lines = (PAIRS / "numbers_real.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    with gzip.open(shared / STREAM, "rt", encoding="utf-8") as stream:
        texts = {row["id"]: row["text"] for row in map(json.loads, stream)}
    for label in labels[:: 1 if everything else 2]:
        real = {side: _cut(texts, label[side]) for side in ("left", "right")}
        yield {"relation": label["relation"], "story": label["left"][0], "kind": "numbers", **real}, REAL_WEIGHT
    with (shared / DEV).open(encoding="utf-8") as records:
        for record in list(map(json.loads, records))[::2]:
            yield {**record, "kind": "numbers", "story": "dev" + record["id"]}, DEV_WEIGHT


def _side(published: str, marked: str) -> dict[str, Any]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return {
        "text": marked.replace("⟦", "").replace("⟧", ""),
        "published": published,
        "start": start,
        "end": end,
    }


def _cut(texts: Mapping[str, str], place: Sequence[Any]) -> dict[str, Any]:
    article, first, last, start, end, published = place
    return {"text": texts[article][first:last], "published": published, "start": start, "end": end}


def read_rows(shared: Path, pack: LanguagePack, *, everything: bool) -> Iterator[Row]:
    """Yield the evidence of every pair that can be compared."""
    for pair, weight in read_pairs(shared, everything=everything):
        left, right = find_pair(pair, Options(fast=True), pack)
        if left is None or right is None or not comparable(left.value, right.value):
            continue
        space = make_space((term for f in (left, right) for term in (*f.noun, *f.near, *f.far)), pack)
        agree = compatible(left.value, right.value, left.published or right.published)
        evidence = {**weigh(left, right, space), **({} if agree else pass_time(left, right))}
        yield Row(pair["relation"], pair["story"], weight, agree, evidence)


def fit_signed(rows: Sequence[Row], classes: Sequence[str], ridge: float) -> dict[str, dict[str, Any]]:
    """Return bias and weights by class; a weight of the wrong sign becomes none, and all are fitted again."""
    names = list(dict.fromkeys(name for row in rows for name in row.evidence))
    own = [f"{_WRITTEN}{name}" for name in ("", *OWN) if classes == ("same",)]
    table = np.array([[row.evidence[name] for name in names] + [_own(row, name) for name in own] for row in rows])
    names += own
    labels = np.array([[float(_counts(row, c)) for c in classes] for row in rows])
    counts = np.array([row.weight for row in rows])
    spread = table.std(axis=0)
    kept = [n for n in range(len(names)) if spread[n] > 1e-6]
    wrong = np.zeros((len(classes), len(names)), bool)
    known = np.array([KNOWN.get(names[n], 0.0) * spread[n] for n in kept])
    while True:
        scaled = (table[:, kept] - table[:, kept].mean(axis=0)) / spread[kept]
        found = _fit_without(scaled, labels, counts, np.where(wrong[:, kept], 1e9, ridge), known)
        bad = [
            (c, n) for c, one in enumerate(classes) for k, n in enumerate(kept) if _is_wrong(names[n], one, found[c, k])
        ]
        if not bad:
            break
        for c, n in bad:
            wrong[c, n] = True
    weights = found[:, :-1] / spread[kept]
    bias = found[:, -1] - weights @ table[:, kept].mean(axis=0)
    return {
        one: {
            "bias": round(float(bias[c]), 3),
            "weights": {
                names[n]: round(float(weights[c, k]), 3)
                for k, n in enumerate(kept)
                if abs(weights[c, k]) >= 5e-4 and not names[n].startswith(_WRITTEN)
            },
        }
        for c, one in enumerate(classes)
    }


def _own(row: Row, name: str) -> float:
    """Return evidence that only written pairs have: what it weighs there says nothing of news, and is not stored."""
    name = name.removeprefix(_WRITTEN)
    return 0.0 if row.weight > 1 else row.evidence[name] if name else 1.0


def _counts(row: Row, kind: str) -> bool:
    """Say whether a pair is of a class: agreeing values of one quantity are the same."""
    return row.relation != "different" if kind == "same" else row.relation == kind


def _fit_without(rows: Floats, labels: Floats, counts: Floats, ridge: Floats, known: Floats) -> Floats:
    """Fit with some weights held at nothing: a very strong ridge does that."""
    columns = np.column_stack((rows, np.ones(len(rows))))
    size, classes = columns.shape[1], labels.shape[1]
    held = np.column_stack((ridge, np.zeros(classes)))
    weights = np.zeros((classes, size))
    for _ in range(ROUNDS):
        odds = np.exp(np.clip(columns @ weights.T, -30, 30))
        guess = odds / (1 + odds.sum(axis=1, keepdims=True))
        gradient = ((counts[:, None] * (guess - labels)).T @ columns + held * (weights - [*known, 0.0])).ravel()
        curve = np.diag(held.ravel())
        for a in range(classes):
            for b in range(classes):
                bend = counts * guess[:, a] * ((a == b) - guess[:, b])
                curve[a * size : (a + 1) * size, b * size : (b + 1) * size] += (columns * bend[:, None]).T @ columns
        step = np.linalg.solve(curve, gradient)
        weights -= step.reshape(classes, size)
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _is_wrong(name: str, kind: str, weight: float) -> bool:
    if kind == "conflict" and name in NO_CONFLICT:
        return weight > 1e-6
    return (name in FOR and weight < -1e-6) or (name in AGAINST and weight > 1e-6)


def make_model(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Return the model of these pairs, as it is stored."""
    agreeing = [row for row in rows if row.agree]
    apart = [row for row in rows if not row.agree and row.relation != "same"]
    return {**fit_signed(agreeing, ("same",), RIDGE_SAME), **fit_signed(apart, ("conflict", "update"), RIDGE_APART)}


def main() -> None:
    """Read the pairs, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--everything", action="store_true", help="keep no pairs to measure with")
    options = parser.parse_args()
    shared = Path(os.environ.get("QUELLENLAGE_SHARED", "../shared"))
    rows = list(read_rows(shared, load_pack("de"), everything=options.everything))
    options.out.write_text(json.dumps(make_model(rows), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
