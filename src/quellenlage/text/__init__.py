"""Strings in, numbers out: spans, words, hashes and dates. Knows no language and no record."""

from quellenlage.text.dates import DateRange, parse_partial_date
from quellenlage.text.hashing import digest, short_hash
from quellenlage.text.spans import Span, covers, overlaps
from quellenlage.text.words import Word, find_words

__all__ = [
    "DateRange",
    "Span",
    "Word",
    "covers",
    "digest",
    "find_words",
    "overlaps",
    "parse_partial_date",
    "short_hash",
]
