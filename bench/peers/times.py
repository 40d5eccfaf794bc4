"""Quellenlage and HeidelTime on the same texts, in one table.

    python -m bench.peers.times

HeidelTime's output came with the corpus (KRAUTS, https://github.com/JannikStroetgen/KRAUTS): nothing is run here but
our own rules. Strict: same span; value: the TIMEX3 value is equal too.
"""

from typing import Any

from bench.quality.corpora import find_shared, halves, load_scorer, rows
from bench.quality.times import SCORES, corpus, predict


def main() -> None:
    """Print the table, for all records and for the half that nothing was tuned on."""
    shared = find_shared()
    if shared is None:
        print("skipped: no corpora")
        return
    file = corpus(shared)
    gold = {row["id"]: row for row in rows(file)}
    systems: dict[str, dict[str, Any]] = {
        "Quellenlage": predict(gold),
        "HeidelTime": {row["id"]: row for row in rows(file.with_name("krauts_dev_heideltime.jsonl.gz"))},
    }
    score = load_scorer(shared)
    print(f"| records | system | {' | '.join(f'{name} P/R/F1' for name in SCORES)} | value accuracy |")
    print("|---" * (len(SCORES) + 3) + "|")
    for half, part in halves(gold).items():
        for system, found in systems.items():
            result = score.times(part, {name: found[name] for name in part if name in found})
            cells = (f"{result[s]['p']:.3f}/{result[s]['r']:.3f}/**{result[s]['f1']:.3f}**" for s in SCORES)
            print(f"| {half} ({result['n']}) | {system} | {' | '.join(cells)} | {result['value_accuracy']:.3f} |")


if __name__ == "__main__":
    main()
