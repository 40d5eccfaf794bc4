"""Make `languages/de/number_model.json`: how the evidence of two numbers is weighed.

    PYTHONPATH=src python scripts/train/number_model.py OUT.json --everything

Trained on pairs written for it (`pairs/numbers_*.tsv`: relation, story, then day and sentence of both sides, the number
between ⟦ and ⟧). Numbers that can both be right: one quantity or two, a logistic regression. Numbers that exclude each
other: conflict, update or two quantities, a multinomial one. What speaks for one quantity may not get a weight against
it, nor the other way round. What written pairs have more of than news (equal numbers of two quantities) is weighed
apart and not stored; where the lines between the relations lie in news was tuned on odd records (`judging.py`). The
script is not called numbers.py, which would hide a module of the standard library.
"""

import argparse
import json
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
# Ridge on the weights of scaled evidence, for values that can both be right and for others.
RIDGE_SAME, RIDGE_APART = 40.0, 40.0
ROUNDS = 60
# A smaller weight is none.
SMALLEST = 5e-4
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
NO_CONFLICT = frozenset(
    ("course", "progress", "before", "told", "one_progress", "close_progress", "one_before", "close_before")
)

# Words for a later state speak for an update, on one day as well.
LATER = frozenset(
    (
        "course",
        "progress",
        "before",
        "told",
        "told_same_time",
        "one_progress",
        "close_progress",
        "one_before",
        "close_before",
    )
)
# What is known beforehand, as weights that the ridge draws to: who is dead is not injured, a part is not the whole.
KNOWN: Mapping[str, float] = MappingProxyType({"state_other": -3.0, "part_of_sum": -2.0, "both_values": -1.5})
# What written pairs have more of than news, by the way they were written: what it weighs there is not stored, but what
# is known beforehand (agreeing small numbers are often chance; tuned on the odd records of numbers_dev).
OWN: Mapping[str, float] = MappingProxyType(
    {
        **dict.fromkeys(("agree_equal", "agree_digits", "agree_vague", "kind_age", "kind_money"), 0.0),
        "agree_small": -0.8,
        "gap": -0.3,
        "rivals": -0.1,
    }
)

