"""What is shown of a dossier, before anybody thinks of terminals, pages or Markdown."""

from quellenlage.dossier.outline.build import outline
from quellenlage.dossier.outline.records import (
    ChangeSide,
    Moment,
    Outline,
    Pair,
    Piece,
    Place,
    Report,
    Revision,
    Sharing,
    Source,
    Stretch,
    Trouble,
    Utterance,
    Versions,
    Voice,
)

__all__ = [
    "ChangeSide",
    "Moment",
    "Outline",
    "Pair",
    "Piece",
    "Place",
    "Report",
    "Revision",
    "Sharing",
    "Source",
    "Stretch",
    "Trouble",
    "Utterance",
    "Versions",
    "Voice",
    "outline",
]
