"""One story told with its evidence."""

from dataclasses import dataclass

from quellenlage.model.claims import Claim, Conflict, Update
from quellenlage.model.copies import Copy, Origin, Version
from quellenlage.model.entities import Entity
from quellenlage.model.problem import Problem
from quellenlage.model.reading import Reading
from quellenlage.model.times import TimelineEntry


@dataclass(frozen=True, slots=True)
class Dossier:
    """What do these articles say together, and on what does each line rest?

    `readings` in order of publication where it is known, else in input order. `newsrooms` maps an outlet's name to its
    newsroom's, as pairs, for the outlets that are not a newsroom of their own. `repeats` maps a statement (its id) to
    the one whose utterance it repeats, in other words or in another report, as pairs.
    """

    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...] = ()
    origins: tuple[Origin, ...] = ()
    versions: tuple[Version, ...] = ()
    entities: tuple[Entity, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    newsrooms: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    updates: tuple[Update, ...] = ()
    repeats: tuple[tuple[str, str], ...] = ()
