"""Make `languages/de/claim_model.json`: how the features of two assertions are weighed.

    PYTHONPATH=src QUELLENLAGE_SHARED=../shared python scripts/train/claims.py OUT.json [--folds]

Three logistic regressions, ridge on the weights of scaled features, fitted by Newton. `subject` says whether two
sentences speak of one thing: from RTE-3 in German (800 pairs, CC BY 3.0: does the text entail the hypothesis?) and the
pairs beside this script, written for it (`claim_pairs.tsv`: same or related). `same` says whether they are one claim,
and `unread` does so without the network that reads them side by side: the mean of what `subject` says and of what a
model says that is fitted to the labelled pairs of stories written for it (`stories.py`), which are as often one claim
as the most alike sentences of news. Either knows what the other cannot: entailment in free wording, and what like
sentences of one story differ in. With `--folds`, OUT gets what they say of stories that they do not know: areas under
the curve.
"""

import argparse
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from stories import FOLDS, read_stories

from quellenlage.api.options import Options
from quellenlage.api.vectors import vectors_for
from quellenlage.compare.claims.assertions import Assertion, find_assertion
from quellenlage.compare.claims.features import KINDS, compare
from quellenlage.compare.claims.judging import terms_of
from quellenlage.compare.claims.pair_model import PairReader, make_reader
from quellenlage.compare.claims.sides import lay_out
from quellenlage.compare.claims.weights import READ
from quellenlage.compare.linear import make_linear
from quellenlage.compare.meaning.terms import make_space
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import digest

PAIRS = Path(__file__).with_name("claim_pairs.tsv")
# Ridge on the weights of scaled features: for 873 pairs, and for the stories' 9,582 (tuned on stories held out).
RIDGE, RIDGE_TOLD = 2.0, 33.0
ROUNDS = 50
# How much what the network says counts beside `subject`. Tuned on the odd records of claims_dev and of the real pairs.
READ_PART = 0.5
# What tells of one subject; where it differs, `same` knows more.
SUBJECT = (
    "lighter", "both", "letters", "meaning", "names_shared", "names_apart", "numbers_agree", "numbers_clash",
    "other_days", "negation", "certainty", "length", "short",
)  # fmt: skip
# What speaks for one claim may not get a weight against it in the stories' models, nor the other way round.
FOR = frozenset((
    "lighter", "both", "letters", "meaning", "names_shared", "numbers_agree", "words_lighter", "words_most",
    "words_shared", "shared", READ,
))  # fmt: skip
AGAINST = frozenset((
    "names_apart", "numbers_clash", "other_days", "negation", "certainty", "length", "denied", "told_once",
    "question", *(f"{kind}_once" for kind in KINDS),
))  # fmt: skip
_DAY = "2021-03-01"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair: whether it is one claim, the story's first letter, and its features."""

    same: bool
    letter: str
    features: Mapping[str, float]


