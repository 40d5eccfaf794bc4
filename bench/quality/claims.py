"""Does what is shipped gather the sentences of whole stories into claims as a careful reader did?

    python -m bench.quality.claims

Two stories: the first may be read and tuned on, the second only measures.
"""

from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, halves, load_scorer, print_measured, rows
from quellenlage.api.options import Options
from quellenlage.api.vectors import vectors_for
from quellenlage.compare import find_copies, gather_origins, newsrooms
from quellenlage.compare.claims import Told, gather_claims, sources_of
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article, Occurrence, Reading
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import digest


def corpora(shared: Path) -> tuple[Path, Path]:
    """Return the files of gold stories and of their articles."""
    folder = shared / "corpora" / "claims"
    return folder / "dossiers_dev.jsonl", folder / "dossier_articles_dev.jsonl.gz"


def measure(shared: Path, paths: tuple[str, ...] = ("default", "fast")) -> dict[str, tuple[dict[str, float], str]]:
    """Return the pairwise scores of gathering, and gold conflicts found and listed, for each story and both."""
    stories, articles = corpora(shared)
    gold = {str(row["id"]): row for row in rows(stories)}
    pack, scorer = load_pack("de"), load_scorer(shared)
    measured = {}
    for path in paths:
        options = Options(fast=path == "fast")
        readings = {row["id"]: _read(row, pack, fast=options.fast) for row in rows(articles)}
        told = {id_: [readings[article] for article in story["article_ids"]] for id_, story in gold.items()}
        found = {id_: _as_row(id_, _told(story, pack, options)) for id_, story in told.items()}
        for half, part in halves(gold).items():
            scores = scorer.claims(list(part.values()), [found[id_] for id_ in part])
            flat = {f"gathered_{name}": float(value) for name, value in scores["gathered"].items()}
            conflicts = scores["conflicts"]
            if conflicts["gold"]:
                flat["conflicts_found"] = round(conflicts["found"] / conflicts["gold"], 4)
            measured[f"claims.{path}_{half}"] = (flat, corpus_digest(stories, articles))
    return measured


def _read(row: dict[str, Any], pack: LanguagePack, *, fast: bool) -> Reading:
    article = Article(
        id=row["id"],
        text=row["text"],
        text_id=digest(row["text"].encode()),
        source_id="",
        name="",
        outlet=row["outlet"],
        url=row["url"],
        published=row["published"],
        language="de",
    )
    return read_article(article, pack, ReadOptions(fast=fast))


def _told(readings: list[Reading], pack: LanguagePack, options: Options) -> Told:
    copies = find_copies(readings, pack)
    origins = gather_origins(readings, copies, pack)
    return gather_claims(sources_of(readings, copies, origins, newsrooms(readings, pack), pack), vectors_for(options))


def _as_row(id_: str, told: Told) -> dict[str, Any]:
    def place(occurrence: Occurrence) -> dict[str, Any]:
        return {"article": occurrence.article, "start": occurrence.span.start, "end": occurrence.span.end}

    claims = [{"occurrences": [place(Occurrence(o.article, o.span)) for o in c.occurrences]} for c in told.claims]
    conflicts = [
        {"sides": [{"value": side.value, "occurrences": [place(o) for o in side.occurrences]} for side in c.sides]}
        for c in told.conflicts
    ]
    return {"id": id_, "claims": claims, "conflicts": conflicts}


if __name__ == "__main__":
    print_measured(measure)
