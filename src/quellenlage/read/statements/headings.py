"""Headings tell what the text below them says: their statements have its speakers, and it never goes on from them."""

from collections.abc import Iterator, Sequence

from quellenlage.read.layout import Layout
from quellenlage.read.parts import HEADINGS
from quellenlage.read.statements.clauses import find_clauses
from quellenlage.read.statements.drafts import Draft, Place, Sentence
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.lexicon import FINITE
from quellenlage.read.statements.quoted import quote_words
from quellenlage.read.statements.tokens import Unit
from quellenlage.text import Span

# A quotation in a heading is cut from one in the text if the text has three quarters of its words, and two at least.
_SHARE, _LEAST = 0.75, 2
# "Bürgermeister Jens Petersen:" has at most so many words.
_LABEL = 4


def heading_places(layout: Layout) -> tuple[Place, ...]:
    """Return where the headline and the subheadings of an article stand."""
    return tuple((part.span.start, part.span.end) for part in layout.parts if part.kind in HEADINGS)


def is_heading(places: Sequence[Place], unit: Unit) -> bool:
    """Say whether a unit stands in a heading."""
    return any(start <= unit.start < end for start, end in places)


def with_headings(
    headings: Sequence[tuple[int, Unit]], drafts: Sequence[Draft], quotations: Sequence[Span], grammar: Grammar
) -> list[Draft]:
    """Return the drafts of an article, those of its headings with the speakers of the text."""
    numbers = {number for number, _ in headings}
    body = [draft for draft in drafts if draft.unit not in numbers]
    found = list(drafts)
    for number, unit in headings:
        sentence = Sentence(unit, find_clauses(unit, grammar.lexicon), grammar)
        own = [draft for draft in drafts if draft.unit == number]
        known = {_last_word(unit.text, place) for draft in body for place in draft.speaker}
        for draft in own:
            draft.speaker = [_without_kicker(sentence, place, known) for place in draft.speaker]
        new = [*_quoted(unit, own, body, quotations), *([] if own else _labelled(sentence, known))]
        for draft in [*own, *new]:
            draft.unit = number
            if draft.kind == "direct" and not draft.speaker:
                _take_speaker(draft, body, number, unit.text)
        found += new
    return found


def _last_word(text: str, place: Place) -> str:
    return text[slice(*place)].rsplit(maxsplit=1)[-1].lower()


def _without_kicker(sentence: Sentence, place: Place, known: set[str]) -> Place:
    """Return a speaker without the words set before a headline ("Streit der Häfen Brandt lobt …")."""
    unit = sentence.unit
    inside = [n for n in range(len(unit.codes)) if place[0] <= unit.starts[n] < place[1]]
    if len(inside) < 3 or unit.words[inside[-1]] not in known:
        return place
    before = inside[:-1]
    genitive = any(unit.codes[n] in "egiPv" for n in before[1:])
    if unit.codes[before[0]] != "C" or not genitive or any(sentence.grammar.gender(unit.words[n]) for n in before):
        return place
    return unit.place(inside[-1], inside[-1] + 1)


def _quoted(unit: Unit, own: Sequence[Draft], body: Sequence[Draft], quotations: Sequence[Span]) -> Iterator[Draft]:
    """Yield the quotations of a heading that the text has too, and that no statement of the heading holds."""
    for quote in quotations:
        if not unit.start <= quote.start < quote.end <= unit.end:
            continue
        place = (quote.start, quote.end)
        if not any(start <= place[0] < end for draft in own for start, end in draft.content) and any(
            _is_cut_from(unit.text, place, draft) for draft in body
        ):
            yield Draft("direct", [place], "statements/heading")


def _is_cut_from(text: str, place: Place, draft: Draft) -> bool:
    if draft.kind != "direct":
        return False
    words = {word.lower() for word in quote_words(text, Span("", *place))}
    said = {word.lower() for part in draft.content for word in quote_words(text, Span("", *part))}
    return len(words) >= _LEAST and len(words & said) >= _SHARE * len(words)


def _take_speaker(draft: Draft, body: Sequence[Draft], number: int, text: str) -> None:
    """Give a quotation in a heading the speaker of the one it is cut from, or of the next statement below."""
    same = [other for other in body if other.speaker and _is_cut_from(text, draft.content[0], other)]
    below = [other for other in body if other.speaker and other.unit > number]
    source = next(iter([*same, *below]), None)
    if source is not None:
        draft.speaker = list(source.speaker)


def _labelled(sentence: Sentence, known: set[str]) -> Iterator[Draft]:
    """Yield what follows the name of a speaker and a colon ("Petersen: Der Deich hält")."""
    clauses, unit = sentence.clauses, sentence.unit
    if len(clauses) < 2 or clauses[1].sep != ":" or "Q" in unit.codes:
        return
    label = clauses[0]
    last = unit.words[label.last - 1]
    named = label.kind == "fragment" and label.last <= _LABEL and not unit.codes[: label.last].strip("neAC")
    if not named or not (last in known or sentence.grammar.gender(last)) or not _says_something(sentence):
        return
    draft = Draft("indirect", sentence.whole(1, len(clauses)), "statements/heading", clause=0)
    draft.speaker = draft.frame = [unit.place(label.first, label.last)]
    yield draft


def _says_something(sentence: Sentence) -> bool:
    """Say whether a verb follows the colon; in capitals any form of one will do."""
    unit, clauses = sentence.unit, sentence.clauses
    if any(clause.finite >= 0 for clause in clauses[1:]):
        return True
    capitals = unit.source(clauses[1].first, clauses[-1].last).isupper()
    words = unit.words[clauses[1].first : clauses[-1].last]
    return capitals and any(sentence.grammar.lexicon.look_up(word)[1] & FINITE for word in words)
