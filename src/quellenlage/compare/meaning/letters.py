"""How alike are two texts in their letters?"""

from collections import Counter
from functools import lru_cache
from math import sqrt

# Assertions and sentences of a large story; the cache bounds memory, it decides nothing.
_CACHED = 4096


def letters_alike(left: str, right: str) -> float:
    """Return the cosine of the counts of three letters in a row."""
    (few, one), (many, other) = sorted((_grams(left), _grams(right)), key=lambda side: len(side[0]))
    dot = sum([count * many[gram] for gram, count in few.items() if gram in many])
    return dot / (one * other) if one and other else 0.0


@lru_cache(maxsize=_CACHED)
def _grams(text: str) -> tuple[dict[str, int], float]:
    """Return how often each three letters stand in a row, and the length of these counts as a vector."""
    lowered = text.lower()
    counts = Counter(map("".join, zip(lowered, lowered[1:], lowered[2:], strict=False)))
    return dict(counts), sqrt(sum([count * count for count in counts.values()]))
