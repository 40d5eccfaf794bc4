"""Does what is shipped see that several reports give one utterance?

    python -m bench.quality.utterances

Our own labels (`utterance_labels.jsonl`: ids and offsets, no text), made by one reader: one line a story, `articles`
its articles' ids in the order of the corpus, `same` the groups of statements that are one utterance, `may` the groups
that may be counted as one or not, `read` all statements that the reader judged; a statement is [number of the article,
start, end]. Pairs with a statement that was not there to be judged count neither way. Stories of the part "tuned" were
looked at while the rules were made, those of "measured" were labelled before the program had seen them and then only
measured. By rules alone ("fast", which the labels were made on) and with the learned part.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.quality.corpora import corpus_digest, print_measured, rows
from quellenlage import api
from quellenlage.compare.utterances import find_repeats
from quellenlage.languages import load_pack
from quellenlage.model import Reading, Statement

LABELS = Path(__file__).parent / "utterance_labels.jsonl"
STREAM = Path("corpora") / "stories" / "stream_2021_jan_apr.jsonl.gz"
REPORTS = Path("reports") / "wostotschny"
PUBLISHED = "2023-09-13"
# A statement is the labelled one if they share so much of the longer of the two.
LEAST_SHARED = 0.6
_Place = tuple[int, int, int]


def measure(shared: Path) -> dict[str, tuple[dict[str, float], str]]:
    """Return precision, recall and F1 of pairs of statements, for each story and both parts."""
    labels = list(rows(LABELS))
    digest = corpus_digest(LABELS, shared / STREAM)
    counts: dict[str, list[int]] = {}
    for path in ("fast", "default"):
        readings = _readings(shared, labels, fast=path == "fast")
        for story in labels:
            found = _count(story, readings[story["story"]])
            for name in (f"{story['story']}_{path}", f"{story['part']}_{path}"):
                counts[name] = [a + b for a, b in zip(counts.get(name, [0, 0, 0]), found, strict=True)]
    return {f"utterances.{name}": (_scores(*three), digest) for name, three in counts.items()}


def _readings(shared: Path, labels: Iterable[Mapping[str, Any]], *, fast: bool) -> dict[str, list[Reading]]:
    """Return the readings of each story, in the order of its labels' article numbers."""
    story_of = {id_: story["story"] for story in labels for id_ in story["articles"]}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stories.jsonl"
        wanted = (json.dumps(row) for row in rows(shared / STREAM) if row["id"] in story_of)
        file.write_text("\n".join(wanted), encoding="utf-8")
        readings = [
            *api.read([file], api.Options(fast=fast)).readings,
            *api.read([shared / REPORTS], api.Options(fast=fast, published=PUBLISHED)).readings,
        ]
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        found.setdefault(story_of[reading.article.id], []).append(reading)
    return found


def _count(story: Mapping[str, Any], readings: Sequence[Reading]) -> tuple[int, int, int]:
    """Return how many pairs are right, wrong and missed."""
    firsts = dict(find_repeats(readings, load_pack("de")))
    groups_of_places = (*story["same"], *story["may"], story["read"])
    places = sorted({(place[0], place[1], place[2]) for group in groups_of_places for place in group})
    key_of: dict[str, _Place] = {}
    groups: dict[str, list[str]] = {}
    for number, reading in enumerate(readings):
        for statement in reading.statements:
            agreeing = [(_agreement(statement, place[1], place[2]), place) for place in places if place[0] == number]
            best, place = max(agreeing, default=(0.0, (0, 0, 0)))
            if best > LEAST_SHARED:
                key_of[statement.id] = place
            groups.setdefault(firsts.get(statement.id, statement.id), []).append(statement.id)
    judged = ([key_of[id_] for id_ in group if id_ in key_of] for group in groups.values())
    found = {_pair(left, right) for group in judged for left, right in combinations(group, 2) if left != right}
    same, may = _pairs(story["same"]), _pairs(story["may"])
    return len(found & same), len(found - same - may), len(same - found)


def _agreement(statement: Statement, start: int, end: int) -> float:
    """Return the part of the longer that a statement shares with a labelled place; a nested one is none."""
    if statement.nested or not statement.content:
        return 0.0
    shared = sum(max(0, min(part.end, end) - max(part.start, start)) for part in statement.content)
    size = sum(len(part) for part in statement.content)
    return shared / max(size, end - start if len(statement.content) == 1 else 0)


def _pair(left: _Place, right: _Place) -> frozenset[_Place]:
    return frozenset((left, right))


def _pairs(groups: Iterable[Iterable[Sequence[int]]]) -> set[frozenset[_Place]]:
    keyed = ([(place[0], place[1], place[2]) for place in group] for group in groups)
    return {_pair(left, right) for group in keyed for left, right in combinations(group, 2) if left != right}


def _scores(right: int, wrong: int, missed: int) -> dict[str, float]:
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "right": float(right)}


if __name__ == "__main__":
    print_measured(measure)
