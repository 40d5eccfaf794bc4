"""Every id that is printed anywhere can be explained: its characters, its rule, its file and line, its examples."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import make_reading
from dossiers import full_dossier, hostile_dossier

from quellenlage.dossier import (
    TextOptions,
    find_explanation,
    render_explanation,
    render_html,
    render_markdown,
    render_text,
)
from quellenlage.languages import LanguagePack, load_pack, read_pack
from quellenlage.model import Dossier, Mention, Quantity, TimeExpression, Trace

_ID = re.compile(r"<code>([^<]+)</code>|`([^`\n]+)`|\b([0-9a-f]{12}(?:\.\d+)?)\b")
TABLE = """
check = "attribution"
labels = ["speaker"]

[[entry]]
id = "laut"
phrase = ["laut", "so"]

[[example]]
text = "Laut {speaker|Holm} hielt der Deich."
of = "laut"

[[example]]
text = "Es war laut am Deich."
of = "laut"
"""


@pytest.fixture
def pack(tmp_path: Path) -> LanguagePack:
    """Return a pack in which the rule of the builder's statements stands."""
    (tmp_path / "pack.toml").write_text('code = "de"\nname = "Deutsch"\n', encoding="utf-8")
    (tmp_path / "attribution.toml").write_text(TABLE, encoding="utf-8")
    return read_pack(tmp_path)


def _ids(dossier: Dossier) -> Iterator[str]:
    """Yield every id that a dossier has, wherever it is printed."""
    for reading in dossier.readings:
        yield reading.article.id
        for group in (reading.statements, reading.bylines, reading.credits, reading.parts):
            yield from (found.id for found in group)
        if reading.dateline:
            yield reading.dateline.id
    for copy in dossier.copies:
        yield from (copy.id, *(f"{copy.id}.{place}" for place in range(1, len(copy.passages) + 1)))
    yield from (origin.id for origin in dossier.origins)
    yield from (entity.id for entity in dossier.entities)
    yield from (entry.id for entry in dossier.timeline)
    yield from (claim.id for claim in dossier.claims)
    yield from (conflict.id for conflict in dossier.conflicts)
    yield from (update.id for update in dossier.updates)
    for version in dossier.versions:
        yield from (version.id, *(f"{version.id}.{place}" for place in range(1, len(version.changes) + 1)))


@pytest.mark.parametrize("make", [full_dossier, hostile_dossier])
def test_every_id_is_explained(make: Callable[[], Dossier]) -> None:
    """No id of a dossier is without its explanation, and each can be printed."""
    dossier = make()
    for finding in _ids(dossier):
        explanation = find_explanation(dossier, finding)
        assert explanation is not None, finding
        assert explanation.id == finding
        text = render_explanation(explanation, load_pack("de").labels, TextOptions(colour=False))
        assert "\x1b" not in text


def test_every_printed_id_is_explained() -> None:
    """Whatever looks like an id in the summary, the page and Markdown is one."""
    dossier, labels = full_dossier(), load_pack("de").labels
    page, notes = render_html(dossier, labels, "de"), render_markdown(dossier, labels)
    text = render_text(dossier, labels, TextOptions(full=True, colour=False))
    printed = {next(filter(None, groups)) for shown in (page, notes, text) for groups in _ID.findall(shown)}
    printed -= {problem.code for problem in dossier.problems}
    assert len(printed) >= 12
    assert [finding for finding in printed if find_explanation(dossier, finding) is None] == []


def test_unknown_id() -> None:
    """What nothing has is explained by nothing."""
    assert find_explanation(full_dossier(), "000000000000") is None
    assert find_explanation(Dossier(()), "") is None


def test_statement_with_its_rule(pack: LanguagePack, tmp_path: Path) -> None:
    """A statement is shown in its sentence, with the entry's file and line, examples and counterexamples."""
    reading = make_reading(
        "Es war Nacht. Laut {speaker=1:Ida Holm|Holm} {say=1:indirect|hielt der Deich}. Dann kam Wind."
    )
    explanation = find_explanation(Dossier((reading,)), reading.statements[0].id, pack)
    assert explanation is not None
    (excerpt,) = explanation.excerpts
    assert excerpt.span.of(reading.article.text) == "Laut Holm hielt der Deich."
    assert [(key, span.of(reading.article.text)) for key, span in excerpt.marks] == [
        ("mark_content", "hielt der Deich"),
        ("mark_speaker", "Holm"),
    ]
    rule = explanation.rule
    assert rule is not None
    assert (rule.kind, rule.file, rule.line) == ("entry", str(tmp_path / "attribution.toml"), 5)
    assert rule.fields == (("phrase", "laut, so"),)
    assert (rule.examples, rule.counterexamples) == (("Laut Holm hielt der Deich.",), ("Es war laut am Deich.",))
    text = render_explanation(explanation, load_pack("en").labels, TextOptions(200, colour=False))
    for shown in ("attribution.toml:5", "Es war laut am Deich.", "Ida Holm", "characters 14–40", "content"):
        assert shown in text


