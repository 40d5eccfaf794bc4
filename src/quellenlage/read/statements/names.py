"""Whom a mention means: the full name that an article gives for a name, a role or a pronoun."""

from collections.abc import Sequence

from quellenlage.read.statements.drafts import Place
from quellenlage.read.statements.grammar import Grammar
from quellenlage.read.statements.tokens import Unit


class Names:
    """The names of one article, found once, asked for every speaker."""

    def __init__(self, text: str, units: Sequence[Unit], grammar: Grammar) -> None:
        self.text, self.grammar = text, grammar

    def of(self, places: Sequence[Place]) -> str | None:
        """Return the name of whoever these mentions mean, None if nobody is named."""
        return " und ".join(self.text[start:end] for start, end in places) or None
