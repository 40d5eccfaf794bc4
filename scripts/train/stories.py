"""Stories told by three reports each, written for training, with pairs of their sentences that were read and labelled.

`stories/X.jsonl` holds a story a line: its name and its reports (outlet, published, text). `stories/X.tsv` holds a pair
a line: story, kind, relation, then both sides as `report:start-end` (a sentence, half-open, in code points of the
text), for numbers with `:start-end` of the marked number behind. Everything is invented. The pairs are those sentences
of two reports that are most alike, so that their relations are about as frequent as in news; the rules of the labels
are those of the corpus `claims`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "stories"
# Of the letters that the files and their stories are called by, those of a fold are held out together.
FOLDS = ("hplt", "iqmu", "jrnv", "ksow")


@dataclass(frozen=True, slots=True)
class StoryPair:
    """A labelled pair: `left` and `right` have text, outlet and published, those of numbers also start and end."""

    story: str
    kind: str
    relation: str
    left: dict[str, Any]
    right: dict[str, Any]


def read_reports() -> Iterator[list[dict[str, str]]]:
    """Yield the reports of each story, in the order of the files."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["reports"]


def read_stories(kind: str) -> Iterator[StoryPair]:
    """Yield the labelled pairs of a kind, `claims` or `numbers`, in the order of the files."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        told = {row["story"]: row["reports"] for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
        for line in file.with_suffix(".tsv").read_text(encoding="utf-8").splitlines():
            story, of_kind, relation, *sides = line.split("\t")
            if of_kind == kind:
                left, right = (_side(told[story], side) for side in sides)
                yield StoryPair(story, kind, relation, left, right)


def _side(reports: list[dict[str, str]], place: str) -> dict[str, Any]:
    number, sentence, *marked = place.split(":")
    report = reports[int(number)]
    start, end = map(int, sentence.split("-"))
    side: dict[str, Any] = {
        "text": report["text"][start:end],
        "outlet": report["outlet"],
        "published": report["published"],
    }
    for mark in marked:
        first, last = map(int, mark.split("-"))
        side |= {"start": first - start, "end": last - start}
    return side
