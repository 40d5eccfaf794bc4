"""Weigh what speaks for and against a name at each word: sums of weights, and the likeliest labels."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from quellenlage.languages import LanguagePack
from quellenlage.read.entities import features
from quellenlage.read.entities.lexicon import Lexicon, lexicon_of

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

# O, then B and I for each of PER LOC ORG OTH.
SIZE = 9
# Word forms remembered before the memory is emptied: each takes 180 bytes of weights beside its strings.
MEMORY = 60_000
# How far a form's weights reach: itself, the next words, the words behind those.
OFFSETS = (0, -1, 1, -2, 2)
NEVER = np.float32(-1e4)


@dataclass(slots=True, eq=False)
class Forms:
    """A memory of word forms: their numbers, sums of weights at five places, classes and bases. No state.

    Number 0 is the edge of a sentence.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    sums: Floats = field(default_factory=lambda: np.zeros((4096, len(OFFSETS), SIZE), np.float32))
    classes: Numbers = field(default_factory=lambda: np.zeros(4096, np.int64))
    bases: Numbers = field(default_factory=lambda: np.full(4096, -1, np.int64))
    known_bases: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The weights of properties, of pairs and triples of classes, of flags, of sequences and of the rest of a text.

    `rows` gives the row of a property in `table`; `triples` are sorted keys with their rows in `triple_rows`.
    """

    rows: dict[str, int]
    table: Floats
    classes: dict[str, int]
    before: Floats
    behind: Floats
    triples: Numbers
    triple_rows: Numbers
    flags: Floats
    steps: Floats
    elsewhere: Floats
    lexicon: Lexicon
    forms: Forms

    def number_of(self, word: str) -> int:
        """Return the number of a word form, weighed when it is first met."""
        number = self.forms.numbers.get(word)
        return self._weigh(word) if number is None else number

    def _weigh(self, word: str) -> int:
        forms = self.forms
        number = len(forms.numbers)
        if number == len(forms.classes):
            forms.sums = np.concatenate([forms.sums, np.zeros_like(forms.sums)])
            forms.classes = np.concatenate([forms.classes, np.zeros_like(forms.classes)])
            forms.bases = np.concatenate([forms.bases, np.full_like(forms.bases, -1)])
        for place, properties in enumerate(features.properties_of(word, self.lexicon)):
            rows = [row for name in properties if (row := self.rows.get(name)) is not None]
            forms.sums[number, place] = self.table[rows].sum(axis=0)
        forms.classes[number] = self.classes.get(features.class_of(word, self.lexicon), 0)
        forms.bases[number] = -1
        if word[:1].isupper():
            forms.bases[number] = forms.known_bases.setdefault(features.base_of(word), len(forms.known_bases))
        forms.numbers[word] = number
        return number

    def refresh(self) -> None:
        """Empty the memory of word forms if it has grown too large; the edge of sentences is number 0."""
        forms = self.forms
        if not forms.numbers or len(forms.numbers) > MEMORY:
            forms.numbers.clear()
            forms.known_bases.clear()
            self._weigh("")


# What is no property of one word: pairs and triples of classes, and flags.
_SPECIAL = ("ab=", "bc=", "abc=", "flag=")


@cache
def weights_of(pack: LanguagePack) -> Weights:
    """Return the weights of a language pack, read once."""
    with np.load(io.BytesIO((pack.folder / "name_weights.npz").read_bytes())) as stored:
        names = stored["names"].tobytes().decode().split("\n")
        table = stored["table"].astype(np.float32) * stored["scale"].astype(np.float32)[:, None]
        steps, elsewhere = stored["steps"].astype(np.float32), stored["elsewhere"].astype(np.float32)
    return make_weights(names, table, (steps, elsewhere), lexicon_of(pack))


def make_weights(names: Sequence[str], table: Floats, other: tuple[Floats, Floats], lexicon: Lexicon) -> Weights:
    """Return weights from the names of properties and their rows; `other` are those of steps and of the rest."""
    rows = dict(zip(names, range(len(names)), strict=True))
    special = [name for name in names if name.startswith(_SPECIAL)]
    classes = {name: number for number, name in enumerate(features.classes_in(special))}
    size = len(classes)
    before, behind = np.zeros((size, size, SIZE), np.float32), np.zeros((size, size, SIZE), np.float32)
    flags = np.zeros((features.FLAGS + 1, SIZE), np.float32)
    triples: list[tuple[int, int]] = []
    for name in special:
        row = rows.pop(name)
        kind, _, rest = name.partition("=")
        parts = rest.split("|")
        if kind == "ab":
            before[classes[parts[0]], classes[parts[1]]] = table[row]
        elif kind == "bc":
            behind[classes[parts[0]], classes[parts[1]]] = table[row]
        elif kind == "abc":
            a, b, c = (classes[part] for part in parts)
            triples.append(((a * size + b) * size + c, row))
        else:
            for code in range(features.FLAGS):
                flags[code] += table[row] * (rest in features.flag_names(code))
    triples.sort()
    keys = np.array([key for key, _ in triples] or [-1], np.int64)
    triple_rows = np.array([row for _, row in triples] or [0], np.int64)
    return Weights(
        rows, table, classes, before, behind, keys, triple_rows, flags, *other, lexicon, Forms(),
    )  # fmt: skip


def sums_of(weights: Weights, numbers: Numbers, inner: Numbers, flags: Numbers) -> Floats:
    """Return the sums of weights (words, labels) of a document without what it says elsewhere.

    `numbers` are those of its word forms with two edges around each sentence, `inner` the places of its words among
    them, `flags` their flags.
    """
    forms = weights.forms
    sums: Floats = forms.sums[numbers[inner], 0].copy()
    for place, offset in enumerate(OFFSETS[1:], 1):
        sums += forms.sums[numbers[inner + offset], place]
    classes = forms.classes[numbers]
    a, b, c = classes[inner - 1], classes[inner], classes[inner + 1]
    sums += weights.before[a, b]
    sums += weights.behind[b, c]
    keys = (a * len(weights.classes) + b) * len(weights.classes) + c
    found = np.minimum(np.searchsorted(weights.triples, keys), len(weights.triples) - 1)
    known = weights.triples[found] == keys
    sums[known] += weights.table[weights.triple_rows[found[known]]]
    sums += weights.flags[flags]
    return sums


def labels_elsewhere(labels: Numbers, bases: Numbers) -> Floats:
    """Return for each word how its base is labelled at its other places: shares of labels, whether there are any.

    Columns: the share of each label, 1 if there are others, their number (five or more: 1), 1 if there are none.
    """
    columns = np.zeros((len(labels), SIZE + 3), np.float32)
    places = np.flatnonzero(bases >= 0)
    if not len(places):
        return columns
    _, groups = np.unique(bases[places], return_inverse=True)
    counts = np.bincount(groups * SIZE + labels[places], minlength=(groups.max() + 1) * SIZE)
    own = counts.reshape(-1, SIZE)[groups].astype(np.float32)
    own[np.arange(len(places)), labels[places]] -= 1
    others = own.sum(axis=1, keepdims=True)
    columns[places, :SIZE] = own / np.maximum(others, 1)
    columns[places, SIZE] = others[:, 0] > 0
    columns[places, SIZE + 1] = np.minimum(others[:, 0], 5) / 5
    columns[places, SIZE + 2] = others[:, 0] == 0
    return columns


def follows() -> Floats:
    """Return 0 where a label may follow another, NEVER where it may not: an I follows its B or itself alone."""
    allowed = np.zeros((SIZE, SIZE), np.float32)
    for label in range(2, SIZE, 2):
        allowed[:, label] = NEVER
        allowed[[label - 1, label], label] = 0
    return allowed
