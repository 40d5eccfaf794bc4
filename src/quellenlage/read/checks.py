"""The annotators that the examples of a language pack run through, by the name that their tables give as `check`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from quellenlage.languages import Check, Example, LanguagePack, Mark
from quellenlage.model import Article
from quellenlage.read.agencies import find_agencies
from quellenlage.read.entities import check_entities
from quellenlage.read.layout import find_layout
from quellenlage.read.quantities import check_marked_quantities, check_quantities
from quellenlage.read.quotations import check_quotations
from quellenlage.read.statements.examples import check_statements
from quellenlage.read.times import check_times
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
        value = f"{layout.dateline.place or ''};{layout.dateline.agency or ''}" if layout.dateline else ""
        yield Mark(part.span.start, part.span.end, part.kind, value if part.kind == "dateline" else "")
    for byline in layout.bylines:
        yield Mark(byline.span.start, byline.span.end, "author", byline.name)


def check_credits(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every credit under its role (`text`, `photo`, `press_release`), with its agency; (0, 0) outside the text."""
    layout = find_layout(_article(example), pack)
    for part in layout.parts:
        yield Mark(part.span.start, part.span.end, part.kind)
    for credit in layout.credits:
        start, end = (credit.span.start, credit.span.end) if credit.span else (0, 0)
        yield Mark(start, end, credit.role, credit.agency)


def check_agencies(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every agency that is named, with its usual spelling."""
    for (start, end), agency in find_agencies(example.marked.text, pack):
        yield Mark(start, end, "agency", agency.name)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "agencies": check_agencies,
        "entities": check_entities,
        "sentences": check_sentences,
        "parts": check_parts,
        "credits": check_credits,
        "quotations": check_quotations,
        "statements": check_statements,
        "times": check_times,
        "quantities": check_quantities,
        "marked_quantities": check_marked_quantities,
    }
)
