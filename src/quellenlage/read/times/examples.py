"""Run the examples of the time tables."""

from collections.abc import Iterable

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.times.expressions import find_times
from quellenlage.text import digest


def check_times(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every time expression under its type in lower case, with its value; `published` is the example's field."""
    text = example.marked.text
    article = Article(
        id="example",
        text=text,
        text_id=digest(text.encode()),
        source_id="",
        name="example",
        published=example.context.get("published"),
    )
    for time in find_times(find_layout(article, pack)):
        yield Mark(time.span.start, time.span.end, time.type.lower(), time.value)
