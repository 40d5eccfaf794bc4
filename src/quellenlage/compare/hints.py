"""To which agency does an article's wording point, where it credits none?"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Reading


def find_hints(reading: Reading, pack: LanguagePack) -> tuple[str, ...]:
    """Return the agencies to whom somebody speaks in an article, most often named first.

    An agency's reporter writes whom a speaker told something: "sagte der Deutschen Presse-Agentur". Where a report
    has such a clause, its text is likely that agency's.
    """
    counts: dict[str, int] = {}
    for mark in _find_marks(reading.article.text, pack):
        counts[mark.value] = counts.get(mark.value, 0) + 1
    return tuple(sorted(counts, key=lambda agency: (-counts[agency], agency)))


def check_hints(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark what an example says of an agency that somebody spoke to."""
    return _find_marks(example.marked.text, pack)


def _find_marks(text: str, pack: LanguagePack) -> Iterator[Mark]:
    for forms, pattern, agency in _patterns(pack):
        if not any(form in text for form in forms):
            continue
        for match in pattern.finditer(text):
            yield Mark(match.start(), match.end(), "hint", agency)


@cache
def _patterns(pack: LanguagePack) -> tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]:
    if "agency_hints" not in pack.tables or "agencies" not in pack.tables:
        return ()
    hints, agencies = pack.table("agency_hints"), pack.table("agencies")
    patterns: list[tuple[tuple[str, ...], re.Pattern[str], str]] = []
    frames = [frame for entry in hints.entries for frame in hints.strings(entry, "frames")]
    for entry in agencies.entries:
        if entry.fields.get("foreign") or entry.fields.get("role"):
            continue
        forms = agencies.strings(entry, "forms")
        names = "|".join(re.escape(form) for form in forms)
        whole = "|".join(re.escape(frame).replace(r"\{agency\}", f"(?:{names})") for frame in frames)
        patterns.append((forms, re.compile(rf"\b(?:{whole})\b"), agencies.string(entry, "name", entry.id)))
    return tuple(patterns)
