"""Ids that derive from content: the same content has the same id in every run, worker and engine."""

from hashlib import blake2b

# 48 bits in 12 hexadecimal digits: among a million findings, two share an id with a probability of 0.2 %.
SHORT_BYTES = 6


def digest(data: bytes | memoryview) -> str:
    """Return the hash (32 hexadecimal digits) that stands for exactly these bytes."""
    return blake2b(data, digest_size=16).hexdigest()


def short_hash(*parts: str) -> str:
    """Return a short id (12 hexadecimal digits) for these parts in this order.

    The parts are joined by a character that no text holds, so that ("ab", "c") and ("a", "bc") differ.
    Surrogates that a broken decoder may have left are hashed as they are.
    """
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=SHORT_BYTES).hexdigest()
