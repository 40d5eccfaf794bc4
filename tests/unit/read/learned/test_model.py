"""What the shipped model says of fixed sentences: the same on every machine."""

from importlib.resources import as_file, files

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.layout import Layout, find_layout
from quellenlage.read.learned import find_names, load_model, merge_statements, propose_statements
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements import find_statements
from quellenlage.text import digest

MINISTER = (
    "Die Ministerin Hanna Brückner wies die Vorwürfe zurück. „Wir haben nichts zu verbergen“, sagte sie am Montag "
    "in Rostock. Der Bund der Steuerprüfer kritisierte, dass die Prüfung zu spät begonnen habe. Nach Angaben der "
    "Polizei wurden drei Büros in Schwerin durchsucht."
)
HARBOUR = (
    "»Der Hafen bleibt offen«, versicherte Bürgermeister Jonas Ahlers. Ahlers betonte, er werde mit der "
    "Bundesregierung sprechen."
)
QUIET = "Der Zug nach Kassel fuhr pünktlich ab. Im Abteil saßen vier Reisende, und es regnete."


def layout_of(text: str) -> Layout:
    """Return the layout of a German text."""
    article = Article(id="example", text=text, text_id="", source_id="", name="example", language="de")
    return find_layout(article, load_pack("de"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HARBOUR, [("Jonas Ahlers", "PER"), ("Ahlers", "PER"), ("Bundesregierung", "ORG")]),
        (QUIET, [("Kassel", "LOC")]),
        ("", []),
    ],
)
def test_names_of_fixed_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    """Spans and labels are exactly these on every processor."""
    names = find_names(layout_of(text), load_model())
    assert [(name.span.of(text), name.label) for name in names] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            MINISTER,
            [
                ("reported", "die Vorwürfe", "wies zurück", "Die Ministerin Hanna Brückner"),
                ("direct", "„Wir haben nichts zu verbergen“", "sagte", "sie"),
                ("indirect", "dass die Prüfung zu spät begonnen habe", "kritisierte", "Der Bund der Steuerprüfer"),
                ("indirect", "wurden drei Büros in Schwerin durchsucht", "Nach Angaben", "der Polizei"),
            ],
        ),
        (
            HARBOUR,
            [
                ("direct", "»Der Hafen bleibt offen«", "versicherte", "Bürgermeister Jonas Ahlers"),
                ("indirect", "er werde mit der Bundesregierung sprechen", "betonte", "Ahlers"),
            ],
        ),
        (QUIET, []),
    ],
)
def test_proposals_for_fixed_sentences(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    """Kinds, contents, cues and speakers are exactly these on every processor."""
    layout = layout_of(text)
    proposals = propose_statements(layout, find_quotations(layout), load_model())
    found = [
        (
            proposal.kind,
            " ".join(span.of(text) for span in proposal.content),
            " ".join(span.of(text) for span in proposal.cue),
            " ".join(span.of(text) for span in proposal.speaker),
        )
        for proposal in proposals
    ]
    assert found == expected


def test_findings_name_the_model_and_its_digest() -> None:
    """A rule of the learned part says which file it came from; scores have three digits."""
    (name,) = find_names(layout_of(QUIET), load_model())
    assert name.trace.rule == f"model:reader@{load_model().digest[:12]}"
    assert name.trace.score == round(name.trace.score, 3)


def test_long_articles_are_read_in_windows() -> None:
    """A name far behind the first window is found as at the beginning."""
    text = " ".join([QUIET] * 40)
    names = find_names(layout_of(text), load_model())
    assert [name.span.of(text) for name in names] == ["Kassel"] * 40


def test_what_rules_find_is_kept_and_what_they_miss_is_added() -> None:
    """A proposal joins the rules' statements with a frame, a stance and an evidence of its own."""
    layout = layout_of(MINISTER)
    quotations = find_quotations(layout)
    proposals = propose_statements(layout, quotations, load_model())
    ruled = [x for x in find_statements(layout, quotations) if x.kind == "direct"]
    merged = merge_statements(layout, quotations, ruled, proposals)
    assert [x for x in merged if x.kind == "direct"] == ruled
    added = next(x for x in merged if x.trace.rule.startswith("model:") and x.cue[0].of(MINISTER) == "kritisierte")
    assert [span.of(MINISTER) for span in added.frame] == ["Der Bund der Steuerprüfer kritisierte"]
    assert added.evidence == "attributed"


def test_rules_alone_are_unchanged_without_proposals() -> None:
    """Nothing proposed, nothing changed."""
    layout = layout_of(HARBOUR)
    ruled = find_statements(layout, find_quotations(layout))
    assert merge_statements(layout, find_quotations(layout), ruled, ()) == ruled


def test_the_digest_beside_the_model_is_its_own() -> None:
    """What findings name as their model is the digest of the file that is shipped."""
    with as_file(files("quellenlage.read.learned").joinpath("data", "reader.npz")) as file:
        assert load_model().digest == digest(file.read_bytes())
