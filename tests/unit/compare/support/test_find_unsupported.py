"""What a phrased sentence may say, and what it may not, against the claims that it cites."""

import pytest
from summaries import kinds, make_claim, objections

TRUCKS = "In Lahnstein starben mindestens 40 Menschen, 12 Lastwagen brannten aus."
CLOSED = "Der Tunnel bei Lahnstein ist seit Montag nicht gesperrt."


@pytest.mark.parametrize(
    "sentence",
    [
        "In Lahnstein starben mindestens 40 Menschen.",
        "Mehr als 30 Menschen starben in Lahnstein.",
        "Zwölf Lastwagen brannten aus.",
        "Ein Dutzend Lastwagen brannte in Lahnstein aus.",
        "Rund zwölf Lastwagen brannten aus.",
    ],
)
def test_numbers_that_are_borne_out(sentence: str) -> None:
    """Number words, wider bounds and a vaguer number say no more than the claim."""
    assert objections(sentence, make_claim(TRUCKS)) == ()


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("In Lahnstein starben 40 Menschen.", "40 Menschen"),
        ("In Lahnstein starben 47 Menschen.", "47 Menschen"),
        ("In Lahnstein starben mehr als 50 Menschen.", "mehr als 50 Menschen"),
        ("In Lahnstein starben zwölf Menschen.", "zwölf Menschen"),
        ("40 Lastwagen brannten aus.", "40 Lastwagen"),
        ("Dreizehn Lastwagen brannten aus.", "Dreizehn Lastwagen"),
        ("Zwölf Lastwagen brannten auf der A61 in Lahnstein aus.", "A61"),
        ("Die drei Lastwagen brannten aus.", "drei Lastwagen"),
    ],
    ids=["bound lost", "above the bound", "another bound", "of others", "of others", "word", "in a name", "article"],
)
def test_numbers_that_no_claim_has(sentence: str, what: str) -> None:
    """A number needs a claim that says at least as much, of the same things."""
    found = [objection.what for objection in objections(sentence, make_claim(TRUCKS)) if objection.kind == "number"]
    assert found == [what]


def test_times_are_numbers() -> None:
    """Another day, year or hour is told; the same day in other words is not."""
    claim = make_claim("Am 3. Mai 2024 um 14.30 Uhr brach der Damm in Lahnstein.")
    assert kinds("Der Damm in Lahnstein brach im Mai 2024.", claim) == set()
    assert kinds("Der Damm in Lahnstein brach am 4. Mai 2024.", claim) == {"number"}
    assert kinds("Der Damm in Lahnstein brach am 3. Mai 2024 um 15.30 Uhr.", claim) == {"number"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Ada Brehm eröffnete das Museum in Lahnstein.", []),
        ("Brehms Museum in Lahnstein ist eröffnet.", []),
        ("Karl Brehm eröffnete das Museum in Lahnstein.", ["Karl Brehm"]),
        ("Ada Vogt eröffnete das Museum in Lahnstein.", ["Ada Vogt"]),
        ("Ada Brehm eröffnete das Museum in Zürich.", ["Zürich"]),
        ("Zorbinski eröffnete mit Ada Brehm das Museum.", ["Zorbinski"]),
    ],
)
def test_names(sentence: str, names: list[str]) -> None:
    """Every name stands in a claim; the first name of one and the second name of another make nobody."""
    claim = make_claim("Ada Brehm und Karl Vogt eröffneten das Museum in Lahnstein.")
    assert [objection.what for objection in objections(sentence, claim) if objection.kind == "name"] == names


def test_those_on_whose_word_it_is_told_may_be_named() -> None:
    """A claim's sources are names that its sentence may have."""
    claim = make_claim("Der Damm brach in der Nacht.", sources=("Ida Holm",))
    assert "name" not in kinds("Laut Ida Holm brach der Damm in der Nacht.", claim)
    assert "name" in kinds("Laut Ida Vogt brach der Damm in der Nacht.", claim)


