"""What to do with many articles, and the engines that carry it out with equal results."""

from quellenlage.run.engines import Engine, Processes, Serial, engine_for
from quellenlage.run.plan import ReadPlan, read_all

__all__ = ["Engine", "Processes", "ReadPlan", "Serial", "engine_for", "read_all"]
