"""What counts as a passage, and which articles are compared at all."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyOptions:
    """How are articles compared?

    `window_days`: articles published further apart than this many days (either way) are not compared; those without
    a date are compared with all. `least_passage` and `least_words`: a passage has at least so many words, a pair is
    kept from so many words in all (both as the contract of the doors promises).
    """

    window_days: int = 3
    least_passage: int = 7
    least_words: int = 12
