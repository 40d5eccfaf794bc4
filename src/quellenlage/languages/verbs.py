"""The forms of verbs, as a language pack knows them."""

from functools import cache

from quellenlage.languages.pack import LanguagePack

# The columns of a row, third person alone: infinitive, present, preterite, Konjunktiv I and II (singular and plural of
# each), past participle; see scripts/build_verb_forms.py.
INFINITIVE, PRESENT, PRETERITE, PARTICIPLE = 0, slice(1, 3), slice(3, 5), 9
FINITE, INDICATIVE = slice(1, 9), slice(1, 5)
Row = tuple[tuple[str, ...], ...]


@cache
def verb_rows(pack: LanguagePack) -> tuple[Row, ...]:
    """Which forms do a pack's verbs have? A row a verb, its columns with the forms of each; read once a process."""
    file = pack.folder / "verb_forms.txt"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else ()
    return tuple(tuple(tuple(cell.split("/")) for cell in line.split("\t")) for line in lines)


def single_words(forms: tuple[tuple[str, ...], ...]) -> list[str]:
    """Return the forms of some columns that are one word, each once, in order."""
    return list(dict.fromkeys(form for column in forms for form in column if form and " " not in form))
