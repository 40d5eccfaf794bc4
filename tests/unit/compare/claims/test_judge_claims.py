"""Do two sentences say the same, contradict each other, or only speak of related things?"""

from dataclasses import replace
from datetime import date

import pytest

from quellenlage.compare.claims import find_assertion, judge_claims
from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.features import tells_denied
from quellenlage.compare.meaning.terms import make_space
from quellenlage.languages import load_pack
from quellenlage.model import Article, Judgement
from quellenlage.read import ReadOptions, read_article

PACK = load_pack("de")


def asserted(text: str, name: str) -> Assertion:
    """Return what a sentence of that day asserts."""
    article = Article(name, text, text, "", name, published="2024-05-06", language="de")
    reading = read_article(article, PACK, ReadOptions(fast=True))
    return find_assertion(reading, article.span(0, len(text)), PACK)


def judged(left: str, right: str) -> Judgement:
    """Return the judgement on two sentences of one day."""
    return judge_claims(asserted(left, "left"), asserted(right, "right"), PACK)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Die Polizei nahm am Hafen drei Schmuggler fest.", "Am Hafen wurden drei Schmuggler festgenommen."),
        (
            "Die Fähre lief wegen des Sturms verspätet aus.",
            "„Die Fähre lief wegen des Sturms verspätet aus“, sagte er.",
        ),
        ("Das Feuer brach in der Küche aus.", "Das Feuer war in der Küche des Hotels ausgebrochen, teilte sie mit."),
    ],
    ids=["active and passive", "with and without a speaker", "more and less"],
)
def test_one_claim_in_other_words(left: str, right: str) -> None:
    """Voice, attribution and further details do not part one claim."""
    assert judged(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Der Stausee oberhalb von Tannwerder ist seit Juli leer.", "Eine Zeugin sah den Täter in der Straßenbahn."),
        ("Die Werft baut ein Schiff für Norwegen.", "Die Gewerkschaft fordert höhere Löhne."),
    ],
)
def test_other_things_are_related_at_most(left: str, right: str) -> None:
    """What shares no words and no meaning is no claim in common."""
    assert judged(left, right).relation == "related"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Der Verein kündigte an, dass er Klage einreichen werde.", "Der Verein hat Klage eingereicht."),
        ("Die Fähre soll am Montag geborgen werden.", "Die Fähre wurde am Montag geborgen."),
    ],
    ids=["announced", "planned"],
)
def test_planned_is_not_happened(left: str, right: str) -> None:
    """What one side tells as done and the other leaves open is not one claim, whichever side it is."""
    assert judged(left, right) == judged(right, left)
    assert judged(left, right).relation == "related"
    assert "told as done and as open" in judged(left, right).why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Die Brücke in Tannwerder ist gesperrt.", "Die Brücke in Tannwerder ist nicht gesperrt."),
        ("Kinder unter 12 Jahren zahlen im Bad nichts.", "Kinder unter 14 Jahren zahlen im Bad nichts."),
    ],
    ids=["denied", "numbers"],
)
def test_contradictions(left: str, right: str) -> None:
    """A claim and its denial, or one quantity with two values, cannot both be true."""
    assert judged(left, right).relation == "contradict"


def test_not_only_negates_nothing() -> None:
    """There is more than what stands behind "nicht nur"."""
    left, right = "Sie fanden im Wrack nicht nur Gold.", "Sie fanden im Wrack Gold."
    assert judged(left, right).relation != "contradict"


def test_scores_lie_above_the_line() -> None:
    """The score of a relation says how far from the line it is, and is rounded."""
    found = judged("Das Feuer brach in der Küche aus.", "Das Feuer brach in der Küche aus.")
    assert 0.5 <= found.score <= 1
    assert found.score == round(found.score, 3)


@pytest.mark.parametrize(
    ("told", "denied", "holds"),
    [
        ("Die Verhandlungen sind abgeschlossen.", "Die Verhandlungen sind nicht abgeschlossen.", True),
        ("Die Verhandlungen laufen noch.", "Die Verhandlungen sind nicht abgeschlossen.", False),
        ("Der Kauf gelang der Reederei.", "Der Reederei gelang der Kauf nicht.", True),
    ],
    ids=["the word", "another word", "behind it all"],
)
def test_the_very_word_must_be_denied(told: str, denied: str, *, holds: bool) -> None:
    """Ongoing and not ended are no contradiction, however much else is shared."""
    left, right = asserted(told, "left"), asserted(denied, "right")
    assert tells_denied(left, right, make_space((*left.terms, *right.terms), PACK)) == holds


@pytest.mark.parametrize("bound", ["Keine 300", "Nicht einmal 300", "Nicht mehr als 300"])
def test_a_bounded_number_denies_nothing(bound: str) -> None:
    """What says that a number is not reached is a bound of it, and speaks against no other report of it."""
    left, right = asserted(f"{bound} Gäste kamen.", "left"), asserted("Rund 290 Gäste kamen.", "right")
    assert not left.negations
    assert judge_claims(left, right, PACK).relation == "same"
    assert asserted("Die Gäste kamen nicht.", "left").negations


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Die Preise für Brot sind gestiegen.", "Die Preise für Brot sind gesunken.", "contradict"),
        ("Der Rat stimmte dem Antrag zu.", "Der Rat lehnte den Antrag ab.", "contradict"),
        ("Der Mann hat die Tat gestanden.", "Der Mann bestreitet die Tat.", "contradict"),
        ("Am Nordufer der Lahn brannte es.", "Am Südufer der Lahn brannte es.", "related"),
        ("Die Preise für Brot sind gestiegen.", "Die Preise für Brot haben sich erhöht.", "same"),
        ("Die Preise stiegen erst und sanken dann.", "Die Preise für Brot sind gesunken.", "same"),
        ("Der Kapitän trat am Montag zurück.", "Der Kapitän soll zurücktreten.", "related"),
    ],
)
def test_opposites(left: str, right: str, relation: str) -> None:
    """Words that are opposites part two claims, unless one side has both; what is of two things is no contradiction."""
    assert judged(left, right).relation == relation
    assert judged(right, left).relation == relation


def test_opposites_of_two_days_do_not_contradict() -> None:
    """What rose on Monday may fall on Tuesday, and is no one claim."""
    left = asserted("Die Preise für Brot sind gestiegen.", "left")
    right = replace(asserted("Die Preise für Brot sind gesunken.", "right"), published=date(2024, 5, 7))
    assert judge_claims(left, right, PACK).relation == "related"
