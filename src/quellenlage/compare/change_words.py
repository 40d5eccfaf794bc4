"""What kind of thing was changed at one place: a number, a date, an attribution, a name, or just the wording?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Reading
from quellenlage.text import Span, find_words

_DIGIT = re.compile(r"\d")
# In this order: "am 3. Mai" holds a digit, too, and is a date.
_KINDS = ("date", "number", "attribution")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The words (folded) that show a kind of change, whole or by their beginning."""

    words: frozenset[str]
    stems: tuple[str, ...]

    def __contains__(self, form: str) -> bool:
        return form in self.words or form.startswith(self.stems)


def name_change(older: tuple[Reading, Span], newer: tuple[Reading, Span], pack: LanguagePack) -> str:
    """Return number, date, attribution, name, or "text" for what stands at two corresponding places.

    A number, a date or a name must stand on both sides; of an attribution one side is enough (a report that no longer
    says "allegedly" was changed in its attribution).
    """
    sides = [span.of(reading.article.text) for reading, span in (older, newer)]
    if any(
        _near_date(reading, span, pack) and _DIGIT.search(span.of(reading.article.text))
        for reading, span in (older, newer)
    ):
        return "date" if all(_DIGIT.search(side) for side in sides) else "text"
    for kind in _KINDS:
        hits = [any(form in _lexicons(pack)[kind] for form in _forms(side)) for side in sides]
        if kind == "number":
            hits = [hit or bool(_DIGIT.search(side)) for hit, side in zip(hits, sides, strict=True)]
        if all(hits) or (kind == "attribution" and any(hits)):
            return kind
    return "name" if all(_is_name(*side) for side in (older, newer)) else "text"


def find_change_words(text: str, pack: LanguagePack) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a text that show a kind of change, with their places and the kind."""
    for word in find_words(text):
        for kind in _KINDS:
            if word.form in _lexicons(pack)[kind]:
                yield word.start, word.end, kind
                break


def check_change_words(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark the words of an example that show a kind of change."""
    return [Mark(start, end, kind) for start, end, kind in find_change_words(example.marked.text, pack)]


def _forms(text: str) -> list[str]:
    return [word.form for word in find_words(text)]


def _near_date(reading: Reading, span: Span, pack: LanguagePack) -> bool:
    """Say whether the next word behind a place names a month ("3. Mai": only the day was changed)."""
    behind = find_words(reading.article.text[span.end : span.end + 20])
    return bool(behind) and behind[0].form in _lexicons(pack)["month"]


def _is_name(reading: Reading, span: Span) -> bool:
    """Say whether a place lies in a named speaker, or is two capitalised words or part of such.

    German writes every noun with a capital, so one capitalised word alone shows nothing.
    """
    text = reading.article.text
    speakers = (s for statement in reading.statements if statement.speaker_name for s in statement.speaker)
    if any(speaker.start <= span.start and span.end <= speaker.end for speaker in speakers):
        return True
    words = span.of(text).split()
    if not words or not all(word[:1].isupper() for word in words):
        return False
    before = text[: span.start].split()[-1:]
    return len(words) >= 2 or (bool(before) and before[0][:1].isupper() and before[0].isalpha())


@cache
def _lexicons(pack: LanguagePack) -> dict[str, _Lexicon]:
    lexicons = {kind: _Lexicon(frozenset(), ()) for kind in (*_KINDS, "month")}
    if "change_words" not in pack.tables:
        return lexicons
    table = pack.table("change_words")
    for kind in lexicons:
        entries = [entry for entry in table.entries if kind in table.strings(entry, "shows")]
        words = frozenset(word.casefold() for entry in entries for word in table.strings(entry, "words"))
        stems = tuple(stem.casefold() for entry in entries for stem in table.strings(entry, "stems"))
        lexicons[kind] = _Lexicon(words, stems)
    return lexicons
