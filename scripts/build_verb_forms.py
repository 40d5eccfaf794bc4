"""Make `languages/de/verb_forms.txt`: the forms that tell German moods apart, from infinitives and `ablaut`.

    python scripts/build_verb_forms.py

The infinitives (`scripts/infinitives_de.txt`) are written for this project; the conjugation comes from the package
`ablaut` 0.11 (MIT or Apache-2.0), needed to build, not to run. One verb a line, tab-separated, third person alone:
infinitive, present singular, present plural, preterite singular, preterite plural, Konjunktiv I singular, plural,
Konjunktiv II singular, plural, past participle. A cell may hold several forms, parted by a slash.
"""

from pathlib import Path

import ablaut

ROOT = Path(__file__).parents[1]
INFINITIVES = ROOT / "scripts" / "infinitives_de.txt"
FORMS = ROOT / "src" / "quellenlage" / "languages" / "de" / "verb_forms.txt"

# Forms that newspapers write and the conjugator does not give (or gives otherwise), by infinitive and column.
SECOND_FORMS = {
    "brennen": {7: "brennte", 8: "brennten"},
    "senden": {3: "sandte", 4: "sandten", 9: "gesandt"},
    "wenden": {3: "wandte", 4: "wandten", 9: "gewandt"},
    "helfen": {7: "hülfe", 8: "hülfen"},
    "stehen": {7: "stünde", 8: "stünden"},
    "verstehen": {7: "verstünde", 8: "verstünden"},
    "bestehen": {7: "bestünde", 8: "bestünden"},
    "entstehen": {7: "entstünde", 8: "entstünden"},
    "beginnen": {7: "begänne/begönne", 8: "begännen"},
    "laden": {9: "geladen"},
    "werden": {9: "worden/geworden"},
    "können": {9: "gekonnt"},
}

# Verbs whose prefix the conjugator parts off, though in these senses it stays on, and `reihen`, which is weak.
WHOLE = {
    "unterstellen": ("unter", "stellen"),
    "unterschreiben": ("unter", "schreiben"),
    "unterliegen": ("unter", "liegen"),
    "überlassen": ("über", "lassen"),
    "überwiegen": ("über", "wiegen"),
}
WEAK = {"reihen": "reih"}


def main() -> None:
    """Write the table and say how many verbs it holds."""
    words = {
        word
        for line in INFINITIVES.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in line.split()
    }
    rows = [_row(word) for word in sorted(words)]
    FORMS.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} verbs, {FORMS.stat().st_size} bytes")


def _row(infinitive: str) -> list[str]:
    if infinitive in WHOLE:
        prefix, base = WHOLE[infinitive]
        return [infinitive, *(prefix + cell.removeprefix("ge") for cell in _row(base)[1:])]
    if infinitive in WEAK:
        stem = WEAK[infinitive]
        return [infinitive, *(stem + end for end in ("t", "en", "te", "ten", "e", "en", "te", "ten")), f"ge{stem}t"]
    table = ablaut.conjugate(infinitive)
    cells = [infinitive]
    for tense in (table.present, table.preterite, table.konjunktiv1, table.konjunktiv2):
        cells += [tense[2].split()[0], tense[5].split()[0]]
    cells.append(table.past_participle)
    for column, form in SECOND_FORMS.get(infinitive, {}).items():
        cells[column] = "/".join(dict.fromkeys([*cells[column].split("/"), *form.split("/")]))
    return cells


if __name__ == "__main__":
    main()
