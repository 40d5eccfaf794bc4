"""What to do with many articles, and the engines that carry it out with equal results.

`run.extracts` and `run.kept` are imported from there: reading needs neither, nor what they need.
"""

from quellenlage.run.engines import Engine, Processes, Serial, engine_for
from quellenlage.run.plan import AHEAD, ReadPlan, read_all

__all__ = [
    "AHEAD",
    "Engine",
    "Processes",
    "ReadPlan",
    "Serial",
    "engine_for",
    "read_all",
]
