"""From labels of words to spans."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.read.learned.spans import Found, find_labelled, find_whole


def logs(rows: list[list[float]]) -> np.ndarray:
    """Return log-probabilities of these shares."""
    values = np.array(rows, np.float32)
    result: np.ndarray = np.log(values / values.sum(axis=1, keepdims=True))
    return result


OUT, BEGIN, INSIDE = [8.0, 1.0, 1.0], [1.0, 8.0, 1.0], [1.0, 1.0, 8.0]


def places(found: list[Found]) -> list[tuple[int, int, int]]:
    """Return what was found without its scores."""
    return [(x.first, x.last, x.label) for x in found]


def test_begin_and_inside_make_a_span() -> None:
    """Spans that touch are two where the second begins anew."""
    found = find_labelled(logs([OUT, BEGIN, INSIDE, BEGIN, OUT]), [0] * 5)
    assert places(found) == [(1, 3, 0), (3, 4, 0)]


def test_nothing_begins_inside() -> None:
    """A lone I becomes B, the likeliest well-formed reading."""
    assert places(find_labelled(logs([OUT, [1.0, 2.0, 8.0], OUT]), [0] * 3)) == [(1, 2, 0)]


def test_no_name_leaves_its_sentence() -> None:
    """At the end of a sentence a span ends."""
    found = find_labelled(logs([BEGIN, [1.0, 2.0, 8.0]]), [0, 1])
    assert places(found) == [(0, 1, 0), (1, 2, 0)]


def test_labels_do_not_mix() -> None:
    """A span has one label from its first word to its last."""
    rows = [[0.1, 4.0, 0.1, 3.0, 0.1], [0.1, 0.1, 1.0, 0.1, 6.0]]
    assert places(find_labelled(logs(rows), [0, 0])) == [(0, 2, 1)]


def test_less_weight_outside_finds_more() -> None:
    """A negative weight on "outside" trades precision for recall."""
    rows = logs([[6.0, 4.0, 0.1]])
    assert find_labelled(rows, [0]) == []
    assert places(find_labelled(rows, [0], -1.0)) == [(0, 1, 0)]


def test_whole_contents_begin_and_end() -> None:
    """B I E make one span, S another; scores are rounded to three digits."""
    rows = np.full((6, 5), 0.02)
    for n, label in enumerate((0, 1, 2, 3, 4, 0)):
        rows[n, label] = 0.92
    found = find_whole(logs(rows.tolist()))
    assert places(found) == [(1, 4, 0), (4, 5, 0)]
    assert [x.score for x in found] == [0.98, 0.98]


def test_no_words_no_spans() -> None:
    """An empty article has nothing."""
    assert find_labelled(np.zeros((0, 3), np.float32), []) == []
    assert find_whole(np.zeros((0, 5), np.float32)) == []


@given(st.lists(st.tuples(*[st.integers(1, 9)] * 3), min_size=1, max_size=4))
def test_no_well_formed_sequence_is_likelier(shares: list[tuple[int, int, int]]) -> None:
    """Whether the likeliest labels fit each other or a sequence is searched, the spans are those of the likeliest."""
    rows = logs([list(map(float, row)) for row in shares])
    likely = {
        labels: float(sum(rows[n, label] for n, label in enumerate(labels)))
        for labels in product(range(3), repeat=len(rows))
        if all(label != 2 or (n > 0 and labels[n - 1] != 0) for n, label in enumerate(labels))
    }
    found = [0] * len(rows)
    for span in find_labelled(rows, [0] * len(rows)):
        found[span.first : span.last] = [1] + [2] * (span.last - span.first - 1)
    assert likely[tuple(found)] >= max(likely.values()) - 1e-5
