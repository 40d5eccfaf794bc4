"""Check a phrased sentence against the claims that it cites: numbers, names, what it denies, how sure it is."""

from collections.abc import Iterator, Sequence

from quellenlage.compare.claims.judging import terms_of
from quellenlage.compare.meaning.likeness import part_of
from quellenlage.compare.meaning.terms import Term, TermSpace, find_terms, make_space
from quellenlage.compare.support.cited import Cited
from quellenlage.compare.support.figures import Number, find_numbers, is_borne_out
from quellenlage.compare.support.names import find_unknown_names
from quellenlage.compare.support.truth import find_certainty, find_flipped
from quellenlage.languages import LanguagePack
from quellenlage.model import Objection, Reading

# By so much of their weight, the words of a sentence (names and numbers aside) stand in the claims, or are like theirs.
LEAST_SHARED = 0.4
# Who cites everything cites nothing: among the names and numbers of many claims, a false sentence finds its own.
MOST_CITED = 8


def find_unsupported(sentence: Reading, cited: Sequence[Cited], pack: LanguagePack) -> tuple[Objection, ...]:
    """What does a sentence say that the claims that it cites do not bear out?

    `sentence` is the reading of the sentence alone. An empty answer says that none of the checks found anything, not
    that the sentence is true: who did what to whom, within the names and words of the claims, is not checked.
    """
    if not cited:
        return (Objection("citation", ""),)
    if len(cited) > MOST_CITED:
        return (Objection("citation", " ".join(claim.claim.id for claim in cited)),)
    text = sentence.article.text
    if not _is_read(sentence):
        return (Objection("unread", text),)
    numbers = find_numbers(sentence, sentence.article.span(0, len(text)), pack)
    space = make_space(_terms(text, numbers, cited, pack), pack)
    found = [
        *_numbers(numbers, cited, space),
        *(Objection("name", name) for name in find_unknown_names(sentence, cited, pack)),
        *find_flipped(sentence, cited, space),
        *find_certainty(sentence, cited, pack),
        *_words(text, cited, space),
    ]
    return tuple(dict.fromkeys(found))


def _is_read(sentence: Reading) -> bool:
    """Say whether all words of a text were read as running text: what looks like a credit or a teaser is not."""
    text = sentence.article.text
    return all(
        any(s.start <= at < s.end for s in sentence.sentences) for at, letter in enumerate(text) if letter.isalnum()
    ) and any(map(str.isalnum, text))


def _numbers(numbers: Sequence[Number], cited: Sequence[Cited], space: TermSpace) -> Iterator[Objection]:
    for number in numbers:
        if not any(is_borne_out(number, claim.numbers, claim.text, space) for claim in cited):
            yield Objection("number", number.text)


def _words(text: str, cited: Sequence[Cited], space: TermSpace) -> Iterator[Objection]:
    """Yield an objection if a sentence has too few words in common with what it cites."""
    said = [t for t in find_terms(text, 0, len(text), space.pack) if not t.name and not t.number]
    claimed = [term for claim in cited for term in _claimed(claim, space.pack)]
    if said and part_of(said, claimed, space) < LEAST_SHARED:
        yield Objection("words", text)


def _claimed(claim: Cited, pack: LanguagePack) -> tuple[Term, ...]:
    """Return the content words of a claim, and of the names of those who stand in or behind it."""
    behind = " … ".join(form for group in claim.names for form in group)
    return (*find_terms(claim.text, 0, len(claim.text), pack), *find_terms(behind, 0, len(behind), pack))


def _terms(text: str, numbers: Sequence[Number], cited: Sequence[Cited], pack: LanguagePack) -> Iterator[Term]:
    yield from find_terms(text, 0, len(text), pack)
    figures = [number.figure for group in (numbers, *(claim.numbers for claim in cited)) for number in group]
    for figure in figures:
        if figure:
            yield from (*figure.noun, *figure.near, *figure.far)
    for claim in cited:
        yield from terms_of(claim.assertion)
        yield from _claimed(claim, pack)
