"""Numbers of several reports: one quantity or two, one state or a later one, in agreement or in conflict."""

from quellenlage.compare.numbers.figures import Figure, find_figure, keys
from quellenlage.compare.numbers.judging import judge_numbers

__all__ = ["Figure", "find_figure", "judge_numbers", "keys"]
