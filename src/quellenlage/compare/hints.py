"""To which agency does an article's wording point, where it credits none?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    for hint in _hints(pack):
        for start, end in hint.windows(text):
            for match in _compiled(hint.source).finditer(text, start, end):
                yield Mark(match.start(), match.end(), "hint", hint.agency)


@dataclass(frozen=True, slots=True, eq=False)
class _Hint:
    """The clauses that name one agency: its names, the clauses as a pattern, and how many characters one may have.

    The pattern is compiled when it is first asked for: most agencies are never named.
    """

    agency: str
    forms: tuple[str, ...]
    source: str
    longest: int

    def windows(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches, apart from each other, in which all clauses stand: around the agency's names."""
        start = end = 0
        for place in sorted(place for form in self.forms for place in _places(text, form)):
            if place - self.longest > end:
                if end:
                    yield start, end
                start = max(0, place - self.longest)
            end = place + self.longest
        if end:
            yield start, end


def _places(text: str, form: str) -> Iterator[int]:
    place = text.find(form)
    while place >= 0:
        yield place
        place = text.find(form, place + 1)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _hints(pack: LanguagePack) -> tuple[_Hint, ...]:
    if "agency_hints" not in pack.tables or "agencies" not in pack.tables:
        return ()
    table, agencies = pack.table("agency_hints"), pack.table("agencies")
    found: list[_Hint] = []
    frames = [frame for entry in table.entries for frame in table.strings(entry, "frames")]
    for entry in agencies.entries:
        if entry.fields.get("foreign") or entry.fields.get("role"):
            continue
        forms = agencies.strings(entry, "forms")
        names = "|".join(re.escape(form) for form in forms)
        whole = "|".join(re.escape(frame).replace(r"\{agency\}", f"(?:{names})") for frame in frames)
        # One more than a clause has, so that what stands behind one is seen, too.
        longest = max(map(len, frames)) + max(map(len, forms)) + 1
        found.append(_Hint(agencies.string(entry, "name", entry.id), forms, rf"\b(?:{whole})\b", longest))
    return tuple(found)
