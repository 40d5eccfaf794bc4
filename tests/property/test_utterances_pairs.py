"""Whatever is said in whatever order, pairs of repeated utterances are well-formed."""

from dataclasses import replace
from itertools import combinations

from builders import make_reading
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.compare.utterances import find_repeats, judge, keys
from quellenlage.languages import load_pack
from quellenlage.model import Reading

WORDS = st.lists(
    st.sampled_from(["wir", "helfen", "froh", "nicht", "der", "Hafen", "Deich", "Boote", "20", "bauen", "Nachbarn"]),
    min_size=1,
    max_size=7,
).map(" ".join)
SPEAKERS = st.sampled_from([":Ida Holm|Ida Holm", ":Holm|Holm", ":Jan Brück|Jan Brück", "|sie"])
KINDS = st.sampled_from(["direct", "indirect", "continued", "reported"])
DAYS = st.sampled_from(["2023-09-13", "2023-09-14", "2023-09", "2023-11-01", None])
STATEMENTS = st.tuples(WORDS, KINDS, SPEAKERS)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Return reports with a few statements each."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        said = draw(st.lists(STATEMENTS, min_size=1, max_size=3))
        text = " ".join(
            f"{{say={place}:{kind}|{words}}}, sagte {{speaker={place}{speaker}}}."
            for place, (words, kind, speaker) in enumerate(said, 1)
        )
        made.append(make_reading(text, name=f"bericht{number}", published=draw(DAYS)))
    return made


@settings(max_examples=60)
@given(readings())
def test_every_repetition_points_at_a_first_utterance(given_readings: list[Reading]) -> None:
    """A statement repeats at most one other, which repeats none itself, and no nested or unknown one."""
    known = {statement.id for reading in given_readings for statement in reading.statements}
    found = find_repeats(given_readings, load_pack("de"))
    repeating = [left for left, _ in found]
    assert len(set(repeating)) == len(repeating)
    assert {right for _, right in found}.isdisjoint(repeating)
    assert known.issuperset(repeating)
    assert known.issuperset(right for _, right in found)


@settings(max_examples=40)
@given(readings())
def test_a_reprint_repeats_whatever_somebody_named_says(given_readings: list[Reading]) -> None:
    """Every statement of a verbatim reprint that has a named speaker and content repeats one of the original."""
    original, pack = given_readings[0], load_pack("de")
    statements = tuple(replace(statement, id=f"again-{statement.id}") for statement in original.statements)
    reprint = replace(original, article=replace(original.article, id="again"), statements=statements)
    found = dict(find_repeats([original, reprint], pack))
    for utterance in keys(reprint, pack):
        if utterance.statement.speaker_name:
            assert utterance.statement.id in found


@settings(max_examples=60)
@given(readings())
def test_judging_does_not_depend_on_the_side(given_readings: list[Reading]) -> None:
    """Two statements are as much one utterance as the two the other way round."""
    pack = load_pack("de")
    utterances = [utterance for reading in given_readings for utterance in keys(reading, pack)]
    for left, right in combinations(utterances, 2):
        assert judge(left, right, pack) == judge(right, left, pack)
