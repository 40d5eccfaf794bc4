"""Numbers as they are written: digits with points and commas, and number words put together from their parts."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_GAPS = str.maketrans("", "", " \u00a0\u2009\u202f'\u2019")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f'\u2019]\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"\d+,\d+")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")
_SCORE = re.compile(r"\d{1,3}:\d{1,3}")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d{2})?")


class NumberWords(NamedTuple):
    """The parts of a language's number words: ones (with teens), tens, powers, and the word between ones and tens."""

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    powers: Mapping[str, int]
    joint: str


def digits_kind(text: str) -> tuple[str, str]:
    """Return the kind of a token of digits, and its value in a form that `float` or the rules can read.

    Kinds: d24, d31, d59 and int (whole numbers), year (four digits from 1000 to 2199), grouped (1.500), decimal
    (3,5), clock (9.30, 20:30), short_clock (9:30, which may be a result), score (3:2), ndate (13.9., 13.9.2023),
    isodate (2023-09-13), digits (anything else: versions, phone numbers).
    """
    if text.isdigit() and text.isascii():
        return _whole_kind(text), text
    if _ISO_DATE.fullmatch(text):
        return "isodate", text
    if _DATE.fullmatch(text):
        return "ndate", text
    if match := _CLOCK.fullmatch(text):
        return ("clock" if "." in text or len(text) == 5 else "short_clock"), f"{int(match[1]):02d}:{match[2]}"
    for kind, pattern in (("grouped", _GROUPED), ("decimal", _DECIMAL), ("score", _SCORE)):
        if pattern.fullmatch(text):
            plain = text if kind == "score" else text.translate(_GAPS).replace(".", "").replace(",", ".")
            return kind, plain
    return "digits", text


def _whole_kind(text: str) -> str:
    number = int(text) if len(text) < 10 else 10**9
    if len(text) <= 2:
        return "d24" if number <= 24 else "d31" if number <= 31 else "d59" if number <= 59 else "int"
    if len(text) == 4 and 1000 <= number < 2200:
        return "year"
    return "int" if text[0] != "0" and len(text) < 13 else "digits"


def read_number_word(word: str, words: NumberWords) -> int | None:
    """Return the number that a lower-case word names, None if it names none.

    >>> german = NumberWords({"zwei": 2, "drei": 3}, {"zwanzig": 20}, {"hundert": 100, "tausend": 1000}, "und")
    >>> read_number_word("dreihundertzweiundzwanzig", german)
    322
    """
    for power, size in sorted(words.powers.items(), key=lambda item: -item[1]):
        head, found, tail = word.partition(power)
        if found:
            front = 1 if not head else read_number_word(head, words)
            tail = tail.removeprefix(words.joint)
            back = 0 if not tail else read_number_word(tail, words)
            if front is None or back is None or front >= 1000 or back >= size:
                return None
            return front * size + back
    if word in words.ones:
        return words.ones[word]
    if word in words.tens:
        return words.tens[word]
    one, joint, ten = word.partition(words.joint or " ")
    if joint and 1 <= words.ones.get(one, 0) <= 9 and ten in words.tens:
        return words.ones[one] + words.tens[ten]
    return None
