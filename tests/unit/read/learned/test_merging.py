"""What does a proposal of the learned part become?"""

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article, Trace
from quellenlage.read.layout import find_layout
from quellenlage.read.learned.merging import merge_statements
from quellenlage.read.learned.statements import Proposal
from quellenlage.text import Span

PACK = load_pack("de")


@pytest.mark.parametrize(
    ("text", "particle", "stance"),
    [
        ("Die Reederei wies die Vorwürfe der Fischer zurück.", "zurück", "denies"),
        ("Die Reederei wies die Matrosen der Fähre aus.", "aus", "states"),
    ],
)
def test_a_verb_has_the_stance_of_its_whole(text: str, particle: str, stance: str) -> None:
    """Who rejects denies; who expels with the same verb and another particle says nothing of the kind."""
    article = Article("a", text, "t", "", "a.txt", language="de")

    def span(words: str) -> Span:
        start = text.index(words)
        return article.span(start, start + len(words))

    content = span(text.split("wies ")[1].removesuffix(f" {particle}."))
    proposal = Proposal(
        kind="reported",
        content=(content,),
        cue=(span("wies"), span(f"{particle}.")),
        speaker=(span("Die Reederei"),),
        addressee=(),
        relays=(),
        nested=False,
        trace=Trace("model:reader", score=0.99),
    )
    (statement,) = merge_statements(find_layout(article, PACK), (), (), (proposal,))
    assert statement.stance == stance