def read_pairs(shared: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield left, right, and whether they are one claim."""
    with (shared / "corpora" / "claims" / "rte3_de_dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["text"], row["hypothesis"], row["entails"] == "YES"
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        relation, left, right = line.split("\t")
        yield left, right, relation == "same"


@cache
def assertion_of(text: str, published: str, pack: LanguagePack, fast: bool = True) -> Assertion:  # noqa: FBT001, FBT002
    """Return what a sentence asserts, read by rules alone (`fast`) or with the encoder."""
    name = digest(text.encode())
    article = Article(name, text, name, "", name, published=published, language="de")
    return find_assertion(read_article(article, pack, ReadOptions(fast=fast)), article.span(0, len(text)), pack)


def compare_texts(left: Assertion, right: Assertion, pack: LanguagePack) -> dict[str, float]:
    """Return all features of two assertions."""
    space = make_space((*terms_of(left), *terms_of(right)), pack)
    return dict(compare(lay_out(left, space), lay_out(right, space), space).features)


def features_of(left: str, right: str, pack: LanguagePack) -> dict[str, float]:
    """Return the features of two sentences that tell of one subject."""
    found = compare_texts(assertion_of(left, _DAY, pack), assertion_of(right, _DAY, pack), pack)
    return {name: found[name] for name in SUBJECT}


def told_rows(pack: LanguagePack, reader: PairReader | None) -> Iterator[Row]:
    """Yield the labelled pairs of the stories: read with the encoder and side by side, or by rules alone."""
    fast = reader is None
    for pair in read_stories("claims"):
        left, right = (assertion_of(s["text"], s["published"][:10], pack, fast) for s in (pair.left, pair.right))
        read = {READ: reader.compare(left.text, right.text)} if reader else {}
        yield Row(pair.relation == "same", pair.story[0], {**compare_texts(left, right, pack), **read})


def fit(rows: Sequence[Mapping[str, float]], labels: Sequence[bool], ridge: float) -> dict[str, Any]:
    """Return bias and weights of the (unscaled) features, as they are stored."""
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    wanted = np.array(labels, float)
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.column_stack(((table - mean) / scale, np.ones(len(table))))
    held = np.diag([ridge] * len(names) + [0.0])
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        guess = 1 / (1 + np.exp(-scaled @ weights))
        curve = (scaled * (guess * (1 - guess))[:, None]).T @ scaled + held
        weights -= np.linalg.solve(curve, scaled.T @ (guess - wanted) + held @ weights)
    unscaled = weights[:-1] / scale
    stored = {name: round(float(weight), 3) for name, weight in zip(names, unscaled, strict=True)}
    return {"bias": round(float(weights[-1] - unscaled @ mean), 3), "weights": stored}


def make_models(subject: Mapping[str, Any], read: Sequence[Row], unread: Sequence[Row]) -> dict[str, Mapping[str, Any]]:
    """Return all three models: `subject`, and those of one claim, with the learned part and without."""
    heard = {"bias": subject["bias"], "weights": {**subject["weights"], READ: READ_PART}}
    return {
        "subject": subject,
        "same": mean_of(heard, fit_signed(read)),
        "unread": mean_of(subject, fit_signed(unread)),
    }


def mean_of(one: Mapping[str, Any], two: Mapping[str, Any]) -> dict[str, Any]:
    """Return the model that says the mean of what two say."""
    names = dict.fromkeys((*one["weights"], *two["weights"]))
    weights = {name: round((one["weights"].get(name, 0) + two["weights"].get(name, 0)) / 2, 3) for name in names}
    return {"bias": round((one["bias"] + two["bias"]) / 2, 3), "weights": weights}


def fit_signed(rows: Sequence[Row]) -> dict[str, Any]:
    """Return bias and weights of all features; those of the wrong sign are left out, and all are fitted again."""
    names = list(rows[0].features)
    while True:
        made = fit([{name: row.features[name] for name in names} for row in rows], [r.same for r in rows], RIDGE_TOLD)
        weights = made["weights"]
        wrong = [n for n in names if (n in FOR and weights[n] < 0) or (n in AGAINST and weights[n] > 0)]
        if not wrong:
            return made
        names = [name for name in names if name not in wrong]


def measure_folds(subject: Mapping[str, Any], read: Sequence[Row], unread: Sequence[Row]) -> dict[str, float]:
    """Return the area under the curve of each model over stories that it does not know."""
    said: dict[str, list[tuple[float, bool]]] = {}
    for fold in FOLDS:
        known = ([row for row in rows if row.letter not in fold] for rows in (read, unread))
        for name, stored in make_models(subject, *known).items():
            model, rows = make_linear(dict(stored)), read if name == "same" else unread
            said.setdefault(name, []).extend((model.total(r.features), r.same) for r in rows if r.letter in fold)
    return {name: round(_area(found), 3) for name, found in said.items()}


def _area(said: Sequence[tuple[float, bool]]) -> float:
    order = sorted(said)
    places = [place for place, (_, same) in enumerate(order, 1) if same]
    others = len(order) - len(places)
    return (sum(places) - len(places) * (len(places) + 1) / 2) / (len(places) * others)


def main() -> None:
    """Read the pairs, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", action="store_true", help="measure on stories held out; OUT gets the scores")
    options = parser.parse_args()
    pack = load_pack("de")
    reader = make_reader(pack, vectors_for(Options()))
    if reader is None:
        raise SystemExit("the learned part is missing")
    pairs = list(read_pairs(Path(os.environ.get("QUELLENLAGE_SHARED", "../shared"))))
    subject = fit([features_of(left, right, pack) for left, right, _ in pairs], [p[2] for p in pairs], RIDGE)
    rows = list(told_rows(pack, reader)), list(told_rows(pack, None))
    made = measure_folds(subject, *rows) if options.folds else make_models(subject, *rows)
    options.out.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
