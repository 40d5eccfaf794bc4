"""Find the entities of an article: its names, which of them mean the same, and what else it calls them."""

from collections.abc import Sequence
from itertools import pairwise

from quellenlage.languages.gazetteer import gazetteer_of
from quellenlage.model import Mention, Trace
from quellenlage.read.entities.apart import find_apart
from quellenlage.read.entities.canonical import entity_id, full_name
from quellenlage.read.entities.cleaning import clean_names
from quellenlage.read.entities.grouping import group_names
from quellenlage.read.entities.lexicon import lexicon_of
from quellenlage.read.entities.listed import with_listed
from quellenlage.read.entities.names import Name, NameLike
from quellenlage.read.entities.roles import Described, find_beside
from quellenlage.read.entities.scene import Named, Scene, make_scene
from quellenlage.read.entities.tagging import find_weighed_names
from quellenlage.read.entities.tokens import Tokens, find_tokens
from quellenlage.read.layout import Layout
from quellenlage.text import short_hash

# What may stand between two names of which one explains the other: an opening bracket with quotation marks.
_NEAR = 5


def find_entities(layout: Layout, names: Sequence[NameLike] | None = None) -> tuple[Mention, ...]:
    """Whom and what does an article speak of, where, and which of its words mean the same?

    `names` are those of a learned part; without them, names are found by weights counted from labelled news. The rest
    is the same: names are grouped into entities, and descriptions are tied to them. Mentions come in order of their
    places; names do not overlap one another.
    """
    tokens = find_tokens(layout)
    if not tokens.words:
        return ()
    lexicon = lexicon_of(layout.pack)
    raw = find_weighed_names(layout, tokens) if names is None else names
    found = with_listed(layout, clean_names(raw, tokens, lexicon, layout.article.text_id))
    if not found:
        return ()
    text = layout.article.text
    forms = [name.span.of(text) for name in found]
    gaps = [
        text[left.span.end : right.span.start] if right.span.start - left.span.end <= _NEAR else "\n"
        for left, right in pairwise(found)
    ]
    numbers = group_names(forms, [name.label for name in found], [*gaps, ""], gazetteer_of(layout.pack))
    scene = _scene(layout, tokens, found, numbers)
    entities = _Entities(layout, found, numbers, _genitives(scene))
    mentions = [
        entities.mention(name.span.start, name.span.end, number, "name", name.trace)
        for name, number in zip(found, numbers, strict=True)
    ]
    for role in _roles(scene):
        start, end = scene.tokens.starts[role.first], scene.tokens.ends[role.last - 1]
        trace = Trace(role.rule, layout.pack.code)
        mentions.append(entities.mention(start, end, role.entity, "role", trace))
    unique = {mention.id: mention for mention in mentions}
    return tuple(sorted(unique.values(), key=lambda mention: (mention.span, mention.kind)))


class _Entities:
    """The entities of one article by their numbers: labels, names, ids."""

    def __init__(
        self, layout: Layout, found: Sequence[Name], numbers: Sequence[int], genitives: frozenset[str]
    ) -> None:
        self.article = layout.article
        own: dict[int, list[Name]] = {}
        for name, number in zip(found, numbers, strict=True):
            own.setdefault(number, []).append(name)
        self.labels = {number: _common([name.label for name in names]) for number, names in own.items()}
        self.names = {
            number: full_name(
                [name.span.of(self.article.text) for name in names], genitives, self.labels[number], layout.pack
            )
            for number, names in own.items()
        }
        self.ids = {
            number: entity_id(self.article.id, self.labels[number], name, layout.pack)
            for number, name in self.names.items()
        }

    def mention(self, start: int, end: int, number: int, kind: str, trace: Trace) -> Mention:
        """Return the record of one mention."""
        name = short_hash(self.article.id, kind, f"{start}-{end}")
        span = self.article.span(start, end)
        label = self.labels[number]
        return Mention(name, span, label, self.names[number], self.ids[number], kind, trace)  # type: ignore[arg-type]  # labels and kinds are checked by tests


def _common(labels: Sequence[str]) -> str:
    """Return the most frequent label, of equally frequent ones the first."""
    return max(labels, key=lambda label: (labels.count(label), -labels.index(label)))


def _scene(layout: Layout, tokens: Tokens, names: Sequence[NameLike], numbers: Sequence[int]) -> Scene:
    starts = {start: place for place, start in enumerate(tokens.starts)}
    ends = {end: place for place, end in enumerate(tokens.ends)}
    named = [
        Named(starts[name.span.start], ends[name.span.end] + 1, name.label, number)
        for name, number in zip(names, numbers, strict=True)
        if name.span.start in starts and name.span.end in ends
    ]
    return make_scene(tokens, named, lexicon_of(layout.pack))


def _genitives(scene: Scene) -> frozenset[str]:
    """Return the names that stand behind an article in the genitive, as they are written there."""
    words, sentences = scene.tokens.words, scene.tokens.sentences
    return frozenset(
        " ".join(words[name.first : name.last])
        for name in scene.names
        if scene.code(name.first - 1, sentences[name.first]) == "g"
    )


def _roles(scene: Scene) -> list[Described]:
    beside = list(find_beside(scene))
    return [*beside, *find_apart(scene, beside)]
