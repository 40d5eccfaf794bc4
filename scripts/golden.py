"""Write the golden dossiers, or check that they are what the program prints now.

    python scripts/golden.py            write tests/golden/example.*; read the diff before you commit it
    python scripts/golden.py --check    print the differences and exit with 1 where there are any

The dossiers are those of examples/reports, on both paths: JSON as the contract has it, spread over lines so that a diff
can be read, and the text that a person sees, in German and in English.
"""

import difflib
import json
import sys
from pathlib import Path

import quellenlage as ql

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
PUBLISHED = "2024-05-14"  # the day of the invented event, for the reports that bear no date


def render() -> dict[str, str]:
    """Return the content of every golden file by its name."""
    files = {}
    for name, fast in (("example", False), ("example_fast", True)):
        dossier = ql.dossier([ROOT / "examples" / "reports"], ql.Options(published=PUBLISHED, fast=fast))
        files[f"{name}.json"] = json.dumps(json.loads(ql.to_json(dossier)), ensure_ascii=False, indent=1) + "\n"
        if not fast:
            plain = ql.TextOptions(width=100, full=True, colour=False)
            files |= {f"{name}.{language}.txt": ql.to_text(dossier, language, plain) for language in ("de", "en")}
            files[f"{name}.de.md"] = ql.to_markdown(dossier, "de")
    return files


def main(arguments: list[str]) -> int:
    """Write or check."""
    differences = 0
    for name, content in render().items():
        file = GOLDEN / name
        if arguments == ["--check"]:
            kept = file.read_text(encoding="utf-8") if file.exists() else ""
            lines = difflib.unified_diff(kept.splitlines(), content.splitlines(), f"golden {name}", "now", lineterm="")
            for line in lines:
                differences += 1
                print(line)
        else:
            file.write_text(content, encoding="utf-8", newline="\n")
    if differences:
        print("if the change is meant: python scripts/golden.py, and read the diff")
    return int(differences > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
