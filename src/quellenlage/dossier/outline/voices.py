"""Who says what: the statements of all reports, gathered by the voice that they give."""

from collections.abc import Iterable, Mapping

from quellenlage.dossier.outline.records import Place, Report, Voice, VoiceKind
from quellenlage.dossier.outline.utterances import first_utterances, gather_utterances
from quellenlage.dossier.printable import one_line
from quellenlage.model import Entity, Statement
from quellenlage.text import find_words

# Words of a name with its title ("Dr. Ida von der Holm"); what has more is a description.
_NAME = 5
# Descriptions that are shown of a voice.
_DESCRIPTIONS = 5
_Words = tuple[str, ...]
_KINDS: tuple[VoiceKind, ...] = ("named", "described", "unknown", "anonymous", "hearsay")


def gather_voices(
    reports: Iterable[Report], entities: Iterable[Entity] = (), repeats: Iterable[tuple[str, str]] = ()
) -> tuple[Voice, ...]:
    """Return the voices: named ones first, those with most reports and statements before the others.

    Statements belong to one voice where they name one entity; without entities, where one name is a short form of the
    other. Sources without a name are told apart by how they are described, unless what they say repeats (`repeats`:
    pairs of statement ids) what somebody with a name says.
    """
    known = {key: entity for entity in entities for key in (entity.id, *entity.merged)}
    placed = [_place(report, order, statement) for report in reports for order, statement in _in_order(report)]
    names = _full_names({_name(place) for place in placed if _kind(place.statement) == "named"})
    keys: dict[str, tuple[VoiceKind, str]] = {}
    for place in placed:
        kind, name = _kind(place.statement), _name(place)
        entity = known.get(place.statement.entity or "")
        key = entity.id if entity else place.statement.entity or names.get(name, name)
        keys[place.statement.id] = (kind, key)
    firsts = first_utterances(repeats)
    groups: dict[tuple[VoiceKind, str], list[Place]] = {}
    for place in placed:
        own = keys[place.statement.id]
        repeated = keys.get(firsts.get(place.statement.id, ""), own)
        groups.setdefault(repeated if own[0] != "named" == repeated[0] else own, []).append(place)
    voices = [_voice(kind, places, known.get(key), firsts) for (kind, key), places in groups.items()]
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
    return "described" if statement.speaker else "unknown"


def _name(place: Place) -> str:
    if place.statement.speaker_name:
        return one_line(place.statement.speaker_name)
    text = place.report.reading.article.text
    return one_line(" ".join(span.of(text) for span in place.statement.speaker))


def _voice(kind: VoiceKind, places: list[Place], entity: Entity | None, firsts: Mapping[str, str]) -> Voice:
    name = one_line(entity.name) if entity and kind == "named" else _fullest(places)
    forms = {tuple(word.form for word in find_words(form)): form for form in sorted(map(_name, places))}
    forms.pop(tuple(word.form for word in find_words(name)), None)
    described = dict.fromkeys(one_line(description.text) for description in entity.descriptions) if entity else ()
    return Voice(
        key=f"{places[0].report.id}-{places[0].statement.id}",
        kind=kind,
        name=name,
        aliases=tuple(forms.values()),
        utterances=gather_utterances(places, firsts),
        descriptions=tuple(described)[:_DESCRIPTIONS],
    )


def _fullest(places: list[Place]) -> str:
    """The longest form of the name that two reports have (one alone may have misread it), else the usual one."""
    forms: dict[str, list[int]] = {}
    for place in places:
        forms.setdefault(_name(place), []).append(place.report.number)
    common = [form for form, numbers in forms.items() if len(set(numbers)) > 1]
    return max(common, key=len) if common else max(forms, key=lambda form: (len(forms[form]), len(form)))


def _full_names(names: set[str]) -> dict[str, str]:
    """Map a short name to the one longer name that begins or ends with it; with two such names it stays alone.

    Names are compared by their words, so that the same name written differently is one name, too.
    """
    words = {name: tuple(word.form for word in find_words(name)) for name in sorted(names)}
    written: dict[_Words, str] = {}
    fuller: dict[_Words, set[_Words]] = {}
    for name, form in words.items():
        written.setdefault(form, name)
        if len(form) <= _NAME:
            for short in _ends(form):
                fuller.setdefault(short, set()).add(form)
    return {name: written[_fullest_form(form, fuller)] for name, form in words.items()}


def _fullest_form(form: _Words, fuller: dict[_Words, set[_Words]]) -> _Words:
    """The longest of the names that have this one as a short form, if all others are short forms of it as well."""
    found = fuller.get(form, set())
    longest = [long for long in found if not fuller.get(long, set()) & found]
    return longest[0] if len(longest) == 1 else form


def _ends(form: _Words) -> set[_Words]:
    """All beginnings and ends of a name that are shorter than itself."""
    return {part for size in range(1, len(form)) for part in (form[:size], form[-size:])}
