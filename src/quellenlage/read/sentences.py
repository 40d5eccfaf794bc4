"""Sentences: where a full stop, a question or an exclamation ends one.

Written as one pass over the places where a sentence could end; what a language knows (abbreviations, words that open
sentences, numbers that count) comes from its pack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quellenlage.languages import LanguagePack
from quellenlage.read.blocks import Place, trim

_CLOSERS = "\"'“”„»«’‘›‹)\\]"
# A place where a sentence may end: stops, what closes with them, then a gap or something that can only begin one.
_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?:(?P<close>[{_CLOSERS}]*)(?P<gap>[\s\u200b\ufeff]+|$)|(?=[„‚]\w)|(?<=[a-zäöüß]{{3}}[.!?])(?=[A-ZÄÖÜ][a-zäöüß]+[\s,]))"
)
# What may stand before the first letter of a sentence; then that letter's word.
_NEXT = re.compile(r"(?:[\"'“”„‚»«›‹(\[–—•*\-]|…|\.\.\.|[)\]](?=\s)|(?<=[–—•*)\]\-…])\s)*(?P<word>\w+|$|.)", re.DOTALL)
_STRAY_CLOSER = re.compile(r"[\"“”»«](?=\s|$|,)")
_TOKEN = re.compile(r"[^\s\"'“”„‚»«›‹(\[]*\Z")
_DOTTED = re.compile(r"(?:(?<!\w)\w{1,3}\.[ \u00a0\u202f]?)+\w{1,3}\Z")
_WORD_BEFORE = re.compile(r"(\w+)[\s\u00a0\-–]+\Z")
# "eBay", "iPhone": a name that begins with a small letter may open a sentence.
_CAMEL = re.compile(r"[a-z]{1,2}[A-ZÄÖÜ]\w")
_ROMAN = re.compile(r"[IVXLCM]+\Z")
# How far back the token before a full stop is looked for: the longest German word in use has fewer characters.
_REACH = 80
_KINDS = ("inner", "open", "numbered", "starter", "counted", "ordered", "ordinal_noun")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The words of a pack that decide about full stops, by kind; abbreviations without their last stop and blanks."""

    inner: frozenset[str]
    open: frozenset[str]
    numbered: frozenset[str]
    starter: frozenset[str]
    counted: frozenset[str]
    ordered: frozenset[str]
    ordinal_noun: frozenset[str]


@cache
def _rules(pack: LanguagePack) -> _Rules:
    words: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for name in ("abbreviations", "sentences"):
        table = pack.table(name)
        for entry in table.entries:
            words[table.string(entry, "kind")].update(word.replace(" ", "") for word in table.strings(entry, "words"))
    return _Rules(**{kind: frozenset(words[kind]) for kind in _KINDS})


def split_sentences(text: str, place: Place, pack: LanguagePack) -> Iterator[Place]:
    """Yield the sentences between two offsets of a text, in order, without the white space around them.

    Sentences inside a quotation are sentences; the closing mark, and a speaker's clause after it, belong to the last.
    A colon or semicolon ends none.
    """
    rules = _rules(pack)
    start, end = place
    position = start
    for found in _END.finditer(text, start, end):
        cut = found.end("close") if found["close"] is not None else found.end()
        after = found.end()
        stray = _STRAY_CLOSER.match(text, after, end) if found["gap"] and not found["close"] else None
        if stray and _opened_before(text, position, found.start(), stray.group()):
            cut = after = stray.end()
            while after < end and text[after].isspace():
                after += 1
        if after < end and not _ends_sentence(text, found, (position, after), rules):
            continue
        sentence = trim(text, position, cut)
        if sentence[0] < sentence[1]:
            yield sentence
        position = cut
    rest = trim(text, position, end)
    if rest[0] < rest[1]:
        yield rest


def _opened_before(text: str, start: int, end: int, mark: str) -> bool:
    """Say whether a closing mark that a blank parts from its sentence has a partner in it."""
    if mark == '"':
        return text.count('"', start, end) % 2 == 1
    return any(text.find(opener, start, end) >= 0 for opener in "„“»«")


def _ends_sentence(text: str, found: re.Match[str], bounds: Place, rules: _Rules) -> bool:
    start, after = bounds
    stop = found["stop"]
    following = _NEXT.match(text, after)
    word = following["word"] if following else ""
    if not word or word[0] in ",;:.!?/…)]%&=" or (word[0].islower() and not _CAMEL.match(word)):
        return False
    before = text[found.start() - 1] if found.start() > start else " "
    if before in "([":
        return False
    opens = word in rules.starter
    if stop[0] == "…" or stop.startswith(".."):
        return opens or not before.isspace()
    if stop != ".":
        return True
    token = _TOKEN.search(text, max(start, found.start() - _REACH), found.start())
    if token is None or not token.group():
        return not before.isspace() or opens
    return _full_stop_ends(text, token, word, rules)


def _full_stop_ends(text: str, token: re.Match[str], word: str, rules: _Rules) -> bool:
    """Say whether the full stop after this token ends a sentence if this word comes next."""
    form = token.group()
    opens = word in rules.starter
    if len(form) <= 3:
        dotted = _DOTTED.search(text, max(0, token.end() - 16), token.end())
        if dotted:
            form = "".join(dotted.group().split())
    tail = form.rpartition(".")[2]
    if form in rules.inner or (form not in rules.open and tail in rules.inner):
        return False
    if form in rules.open or tail in rules.open:
        return opens
    if form in rules.numbered:
        return not word[0].isdigit() and not _ROMAN.match(word)
    if tail.isdigit():
        return _number_ends(text, token, word, rules)
    if len(tail) == 1 and tail.isalpha():
        return opens
    return opens or not _ROMAN.match(tail)


def _number_ends(text: str, token: re.Match[str], word: str, rules: _Rules) -> bool:
    form = token.group()
    if word in rules.starter:
        return True
    year = len(form) == 4 and form.isdigit() and form[0] in "12"
    if word in rules.ordinal_noun or (word[0].isdigit() and not year):
        return False
    if word[0].isdigit():
        return True
    if not form.isdigit():
        # "2:1", "12,5", "U-21", "Covid-19" count; "5.9" is a date, its full stop an ordinal's.
        return "." not in form.rstrip(".")
    before = _WORD_BEFORE.search(text, max(0, token.start() - 40), token.start())
    previous = before[1] if before else ""
    if year:
        return previous not in rules.ordered
    return previous in rules.counted
