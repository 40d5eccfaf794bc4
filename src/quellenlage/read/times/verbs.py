"""The tenses of verb forms, from the pack's table of verbs."""

from collections.abc import Iterator

from quellenlage.languages import LanguagePack

# The columns of the table (scripts/build_verb_forms.py): present, preterite, past participle.
_PRESENT, _PRETERITE, _PARTICIPLE = slice(1, 3), slice(3, 5), slice(9, 10)


def read_verb_kinds(pack: LanguagePack) -> dict[str, str]:
    """Return the kind of each verb form: past_verb, present_verb, participle, or either of the last two."""
    file = pack.folder / "verb_forms.txt"
    if not file.exists():
        return {}
    kinds: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        present, participle = set(_forms(cells[_PRESENT])), set(_forms(cells[_PARTICIPLE]))
        kinds.update(dict.fromkeys(present, "present_verb"))
        kinds.update(dict.fromkeys(participle, "participle"))
        kinds.update(dict.fromkeys(present & participle, "present_or_participle"))
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        for form in _forms(cells[_PRETERITE]):
            kinds.setdefault(form, "past_verb")
    return kinds


def _forms(cells: list[str]) -> Iterator[str]:
    return (form for cell in cells for form in cell.split("/") if form and " " not in form)
