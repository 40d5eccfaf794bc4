"""Does what is shipped find who says what, by rules alone (`fast`) and with the learned part (`default`)?

Of modern_dev, the records at odd places may be tuned on; the other files only measure.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bench.quality.corpora import corpus_digest, halves, load_scorer, print_measured, rows
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article, Statement
from quellenlage.read.layout import find_layout
from quellenlage.read.learned import load_model, merge_statements, propose_statements
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements import find_statements
from quellenlage.text import Span, digest

FILES = {"own": "own_dev.jsonl.gz", "modern": "modern_dev.jsonl", "wikinews": "wikinews_dev.jsonl.gz"}
SCORES = ("messages", "joint", "speaker", "cue", "kind", "relays")


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _row(statement: Statement) -> dict[str, Any]:
    return {
        "kind": statement.kind,
        "content": _pairs(statement.content),
        "cue": _pairs(statement.cue),
        "speaker": _pairs(statement.speaker),
        "addressee": _pairs(statement.addressee),
        "frame": _pairs(statement.frame),
        "relays": [{"start": relay.span.start, "end": relay.span.end} for relay in statement.relays],
    }


def predict(row: Mapping[str, Any], pack: LanguagePack, path: str) -> dict[str, Any]:
    """Return the statements found in a gold record's text, in the form that the scorer reads."""
    article = Article(
        id=row["id"],
        text=row["text"],
        text_id=digest(row["text"].encode()),
        source_id="",
        name=row["id"],
        title=row.get("title"),
        published=row.get("published"),
        language="de",
    )
    layout = find_layout(article, pack)
    quotations = find_quotations(layout)
    found = find_statements(layout, quotations)
    if path == "default":
        proposals = propose_statements(layout, quotations, load_model())
        found = merge_statements(layout, quotations, found, proposals)
    return {"id": row["id"], "statements": [_row(statement) for statement in found]}


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return F1 of contents, all together, speakers, cues, kinds and relays, for each file and path."""
    score, pack = load_scorer(shared), load_pack("de")
    measured = {}
    for corpus, name in FILES.items():
        file = shared / "corpora" / "statements" / name
        gold = {row["id"]: row for row in rows(file)}
        for path in ("fast", "default"):
            found = {key: predict(row, pack, path) for key, row in gold.items()}
            for half, part in halves(gold).items() if corpus == "modern" else [("all", gold)]:
                result = score.statements(part, {key: found[key] for key in part})
                scores = {name: result[name]["f1"] for name in SCORES if name in result}
                measured[f"statements.{corpus}_{half}.{path}"] = (scores, corpus_digest(file))
    return measured


if __name__ == "__main__":
    print_measured(measure)
