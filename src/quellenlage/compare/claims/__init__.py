"""Claims of several reports: what they say together, on what it rests, and where they contradict one another."""

from quellenlage.compare.claims.assertions import Assertion, find_assertion
from quellenlage.compare.claims.basis import Sources, sources_of
from quellenlage.compare.claims.judging import judge_claims
from quellenlage.compare.claims.pair_model import WordVectors
from quellenlage.compare.claims.story import Told, gather_claims
from quellenlage.compare.claims.units import keys

__all__ = [
    "Assertion",
    "Sources",
    "Told",
    "WordVectors",
    "find_assertion",
    "gather_claims",
    "judge_claims",
    "keys",
    "sources_of",
]
