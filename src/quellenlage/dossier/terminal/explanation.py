"""An explanation for the terminal."""

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from quellenlage.dossier.explain import Excerpt, Explanation, Rule
from quellenlage.dossier.labels import Labels
from quellenlage.dossier.options import TextOptions
from quellenlage.dossier.outline.findings import cited
from quellenlage.dossier.printable import one_line, printable, shorten
from quellenlage.dossier.segments import Layer, cut_segments
from quellenlage.dossier.terminal.render import print_blocks
from quellenlage.dossier.terminal.style import Style, hanging, heading, indented

# One style for each sort of span; where they overlap, all of them apply.
_STYLES: tuple[tuple[str, str], ...] = (
    ("mark_frame", "dim"),
    ("mark_content", "underline"),
    ("mark_speaker", "bold cyan"),
    ("mark_cue", "bold magenta"),
    ("mark_addressee", "italic"),
    ("mark_relay", "bold yellow"),
)
_MARKED = "bold yellow"
# Columns of the longest name of a fact, and a space.
_NAME = 18
# Characters of a span in the list below its sentence, which has all of it: one line of an 80-column terminal.
_MARK = 44
# What a fact's value is called in the reader's language, where it is no name or number: prefix of its label.
_VALUES: tuple[tuple[str, str], ...] = (
    ("fact_kind", "kind"),
    ("fact_stance", "stance"),
    ("fact_evidence", "evidence"),
    ("fact_part", "part"),
    ("fact_role", "role"),
    ("fact_copy", "copy"),
    ("fact_basis", "basis"),
    ("fact_change", "change"),
    ("fact_what", "what"),
    ("fact_label", "label"),
    ("fact_status", "status"),
    ("fact_conflict", "conflict"),
)


def render_explanation(explanation: Explanation, labels: Mapping[str, str], options: TextOptions | None = None) -> str:
    """Return what a person reads who asked for an id: what it is, the sentences with their spans, rule and examples."""
    style = Style(Labels(labels), options or TextOptions())
    blocks = [*_head(explanation, style), *_facts(explanation, style)]
    for place in explanation.excerpts:
        blocks += _excerpt(place, style)
    if explanation.rule:
        blocks += _rule(explanation.rule, style)
    return print_blocks(blocks, style.options)


def _head(explanation: Explanation, style: Style) -> Iterator[RenderableType]:
    labels = style.labels
    yield Text.assemble((labels(f"is_{explanation.kind}"), "bold"), "  ", (explanation.id, "dim"))
    for report in explanation.reports:
        yield indented(Text.assemble(cited(report, labels), "  ", (report.id, "dim")), 2)


def _facts(explanation: Explanation, style: Style) -> Iterator[RenderableType]:
    yield Text("")
    for key, value in explanation.facts:
        prefix = dict(_VALUES).get(key)
        said = style.labels(f"{prefix}_{value}") if prefix else value
        said = style.labels.date(value) if key == "fact_published" else said
        yield hanging(Text(style.labels(key), "dim"), Text(said), _NAME)


def _excerpt(place: Excerpt, style: Style) -> Iterator[RenderableType]:
    labels = style.labels
    note = labels("characters", start=place.span.start, end=place.span.end)
    yield Text.assemble("\n", (cited(place.report, labels), "bold"), ("   ", ""), (note, "dim"))
    yield Text("")
    article = place.report.reading.article
    text, shown = printable(article.text), Text()
    layers = [Layer(span.start, span.end, key) for key, span in place.marks]
    for segment in cut_segments(place.span.start, place.span.end, layers):
        styles = (dict(_STYLES).get(key, _MARKED) for key in segment.over)
        shown.append(" ".join(text[segment.start : segment.end].split("\n")), " ".join(styles))
    yield shown
    yield Text("")
    for key, span in place.marks:
        line = Text(shorten(one_line(span.of(article.text)), _MARK), dict(_STYLES).get(key, _MARKED))
        line.append(f"  {span.start}–{span.end}", "dim")
        yield hanging(Text(labels(key), "dim"), line, _NAME)


def _rule(rule: Rule, style: Style) -> Iterator[RenderableType]:
    labels = style.labels
    yield heading(labels("rule"), rule.trace.rule)
    yield Text(labels(f"rule_{rule.kind}"))
    if rule.file:
        yield Text(f"{rule.file}:{rule.line}", "cyan")
    if rule.trace.score < 1:
        yield Text(labels("score", score=labels.percent(rule.trace.score)), "dim")
    for key, value in rule.fields:
        yield hanging(Text(key, "dim"), Text(one_line(value)), _NAME)
    for name, examples in (("examples", rule.examples), ("counterexamples", rule.counterexamples)):
        if examples:
            yield Text("")
            yield Text(labels(name), "dim")
            yield from (hanging(Text("–", "dim"), Text(one_line(example)), 2) for example in examples)
