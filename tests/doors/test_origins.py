"""`quellenlage origins` and the options of `quellenlage copies`, as a user types them."""

import csv
import importlib
import importlib.util
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from press import write_press


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run([sys.executable, "-m", "quellenlage", *arguments], cwd=cwd, capture_output=True, check=False)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """Return a folder with press.jsonl: twelve stories in four outlets."""
    write_press(tmp_path / "press.jsonl", 12)
    return tmp_path


def test_shares_as_table_json_and_csv_agree(press: Path) -> None:
    """The three forms have the same rows; the words of a row are the sum of their kinds."""
    lines = run("origins", "press.jsonl", "--jsonl", cwd=press).stdout.splitlines()
    found = [json.loads(line) for line in lines]
    rows = list(csv.DictReader(io.StringIO(run("origins", "press.jsonl", "--csv", cwd=press).stdout.decode())))
    table = run("origins", "press.jsonl", cwd=press).stdout.decode()
    kinds = ("own", "shared", "press_release", "credited", "uncredited")
    assert [row["outlet"] for row in found] == [row["outlet"] for row in rows]
    assert all(row["words"] == sum(row[kind] for kind in kinds) for row in found)
    assert [row["uncredited"] for row in found] == [int(row["uncredited"]) for row in rows]
    assert all(row["outlet"] in table for row in found)
    assert any(row["credited"] for row in found)
    assert any(row["uncredited"] for row in found)


def test_a_page_is_written(press: Path) -> None:
    """--html writes a page in the language asked for, and prints nothing."""
    done = run("origins", "press.jsonl", "--html", "page.html", "--lang", "de", cwd=press)
    assert (done.returncode, done.stdout) == (0, b"")
    assert '<html lang="de">' in (press / "page.html").read_text(encoding="utf-8")


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="needs pyarrow")
def test_parquet_holds_the_rows(press: Path) -> None:
    """A Parquet file has the columns and values of the JSON lines."""
    parquet = importlib.import_module("pyarrow.parquet")
    found = [json.loads(line) for line in run("origins", "press.jsonl", "--jsonl", cwd=press).stdout.splitlines()]
    assert run("origins", "press.jsonl", "--parquet", "shares.parquet", cwd=press).returncode == 0
    assert parquet.read_table(press / "shares.parquet").to_pylist() == found


def test_without_pyarrow_one_line_says_what_to_install(press: Path) -> None:
    """Where the package is missing, the mistake names the extra."""
    program = "import sys; sys.modules['pyarrow'] = None; from quellenlage.cli import main; main()"
    command = [sys.executable, "-c", program, "origins", "press.jsonl", "--parquet", "x"]
    done = subprocess.run(command, cwd=press, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"quellenlage[parquet]" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_families_cannot_be_a_page(press: Path) -> None:
    """Trees and shares exclude each other where a file can hold the shares alone."""
    done = run("origins", "press.jsonl", "--families", "--html", "page.html", cwd=press)
    assert done.returncode == 2
    assert b"--jsonl" in done.stderr


def test_dropped_texts_are_named_on_standard_error(press: Path) -> None:
    """--explain-dropped leaves the pairs as they are, and names boilerplate beside them."""
    rows = [json.loads(line) for line in (press / "press.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["text"] += " Dieses Blatt erscheint werktags und kostet am Kiosk so viel wie zwei Brötchen mit Mohn."
    (press / "press.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    plain = run("copies", "press.jsonl", "--jsonl", cwd=press)
    told = run("copies", "press.jsonl", "--jsonl", "--explain-dropped", cwd=press)
    assert plain.stdout == told.stdout
    assert plain.stderr == b""
    assert b"standing-text, note" in told.stderr
    assert "standing-text" in run("problems", "press.jsonl", cwd=press).stdout.decode()


def test_a_window_of_no_days_finds_no_pair_of_different_days(press: Path) -> None:
    """--window 0 compares articles of one day alone, and a negative one is refused."""
    pairs = run("copies", "press.jsonl", "--jsonl", "--window", "0", cwd=press).stdout.splitlines()
    assert len(pairs) == len(run("copies", "press.jsonl", "--jsonl", cwd=press).stdout.splitlines())
    assert run("copies", "press.jsonl", "--window", "-1", cwd=press).returncode == 2


def test_copies_of_an_archive_are_those_of_its_files(press: Path) -> None:
    """--archive gives the pairs that the files gave."""
    assert run("add", "press.jsonl", "--archive", "a.db", cwd=press).returncode == 0
    one = run("copies", "--archive", "a.db", "--jsonl", cwd=press)
    assert one.stdout == run("copies", "press.jsonl", "--jsonl", cwd=press).stdout
    assert one.stdout
