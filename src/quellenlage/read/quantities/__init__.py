"""How many of what does an article name?"""

from quellenlage.read.quantities.amounts import find_marked_quantities, find_quantities
from quellenlage.read.quantities.examples import check_marked_quantities, check_quantities

__all__ = ["check_marked_quantities", "check_quantities", "find_marked_quantities", "find_quantities"]
