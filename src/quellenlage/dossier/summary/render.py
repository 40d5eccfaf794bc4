"""A checked summary for the terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from rich.console import RenderableType
from rich.text import Text

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.options import TextOptions
from quellenlage.dossier.printable import one_line, shorten
from quellenlage.dossier.terminal.render import print_blocks
from quellenlage.dossier.terminal.style import heading, indented
from quellenlage.model import Dossier, Objection, ObjectionKind, Summary, SummarySentence

# Characters of the words that an objection is about.
_QUOTED = 80
_REASONS: Mapping[ObjectionKind, str] = MappingProxyType(
    {
        "citation": "summary_citation",
        "unread": "summary_unread",
        "number": "summary_number",
        "name": "summary_name",
        "polarity": "summary_polarity",
        "certainty": "summary_certainty",
        "words": "summary_words",
    }
)


def render_summary(
    summary: Summary, dossier: Dossier, labels: Mapping[str, str], options: TextOptions | None = None
) -> str:
    """Return the sentences that are kept, each with its claims and reports, and why how many others are not."""
    chosen, write = options or TextOptions(), Labels(labels)
    return print_blocks(list(_blocks(summary, _outlets(dossier), write)), chosen)


def _blocks(summary: Summary, outlets: Mapping[str, str], write: Labels) -> Iterator[RenderableType]:
    yield heading(write("summary"), one_line(summary.model))
    for sentence in summary.sentences:
        yield from _sentence(sentence, outlets, write)
    if not summary.sentences:
        yield Text(write("summary_none"))
        yield Text("")
    if summary.dropped:
        yield Text(write.count("summary_dropped", len(summary.dropped)))
        yield from _reasons(summary.dropped, write)
    if summary.left_out:
        yield Text(write.count("summary_left_out", summary.left_out), "dim")
    yield Text(write("summary_note"), "dim")


def _sentence(sentence: SummarySentence, outlets: Mapping[str, str], write: Labels) -> Iterator[RenderableType]:
    text = one_line(sentence.text)
    yield Text(f"! {text}", "bold yellow") if sentence.objections else Text(text)
    names = ", ".join(dict.fromkeys(one_line(outlets.get(article, article)) for article in sentence.articles))
    cited = " ".join(f"[c:{one_line(claim)}]" for claim in sentence.claims)
    if cited:
        yield indented(Text(f"{cited} {names}", "dim"), 2)
    for objection in sentence.objections:
        yield indented(Text(_reason(objection, write), "yellow"), 2)
    yield Text("")


def _reasons(dropped: Iterable[SummarySentence], write: Labels) -> Iterator[RenderableType]:
    """Yield each reason once, with how many sentences have it."""
    counts = Counter(reason for s in dropped for reason in dict.fromkeys(_reason(o, write) for o in s.objections))
    for reason, number in counts.items():
        yield indented(Text(f"{write.number(number)} × {reason}"), 2)


def _reason(objection: Objection, write: Labels) -> str:
    return write(_REASONS[objection.kind], what=shorten(one_line(objection.what), _QUOTED) or "–")


def _outlets(dossier: Dossier) -> dict[str, str]:
    articles = (reading.article for reading in dossier.readings)
    return {article.id: article.outlet or article.name for article in articles}
