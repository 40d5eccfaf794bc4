"""Overlapping stretches are cut into segments that show the whole text, each character once."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.dossier.segments import Layer, cut_segments

_LAYERS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=8)


def _layers(places: list[tuple[int, int]]) -> list[Layer[int]]:
    return [Layer(start, end, number) for number, (start, end) in enumerate(places)]


def test_overlap() -> None:
    """Where two layers overlap there is a segment under both."""
    cut = list(cut_segments(0, 10, [Layer(0, 6, "copied"), Layer(4, 10, "said")]))
    assert [(s.start, s.end, s.over) for s in cut] == [
        (0, 4, ("copied",)),
        (4, 6, ("copied", "said")),
        (6, 10, ("said",)),
    ]


def test_beginnings_and_ends() -> None:
    """A layer begins and ends exactly once, whatever cuts it in between."""
    cut = list(cut_segments(0, 9, [Layer(0, 9, "a"), Layer(3, 6, "b")]))
    assert [s.begins for s in cut] == [("a",), ("b",), ()]
    assert [s.ends for s in cut] == [(), ("b",), ("a",)]


@given(st.integers(0, 30), st.integers(0, 30), _LAYERS)
def test_segments_are_the_text(start: int, length: int, places: list[tuple[int, int]]) -> None:
    """Segments follow on each other without gaps, from the first to the last character."""
    end = start + length
    cut = list(cut_segments(start, end, _layers(places)))
    assert [at for segment in cut for at in range(segment.start, segment.end)] == list(range(start, end))


@given(_LAYERS)
def test_every_character_has_its_layers(places: list[tuple[int, int]]) -> None:
    """Over each character lie exactly the layers that hold it."""
    for segment in cut_segments(0, 40, _layers(places)):
        for at in range(segment.start, segment.end):
            assert segment.over == tuple(n for n, (start, end) in enumerate(places) if start <= at < end)


@given(_LAYERS)
def test_every_layer_begins_and_ends_once(places: list[tuple[int, int]]) -> None:
    """Anchors and links back stand once for every layer that is seen, never for one that is not."""
    cut = list(cut_segments(0, 40, _layers(places)))
    seen = sorted(n for n, (start, end) in enumerate(places) if max(start, 0) < min(end, 40))
    assert sorted(n for segment in cut for n in segment.begins) == seen
    assert sorted(n for segment in cut for n in segment.ends) == seen
