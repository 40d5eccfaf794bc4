"""From paths to readings: what is reported, and in which order."""

import json
from pathlib import Path

import pytest

from quellenlage import api
from quellenlage.model import Problem


def stream_of(folder: Path) -> Path:
    """Write a stream of articles with broken lines between them, one article in a language without a pack."""
    file = folder / "stream.jsonl"
    articles = [
        {"id": f"a{number}", "text": f"Der Zug {number} steht still. Niemand weiß, warum."} for number in range(6)
    ]
    articles[1] |= {"language": "xx"}
    lines = [json.dumps(article) for article in articles]
    file.write_text("\n".join([*lines[:2], "{broken", *lines[2:5], "{broken, too", lines[5], "{the last"]) + "\n")
    return file


@pytest.mark.parametrize("options", [api.Options(), api.Options(fast=True), api.Options(fast=True, workers=2)])
def test_problems_come_in_the_order_of_the_articles(tmp_path: Path, options: api.Options) -> None:
    """However many articles are read ahead, lost lines stand where they stood, and each problem comes once."""
    found = api.read([stream_of(tmp_path)], options)
    assert [reading.article.id for reading in found.readings] == [f"a{number}" for number in range(6)]
    assert found.problems[0].code == "no-language-pack"
    lost = [problem.article for problem in found.problems if problem.severity == "lost"]
    assert lost == ["stream.jsonl:3", "stream.jsonl:7", "stream.jsonl:9"]
    assert len(set(found.problems)) == len(found.problems) == 4


def test_a_problem_is_reported_before_the_reading_behind_it(tmp_path: Path) -> None:
    """Whoever takes one reading after another hears of a lost article when its neighbour comes."""
    reported: list[Problem] = []
    readings = api.stream([stream_of(tmp_path)], api.Options(), reported.append)
    counts = [len(reported) for _ in readings]
    assert counts == [0, 1, 2, 2, 2, 3]
    assert len(reported) == 4


def test_a_dossier_holds_what_reading_holds(tmp_path: Path) -> None:
    """Reading ahead for a dossier loses no article and no problem."""
    file = stream_of(tmp_path)
    read, told = api.read([file]), api.dossier([file])
    assert told.problems == read.problems
    assert api.to_json(told) == api.to_json(api.dossier_of(read))
