"""Make `languages/de/number_model.json`: how the evidence of two numbers is weighed.

    PYTHONPATH=src python scripts/train/number_model.py OUT.json

Trained on the labelled pairs of stories written for it (`stories.py`), with the hours of their reports and once more
with the days alone, as archives often have them; and on pairs written one by one (`pairs/numbers_*.tsv`: relation,
story, then day and sentence of both sides, the number between ⟦ and ⟧), which hold more traps. What the latter have
more of than news, relations and equal numbers, is weighed apart and not stored. Numbers that can both be right: one
quantity or two, a logistic regression. Numbers that exclude each other: conflict, update or two quantities, a
multinomial one. What speaks for one quantity may not get a weight against it, nor the other way round. With `--folds`,
it measures itself instead: on stories held out, and on pairs that no model learns from (`pairs/unseen_numbers.tsv`:
1,782 written as the corpus' annotator picks, all relations about as frequent). (Called numbers.py, it would hide a
module of the standard library.)
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from stories import FOLDS, StoryPair, read_stories

from quellenlage.api.judge import find_pair
from quellenlage.api.options import Options
from quellenlage.compare.linear import make_linear
from quellenlage.compare.numbers.evidence import ROLES, TOLD
from quellenlage.compare.numbers.judging import gather_evidence, weigh_up
from quellenlage.compare.numbers.values import comparable
from quellenlage.compare.numbers.weights import Model
from quellenlage.languages import LanguagePack, load_pack

PAIRS = Path(__file__).parent / "pairs"
# Ridge on the weights of scaled evidence. Tuned on stories held out and on the odd records of numbers_dev.
RIDGE = 320.0
ROUNDS = 60
# A smaller weight is none.
SMALLEST = 5e-4
# fmt: off
FOR = frozenset((
    "agree_equal", "agree_digits", "agree_age", "own", "near", "whole", "both", "both_near", "mass", "window",
    "meaning", "meaning_near", "letters", "nouns_alike", "nouns_found", "nouns_general", "state_same",
    "others_shared", "names_shared", "named_shared", "days_same", "roles_shared",
))
AGAINST = frozenset((
    "agree_small", "agree_vague", "apart", "other_units", "both_values", "part_of_sum", "nouns_clash", "nouns_one",
    "state_other", "state_loose", "state_one", "others_clash", "rivals", "unmatched", "foreign", "names_apart",
    "names_close_apart", "persons_apart", "places_apart", "bodies_apart", "named_swapped", "named_swapped_close",
    "nearest_apart", "age_unnamed", "forecast_swapped", "days_other", "days_swapped", "days_years",
    "days_background", "daily_apart", "daily_both_apart", "daily_total", "periods_apart", "gap", "limit",
    *(f"{where}_{role}" for where in ("one", "close") for role in ROLES if role not in ("progress", "before")),
    *(f"told_{role}" for role in TOLD),
))
# Words for a later state are none of a conflict; they speak for an update, on one day as well.
NO_CONFLICT = frozenset((
    "course", "progress", "before", "told", "one_progress", "close_progress", "one_before", "close_before",
))
LATER = NO_CONFLICT | {"told_same_time"}
# fmt: on
# What is known beforehand, as weights that the ridge draws to: who is dead is not injured, a part is not the whole; a
# role that one number alone has is too rare to be learned in full. Tuned like RIDGE.
_ROLES_APART = ("limit", "wanted", "planned", "former", "forecast", "each", "part", "daily", "increment", "capacity")
KNOWN: Mapping[str, float] = MappingProxyType(
    {
        **{f"{where}_{role}": -0.6 for where in ("one", "close") for role in (*_ROLES_APART, "other")},
        **{f"told_{role}": -0.6 for role in TOLD},
        "state_other": -3.0,
        "part_of_sum": -2.0,
        "both_values": -1.5,
    }
)
# Likewise where values exclude each other: on another day, a day's value is another quantity, as is a quarter's beside
# a half-year's; many are as old as somebody else; what two institutes expect are two quantities; what was expected is
# not contradicted by what came.
KNOWN_APART: Mapping[str, float] = MappingProxyType(
    {
        **KNOWN,
        "daily_both_apart": -4.0,
        "periods_apart": -2.5,
        "age_unnamed": -2.0,
        "forecast_swapped": -1.0,
        "told_forecast": -4.0,
    }
)
# What written pairs have more of than news, and stories have none of: weighed apart and not stored.
OWN = ("written", "written_equal")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: its relation, its story, whether both values can be right, and the evidence."""

    relation: str
    story: str
    agree: bool
    evidence: Mapping[str, float]


def read_written(files: str = "numbers_*.tsv") -> Iterator[StoryPair]:
    """Yield the pairs that were written one by one."""
    for file in sorted(PAIRS.glob(files)):
        for line in file.read_text(encoding="utf-8").splitlines():
            relation, story, left_day, left, right_day, right = line.split("\t")
            yield StoryPair(story, "numbers", relation, _side(left_day, left), _side(right_day, right))


