"""Whom and what do several articles speak of? The entities of their readings, gathered.

An entity's id in a reading is its id in the dossier wherever its name says enough (read/entities/canonical.py). What is
left to join here: the same person's or place's name in another spelling (Wostotschny, Vostochny), a surname that stands
alone in one article and is only one person's in all of them, an acronym that one article explains and another does not.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quellenlage.languages import LanguagePack
from quellenlage.languages.gazetteer import Gazetteer, gazetteer_of
from quellenlage.languages.name_forms import is_acronym, key_of, sound_of, without_genitive, words_of
from quellenlage.model import Description, Entity, EntityMention, Mention, Reading, Statement

# Rules whose descriptions stand beside a name: only these tell something new of it.
_BESIDE = ("roles/before", "roles/behind")
# Shorter names sound alike by chance.
_LEAST_SOUND = 5


@dataclass(slots=True, eq=False)
class Local:
    """All mentions that have one id, over all readings."""

    id: str
    label: str
    mentions: list[tuple[str, Mention]] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)


def gather_entities(readings: Sequence[Reading], pack: LanguagePack) -> tuple[Entity, ...]:
    """Return whom and what the articles speak of, those that most articles name first.

    Ids and names do not depend on the order of the articles. A place that acts ("Moscow announced") stays a place.
    """
    locals_ = _locals(readings)
    groups = _Groups(locals_)
    for left, right in _links(list(locals_.values())):
        groups.join(left, right)
    texts = {reading.article.id: reading.article.text for reading in readings}
    entities = [_entity(members, texts, gazetteer_of(pack)) for members in groups.all()]
    return tuple(sorted(entities, key=_rank))


def with_gathered(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Reading, ...]:
    """Return the readings with the ids and names that the gathered entities have, in mentions and statements."""
    known = {merged: entity for entity in entities for merged in (entity.id, *entity.merged)}
    return tuple(_renamed(reading, known) for reading in readings)


def _renamed(reading: Reading, known: Mapping[str, Entity]) -> Reading:
    mentions = tuple(
        replace(mention, entity=known[mention.entity].id, name=known[mention.entity].name)
        if mention.entity in known
        else mention
        for mention in reading.entities
    )
    named = {(mention.name, mention.entity) for mention in reading.entities}
    statements = tuple(
        _restated(statement, known.get(statement.entity or ""), named) for statement in reading.statements
    )
    return replace(reading, entities=mentions, statements=statements)


def _restated(
    statement: Statement, entity: Entity | None, named: Container[tuple[str | None, str | None]]
) -> Statement:
    """Return a statement with the id of its speaker, and the name, where that was an entity's."""
    if entity is None:
        return statement
    own = (statement.speaker_name, statement.entity) in named
    return replace(statement, entity=entity.id, speaker_name=entity.name if own else statement.speaker_name)


def _locals(readings: Iterable[Reading]) -> dict[str, Local]:
    found: dict[str, Local] = {}
    for reading in readings:
        for mention in reading.entities:
            local = found.setdefault(mention.entity, Local(mention.entity, mention.label))
            local.mentions.append((reading.article.id, mention))
            if mention.kind == "name":
                local.forms[mention.span.of(reading.article.text)] += 1
                local.names[mention.name] += 1
    return {name: found[name] for name in sorted(found) if found[name].names}


def _links(entities: Sequence[Local]) -> Iterator[tuple[str, str]]:
    """Yield pairs of ids that mean the same."""
    people = [entity for entity in entities if entity.label == "PER"]
    others = [entity for entity in entities if entity.label != "PER"]
    yield from _alike(people)
    yield from _alike(others)
    yield from _surnames(people)
    yield from _shared_forms(others)


def _alike(entities: Sequence[Local]) -> Iterator[tuple[str, str]]:
    """Yield entities of one label whose names sound the same."""
    first: dict[tuple[str, str], str] = {}
    for entity in entities:
        for name in sorted(entity.names):
            sound = "".join(sound_of(word) for word in key_of(name))
            if len(sound) >= _LEAST_SOUND and (entity.label != "PER" or len(words_of(name)) > 1):
                yield first.setdefault((entity.label, sound), entity.id), entity.id


