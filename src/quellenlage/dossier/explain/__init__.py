"""The proof behind every id."""

from quellenlage.dossier.explain.find import find_explanation
from quellenlage.dossier.explain.records import Excerpt, Explanation, Rule

__all__ = ["Excerpt", "Explanation", "Rule", "find_explanation"]
