"""Names of a phrased sentence that no cited claim has."""

from collections.abc import Iterator, Sequence

from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.stems import stem
from quellenlage.compare.meaning.terms import Term, find_terms
from quellenlage.compare.meaning.vocabulary import load_vocabulary
from quellenlage.compare.support.cited import Cited
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading
from quellenlage.text import find_words
from quellenlage.text.words import fold

# Letters that the name of a country and its adjective have in common ("Fran-kreich", "fran-zösisch").
_SHARED = 4
# Words in order, each by the forms under which it may be met.
Words = tuple[frozenset[str], ...]


def find_unknown_names(reading: Reading, cited: Sequence[Cited], pack: LanguagePack) -> tuple[str, ...]:
    """Return the names of a sentence that stand in no cited claim, and in no name of whom these speak, in order.

    A person's name of several words must stand so in one claim, or be made of the forms of one name: a first name of
    one and a second name of another are nobody. A country may be named by its adjective.
    """
    texts = [_forms(claim.text, pack) for claim in cited]
    names = [[_forms(form, pack) for form in group] for claim in cited for group in claim.names]
    known = frozenset[str]().union(*(word for text in texts for word in text))
    known = known.union(*(word for group in names for words in group for word in words))
    everything = " … ".join((*(claim.text for claim in cited), *(f for c in cited for g in c.names for f in g)))
    countries = _countries(everything, pack)
    text = reading.article.text
    found = [
        (mention.span.start, mention.span.of(text))
        for mention in reading.entities
        if mention.kind == "name"
        and not countries & _countries(mention.span.of(text), pack)
        and not _stands(_forms(mention.span.of(text), pack), texts, names)
        # "The museum of X" and "X's museum" are one; a first and a second name are one only as they stand.
        and (mention.label == "PER" or not all(word & known for word in _forms(mention.span.of(text), pack)))
    ]
    taken = [(m.span.start, m.span.end) for m in reading.entities if m.kind == "name"]
    found += [
        (term.start, text[term.start : term.end])
        for term in _unlisted(text, pack)
        if not known & _word(text[term.start : term.end], pack)
        and not any(start <= term.start < end for start, end in taken)
        and not countries & _countries(text[term.start : term.end], pack)
    ]
    found += [
        (cue.start, text[cue.start : cue.end])
        for cue in find_cues(text, "claim_countries", pack)
        if cue.kind not in {kind for kind, _ in countries}
    ]
    return tuple(dict.fromkeys(words for _, words in sorted(found)))


def _countries(text: str, pack: LanguagePack) -> frozenset[tuple[str, str]]:
    """Return the countries that a text names, each with the letters that its name and its adjective share.

    A capital stands for its country in much that is told, but is another place: its letters are its own.
    """
    cues = find_cues(text, "claim_countries", pack)
    return frozenset((cue.kind, text[cue.start : cue.start + _SHARED].lower()) for cue in cues)


def _stands(wanted: Words, texts: Sequence[Words], names: Sequence[list[Words]]) -> bool:
    for text in texts:
        for at in range(len(text) - len(wanted) + 1):
            if all(one & other for one, other in zip(wanted, text[at:], strict=False)):
                return True
    return any(all(any(word & other for form in group for other in form) for word in wanted) for group in names)


def _forms(text: str, pack: LanguagePack) -> Words:
    """Return the words of a text, each with what it may be the genitive of."""
    return tuple(_word(text[word.start : word.end], pack) for word in find_words(text))


def _word(word: str, pack: LanguagePack) -> frozenset[str]:
    """Return a word as it stands, and its stem as a name's: one word is another one's genitive if they share one."""
    return frozenset((fold(word), stem(word.capitalize(), pack)))


def _unlisted(text: str, pack: LanguagePack) -> Iterator[Term]:
    """Yield the capitalised words that are no common words; at the beginning, a word in lower case counts, too."""
    first = next(iter(find_words(text)), None)
    for term in find_terms(text, 0, len(text), pack):
        if not term.name:
            continue
        if first and term.start == first.start:
            _, _, common = load_vocabulary(pack).look_up([stem(text[term.start : term.end].lower(), pack)])
            if common.any():
                continue
        yield term