def test_rule_of_the_shipped_pack() -> None:
    """The file of a shipped rule is named from the package on, the same in every installation."""
    pack = load_pack("de")
    table = next(table for table in pack.tables.values() if table.entries)
    marked = make_reading("{credit=dpa|dpa}")
    credit = marked.credits[0]
    named = replace(credit, trace=replace(credit.trace, rule=f"{table.name}/{table.entries[0].id}"))
    explanation = find_explanation(Dossier((replace(marked, credits=(named,)),)), credit.id)
    assert explanation is not None
    assert explanation.rule is not None
    assert explanation.rule.file == f"quellenlage/languages/de/{table.name}.toml"
    assert explanation.rule.line == table.entries[0].line


def test_copy_shows_both_sides() -> None:
    """A copy is explained by its passages on both sides, and the one that is silent by the agency that is known."""
    dossier = full_dossier()
    copy = next(copy for copy in dossier.copies if copy.agency_basis == "credit_b")
    explanation = find_explanation(dossier, copy.id)
    assert explanation is not None
    assert [report.number for report in explanation.reports] == [1, 3]
    assert [excerpt.report.number for excerpt in explanation.excerpts] == [1, 3]
    assert ("fact_basis", "credit_a") in explanation.facts
    assert explanation.rule is not None
    assert explanation.rule.kind == "room"


def test_distant_spans_are_apart() -> None:
    """A statement whose speaker is named far away is shown in two excerpts, without what stands between."""
    text = "{speaker=1:Ida Holm|Ida Holm} kam. Es war Nacht. Der Wind blieb. {say=1:direct|„Es reicht.“}"
    reading = make_reading(text)
    explanation = find_explanation(Dossier((reading,)), reading.statements[0].id)
    assert explanation is not None
    shown = [excerpt.span.of(reading.article.text) for excerpt in explanation.excerpts]
    assert shown == ["Ida Holm kam.", "„Es reicht.“"]


def test_entity_by_its_mentions() -> None:
    """An entity is shown by its first mention in each report, with its names and what it is called."""
    explanation = find_explanation(full_dossier(), "e" * 12)
    assert explanation is not None
    assert [excerpt.report.number for excerpt in explanation.excerpts] == [1, 3]
    assert ("fact_names", "Ida Holm, Holm") in explanation.facts
    assert ("fact_described", "Bürgermeisterin") in explanation.facts


def test_claim_with_its_counts() -> None:
    """A claim is explained by its status and by what was counted for it: outlets, origins, sources."""
    explanation = find_explanation(full_dossier(), "3" * 12)
    assert explanation is not None
    facts = dict(explanation.facts)
    assert facts["fact_status"] == "single_source"
    assert facts["fact_outlets"] == "2: Küstenbote, anzeiger.txt"
    assert facts["fact_origins"] == "2: Küstenbote [1], anzeiger [3]"
    assert facts["fact_sources"] == "1: Ida Holm"
    assert [excerpt.report.number for excerpt in explanation.excerpts] == [1, 3]


def test_denied_claim_shows_the_denial() -> None:
    """A claim that somebody rejects is explained by the rejecting sentence as well."""
    explanation = find_explanation(full_dossier(), "6" * 12)
    assert explanation is not None
    assert [key for place in explanation.excerpts for key, _ in place.marks] == ["mark_claim", "mark_denial"]


@pytest.mark.parametrize(("finding", "values"), [("c", ["drei Meter [1]", "vier Meter [3]"]), ("a", None)])
def test_conflict_with_its_sides(finding: str, values: list[str] | None) -> None:
    """A contradiction and a course are explained by every value with its reports."""
    explanation = find_explanation(full_dossier(), finding * 12)
    assert explanation is not None
    given = [value for key, value in explanation.facts if key == "fact_side"]
    assert given == (values or ["drei Meter [1]", "fünf Meter [2]"])


def test_moment_with_its_counts() -> None:
    """A moment says how many outlets and origins tell of it."""
    explanation = find_explanation(full_dossier(), "t" * 12)
    assert explanation is not None
    facts = dict(explanation.facts)
    assert (facts["fact_outlets"], facts["fact_origins"]) == ("1: Küstenbote", "1: A")


def test_times_and_quantities() -> None:
    """What a single article says of times, numbers and names can be asked for, too."""
    reading = make_reading("Am Sonntag kamen 30 Helfer nach Seehagen.", id="a")
    spans = [reading.article.span(*place) for place in ((3, 10), (17, 26), (32, 40))]
    rule = Trace("room:test")
    full = replace(
        reading,
        times=(TimeExpression("t", spans[0], "DATE", "2024-03-03", date(2024, 3, 3), None, rule),),
        quantities=(Quantity("q", spans[1], 30, 30, None, None, "Helfer", rule),),
        entities=(Mention("m", spans[2], "LOC", "Seehagen", "e", "name", rule),),
    )
    found = [find_explanation(Dossier((full,)), finding) for finding in "tqm"]
    assert [explanation.kind for explanation in found if explanation] == ["time", "quantity", "mention"]
    facts = [dict(explanation.facts) for explanation in found if explanation]
    assert facts[0] == {"fact_value": "2024-03-03", "fact_earliest": "2024-03-03"}
    assert facts[1] == {"fact_number": "30", "fact_low": "30", "fact_unit": "Helfer"}
    assert facts[2] == {"fact_author": "Seehagen", "fact_label": "LOC"}
