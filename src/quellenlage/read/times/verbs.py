"""The tenses of verb forms, from the pack's table of verbs."""

from quellenlage.languages import LanguagePack
from quellenlage.languages.verbs import PARTICIPLE, PRESENT, PRETERITE, single_words, verb_rows


def read_verb_kinds(pack: LanguagePack) -> dict[str, str]:
    """Return the kind of each verb form: past_verb, present_verb, participle, or either of the last two."""
    kinds: dict[str, str] = {}
    for row in verb_rows(pack):
        present, participle = set(single_words(row[PRESENT])), set(single_words((row[PARTICIPLE],)))
        kinds.update(dict.fromkeys(present, "present_verb"))
        kinds.update(dict.fromkeys(participle, "participle"))
        kinds.update(dict.fromkeys(present & participle, "present_or_participle"))
    for row in verb_rows(pack):
        for form in single_words(row[PRETERITE]):
            kinds.setdefault(form, "past_verb")
    return kinds
