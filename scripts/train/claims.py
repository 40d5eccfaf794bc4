"""Make `languages/de/claim_model.json`: how the features of two assertions are weighed.

    PYTHONPATH=src QUELLENLAGE_SHARED=../shared python scripts/train/claims.py OUT.json

Trained on RTE-3 in German (800 pairs, CC BY 3.0: does the text entail the hypothesis?) and on the pairs beside this
script, written for it (`claim_pairs.tsv`: same or related). Entailment is near to one claim: the shorter sentence says
nothing that the longer does not. A logistic regression, ridge on the weights of scaled features, fitted by Newton.
"""

import argparse
import json
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.claims.assertions import find_assertion
from quellenlage.compare.claims.features import compare
from quellenlage.compare.claims.judging import terms_of
from quellenlage.compare.claims.sides import lay_out
from quellenlage.compare.meaning.terms import make_space
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import digest

PAIRS = Path(__file__).with_name("claim_pairs.tsv")
# One pair written for the purpose tells as much as so many of RTE-3, whose texts are several sentences long.
OWN_WEIGHT = 1.0
RIDGE = 2.0
ROUNDS = 50

Floats = NDArray[np.float64]


def read_pairs(shared: Path) -> Iterator[tuple[str, str, bool, float]]:
    """Yield left, right, whether they are one claim, and the weight of the pair."""
    with (shared / "corpora" / "claims" / "rte3_de_dev.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["text"], row["hypothesis"], row["entails"] == "YES", 1.0
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        relation, left, right = line.split("\t")
        yield left, right, relation == "same", OWN_WEIGHT


def features_of(left: str, right: str, pack: LanguagePack) -> dict[str, float]:
    """Return the features of two sentences."""
    sides = []
    for name, text in (("left", left), ("right", right)):
        article = Article(name, text, digest(text.encode()), "", name, published="2021-03-01", language="de")
        reading = read_article(article, pack, ReadOptions(fast=True))
        sides.append(find_assertion(reading, article.span(0, len(text)), pack))
    space = make_space((*terms_of(sides[0]), *terms_of(sides[1])), pack)
    return dict(compare(lay_out(sides[0], space), lay_out(sides[1], space), space).features)


def fit(rows: Floats, labels: Floats, counts: Floats) -> tuple[Floats, float]:
    """Return the weights of the (unscaled) features and the bias."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.column_stack(((rows - mean) / scale, np.ones(len(rows))))
    ridge = np.diag([RIDGE] * rows.shape[1] + [0.0])
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        guess = 1 / (1 + np.exp(-scaled @ weights))
        gradient = scaled.T @ (counts * (guess - labels)) + ridge @ weights
        curve = (scaled * (counts * guess * (1 - guess))[:, None]).T @ scaled + ridge
        weights -= np.linalg.solve(curve, gradient)
    unscaled = weights[:-1] / scale
    return unscaled, float(weights[-1] - unscaled @ mean)


def main() -> None:
    """Read the pairs, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    pack = load_pack("de")
    pairs = list(read_pairs(Path(os.environ.get("QUELLENLAGE_SHARED", "../shared"))))
    features = [features_of(left, right, pack) for left, right, _, _ in pairs]
    names = list(features[0])
    rows = np.array([[row[name] for name in names] for row in features])
    weights, bias = fit(rows, np.array([p[2] for p in pairs], float), np.array([p[3] for p in pairs]))
    stored = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    options.out.write_text(json.dumps({"bias": round(bias, 3), "weights": stored}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
