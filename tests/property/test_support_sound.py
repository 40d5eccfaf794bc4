"""What holds of checking sentences, whatever they say."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from summaries import kinds, make_claim, objections

SLOW = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from(("Ada Brehm", "Karl Vogt", "Ida Holm", "Emil Zorbinski"))
COUNTS = st.integers(min_value=2, max_value=5000)
SAID = ("{name} zählte in Lahnstein {n} Boote.", "Für {name} liegen in Lahnstein {n} Boote bereit.")


@SLOW
@given(st.sampled_from(SAID), NAMES, COUNTS)
def test_a_claim_bears_itself_out(form: str, name: str, number: int) -> None:
    """A sentence that repeats its claim word for word has nothing against it."""
    text = form.format(name=name, n=number)
    assert objections(text, make_claim(text)) == ()


@SLOW
@given(st.sampled_from(SAID), NAMES, COUNTS, COUNTS)
def test_another_number_is_always_found(form: str, name: str, number: int, other: int) -> None:
    """A number that the claim does not have is told, whichever it is."""
    assume(number != other)
    assert "number" in kinds(form.format(name=name, n=other), make_claim(form.format(name=name, n=number)))


@SLOW
@given(st.sampled_from(SAID), NAMES, NAMES, COUNTS)
def test_another_name_is_always_found(form: str, name: str, other: str, number: int) -> None:
    """A name that the claim does not have is told, whichever it is."""
    assume(name != other)
    assert "name" in kinds(form.format(name=other, n=number), make_claim(form.format(name=name, n=number)))


@SLOW
@given(st.text(max_size=80), st.text(min_size=1, max_size=80))
def test_any_text_is_checked(sentence: str, claim: str) -> None:
    """Nothing fails on any characters, and the same question has the same answer."""
    cited = make_claim(claim)
    assert objections(sentence, cited) == objections(sentence, cited)
