"""The name that stands for an entity, and the id that is the same in every article that has it."""

from collections.abc import Sequence

from quellenlage.languages import LanguagePack
from quellenlage.languages.gazetteer import gazetteer_of
from quellenlage.languages.name_forms import is_acronym, key_of, without_genitive, words_of
from quellenlage.read.entities.lexicon import lexicon_of
from quellenlage.text import short_hash


def full_name(forms: Sequence[str], genitives: frozenset[str], label: str, pack: LanguagePack) -> str:
    """Return the form that names an entity best: the one with the most words, no acronym, the most frequent.

    `genitives` are the forms that stand behind an article in the genitive. A genitive gives way to its nominative where
    that article, the rest of the article, the gazetteer or the list of persons tells that it is one.
    """
    bare_forms = [without_genitive(form, after_article=True) if form in genitives else form for form in forms]
    counts = {form: bare_forms.count(form) for form in bare_forms}
    best = max(
        counts, key=lambda form: (len(words_of(form)), not is_acronym(form), counts[form], -bare_forms.index(form))
    )
    bare = without_genitive(best)
    if bare == best or best in genitives or not bare.split():  # of "s" beside an apostrophe, nothing is left
        return best
    lexicon = lexicon_of(pack)
    known = bare in counts or bare in lexicon.places or _ends_like(bare, counts)
    if label == "PER":
        known = known or ("s" in lexicon.persons.get(bare.split()[-1], "") and best.split()[-1] not in lexicon.persons)
    return bare if known and best not in lexicon.places else best


def _ends_like(bare: str, counts: dict[str, int]) -> bool:
    """Say whether another form has the last word without its ending ("Jan Holms" beside "Holm")."""
    last = bare.split()[-1:]
    return any(form.split()[-1:] == last for form in counts)


def entity_id(article: str, label: str, name: str, pack: LanguagePack) -> str:
    """Return the id of an entity: the same in every article where its name says enough, else the article's own.

    A name says enough if it is known (a place of the gazetteer, a name of aliases.toml), if it is a person's full name,
    or if it is no person's. A surname alone may be anybody's: it is an id within its article until a dossier finds who
    is meant.
    """
    identity = gazetteer_of(pack).identity(name) if label != "PER" else ""
    if identity:
        return short_hash("entity", label, identity)
    key = " ".join(key_of(name))
    if label == "PER" and len(words_of(name)) < 2:
        return short_hash("entity", label, key, article)
    return short_hash("entity", label, key)
