"""Names of people, places, organisations and other things, which of them mean the same, and who speaks."""

from quellenlage.read.entities.examples import check_entities
from quellenlage.read.entities.finding import find_entities

__all__ = ["check_entities", "find_entities"]
