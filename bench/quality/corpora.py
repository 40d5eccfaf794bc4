"""Where the development corpora lie, what they hold, and the scorer that came with them."""

import gzip
import importlib.util
import json
import os
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def find_shared() -> Path | None:
    """Return the folder of `corpora/` and `tools/score.py`: $QUELLENLAGE_SHARED, else ../shared; None if neither."""
    for candidate in (os.environ.get("QUELLENLAGE_SHARED"), ROOT.parent / "shared"):
        if candidate and (Path(candidate) / "tools" / "score.py").exists():
            return Path(candidate)
    return None


def load_scorer(shared: Path) -> ModuleType:
    """Return the scorer as a module: `score.statements(gold, pred)` and its siblings."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError("score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON-lines file, plain or .gz."""
    opener = gzip.open if file.suffix == ".gz" else open
    with opener(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def corpus_digest(*files: Path) -> str:
    """Return the digest (16 hexadecimal digits) of the files that a figure was measured on."""
    state = blake2b(digest_size=8)
    for file in files:
        state.update(file.read_bytes())
    return state.hexdigest()


def halves(gold: dict[str, dict[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    """Part gold records by their position in the file: odd ones may be tuned on, even ones only measure."""
    numbered = list(gold.items())
    return {"odd": dict(numbered[::2]), "even": dict(numbered[1::2]), "all": gold}


def print_measured(measure: Callable[[Path], Mapping[str, tuple[Mapping[str, float], str]]]) -> None:
    """Print what a subject measures, a line a measurement; `bench.quality.gate` compares and keeps it."""
    shared = find_shared()
    if shared is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED)")
        return
    for name, (scores, _) in measure(shared).items():
        print(name, json.dumps(dict(scores)))
