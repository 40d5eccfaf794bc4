"""Read the publication dates that sources give: ISO, numbers, or a month's name in any language."""

import re
import warnings
from datetime import date
from types import MappingProxyType

from quellenlage.ingest.records import trouble
from quellenlage.languages import available_packs
from quellenlage.model import Problem
from quellenlage.text import parse_partial_date

_ISO = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}\S*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b(?:\D.*)?", re.DOTALL)
# A date with its time and zone is seldom longer than 40 characters; what is longer is no date.
_LONGEST = 80
# Whole dates only: the library would fill what is missing from today's date, and count "gestern" from today.
_SETTINGS = MappingProxyType({"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]})


def normalise(value: str) -> str | None:
    """Return a date as ISO, whole or partial, its time left out; None if it is none or does not exist.

    The day is the one that the source names, in the source's own time zone.

    >>> normalise("2023-09-13T10:00:00+02:00"), normalise("13.09.2023, 10:00 Uhr"), normalise("2023-02-30")
    ('2023-09-13', '2023-09-13', None)
    """
    value = value.strip()[:_LONGEST]
    if match := _ISO.fullmatch(value):
        return match[1] if parse_partial_date(match[1]) else None
    if match := _COMPACT.fullmatch(value):
        return _existing(match[1], match[2], match[3])
    if match := _DAY_FIRST.fullmatch(value):
        return _existing(match[3], match[2], match[1])
    return _in_words(value) if re.search(r"\d{4}", value) and re.search(r"[^\W\d_]{3}", value) else None


def _existing(year: str, month: str, day: str) -> str | None:
    iso = f"{year}-{int(month):02}-{int(day):02}"
    return iso if parse_partial_date(iso) else None


def _in_words(value: str) -> str | None:
    """Read a date with a month's name, in the languages that have a pack; the names are the library's."""
    # 0.2 s, needed for few pages only.
    from dateparser import parse  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = parse(value, languages=available_packs(), settings=dict(_SETTINGS))
        except (ValueError, OverflowError, RecursionError):
            return None
    return date(found.year, found.month, found.day).isoformat() if found else None


def no_such_date(place: str, value: str) -> Problem:
    """Return the problem of a publication date that cannot be read; the article counts as undated."""
    reason = f"the publication date {value[:_LONGEST]!r} is none; the article is taken as undated"
    return trouble(place, "no-such-date", "note", reason, "give the date as YYYY-MM-DD, YYYY-MM or YYYY")
