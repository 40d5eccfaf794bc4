"""Who says what: the kinds of statements, their roles, and what is none."""

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article, Statement
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements import find_statements
from quellenlage.text import Span, digest


def _read(text: str) -> tuple[Statement, ...]:
    article = Article(id="a", text=text, text_id=digest(text.encode()), source_id="", name="-")
    layout = find_layout(article, load_pack("de"))
    return find_statements(layout, find_quotations(layout))


def _words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("„Der Deich hält“, sagte Anna Brandt.", ["„Der Deich hält“"]),
        ("»Der Deich hält«, so Anna Brandt.", ["»Der Deich hält«"]),
        ('Anna Brandt sagte: "Der Deich hält."', ['"Der Deich hält."']),
        ("«Der Deich», sagte Anna Brandt, «hält noch lange.»", ["«Der Deich»", "«hält noch lange.»"]),
        ("„Der Deich hält. Er ist hoch genug“, sagte Anna Brandt.", ["„Der Deich hält. Er ist hoch genug“"]),
        ("Anna Brandt: „Der Deich hält noch lange.“", ["„Der Deich hält noch lange.“"]),
    ],
)
def test_direct_speech_is_found_in_every_style(text: str, content: list[str]) -> None:
    """Direct speech is found before, behind and around its speaker's clause, in every style of marks."""
    (statement,) = _read(text)
    assert statement.kind == "direct"
    assert statement.evidence == "verbatim"
    assert _words(text, statement.content) == content
    assert _words(text, statement.speaker) == ["Anna Brandt"]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Der Deich halte, sagte die Ministerin.", ["Der Deich halte"], ["die Ministerin"]),
        ("Laut Polizei hält der Deich.", ["hält der Deich"], ["Polizei"]),
        ("Der Deich ist ihm zufolge sicher.", ["Der Deich ist", "sicher"], ["ihm"]),
        ("Wie die Polizei mitteilte, hält der Deich.", ["hält der Deich"], ["die Polizei"]),
        ("Die Polizei versprach, den Deich zu bewachen.", ["den Deich zu bewachen"], ["Die Polizei"]),
        ("Nach Angaben der Polizei hält der Deich.", ["hält der Deich"], ["der Polizei"]),
        ("Die Polizei teilte am Montag mit, dass der Deich hält.", ["dass der Deich hält"], ["Die Polizei"]),
    ],
)
def test_indirect_speech_is_found_in_every_form(text: str, content: list[str], speaker: list[str]) -> None:
    """Indirect speech is found with its speaker, whatever introduces it."""
    (statement,) = _read(text)
    assert statement.kind == "indirect"
    assert _words(text, statement.content) == content
    assert _words(text, statement.speaker) == speaker


def test_konjunktiv_goes_on_without_a_new_cue() -> None:
    """Sentences in Konjunktiv after a statement go on from it, with its speaker and without a cue."""
    text = "Der Deich halte, sagte Anna Brandt dem Sender Elbfunk. Das Wasser steige nicht. Die Lage sei ruhig."
    first, *rest = _read(text)
    assert [statement.kind for statement in rest] == ["continued", "continued"]
    assert all(statement.speaker == first.speaker and not statement.cue for statement in rest)
    assert all(statement.relays == first.relays for statement in rest)


def test_a_medium_spoken_to_is_a_relay() -> None:
    """A medium in the dative carries the words, and is no addressee."""
    text = "„Der Deich hält“, sagte Anna Brandt der Zeitung „Elbe am Sonntag“."
    (statement,) = _read(text)
    assert [relay.span.of(text) for relay in statement.relays] == ["der Zeitung „Elbe am Sonntag“"]
    assert statement.addressee == ()


def test_a_medium_that_is_the_source_speaks() -> None:
    """Without anybody behind it, the medium is the speaker and carries nothing."""
    text = "Der Deich sei gebrochen, berichtete der Sender Elbfunk."
    (statement,) = _read(text)
    assert _words(text, statement.speaker) == ["der Sender Elbfunk"]
    assert statement.relays == ()


def test_unnamed_reports_are_hearsay() -> None:
    """Reports that nobody names leave the speaker open."""
    (statement,) = _read("Medienberichten zufolge ist der Deich gebrochen.")
    assert (statement.speaker, statement.speaker_name, statement.evidence) == ((), None, "hearsay")


def test_names_are_completed_across_sentences() -> None:
    """A surname, a role and a pronoun mean the person named before."""
    text = (
        "Bürgermeister Jens Petersen kam am Montag. „Der Deich hält“, sagte Petersen. Der Bürgermeister warnte "
        "vor einer neuen Flut. Er sagte, das Wasser steige."
    )
    assert [statement.speaker_name for statement in _read(text)] == ["Jens Petersen"] * 3


def test_quoted_words_inside_a_statement_are_nested() -> None:
    """Quoted words within indirect speech are a direct statement of the same speaker."""
    text = "Anna Brandt sagte, der Deich halte „noch sehr lange“."
    outer, inner = _read(text)
    assert (outer.kind, outer.nested) == ("indirect", False)
    assert (inner.kind, inner.nested, inner.speaker) == ("direct", True, outer.speaker)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Anna Brandt forderte einen höheren Deich.", "demands"),
        ("Anna Brandt kündigte einen höheren Deich an.", "promises"),
        ("Anna Brandt bestritt den Vorwurf.", "denies"),
        ("Anna Brandt bezweifelt, dass der Deich hält.", "doubts"),
        ("Anna Brandt warnte vor einer Flut.", "expects"),
        ("Anna Brandt fragte, ob der Deich halte.", "asks"),
        ("Anna Brandt sagte, der Deich müsse höher werden.", "demands"),
    ],
)
def test_stance_follows_from_verb_and_words(text: str, stance: str) -> None:
    """The verb of saying, or a modal verb in what is said, tells what the speaker does."""
    (statement,) = _read(text)
    assert statement.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Der laute Motor lief die ganze Nacht.",
        "Sei es im Sommer, sei es im Winter: Der Hafen ist offen.",
        "Wenn der Deich bräche, stünde das Dorf unter Wasser.",
        "Sie lasen gemeinsam den Roman „Die große Flut“.",
        "Das Unwetter forderte drei Todesopfer.",
        "Das „Boot“ liegt im Hafen.",
        "Der Deich soll im Herbst erhöht werden.",
        "Er suchte nach Angaben, fand aber nichts.",
    ],
)
def test_what_nobody_says_is_no_statement(text: str) -> None:
    """Adjectives, formulas, conditions, titles, plans and scare quotes are no statements."""
    assert _read(text) == ()


def test_every_statement_names_a_rule_of_the_pack() -> None:
    """The rule of a statement is an entry of a table, so that it can be explained."""
    pack = load_pack("de")
    text = (
        "Laut Polizei hält der Deich. Das Wasser steige nicht. „Das ist ein gutes Zeichen.“ Anna Brandt: „Wir sind "
        "froh, dass er hält.“ Der Deich soll gestern gebrochen sein."
    )
    for statement in _read(text):
        table, entry = statement.trace.rule.split("/")
        assert entry in {known.id for known in pack.table(table).entries}
