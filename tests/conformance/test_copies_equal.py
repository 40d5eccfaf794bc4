"""Copies depend neither on the order of the input, nor on the workers, nor on a stop in between."""

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from press import save, write_press

from quellenlage import api
from quellenlage.api.copying import CopyRequest, compare
from quellenlage.model import Copy


def found(file: Path, *, workers: int = 1, resume: Path | None = None) -> tuple[Copy, ...]:
    """Return the copies among the articles of a file."""
    return compare([file], api.Options(workers=workers), CopyRequest(resume=resume), lambda _: None).copies


def by_id(copies: tuple[Copy, ...]) -> dict[str, Copy]:
    """Return copies by their ids, each turned so that the smaller article id is the left one."""
    return {copy.id: copy if copy.a < copy.b else _turned(copy) for copy in copies}


def _turned(copy: Copy) -> Copy:
    sides = {"credit_a": "credit_b", "credit_b": "credit_a"}
    passages = sorted((replace(p, a=p.b, b=p.a) for p in copy.passages), key=lambda passage: passage.a)
    basis = sides.get(copy.agency_basis or "", copy.agency_basis)
    return replace(
        copy,
        a=copy.b,
        b=copy.a,
        share_a=copy.share_b,
        share_b=copy.share_a,
        agency_basis=basis,  # type: ignore[arg-type]  # the other side's name
        passages=tuple(passages),
    )


@pytest.mark.parametrize("seed", [2, 3])
def test_another_order_gives_the_same_pairs(tmp_path: Path, seed: int) -> None:
    """Pairs, kinds, passages and agencies are those of the articles, however these were given."""
    rows = write_press(tmp_path / "press.jsonl", 30, seed)
    Random(seed).shuffle(rows)
    save(tmp_path / "shuffled.jsonl", rows)
    one, other = found(tmp_path / "press.jsonl"), found(tmp_path / "shuffled.jsonl")
    assert len(one) > 20
    assert by_id(one) == by_id(other)


def test_workers_and_kept_results_change_nothing(tmp_path: Path) -> None:
    """One process, two, and a second run over what was kept give equal copies in equal order."""
    write_press(tmp_path / "press.jsonl", 30)
    alone = found(tmp_path / "press.jsonl")
    assert alone == found(tmp_path / "press.jsonl", workers=2, resume=tmp_path / "kept")
    assert alone == found(tmp_path / "press.jsonl", resume=tmp_path / "kept")


def test_a_killed_run_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    """After SIGKILL at random moments the output is the same, and no article was read twice once it was kept."""
    rows = write_press(tmp_path / "press.jsonl", 200)
    whole = subprocess.run(_command(tmp_path), capture_output=True, check=True).stdout
    random = Random(7)
    kept = tmp_path / "kept"
    for _ in range(3):
        running = subprocess.Popen(
            [*_command(tmp_path), "--resume", str(kept)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        _wait_for_growth(kept, running)
        time.sleep(random.random() / 5)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    before = _keys(kept)
    done = subprocess.run([*_command(tmp_path), "--resume", str(kept)], capture_output=True, check=True).stdout
    assert done == whole
    assert before
    assert _keys(kept) == Counter(dict.fromkeys(_keys(kept), 1))
    assert len(_keys(kept)) == len(rows)
    assert before.keys() <= _keys(kept).keys()


def _command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "quellenlage", "copies", str(folder / "press.jsonl"), "--jsonl"]


def _wait_for_growth(kept: Path, running: subprocess.Popen[bytes]) -> None:
    """Wait until one more batch was kept, or the run is over."""
    size = _size(kept)
    while _size(kept) == size and running.poll() is None:
        time.sleep(0.005)


def _size(kept: Path) -> int:
    return sum(file.stat().st_size for file in kept.glob("*.log"))


def _keys(kept: Path) -> Counter[str]:
    """Count the whole lines of the log by their articles."""
    lines = [line for file in kept.glob("*.log") for line in file.read_text().splitlines() if line.endswith("}")]
    return Counter(line.split(" ", 1)[0] for line in lines if json.loads(line.split(" ", 2)[2]))
