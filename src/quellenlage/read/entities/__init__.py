"""Names of people, places, organisations and other things, which of them mean the same, and who speaks."""

from quellenlage.read.entities.examples import check_entities
from quellenlage.read.entities.finding import find_entities
from quellenlage.read.entities.joint import Heard, find_joint_names
from quellenlage.read.entities.names import Name, NameLike
from quellenlage.read.entities.speakers import resolve_speaker, with_speakers

__all__ = [
    "Heard",
    "Name",
    "NameLike",
    "check_entities",
    "find_entities",
    "find_joint_names",
    "resolve_speaker",
    "with_speakers",
]
