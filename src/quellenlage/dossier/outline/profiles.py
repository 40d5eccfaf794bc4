"""Who is who: the entities of all reports with every name that the reports use."""

from collections.abc import Iterable, Iterator

from quellenlage.dossier.outline.assertions import make_spot
from quellenlage.dossier.outline.records import Report
from quellenlage.dossier.outline.told import Form, Profile, Spot
from quellenlage.dossier.printable import one_line
from quellenlage.model import Entity, EntityLabel
from quellenlage.text import find_words

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
    forms = dict.fromkeys(one_line(form) for form in (entity.name, *entity.names))
    users = {key: set(numbers) for key, numbers in _users(entity, reports)}
    return Profile(
        entity=entity,
        name=name,
        forms=tuple(Form(form, tuple(sorted(users.get(_key(form), ())))) for form in forms if form != name),
        descriptions=tuple(_descriptions(entity, reports)),
        country=dict(entity.identifiers).get("iso", "") if entity.label == "LOC" else "",
        firsts=tuple(_firsts(entity, reports)),
    )


def _key(name: str) -> tuple[str, ...]:
    return tuple(word.form for word in find_words(name))


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
    for text, numbers in sorted(users.items(), key=lambda found: -len(found[1])):
        yield Form(text, tuple(sorted(numbers)))


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
