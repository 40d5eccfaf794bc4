"""Claims of several reports: what they say together, on what it rests, and where they contradict one another."""

from quellenlage.compare.claims.assertions import Assertion, find_assertion
from quellenlage.compare.claims.judging import judge_claims

__all__ = ["Assertion", "find_assertion", "judge_claims"]
