"""Who says what: the statements of all reports, gathered by the voice that they give."""

from collections.abc import Iterable

from quellenlage.dossier.outline.records import Place, Report, Utterance, Voice, VoiceKind
from quellenlage.dossier.printable import one_line
from quellenlage.model import Statement
from quellenlage.text import find_words

_KINDS: tuple[VoiceKind, ...] = ("named", "described", "anonymous", "hearsay")


def gather_voices(reports: Iterable[Report]) -> tuple[Voice, ...]:
    """Return the voices: named ones first, those with most reports and statements before the others."""
    placed = [_place(report, order, statement) for report in reports for order, statement in _in_order(report)]
    names = _full_names({_name(place) for place in placed if _kind(place.statement) == "named"})
    groups: dict[tuple[VoiceKind, str], list[Place]] = {}
    for place in placed:
        kind = _kind(place.statement)
        name = _name(place) if kind in ("named", "described") else ""
        groups.setdefault((kind, names.get(name, name) if kind == "named" else name), []).append(place)
    voices = [_voice(kind, name, places) for (kind, name), places in groups.items()]
    return tuple(sorted(voices, key=lambda voice: (_KINDS.index(voice.kind), -len(voice.reports), -voice.statements)))


def _in_order(report: Report) -> Iterable[tuple[int, Statement]]:
    ordered = sorted(report.reading.statements, key=lambda statement: (statement.content or statement.cue)[:1])
    return enumerate(ordered, 1)


def _place(report: Report, order: int, statement: Statement) -> Place:
    relays = tuple(one_line(relay.name) for relay in statement.relays)
    return Place(report, statement, f"{report.number}.{order}", relays)


def _kind(statement: Statement) -> VoiceKind:
    if statement.speaker_name:
        return "named"
    if statement.evidence in ("anonymous", "hearsay"):
        return "anonymous" if statement.evidence == "anonymous" else "hearsay"
    return "described" if statement.speaker else "hearsay"


def _name(place: Place) -> str:
    if place.statement.speaker_name:
        return one_line(place.statement.speaker_name)
    text = place.report.reading.article.text
    return one_line(" ".join(span.of(text) for span in place.statement.speaker))


def _voice(kind: VoiceKind, name: str, places: list[Place]) -> Voice:
    said: dict[tuple[str, ...], list[Place]] = {}
    for place in places:
        said.setdefault(_wording(place), []).append(place)
    utterances = tuple(Utterance(content_text(same[0]), tuple(same)) for same in said.values())
    aliases = tuple(sorted({_name(place) for place in places} - {name})) if kind == "named" else ()
    first = places[0]
    return Voice(f"{first.report.id}-{first.statement.id}", kind, name, aliases, utterances)


def content_text(place: Place) -> str:
    """Return what is said, as one line; what stands between its spans (the speaker's clause) becomes an ellipsis."""
    text = place.report.reading.article.text
    return " … ".join(one_line(span.of(text)) for span in place.statement.content)


def _wording(place: Place) -> tuple[str, ...]:
    """Two statements have the same wording where their words are equal, whatever the marks around them."""
    words = tuple(word.form for word in find_words(content_text(place)))
    return words or (place.statement.id,)


def _full_names(names: set[str]) -> dict[str, str]:
    """Map a short name to the one longer name that holds its words in a row; with two such names it stays alone."""
    words = {name: tuple(word.form for word in find_words(name)) for name in names}
    found = {}
    for name, short in words.items():
        fuller = [other for other, long in words.items() if len(long) > len(short) and _holds(long, short)]
        longest = [
            other
            for other in fuller
            if not any(_holds(words[third], words[other]) for third in fuller if third != other)
        ]
        if short and len(longest) == 1:
            found[name] = longest[0]
    return found


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return any(long[place : place + len(short)] == short for place in range(len(long) - len(short) + 1))