def test_countries_may_be_named_by_their_adjectives() -> None:
    """A country stands behind its adjective; its capital is another place."""
    claim = make_claim("Die russische Regierung kaufte den Hafen.")
    assert kinds("Die Regierung Russlands kaufte den Hafen.", claim) == set()
    assert "name" in kinds("Die Regierung kaufte den Hafen in Moskau.", claim)
    assert "name" in kinds("Die japanische Regierung kaufte den Hafen.", claim)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Der Tunnel bei Lahnstein ist nicht gesperrt.", set()),
        ("Der Tunnel bei Lahnstein ist gesperrt.", {"polarity"}),
        ("Der Tunnel ist seit Montag gesperrt.", {"polarity"}),
    ],
)
def test_what_is_denied_stays_denied(sentence: str, found: set[str]) -> None:
    """A negation that gets lost turns a claim around."""
    assert kinds(sentence, make_claim(CLOSED)) == found


def test_what_is_said_is_not_denied() -> None:
    """A negation, or a word for denying, that no claim has turns it around, too."""
    claim = make_claim("Der Tunnel bei Lahnstein ist gesperrt.")
    assert kinds("Der Tunnel bei Lahnstein ist nicht gesperrt.", claim) == {"polarity"}
    assert "polarity" in kinds("Die Stadt bestreitet, dass der Tunnel bei Lahnstein gesperrt ist.", claim)


def test_clauses_are_denied_each_for_itself() -> None:
    """A negation in one clause leaves the other clause of a sentence as it is."""
    claim = make_claim("Der Damm hielt, der Tunnel wurde nicht gesperrt.")
    assert kinds("Der Damm hielt.", claim) == set()
    assert kinds("Der Tunnel wurde gesperrt.", claim) == {"polarity"}
    assert "polarity" in kinds("Der Damm hielt nicht, der Tunnel wurde gesperrt.", claim)


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("Die Stadt könnte den Tunnel sperren.", "Die Stadt könnte den Tunnel sperren.", set()),
        ("Die Stadt könnte den Tunnel sperren.", "Die Stadt sperrt den Tunnel.", {"certainty"}),
        ("Die Stadt plant einen Tunnel.", "Die Stadt baut einen Tunnel.", {"certainty"}),
        ("Die Stadt sperrte den Tunnel.", "Die Stadt will den Tunnel sperren.", {"certainty"}),
        ("Die Stadt sperrte den Tunnel.", "Die Stadt könnte den Tunnel sperren.", {"certainty"}),
    ],
)
def test_certainty(claim: str, sentence: str, found: set[str]) -> None:
    """What may be is not done, what is planned is not built, and the other way round."""
    assert kinds(sentence, make_claim(claim)) == found


def test_what_is_disputed_is_told_as_disputed() -> None:
    """One side alone is no fact; with the other side, or on somebody's word, it may be told."""
    one = make_claim("Bei dem Brand starben zwölf Menschen.", "disputed", conflicts=("k",))
    two = make_claim("Bei dem Brand starben 14 Menschen.", "disputed", sources=("Polizei",), conflicts=("k",))
    assert kinds("Bei dem Brand starben zwölf Menschen.", one) == {"certainty"}
    assert kinds("Bei dem Brand starben zwölf oder 14 Menschen.", one, two) == set()
    assert kinds("Bei dem Brand starben 14 Menschen, teilte die Polizei mit.", two) == set()


def test_other_words_are_about_something_else() -> None:
    """A sentence without a false name or number must still be about its claims."""
    assert kinds("Der Chor sang sehr laut.", make_claim("Der Tunnel ist gesperrt.")) == {"words"}


def test_without_a_claim_or_a_sentence() -> None:
    """What cites nothing, and what does not read like a sentence, is told before all else."""
    assert kinds("Der Tunnel ist gesperrt.") == {"citation"}
    assert kinds("…", make_claim("Der Tunnel ist gesperrt.")) == {"unread"}


def test_who_cites_everything_cites_nothing() -> None:
    """A sentence that cites many claims could find any name and number among them."""
    claim = make_claim("Der Tunnel ist gesperrt.")
    assert kinds("Der Tunnel ist gesperrt.", *[claim] * 8) == set()
    assert kinds("Der Tunnel ist gesperrt.", *[claim] * 9) == {"citation"}
