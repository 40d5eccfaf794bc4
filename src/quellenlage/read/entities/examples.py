"""What the examples of the tables for names are compared with."""

from collections.abc import Iterable

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Article
from quellenlage.read.entities.finding import find_entities
from quellenlage.read.layout import find_layout
from quellenlage.text import digest


def check_entities(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every name under its label (per, loc, org, oth) with its entity's name, others as `role` or `pronoun`.

    Names of an entity that is named twice are marked as `same`, too, with the number of the entity among such.
    """
    text = example.marked.text
    article = Article("example", text, digest(text.encode()), "", "example", published=example.context.get("published"))
    mentions = find_entities(find_layout(article, pack))
    names = [mention.entity for mention in mentions if mention.kind == "name"]
    repeated = [entity for entity in dict.fromkeys(names) if names.count(entity) > 1]
    for mention in mentions:
        label = mention.label.lower() if mention.kind == "name" else mention.kind
        yield Mark(mention.span.start, mention.span.end, label, mention.name)
        if mention.kind == "name" and mention.entity in repeated:
            yield Mark(mention.span.start, mention.span.end, "same", str(repeated.index(mention.entity) + 1))
