"""Show what the annotator of statements finds in an example of a language pack."""

from collections.abc import Iterable

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements.finding import find_statements


def check_statements(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark each content under its kind (value: stance), and cue, speaker (value: name), relay and addressee."""
    article = Article(id="example", text=example.marked.text, text_id="", source_id="", name="example")
    layout = find_layout(article, pack)
    for statement in find_statements(layout, find_quotations(layout)):
        for span in statement.content:
            yield Mark(span.start, span.end, statement.kind, statement.stance)
        for span in statement.cue:
            yield Mark(span.start, span.end, "cue")
        for span in statement.speaker:
            yield Mark(span.start, span.end, "speaker", statement.speaker_name or "")
        for span in statement.addressee:
            yield Mark(span.start, span.end, "addressee")
        for relay in statement.relays:
            yield Mark(relay.span.start, relay.span.end, "relay")
