"""Every engine gives equal results, not similar ones."""

from collections.abc import Iterator

import pytest

from quellenlage.run import Engine, Processes, Serial, engine_for

ENGINES = (Serial(), Processes(2))


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: type(engine).__name__)
class TestEngine:
    """The suite that every engine must pass."""

    def test_results_come_in_the_order_of_the_items(self, engine: Engine) -> None:
        """However the work is spread, the order is that of the items."""
        words = [f"wort {number}" for number in range(200)]
        assert list(engine.map(str.upper, words)) == [word.upper() for word in words]

    def test_no_items_no_results(self, engine: Engine) -> None:
        """An empty run ends at once, without a result."""
        assert list(engine.map(str.upper, [])) == []

    def test_an_error_reaches_the_caller(self, engine: Engine) -> None:
        """A function that fails is not passed over in silence."""
        with pytest.raises(ValueError, match="invalid literal"):
            list(engine.map(int, ["1", "zwei"]))


def test_items_are_taken_as_they_are_needed() -> None:
    """A long stream is not read into memory before the first result."""
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100_000):
            taken.append(number)
            yield number

    assert next(Serial().map(abs, items())) == 0
    assert len(taken) == 1


def test_one_worker_needs_no_second_process() -> None:
    """The serial engine is chosen where one worker is asked for."""
    assert engine_for(1) == Serial()
    assert engine_for(3) == Processes(3)
