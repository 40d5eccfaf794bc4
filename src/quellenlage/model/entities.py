"""Who and what an article names, and what several articles say of the same one."""

from dataclasses import dataclass
from typing import Literal

from quellenlage.model.trace import Trace
from quellenlage.text import Span

EntityLabel = Literal["PER", "LOC", "ORG", "OTH"]
MentionKind = Literal["name", "role", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where does an article speak of an entity, and how?

    `name` is the fullest form that the article has for the entity ("Ida Holm" for "Holms", "die Ministerin" and
    "sie"). `entity` is the id that all mentions of one entity share: the entity's id in a dossier, too (see
    docs/explanation/entities.md).
    """

    id: str
    span: Span
    label: EntityLabel
    name: str
    entity: str
    kind: MentionKind
    trace: Trace


@dataclass(frozen=True, slots=True)
class Description:
    """What an article calls an entity ("südkoreanischer Institutsdirektor"), and where."""

    text: str
    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention of an entity, in the article (its id) that has it."""

    article: str
    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what do several articles speak of, under which names, and what do they call it?

    `name` is the fullest of the common forms, `names` are all forms, the most frequent first. `identifiers` are pairs
    of a scheme ("iso": ISO 3166-1 alpha-2, "geonames": the number of a place in GeoNames) and a value. `merged` are the
    ids that single readings give to the same entity, where they differ from `id`.
    """

    id: str
    name: str
    label: EntityLabel
    names: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    descriptions: tuple[Description, ...]
    mentions: tuple[EntityMention, ...]
    merged: tuple[str, ...] = ()
