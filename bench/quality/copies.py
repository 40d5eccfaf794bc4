"""Does what is shipped tell copies from shared quotations and boilerplate, and whose text is it?

    python -m bench.quality.copies

Two settings: the articles that the gold pairs name, alone; and the same pairs with the whole stream given, which shows
what is common. The records at odd places of the gold file may be tuned on; those at even places only measure.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, load_scorer, print_measured, rows
from quellenlage.compare import find_copies
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article, Copy, Reading
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations
from quellenlage.text import digest


def corpora(shared: Path) -> tuple[Path, Path]:
    """Return the files of gold pairs and of articles."""
    folder = shared / "corpora" / "stories"
    return folder / "february_copies.jsonl", folder / "stream_2021_jan_apr.jsonl.gz"


def as_article(row: dict[str, Any]) -> Article:
    """Return the article of one record of the stream."""
    return Article(
        id=row["id"],
        text=row["text"],
        text_id=digest(row["text"].encode()),
        source_id="",
        name="",
        outlet=row["outlet"],
        url=row["url"],
        authors=(row["author"],) if row["author"] else (),
        published=row["published"],
        language="de",
    )


def read_for_copies(article: Article, pack: LanguagePack) -> Reading:
    """Read as much of an article as copies depend on: its parts, credits, sentences and quotations."""
    layout = find_layout(article, pack)
    return Reading(
        article=article,
        headline=layout.headline,
        bylines=layout.bylines,
        dateline=layout.dateline,
        parts=layout.parts,
        credits=layout.credits,
        sentences=layout.sentences,
        quotations=find_quotations(layout),
    )


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return F1 of `copy` and the share of right agencies, for both settings and both halves of the gold."""
    gold_file, stream = corpora(shared)
    gold = list(rows(gold_file))
    pack = load_pack("de")
    readings = [read_for_copies(as_article(row), pack) for row in rows(stream)]
    named = {name for pair in gold for name in (pair["a"], pair["b"])}
    settings = {"alone": [reading for reading in readings if reading.article.id in named], "stream": readings}
    measured = {}
    for setting, given in settings.items():
        found = find_copies(given, pack)
        for half, part in (("odd", gold[::2]), ("even", gold[1::2]), ("all", gold)):
            scores = _scores(shared, part, found)
            measured[f"copies.{setting}_{half}"] = (scores, corpus_digest(gold_file, stream))
    return measured


def _scores(shared: Path, gold: Sequence[dict[str, Any]], found: Iterable[Copy]) -> dict[str, float]:
    predicted = [{"a": c.a, "b": c.b, "words": c.words, "kind": c.kind, "agency": c.agency} for c in found]
    result = load_scorer(shared).copies(gold, predicted)
    return {
        "copy_p": result["copy"]["p"],
        "copy_r": result["copy"]["r"],
        "copy_f1": result["copy"]["f1"],
        "agency": result["agency"],
        "agency_macro": result["agency_macro"],
    }


if __name__ == "__main__":
    print_measured(measure)
