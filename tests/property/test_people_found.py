"""People are found by an index of their words as they would be by comparing every name with every person."""

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages.name_forms import words_of
from quellenlage.read.entities.people import _same, join_people

WORDS = ("Anna", "Hans", "Hanss", "Petra", "Peter", "Meier", "Meiers", "Brandt", "Brand", "A", "Ole", "Olea", "Ida")
NAMES = st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join), max_size=12)


@given(NAMES)
def test_the_index_forgets_nobody(names: list[str]) -> None:
    """A full name means the first person one of whose names may be the same person's."""
    people: list[list[int]] = []
    expected: list[tuple[int, int]] = []
    for number, name in enumerate(names):
        home = next((p for p in people if any(_same(words_of(name), words_of(names[m])) for m in p)), None)
        if home is None:
            people.append([number])
        else:
            expected.append((home[0], number))
            home.append(number)
    joined: list[tuple[int, int]] = []
    join_people(names, range(len(names)), lambda first, number: joined.append((first, number)))
    assert joined == expected