def _side(published: str, marked: str) -> dict[str, Any]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    return {
        "text": marked.replace("⟦", "").replace("⟧", ""),
        "published": published,
        "start": start,
        "end": end,
    }


def without_hours(pair: StoryPair) -> StoryPair:
    """Return a pair whose reports are dated by the day."""
    left, right = ({**side, "published": side["published"][:10]} for side in (pair.left, pair.right))
    return replace(pair, left=left, right=right)


def make_rows(pairs: Iterable[StoryPair], pack: LanguagePack, *, written: bool = False) -> Iterator[Row]:
    """Yield the evidence of every pair that can be compared."""
    for pair in pairs:
        sides = {"kind": "numbers", "left": pair.left, "right": pair.right}
        left, right = find_pair(sides, Options(fast=True), pack)
        if left is None or right is None or not comparable(left.value, right.value):
            continue
        agree, evidence = gather_evidence(left, right, pack)
        own = {"written": float(written), "written_equal": written * evidence["agree_equal"]}
        yield Row(pair.relation, pair.story, agree, {**evidence, **own})


def fit_signed(rows: Sequence[Row], classes: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return bias and weights by class; a weight of the wrong sign becomes none, and all are fitted again."""
    names = list(dict.fromkeys(name for row in rows for name in row.evidence))
    table = np.array([[row.evidence[name] for name in names] for row in rows])
    labels = np.array([[float(_counts(row, c)) for c in classes] for row in rows])
    spread = table.std(axis=0)
    kept = [n for n in range(len(names)) if spread[n] > 1e-6]
    wrong = np.zeros((len(classes), len(names)), bool)
    drawn = KNOWN if "same" in classes else KNOWN_APART
    known = np.array([drawn.get(names[n], 0.0) * spread[n] for n in kept])
    while True:
        scaled = (table[:, kept] - table[:, kept].mean(axis=0)) / spread[kept]
        found = _fit_without(scaled, labels, np.where(wrong[:, kept], 1e9, RIDGE), known)
        bad = [
            (c, n)
            for c, one in enumerate(classes)
            for k, n in enumerate(kept)
            if not wrong[c, n] and _is_wrong(names[n], one, found[c, k])
        ]
        if not bad:
            break
        for c, n in bad:
            wrong[c, n] = True
    weights = found[:, :-1] / spread[kept]
    bias = found[:, -1] - weights @ table[:, kept].mean(axis=0)
    stored = {}
    for c, one in enumerate(classes):
        found_weights = {names[n]: round(float(weights[c, k]), 3) for k, n in enumerate(kept) if names[n] not in OWN}
        kept_weights = {name: weight for name, weight in found_weights.items() if abs(weight) >= SMALLEST}
        stored[one] = {"bias": round(float(bias[c]), 3), "weights": kept_weights}
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
    return {**fit_signed(agreeing, ("same",)), **fit_signed(apart, ("conflict", "update"))}


def measure_folds(by_hour: Sequence[Row], by_day: Sequence[Row], written: Sequence[Row]) -> dict[str, float]:
    """Return accuracy, and precision and recall of conflicts, of models that do not know the stories they judge."""
    judged: list[tuple[str, str]] = []
    for fold in FOLDS:
        known = [row for row in (*by_hour, *by_day) if row.story[0] not in fold]
        rows = [row for row in by_hour if row.story[0] in fold]
        judged += judge_rows(make_model([*known, *written]), rows)
    return measure_judged(judged)


def judge_rows(stored: Mapping[str, Mapping[str, Any]], rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the relation that a model gives each pair, behind its label."""
    model = Model(**{name: make_linear(part) for name, part in stored.items()})
    return [(row.relation, weigh_up(model, row.evidence, agree=row.agree).relation) for row in rows]


def measure_judged(judged: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return accuracy, and precision and recall of conflicts, of relations behind their labels."""
    right = sum(wanted == given for wanted, given in judged)
    listed = sum(given == "conflict" for _, given in judged)
    wanted = sum(label == "conflict" for label, _ in judged)
    found = judged.count(("conflict", "conflict"))
    scores = {"accuracy": right / len(judged), "conflict_p": found / listed, "conflict_r": found / wanted}
    return {name: round(score, 3) for name, score in scores.items()}


def main() -> None:
    """Read the pairs, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", action="store_true", help="measure on stories held out; OUT gets the scores")
    options = parser.parse_args()
    pack = load_pack("de")
    written = list(make_rows(read_written(), pack, written=True))
    told = list(read_stories("numbers"))
    by_hour, by_day = list(make_rows(told, pack)), list(make_rows(map(without_hours, told), pack))
    made: Mapping[str, Any] = make_model([*by_hour, *by_day, *written])
    if options.folds:
        unseen = list(make_rows(read_written("unseen_numbers.tsv"), pack, written=True))
        held = measure_folds(by_hour, by_day, written)
        made = {"stories": held, "unseen": measure_judged(judge_rows(made, unseen))}
    options.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