# In news, what speaks against one quantity tells more than among written pairs, which are alike on purpose: by this
# factor where values exclude each other; and relations are not as frequent (added to the bias, log odds). Tuned on the
# odd records of numbers_dev and of bench/quality/labels/pairs_2021.jsonl, the only thing that these were used for.
AGAINST_IN_NEWS = 1.5
BIAS_IN_NEWS: Mapping[str, float] = MappingProxyType({"same": 0.75, "conflict": -0.75, "update": -0.5})

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: its relation, its story, whether both values can be right, and the evidence."""

    relation: str
    story: str
    agree: bool
    evidence: Mapping[str, float]


def read_pairs(*, everything: bool) -> Iterator[dict[str, Any]]:
    """Yield the pairs as `judge` takes them, with relation and story; the rest is kept to measure with."""
    for name in WRITTEN if not everything else (*WRITTEN, HELD):
        for line in (PAIRS / name).read_text(encoding="utf-8").splitlines():
            relation, story, left_day, left, right_day, right = line.split("\t")
            sides = {"left": _side(left_day, left), "right": _side(right_day, right)}
            yield {"relation": relation, "story": story, "kind": "numbers", **sides}


def _side(published: str, marked: str) -> dict[str, Any]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return {
        "text": marked.replace("⟦", "").replace("⟧", ""),
        "published": published,
        "start": start,
        "end": end,
    }


def read_rows(pack: LanguagePack, *, everything: bool) -> Iterator[Row]:
    """Yield the evidence of every pair that can be compared."""
    for pair in read_pairs(everything=everything):
        left, right = find_pair(pair, Options(fast=True), pack)
        if left is None or right is None or not comparable(left.value, right.value):
            continue
        space = make_space((term for f in (left, right) for term in (*f.noun, *f.near, *f.far)), pack)
        agree = compatible(left.value, right.value, left.published or right.published)
        evidence = {**weigh(left, right, space), **({} if agree else pass_time(left, right))}
        yield Row(pair["relation"], pair["story"], agree, evidence)


def fit_signed(rows: Sequence[Row], classes: Sequence[str], ridge: float) -> dict[str, dict[str, Any]]:
    """Return bias and weights by class; a weight of the wrong sign becomes none, and all are fitted again."""
    names = list(dict.fromkeys(name for row in rows for name in row.evidence))
    table = np.array([[row.evidence[name] for name in names] for row in rows])
    labels = np.array([[float(_counts(row, c)) for c in classes] for row in rows])
    own = OWN if classes == ("same",) else {}
    spread = table.std(axis=0)
    kept = [n for n in range(len(names)) if spread[n] > 1e-6]
    wrong = np.zeros((len(classes), len(names)), bool)
    known = np.array([KNOWN.get(names[n], 0.0) * spread[n] for n in kept])
    while True:
        scaled = (table[:, kept] - table[:, kept].mean(axis=0)) / spread[kept]
        found = _fit_without(scaled, labels, np.where(wrong[:, kept], 1e9, ridge), known)
        bad = [
            (c, n) for c, one in enumerate(classes) for k, n in enumerate(kept) if _is_wrong(names[n], one, found[c, k])
        ]
        if not bad:
            break
        for c, n in bad:
            wrong[c, n] = True
    weights = found[:, :-1] / spread[kept]
    bias = found[:, -1] - weights @ table[:, kept].mean(axis=0)
    stored = {}
    for c, one in enumerate(classes):
        factor = dict.fromkeys(AGAINST, AGAINST_IN_NEWS) if one != "same" else {}
        found_weights = {
            names[n]: own.get(names[n], float(weights[c, k])) * factor.get(names[n], 1.0) for k, n in enumerate(kept)
        }
        kept_weights = {name: round(weight, 3) for name, weight in found_weights.items() if abs(weight) >= SMALLEST}
        stored[one] = {"bias": round(float(bias[c]) + BIAS_IN_NEWS[one], 3), "weights": kept_weights}
    return stored


def _counts(row: Row, kind: str) -> bool:
    """Say whether a pair is of a class: agreeing values of one quantity are the same."""
    return row.relation != "different" if kind == "same" else row.relation == kind


def _fit_without(rows: Floats, labels: Floats, ridge: Floats, known: Floats) -> Floats:
    """Fit with some weights held at nothing: a very strong ridge does that."""
    columns = np.column_stack((rows, np.ones(len(rows))))
    size, classes = columns.shape[1], labels.shape[1]
    held = np.column_stack((ridge, np.zeros(classes)))
    weights = np.zeros((classes, size))
    for _ in range(ROUNDS):
        odds = np.exp(np.clip(columns @ weights.T, -30, 30))
        guess = odds / (1 + odds.sum(axis=1, keepdims=True))
        gradient = ((guess - labels).T @ columns + held * (weights - [*known, 0.0])).ravel()
        curve = np.diag(held.ravel())
        for a in range(classes):
            for b in range(classes):
                bend = guess[:, a] * ((a == b) - guess[:, b])
                curve[a * size : (a + 1) * size, b * size : (b + 1) * size] += (columns * bend[:, None]).T @ columns
        step = np.linalg.solve(curve, gradient)
        weights -= step.reshape(classes, size)
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _is_wrong(name: str, kind: str, weight: float) -> bool:
    if kind == "conflict" and name in NO_CONFLICT:
        return weight > 1e-6
    if kind == "update" and name in LATER:
        return weight < -1e-6
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
    rows = list(read_rows(load_pack("de"), everything=options.everything))
    options.out.write_text(json.dumps(make_model(rows), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
