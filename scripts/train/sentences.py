"""Single sentences that may train: names stand in them without an article around, as in headlines and in GermEval."""

import json
from collections.abc import Iterable
from pathlib import Path

from corpora import Document, find_stretches

PAIRS = Path(__file__).parent / "pairs"
# Shorter ones are headings and remains of sentences (characters).
LEAST_WRITTEN, LEAST_CUT = 40, 30
_MARKS = str.maketrans("", "", "⟦⟧")


def load_written(corpora: Path) -> list[Document]:
    """Return the texts of RTE-3 in German (CC BY 3.0) and of the pairs written for this project, without labels."""
    with (corpora / "claims" / "rte3_de_dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = {row[side] for row in rows for side in ("text", "hypothesis")}
    for file in PAIRS.glob("*.tsv"):
        cells = file.read_text(encoding="utf-8").replace("\n", "\t").split("\t")
        found |= {text for cell in cells if len(text := cell.translate(_MARKS).strip()) > LEAST_WRITTEN and " " in text}
    return [Document(text, "", frozenset()) for text in sorted(found)]


def cut_sentences(documents: Iterable[Document]) -> list[Document]:
    """Return the sentences of documents, each alone, with their names."""
    found = []
    for document in documents:
        for start, end in find_stretches(document.text):
            text = document.text[start:end].strip()
            first = document.text.index(text, start)
            names = [
                {**name, "start": name["start"] - first, "end": name["end"] - first}
                for name in document.names
                if first <= name["start"] and name["end"] <= first + len(text)
            ]
            if len(text) > LEAST_CUT:
                found.append(Document(text, "", frozenset({"names"}), names))
    return found
