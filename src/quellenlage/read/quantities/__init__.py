"""How many of what does an article name?"""

from quellenlage.read.quantities.amounts import find_quantities
from quellenlage.read.quantities.examples import check_quantities

__all__ = ["check_quantities", "find_quantities"]
