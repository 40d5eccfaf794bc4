"""What is shown of a dossier, before anybody thinks of terminals, pages or Markdown."""

from quellenlage.dossier.outline.build import outline
from quellenlage.dossier.outline.differing import Piece
from quellenlage.dossier.outline.records import (
    ChangeSide,
    Moment,
    Pair,
    Place,
    Report,
    Revision,
    Sharing,
    Source,
    Stretch,
    Trouble,
    Utterance,
    Variant,
    Versions,
    Voice,
)
from quellenlage.dossier.outline.told import Assertion, Balance, Course, Dispute, Form, Outline, Profile, Side, Spot

__all__ = [
    "Assertion",
    "Balance",
    "ChangeSide",
    "Course",
    "Dispute",
    "Form",
    "Moment",
    "Outline",
    "Pair",
    "Piece",
    "Place",
    "Profile",
    "Report",
    "Revision",
    "Sharing",
    "Side",
    "Source",
    "Spot",
    "Stretch",
    "Trouble",
    "Utterance",
    "Variant",
    "Versions",
    "Voice",
    "outline",
]
