"""One utterance in several reports: in other words, in another translation, cut shorter, or as indirect speech."""

from quellenlage.compare.utterances.gathering import find_repeats
from quellenlage.compare.utterances.judging import Repeat, judge
from quellenlage.compare.utterances.pieces import Utterance, keys

__all__ = ["Repeat", "Utterance", "find_repeats", "judge", "keys"]
