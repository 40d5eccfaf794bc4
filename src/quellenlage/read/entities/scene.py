"""An article's words with the names among them, as roles and speakers are looked for in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quellenlage.read.entities.lexicon import Lexicon
from quellenlage.read.entities.tokens import Tokens


class Named(NamedTuple):
    """A name as words `first` to before `last`, its label and the number of its entity."""

    first: int
    last: int
    label: str
    entity: int


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Words, names in order, and for each word the number of the name that it belongs to (-1: none)."""

    tokens: Tokens
    names: tuple[Named, ...]
    owners: list[int] = field(repr=False)
    lexicon: Lexicon

    def word(self, place: int, sentence: int) -> str:
        """Return a word if it stands in this sentence, else ""."""
        inside = 0 <= place < len(self.tokens.words) and self.tokens.sentences[place] == sentence
        return self.tokens.words[place] if inside else ""

    def code(self, place: int, sentence: int) -> str:
        """Return the class of a function word, "" for any other."""
        word = self.word(place, sentence)
        return self.lexicon.closed.get(word.lower(), "") if word else ""


def make_scene(tokens: Tokens, names: Sequence[Named], lexicon: Lexicon) -> Scene:
    """Return the scene of an article's words and names."""
    owners = [-1] * len(tokens.words)
    for number, name in enumerate(names):
        owners[name.first : name.last] = [number] * (name.last - name.first)
    return Scene(tokens, tuple(names), owners, lexicon)
