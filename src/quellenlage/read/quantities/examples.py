"""Run the examples of the quantity tables."""

from collections.abc import Iterable

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Article, Quantity
from quellenlage.read.layout import find_layout
from quellenlage.read.quantities.amounts import find_marked_quantities, find_quantities
from quellenlage.text import digest


def check_quantities(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every quantity as `quantity`; its value is `low..high unit of`, an open bound left empty."""
    text = example.marked.text
    article = Article(id="example", text=text, text_id=digest(text.encode()), source_id="", name="example")
    for quantity in find_quantities(find_layout(article, pack)):
        yield Mark(quantity.span.start, quantity.span.end, "quantity", describe(quantity))


def check_marked_quantities(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Take the whole example for marked, and mark every quantity as `quantity`."""
    text = example.marked.text
    article = Article(id="example", text=text, text_id=digest(text.encode()), source_id="", name="example")
    for quantity in find_marked_quantities(article, article.span(0, len(text)), pack):
        yield Mark(quantity.span.start, quantity.span.end, "quantity", describe(quantity))


def describe(quantity: Quantity) -> str:
    """Return a quantity in short: "1500.. Menschen", "3.5 percent", "10..20 km"."""
    low, high = (f"{bound:.10g}" if bound is not None else "" for bound in (quantity.low, quantity.high))
    bounds = low if low == high else f"{low}..{high}"
    return " ".join(part for part in (bounds, quantity.unit, quantity.of) if part)
