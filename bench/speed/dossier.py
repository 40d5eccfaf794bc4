"""How long does one wait for a dossier, from the command to the last line?

    python -m bench.speed.dossier [--runs 5]

Whole processes, as a user starts them: `quellenlage dossier` for five reports of one event and for 50 articles of the
largest stories of a week, by the default path and with `--fast`. Beside them, in the same run, an interpreter that
imports NumPy and ONNX Runtime and does nothing: a floor, and a measure of the machine. All commands take turns, so that
a busy minute slows all of them; one turn before warms the caches. CPU seconds are those of all threads: on a machine
that others use, they say more than the clock. Prints a table and writes bench/results/speed_dossier.json.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.quality.corpora import ROOT, find_shared, rows

REPORTS = "reports/wostotschny"
STORIES = "corpora/stories/week06_stories.jsonl"
STREAM = "corpora/stories/stream_2021_jan_apr.jsonl.gz"
ARTICLES = 50
FLOOR = "import numpy, onnxruntime"


def largest_stories(shared: Path, count: int) -> list[dict[str, str]]:
    """Return articles of the week's largest stories, story by story."""
    told = list(rows(shared / STORIES))
    sizes = Counter(row["story"] for row in told)
    order = {story: number for number, (story, _) in enumerate(sizes.most_common())}
    wanted = [row["id"] for row in sorted(told, key=lambda row: order[row["story"]])][:count]
    found = {row["id"]: row for row in rows(shared / STREAM) if row["id"] in set(wanted)}
    return [found[name] for name in wanted]


def run_whole(command: Sequence[str]) -> dict[str, float]:
    """Run a program and return its seconds, its CPU seconds and its largest memory (MiB)."""
    # Compiled modules are kept, as where the program is installed.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return {"wall_s": elapsed, "cpu_s": usage.ru_utime + usage.ru_stime, "peak_mib": usage.ru_maxrss / 1024}


def measure(shared: Path, runs: int) -> dict[str, dict[str, float]]:
    """Return for each command its best and its median time, the best CPU time, and the largest memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in largest_stories(shared, ARTICLES))
        file.write_text("".join(lines), encoding="utf-8")
        commands = _commands(shared / REPORTS, file)
        measured: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                once = run_whole(command)
                if turn:
                    measured[name].append(once)
    floor = min(once["wall_s"] for once in measured[FLOOR])
    return {name: _summed_up(times, floor) for name, times in measured.items()}


def _commands(reports: Path, articles: Path) -> Mapping[str, list[str]]:
    program = [sys.executable, "-m", "quellenlage", "dossier"]
    return {
        FLOOR: [sys.executable, "-c", FLOOR],
        "5 reports": [*program, str(reports)],
        "5 reports, fast": [*program, "--fast", str(reports)],
        f"{ARTICLES} articles": [*program, str(articles)],
        f"{ARTICLES} articles, fast": [*program, "--fast", str(articles)],
    }


def _summed_up(times: Sequence[dict[str, float]], floor: float) -> dict[str, float]:
    best = min(once["wall_s"] for once in times)
    return {
        "best_s": round(best, 2),
        "median_s": round(median(once["wall_s"] for once in times), 2),
        "cpu_s": round(min(once["cpu_s"] for once in times), 2),
        "ratio": round(best / floor, 1),
        "peak_mib": round(max(once["peak_mib"] for once in times)),
    }


def main() -> int:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    shared = find_shared()
    if shared is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED)")
        return 0
    found = measure(shared, runs)
    print(f"{'':28}{'best s':>8}{'median':>8}{'CPU s':>8}{'ratio':>8}{'MiB':>8}")
    for name, figures in found.items():
        print(f"{name:28}" + "".join(f"{value:>8}" for value in figures.values()))
    about = {"runs": runs, "cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    kept = json.dumps({**found, **about}, indent=1) + "\n"
    (ROOT / "bench/results/speed_dossier.json").write_text(kept, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
