"""The labelled pairs of invented stories lie in their texts, and their labels are relations."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "scripts" / "train" / "stories"
RELATIONS = {
    "claims": {"same", "related", "contradict", "none"},
    "numbers": {"same", "update", "conflict", "different"},
}
_PLACE = re.compile(r"([012]):(\d+)-(\d+)(?::(\d+)-(\d+))?")


def lines() -> Iterator[tuple[list[dict[str, str]], list[str]]]:
    """Yield each pair's line, with the reports of its story."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        told = {row["story"]: row["reports"] for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
        for line in file.with_suffix(".tsv").read_text(encoding="utf-8").splitlines():
            story, *fields = line.split("\t")
            yield told[story], fields


def test_labels_are_relations() -> None:
    """Every pair has a relation of its kind, and sentences of two reports."""
    for _, (kind, relation, left, right) in lines():
        assert relation in RELATIONS[kind]
        assert left[0] != right[0]


@pytest.mark.parametrize("kind", RELATIONS)
def test_places_lie_in_the_texts(kind: str) -> None:
    """Sentences and marked numbers are stretches of their reports that hold something."""
    for reports, (of_kind, _, *sides) in lines():
        if of_kind != kind:
            continue
        for side in sides:
            place = _PLACE.fullmatch(side)
            assert place is not None
            report, *ends = (int(number) for number in place.groups() if number is not None)
            assert len(ends) == (4 if kind == "numbers" else 2)
            sentence = reports[report]["text"][ends[0] : ends[1]]
            assert sentence == sentence.strip() != ""
            assert ends[0] <= ends[-2] < ends[-1] <= ends[1]
