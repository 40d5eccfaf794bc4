"""The words that copies are counted in are the words of `find_words`, however they are found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.compare.tokens import find_tokens
from quellenlage.text import find_words

LETTERS = st.sampled_from("aAäÄßẞ_09 -.„“\n\t\u00ad\u0301\u200bﬁŉİıſΣς😀𝔄")
TEXTS = st.one_of(st.text(max_size=80), st.lists(LETTERS, max_size=60).map("".join))


@settings(max_examples=400)
@given(TEXTS)
def test_places_are_those_of_find_words(text: str) -> None:
    """Words begin and end where `find_words` says."""
    tokens = find_tokens(text)
    words = find_words(text)
    assert list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)) == [(w.start, w.end) for w in words]


@settings(max_examples=400)
@given(TEXTS, TEXTS)
def test_hashes_are_equal_where_forms_are(one: str, other: str) -> None:
    """Two words have one hash if and only if they have one form, in whatever text they stand."""
    hashes = [*find_tokens(one).forms.tolist(), *find_tokens(f"{other} ").forms.tolist()]
    forms = [word.form for word in [*find_words(one), *find_words(other)]]
    known: dict[str, int] = {}
    for form, value in zip(forms, hashes, strict=True):
        assert known.setdefault(form, value) == value
    assert len(set(known.values())) == len(known)
