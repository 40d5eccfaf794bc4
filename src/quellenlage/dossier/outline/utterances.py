"""The same utterance in several reports: in the same words, or in other words that say the same."""

from collections.abc import Iterable, Mapping, Sequence

from quellenlage.dossier.outline.differing import pieces
from quellenlage.dossier.outline.records import Place, Utterance, Variant
from quellenlage.dossier.printable import one_line
from quellenlage.text import find_words


def first_utterances(repeats: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map every statement that repeats another to the first one of its chain."""
    pairs = dict(repeats)
    firsts = {}
    for statement in pairs:
        first, seen = statement, {statement}
        while first in pairs and pairs[first] not in seen:
            first = pairs[first]
            seen.add(first)
        firsts[statement] = first
    return firsts


def gather_utterances(places: Sequence[Place], firsts: Mapping[str, str]) -> tuple[Utterance, ...]:
    """Return what one voice says, each utterance once, with its other wordings where `firsts` knows them for one."""
    wordings: dict[tuple[str, ...], list[Place]] = {}
    for place in places:
        wordings.setdefault(_wording(place), []).append(place)
    wording_of = {place.statement.id: words for words, same in wordings.items() for place in same}
    said: dict[tuple[str, ...], list[list[Place]]] = {}
    for words, same in wordings.items():
        repeated = (firsts[place.statement.id] for place in same if place.statement.id in firsts)
        said.setdefault(next((wording_of[first] for first in repeated if first in wording_of), words), []).append(same)
    return tuple(_utterance(group) for group in said.values())


def content_text(place: Place) -> str:
    """Return what is said, as one line; what stands between its spans (the speaker's clause) becomes an ellipsis."""
    text = place.report.reading.article.text
    return " … ".join(one_line(span.of(text)) for span in place.statement.content)


def _utterance(wordings: list[list[Place]]) -> Utterance:
    """A summed up speech act is a part of its sentence ("demanded *more money*"): it is shown with the rest of it."""
    places, others = tuple(wordings[0]), wordings[1:]
    first = places[0]
    text = content_text(first)
    variants = tuple(Variant(pieces(text, content_text(other[0]))[1], tuple(other)) for other in others)
    if first.statement.kind != "reported" or not first.statement.content:
        return Utterance(text, "", "", places, variants)
    reading, content = first.report.reading, first.statement.content
    start, end = content[0].start, content[-1].end
    around = [s for s in reading.sentences if s.start <= start < s.end or s.start < end <= s.end]
    if not around:
        return Utterance(text, "", "", places, variants)
    article = reading.article.text
    before, after = one_line(article[around[0].start : start]), one_line(article[end : around[-1].end])
    return Utterance(text, before, after, places, variants)


def _wording(place: Place) -> tuple[str, ...]:
    """Two statements have the same wording where their words are equal, whatever the marks around them."""
    words = tuple(word.form for word in find_words(content_text(place)))
    return words or (place.statement.id,)