def _surnames(people: Sequence[Local]) -> Iterator[tuple[str, str]]:
    """Yield a person who is only called by one word somewhere, with the only full name that it can stand for."""
    full: dict[str, set[str]] = defaultdict(set)
    sounds: dict[str, str] = {}
    for person in people:
        for name in person.names:
            words = words_of(name)
            if len(words) > 1:
                sounds[person.id] = "".join(sound_of(word) for word in key_of(name))
                for word in {words[-1], words[0]} if len(words) > 2 else {words[-1]}:
                    full[sound_of(word)].add(person.id)
    for person in people:
        if any(len(words_of(name)) > 1 for name in person.names):
            continue
        meant = {other for name in person.names for word in key_of(name) for other in full[sound_of(word)]}
        if len({sounds[other] for other in meant}) == 1:
            yield min(meant), person.id


def _shared_forms(entities: Sequence[Local]) -> Iterator[tuple[str, str]]:
    """Yield an acronym that stands alone in one article with the only long name that another article gives it."""
    long: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities:
        for form in entity.forms:
            if is_acronym(form) and any(not is_acronym(name) for name in entity.names):
                long[entity.label, form].add(entity.id)
    for entity in entities:
        if all(is_acronym(name) for name in entity.names):
            meant = {other for form in entity.forms for other in long[entity.label, form]}
            if len(meant) == 1:
                yield meant.pop(), entity.id


class _Groups:
    """Entities joined pairwise, read as groups."""

    def __init__(self, entities: Mapping[str, Local]) -> None:
        self.entities = entities
        self.parents = {name: name for name in entities}

    def find(self, name: str) -> str:
        while self.parents[name] != name:
            name = self.parents[name]
        return name

    def join(self, left: str, right: str) -> None:
        first, second = sorted((self.find(left), self.find(right)))
        self.parents[second] = first

    def all(self) -> list[list[Local]]:
        """Return the groups, each with its entities in the order of their ids."""
        found: dict[str, list[Local]] = {}
        for name, entity in self.entities.items():
            found.setdefault(self.find(name), []).append(entity)
        return list(found.values())


def _entity(members: Sequence[Local], texts: Mapping[str, str], gazetteer: Gazetteer) -> Entity:
    names: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    for member in members:
        names.update(member.names)
        forms.update(member.forms)
    label = max(members, key=lambda member: (sum(member.forms.values()), member.id)).label
    name = _display(names, label)
    home = max(members, key=lambda member: (member.names[name], len(member.mentions), member.id))
    mentions = sorted({(article, mention) for member in members for article, mention in member.mentions}, key=_place)
    return Entity(
        id=home.id,
        name=name,
        label=label,  # type: ignore[arg-type]  # labels come from mentions
        names=tuple(form for form, _ in sorted(_without_cases(forms).items(), key=lambda row: (-row[1], row[0]))),
        identifiers=_identifiers(name, label, gazetteer),
        descriptions=tuple(_descriptions(mentions, texts)),
        mentions=tuple(EntityMention(article, mention.span, mention.kind) for article, mention in mentions),
        merged=tuple(member.id for member in members if member is not home),
    )


def _place(row: tuple[str, Mention]) -> tuple[str, int, int, str]:
    return row[0], row[1].span.start, row[1].span.end, row[1].kind


def _display(names: Mapping[str, int], label: str) -> str:
    """Return the name to show: of persons and organisations the fullest, of places the most frequent.

    Of names with as many words, the more frequent, then the first of the alphabet.
    """
    if label == "LOC":
        return min(names, key=lambda name: (-names[name], name))
    return min(names, key=lambda name: (is_acronym(name), -len(words_of(name)), -names[name], name))


def _without_cases(forms: Counter[str]) -> Counter[str]:
    """Count a genitive under its nominative where both are there."""
    found: Counter[str] = Counter()
    for form, count in forms.items():
        bare = without_genitive(form)
        found[bare if bare in forms else form] += count
    return found


def _identifiers(name: str, label: str, gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    """Return what the gazetteer knows: a country's ISO code, a place's country and its number in GeoNames."""
    place = gazetteer.place_of(name) if label == "LOC" else None
    if place is None:
        return ()
    code = (("iso" if place.kind == "country" else "country", place.iso),)
    return (*code, ("geonames", place.number))


def _descriptions(mentions: Iterable[tuple[str, Mention]], texts: Mapping[str, str]) -> Iterator[Description]:
    """Yield what articles call an entity beside its name, each wording once, where it stands first."""
    seen: set[str] = set()
    for article, mention in mentions:
        if mention.kind == "role" and mention.trace.rule.startswith(_BESIDE):
            text = mention.span.of(texts[article])
            if text.casefold() not in seen:
                seen.add(text.casefold())
                yield Description(text, article, mention.span)


def _rank(entity: Entity) -> tuple[int, int, str, str]:
    articles = {mention.article for mention in entity.mentions}
    return -len(articles), -len(entity.mentions), entity.name, entity.id
