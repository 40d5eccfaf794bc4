"""Roles for content that something else found."""

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.quotations import find_quotations
from quellenlage.read.statements.clauses import find_clauses
from quellenlage.read.statements.completing import complete_draft
from quellenlage.read.statements.drafts import Draft, Sentence
from quellenlage.read.statements.grammar import grammar_of
from quellenlage.read.statements.tokens import find_units


def _complete(text: str, content: str) -> Draft:
    grammar = grammar_of(load_pack("de"))
    layout = find_layout(Article(id="a", text=text, text_id="", source_id="", name="-"), load_pack("de"))
    unit = next(find_units(layout, find_quotations(layout), grammar.lexicon))
    start = text.index(content)
    draft = Draft("indirect", [(start, start + len(content))], "model:test@0")
    return complete_draft(Sentence(unit, find_clauses(unit, grammar.lexicon), grammar), draft)


@pytest.mark.parametrize(
    ("text", "content", "cue", "speaker"),
    [
        ("Anna Brandt sagte, der Deich hält.", "der Deich hält", "sagte", "Anna Brandt"),
        ("Laut Polizei hält der Deich.", "hält der Deich", "Laut", "Polizei"),
    ],
)
def test_roles_come_from_what_introduces_the_content(text: str, content: str, cue: str, speaker: str) -> None:
    """A verb of saying or an attribution phrase outside the content gives cue and speaker, and the rule stays."""
    draft = _complete(text, content)
    assert [text[start:end] for start, end in draft.cue] == [cue]
    assert [text[start:end] for start, end in draft.speaker] == [speaker]
    assert draft.rule == "model:test@0"


def test_content_without_introduction_needs_the_context() -> None:
    """Where nothing in the sentence introduces the content, the speaker is left to the context."""
    draft = _complete("Der Deich steht noch.", "Der Deich steht noch")
    assert draft.needs_speaker
    assert not draft.speaker
