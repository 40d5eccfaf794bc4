"""Which times does an article name, and which days are they?"""

from quellenlage.read.times.examples import check_times
from quellenlage.read.times.expressions import find_times, sentence_tokens, time_lexicon

__all__ = ["check_times", "find_times", "sentence_tokens", "time_lexicon"]
