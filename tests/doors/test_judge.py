"""`quellenlage judge` as a user runs it."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "quellenlage", "judge", *arguments], input=stdin, capture_output=True, check=False
    )


def number_pair(name: str, left: str, right: str) -> dict[str, Any]:
    """Return a pair of marked numbers: what stands in square brackets."""
    sides = []
    for marked in (left, right):
        text = marked.replace("[", "").replace("]", "")
        start, end = marked.index("["), marked.index("]") - 1
        sides.append({"text": text, "published": "2024-05-06", "outlet": "Bote", "start": start, "end": end})
    return {"id": name, "kind": "numbers", "left": sides[0], "right": sides[1]}


NUMBERS = number_pair("n", "In der Halle lagen [zwanzig Tonnen] Reis.", "[20 Tonnen] Reis lagen in der Halle.")
CLAIMS = {
    "id": 7,
    "kind": "claims",
    "left": {"text": "Die Brücke in Tannwerder ist gesperrt.", "published": "2024-05-06", "outlet": "Bote"},
    "right": {"text": "Die Brücke in Tannwerder ist nicht gesperrt.", "published": None, "outlet": None},
}


def test_judgements_come_in_the_order_of_the_pairs(tmp_path: Path) -> None:
    """One object a line: id, relation, score, why."""
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n\n".join(json.dumps(pair) for pair in (CLAIMS, NUMBERS)) + "\n", encoding="utf-8")
    result = run(str(file), "--jsonl", "--fast")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert [list(row) for row in rows] == [["id", "relation", "score", "why"]] * 2
    assert [(row["id"], row["relation"]) for row in rows] == [("7", "contradict"), ("n", "same")]


def test_a_compressed_file_and_standard_input_are_the_same(tmp_path: Path) -> None:
    """Where the pairs come from changes nothing."""
    line = json.dumps(NUMBERS).encode() + b"\n"
    file = tmp_path / "pairs.jsonl.gz"
    file.write_bytes(gzip.compress(line))
    outputs = [run(str(file), "--jsonl", "--fast").stdout, run("-", "--jsonl", "--fast", stdin=line).stdout]
    assert outputs[0] == outputs[1]
    assert b'"same"' in outputs[0]


def test_a_broken_line_is_told_and_the_rest_judged() -> None:
    """What is no pair becomes a problem with its line, and exit code 1."""
    broken = [b"{", b"[]", b'{"id": 1, "kind": "poems"}', b'{"id": 2, "kind": "claims", "left": {"text": 3}}']
    far = json.dumps({**NUMBERS, "left": {**NUMBERS["left"], "end": 999}}).encode()
    result = run("-", "--jsonl", "--fast", stdin=b"\n".join([*broken, far, json.dumps(NUMBERS).encode()]))
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert [f"-:{n}:" in result.stderr.decode() for n in range(1, 6)] == [True] * 5


def test_a_missing_file_is_the_callers_mistake() -> None:
    """One line, exit code 2, no traceback."""
    result = run("nowhere.jsonl")
    assert result.returncode == 2
    assert len(result.stderr.decode().splitlines()) == 1


def test_without_a_number_there_is_nothing_in_common() -> None:
    """A mark that holds no number makes the two different, and says why."""
    pair = number_pair("n", "[Reis] lag in der Halle.", "[20 Tonnen] Reis lagen in der Halle.")
    row = json.loads(run("-", "--jsonl", "--fast", stdin=json.dumps(pair).encode()).stdout)
    assert (row["relation"], row["why"]) == ("different", "no number in the marked characters")
