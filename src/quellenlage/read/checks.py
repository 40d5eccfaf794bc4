"""The annotators that the examples of a language pack run through, by the name that their tables give as `check`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from quellenlage.languages import Check, Example, LanguagePack, Mark
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import check_quotations
from quellenlage.text import digest


def _article(example: Example) -> Article:
    text = example.marked.text
    context = example.context
    return Article(
        id="example",
        text=text,
        text_id=digest(text.encode()),
        source_id="",
        name="example",
        outlet=context.get("outlet"),
        title=context.get("title"),
        authors=(context["author"],) if "author" in context else (),
        published=context.get("published"),
    )


def check_sentences(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every sentence as `sentence`."""
    for span in find_layout(_article(example), pack).sentences:
        yield Mark(span.start, span.end, "sentence")


def check_parts(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every part under its kind, every byline's name as `author`, a dateline's place and agency as its value."""
    layout = find_layout(_article(example), pack)
    for part in layout.parts:
        yield Mark(part.span.start, part.span.end, part.kind)
    for byline in layout.bylines:
        yield Mark(byline.span.start, byline.span.end, "author", byline.name)


def check_credits(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every credit under its role (`text`, `photo`, `press_release`), with its agency; (0, 0) outside the text."""
    for credit in find_layout(_article(example), pack).credits:
        start, end = (credit.span.start, credit.span.end) if credit.span else (0, 0)
        yield Mark(start, end, credit.role, credit.agency)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "sentences": check_sentences,
        "parts": check_parts,
        "credits": check_credits,
        "quotations": check_quotations,
    }
)
