"""Who is who: the entities of all reports with every name that the reports use."""

from collections.abc import Iterable, Iterator

from quellenlage.dossier.outline.assertions import make_spot
from quellenlage.dossier.outline.records import Report
from quellenlage.dossier.outline.told import Form, Profile, Spot
from quellenlage.dossier.printable import one_line
from quellenlage.model import Entity, EntityLabel
from quellenlage.text import find_words

# Letters of a short word that may stand before a description (an article); of a stem that can have an ending; of one.
_ARTICLE, _STEM, _ENDING = 4, 3, 2
# People before organisations before places: who acts is asked for first.
_ORDER: tuple[EntityLabel, ...] = ("PER", "ORG", "LOC", "OTH")


def list_profiles(entities: Iterable[Entity], reports: dict[str, Report]) -> tuple[Profile, ...]:
    """Return the entities that a report speaks of, by kind, those first that stand in more reports and more often."""
    found = [profile for entity in entities if (profile := _profile(entity, reports))]
    found.sort(key=lambda one: (_ORDER.index(one.entity.label), -len(one.firsts), -len(one.entity.mentions)))
    return tuple(found)


def _profile(entity: Entity, reports: dict[str, Report]) -> Profile | None:
    if not any(mention.article in reports for mention in entity.mentions):
        return None
    name = one_line(entity.name)
    users = dict(_users(entity, reports))
    forms = [(form, users.get(_key(form), set())) for form in map(one_line, entity.names)]
    told = [form for form in _without_endings(forms) if not _alike(_key(form.text), _key(name))]
    return Profile(
        entity=entity,
        name=name,
        forms=tuple(told),
        descriptions=tuple(_descriptions(entity, reports)),
        country=dict(entity.identifiers).get("country", ""),
        firsts=tuple(_firsts(entity, reports)),
    )


def _key(name: str, *, bare: bool = False) -> tuple[str, ...]:
    words = tuple(word.form for word in find_words(name))
    return words[1:] if bare and len(words) > 1 and len(words[0]) <= _ARTICLE else words


def _users(entity: Entity, reports: dict[str, Report]) -> Iterator[tuple[tuple[str, ...], set[int]]]:
    """By the words of a name as it stands in the texts: which reports have it."""
    users: dict[tuple[str, ...], set[int]] = {}
    for mention in entity.mentions:
        if mention.kind == "name" and mention.article in reports:
            report = reports[mention.article]
            users.setdefault(_key(mention.span.of(report.reading.article.text)), set()).add(report.number)
    yield from users.items()


def _descriptions(entity: Entity, reports: dict[str, Report]) -> Iterator[Form]:
    """What the reports call an entity, the most usual first."""
    users: dict[str, set[int]] = {}
    for description in entity.descriptions:
        if description.article in reports:
            users.setdefault(one_line(description.text), set()).add(reports[description.article].number)
    yield from sorted(_without_endings(users.items(), bare=True), key=lambda form: -len(form.reports))


def _without_endings(forms: Iterable[tuple[str, set[int]]], *, bare: bool = False) -> list[Form]:
    """Forms that differ by case and endings (and, `bare`, an article) become one, the first standing for all."""
    kept: list[tuple[str, set[int]]] = []
    for text, numbers in forms:
        known = next((found for found in kept if _alike(_key(found[0], bare=bare), _key(text, bare=bare))), None)
        if known:
            known[1].update(numbers)
        else:
            kept.append((text, set(numbers)))
    return [Form(text, tuple(sorted(numbers))) for text, numbers in kept]


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Are these the same words but for the endings of the longer ones?"""
    return len(left) == len(right) and all(_one_word(*pair) for pair in zip(left, right, strict=True))


def _one_word(left: str, right: str) -> bool:
    shorter = min(len(left), len(right))
    same = next((place for place in range(shorter) if left[place] != right[place]), shorter)
    return left == right or (same >= _STEM and max(len(left), len(right)) - same <= _ENDING)


def _firsts(entity: Entity, reports: dict[str, Report]) -> Iterator[Spot]:
    """The first mention by name in each report; by role or pronoun where a report has no name."""
    ordered = sorted(
        (mention for mention in entity.mentions if mention.article in reports),
        key=lambda mention: (reports[mention.article].number, mention.kind != "name", mention.span),
    )
    seen: set[str] = set()
    for mention in ordered:
        if mention.article not in seen:
            seen.add(mention.article)
            yield make_spot(f"e-{entity.id}-{len(seen)}", reports[mention.article], mention.span)
