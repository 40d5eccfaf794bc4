"""How a dossier is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextOptions:
    """How is a text for the terminal printed?

    `width` in columns; `full` shortens nothing; without `colour` there are no escape codes, and what colour would
    tell is told by signs.
    """

    width: int = 80
    full: bool = False
    colour: bool = True
