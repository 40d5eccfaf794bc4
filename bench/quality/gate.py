"""Are the scores of what is shipped at least the pinned ones?

    python -m bench.quality.gate                  compare with bench/quality/pins.json; exit 1 where a score is lower
    python -m bench.quality.gate --update         pin better scores; refuses to lower one
    python -m bench.quality.gate --update --allow-regression "why"    pin lower ones, too; the reason is kept

Every score is pinned with the digest of its corpus: another corpus makes another score, not a better one. Of what is
measured, the scores that the project aims at are pinned (PINNED); precision and recall may be traded for one another.
Scores are deterministic; another kind of processor may round the encoder's sums otherwise, which moves single findings:
NOISE allows for that. Without corpora it says `skipped`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from bench.quality.corpora import find_shared

PINS = Path(__file__).with_name("pins.json")
RESULTS = Path(__file__).resolve().parent.parent / "results" / "quality.json"  # everything measured, pinned or not

# Each module has measure(shared) -> {"name": Measurement}; a name is what is pinned.
SUBJECTS = ("times", "entities", "statements", "judge", "pairs", "differing", "claims", "utterances", "copies")


PINNED = frozenset(
    (
        *("accuracy", "agency", "agency_macro", "bcubed_f1", "conflict_p", "contradict_f1", "copy_f1", "cue", "f1"),
        *("gathered_f1", "joint", "kind", "messages", "relays", "roles_f1", "same_f1", "speaker"),
        *("strict", "strict_f1", "strict_value"),
    )
)
# One finding more or less among the 202 statements of own_dev, the smallest file that the encoder is measured on, moves
# F1 by 0.003; rules alone give the same findings everywhere.
NOISE = 0.003


class Measurement(NamedTuple):
    """The scores of one measurement (flat names, 0..1) and the digest of the files they were measured on."""

    scores: Mapping[str, float]
    corpus: str


def measure(shared: Path, subjects: tuple[str, ...]) -> dict[str, Measurement]:
    """Return the measurements of some subjects, by name."""
    found: dict[str, Measurement] = {}
    for subject in subjects:
        function: Callable[[Path], Mapping[str, tuple[Mapping[str, float], str]]]
        function = import_module(f"bench.quality.{subject}").measure
        found |= {name: Measurement(*values) for name, values in function(shared).items()}
    return found


def lower(pins: Mapping[str, Any], found: Mapping[str, Measurement]) -> list[str]:
    """Return one line for every pinned score that was not reached, or that was measured on another corpus."""
    lines = []
    for name, measurement in found.items():
        pin = pins.get(name)
        if pin is None:
            continue
        if pin["corpus"] != measurement.corpus:
            lines.append(f"{name}: pinned on corpus {pin['corpus']}, measured on {measurement.corpus}; run --update")
            continue
        for score, value in pin["scores"].items():
            now = measurement.scores.get(score)
            if now is None or now < value - NOISE:
                lines.append(f"{name} {score}: {now} is below the pinned {value}")
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Compare, print, and pin where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subjects", nargs="*", default=SUBJECTS, metavar="SUBJECT", help=", ".join(SUBJECTS))
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", metavar="WHY", default="")
    options = parser.parse_args(arguments)
    shared = find_shared()
    if shared is None:
        print("skipped: no corpora (set QUELLENLAGE_SHARED)")
        return 0
    pins = json.loads(PINS.read_text(encoding="utf-8")) if PINS.exists() else {}
    found = measure(shared, tuple(options.subjects))
    for name, measurement in found.items():
        print(name, json.dumps(dict(measurement.scores)))
    failures = lower(pins, found)
    for line in failures:
        print(f"LOWER  {line}", file=sys.stderr)
    if options.update and (not any("below" in line for line in failures) or options.allow_regression):
        _pin(pins, found, options.allow_regression)
        return 0
    return 1 if failures else 0


def _pin(pins: dict[str, Any], found: Mapping[str, Measurement], why: str) -> None:
    for name, measurement in found.items():
        scores = {score: value for score, value in measurement.scores.items() if score in PINNED}
        pinned = pins.get(name, {})
        before = pinned.get("scores", {})
        lowered = any(value < before.get(score, value) for score, value in scores.items())
        # The reason is kept until the scores are others.
        reason = why if lowered else pinned.get("lowered", "") if scores == before else ""
        pins[name] = {"corpus": measurement.corpus, "scores": scores, **({"lowered": reason} if reason else {})}
    results = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    results |= {name: dict(measurement.scores) for name, measurement in found.items()}
    for file, content in ((PINS, pins), (RESULTS, results)):
        file.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
