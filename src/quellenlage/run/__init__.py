"""What to do with many articles, and the engines that carry it out with equal results."""

from quellenlage.run.engines import Engine, Processes, Serial, engine_for
from quellenlage.run.extracts import Extracted, extract_all
from quellenlage.run.kept import Kept
from quellenlage.run.plan import AHEAD, ReadPlan, read_all

__all__ = [
    "AHEAD",
    "Engine",
    "Extracted",
    "Kept",
    "Processes",
    "ReadPlan",
    "Serial",
    "engine_for",
    "extract_all",
    "read_all",
]
