"""JSON lines: one article a line, read as a stream."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader
from typing import Any

import msgspec

from quellenlage.ingest.decoding import decode, wide_encoding
from quellenlage.ingest.plain import is_blank
from quellenlage.ingest.reading import GZIP_ERRORS, broken_gzip, recoded, too_large
from quellenlage.ingest.records import Draft, Raw, trouble
from quellenlage.model import Problem

_STRINGS = ("id", "title", "outlet", "published", "url", "language")
_SURROGATE = re.compile("[\ud800-\udfff]")
# A file that is no JSONL at all is broken in every line: so many are told one by one, the others in one sum.
TOLD_ONE_BY_ONE = 20


def read_lines(stream: BufferedReader, name: str, limit: int) -> Iterator[Raw]:
    """Yield what each line of a JSONL stream holds; blank lines are skipped, broken ones are problems."""
    broken, blank = 0, True
    for number, line in enumerate(_lines(stream, name, limit), 1):
        if isinstance(line, bytes) and not line.removeprefix(BOM_UTF8).strip():
            continue
        blank = False
        raw = _raw(line, f"{name}:{number}")
        broken += raw.draft is None
        if raw.draft or broken <= TOLD_ONE_BY_ONE:
            yield raw
    if blank:
        yield Raw.lost(trouble(name, "empty", "lost", "there is no line in it", "fetch the articles again"))
    if broken > TOLD_ONE_BY_ONE:
        reason = f"{broken - TOLD_ONE_BY_ONE} more lines hold no article that can be read"
        yield Raw.lost(trouble(name, "broken-line", "lost", reason, "see the first ones above"))


def _raw(line: bytes | Problem, place: str) -> Raw:
    if isinstance(line, Problem):
        return Raw.lost(replace(line, article=line.article or place))
    # A byte order mark belongs to the file, not to the text: JSON knows none.
    return _article(line.removeprefix(BOM_UTF8), place)


def _lines(stream: BufferedReader, name: str, limit: int) -> Iterator[bytes | Problem]:
    """Yield the lines of a stream, a problem for one beyond the limit and for a gzip file that breaks off."""
    nothing = True
    try:
        encoding = wide_encoding(stream.peek(4096))
        readline = recoded(stream, encoding).readline if encoding else stream.readline
        while line := readline(limit + 1):
            nothing = False
            if len(line) <= limit or line.endswith(b"\n"):
                yield line
                continue
            while (rest := readline(2**20)) and not rest.endswith(b"\n"):
                pass
            yield replace(too_large("", limit), remedy="shorten or split this line")
    except GZIP_ERRORS as error:
        yield broken_gzip(name, error, nothing=nothing)


def _article(line: bytes, place: str) -> Raw:
    problems: tuple[Problem, ...] = ()
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        # The standard library is slower, takes what others write (NaN, half surrogates), and says what is wrong.
        decoded = decode(line, place)
        problems = decoded.problems
        if decoded.text is None:
            return Raw(place, line, None, problems)
        try:
            value = json.loads(decoded.text)
        except (ValueError, RecursionError) as error:
            reason = f"the line is no JSON: {error}" if isinstance(error, ValueError) else "the line is nested too deep"
            return _broken(line, place, reason)
    if not isinstance(value, dict):
        return _broken(line, place, "the line is JSON, but no object")
    text = value.get("text")
    if not isinstance(text, str):
        reason = "the field text is missing" if text is None else "the field text is no string"
        return _broken(line, place, reason)
    if is_blank(text):
        return Raw.lost(
            trouble(place, "empty", "lost", "the field text holds no text", "fetch the article again"), line
        )
    draft, more = _draft(value, text, place)
    return Raw(place, line, draft, (*problems, *more))


def _broken(line: bytes, place: str, reason: str) -> Raw:
    remedy = 'write one JSON object a line, with at least {"text": "…"}'
    return Raw.lost(trouble(place, "broken-line", "lost", reason, remedy), line)


def _draft(value: dict[str, Any], text: str, place: str) -> tuple[Draft, tuple[Problem, ...]]:
    problems: list[Problem] = []
    fields = {key: _string(value.get(key), key, place, problems) for key in _STRINGS}
    authors = _authors(value.get("author"), place, problems)
    sound = _whole_characters(text)
    if sound != text:
        reason = "halves of surrogate pairs stand as U+FFFD in the text"
        problems.append(trouble(place, "broken-characters", "partial", reason, "write the line as UTF-8"))
    draft = Draft(
        text=sound,
        id=fields["id"],
        title=fields["title"],
        outlet=fields["outlet"],
        published=fields["published"],
        url=fields["url"],
        authors=authors,
        language=fields["language"] or "",
        headline=_first_line(sound, fields["title"]),
    )
    return draft, tuple(problems)


def _first_line(text: str, title: str | None) -> tuple[int, int] | None:
    """Return the place of the title where it is the first line of the text."""
    start = len(text) - len(text.lstrip())
    first = text[start:].split("\n", 1)[0].rstrip()
    return (start, start + len(first)) if title and first == title.strip() else None


def _string(value: Any, key: str, place: str, problems: list[Problem]) -> str | None:
    """Return a field that should be a string; a whole number is taken as one, anything else is a problem."""
    if isinstance(value, str):
        return _whole_characters(value) or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None:
        problems.append(_wrong_type(key, "a string", place))
    return None


def _authors(value: Any, place: str, problems: list[Problem]) -> tuple[str, ...]:
    names = [value] if isinstance(value, str) else value
    if names is None:
        return ()
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        problems.append(_wrong_type("author", "a string or a list of strings", place))
        names = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return tuple(_whole_characters(name).strip() for name in names if name.strip())


def _wrong_type(key: str, wanted: str, place: str) -> Problem:
    return trouble(place, "wrong-type", "partial", f"the field {key} must be {wanted}; it was left out", "correct it")


def _whole_characters(text: str) -> str:
    """Return the text with U+FFFD for each lone half of a surrogate pair: no file can hold one, and offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
