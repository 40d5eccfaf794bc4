"""Does a phrased sentence say no more than the claims that it cites?"""

from quellenlage.compare.support.checking import find_unsupported
from quellenlage.compare.support.cited import Cited, make_cited

__all__ = ["Cited", "find_unsupported", "make_cited"]
