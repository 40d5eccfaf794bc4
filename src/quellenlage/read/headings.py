"""Which lines are headings: told by what the source says, by their shape, and by their neighbours' shape."""

import re
from functools import cache

from quellenlage.languages import LanguagePack
from quellenlage.read.blocks import LONGEST_TITLE, SHORTEST_BODY, Place, trim
from quellenlage.read.parts import Draft, gaps_in, resolve
from quellenlage.read.patterns import words_of
from quellenlage.read.sentences import split_sentences

_STOPPED = re.compile(r"[.,;:…]\s*[\"'“”„»«’‘›‹)\]]*\Z")
_STOP = re.compile(r"[.!?…][\"'“”»«’)\]]*\s")
_FULL_STOP = re.compile(r"\w{3}[.…]+[\"'“”»«’)\]]*\s")
_QUOTED = re.compile(r"[\"„“”»«].*[\"“”»«]\Z", re.DOTALL)
_BEGINS = re.compile(r"[\"'„“»«‚(]?[^\W_a-zäöüß]|\"?„?[.…]{1,3}|[a-z]{1,3}[A-Z-]|#\w|\+\+\+")
# Lengths in characters, as in a stream of twelve outlets of 2021.
_LONGEST_SUBHEADING = 110
_LONGEST_KICKER = 120
# Below this, a repetition of the title may be chance.
_SHORTEST_REPEATED = 15
# How far behind the title its repetition is looked for.
_REPEATED_WITHIN = 400
_LONGEST_CAPTION = 300


def find_headline(draft: Draft) -> None:
    """Note the title's place in the text, where it has one, and the places where the page repeats it."""
    article, first = draft.article, _first_free(draft)
    place: Place | None = None
    rule = "read:title"
    if article.headline:
        place = (article.headline.start, article.headline.end)
    elif first is not None:
        place = _title_at(draft, draft.blocks[first])
        if place is None and _is_title(draft, first):
            place, rule = draft.blocks[first], "read:first-line"
    if place is None:
        return
    draft.headline = place
    draft.add(place, "headline", rule)
    _find_repeated(draft, place)


def _first_free(draft: Draft) -> int | None:
    return next((number for number, block in enumerate(draft.blocks) if draft.is_free(block)), None)


def _title_at(draft: Draft, block: Place) -> Place | None:
    words = (draft.article.title or "").split()
    if not words:
        return None
    match = re.compile(r"\s+".join(map(re.escape, words)) + r"(?!\w)").match(draft.text, block[0])
    return match.span() if match else None


def _is_title(draft: Draft, number: int) -> bool:
    start, end = draft.blocks[number]
    rest = draft.blocks[number + 1 :]
    if not rest or end - start > LONGEST_TITLE or not _BEGINS.match(draft.text, start):
        return False
    longest = max(after - before for before, after in rest)
    line = draft.text[start:end]
    if _STOPPED.search(line):
        alone = (
            len(rest) == 1 and longest >= max(SHORTEST_BODY, 5 * (end - start)) and end - start <= _LONGEST_SUBHEADING
        )
        return alone and not draft.article.title and not line.endswith((",", ";", ":"))
    return longest > (end - start) and (not _QUOTED.match(line) or line.count(line[0]) > 1 or len(rest) == 1)


def _find_repeated(draft: Draft, place: Place) -> None:
    """Note the title where a page repeats it before the text, and the kicker that stands before it there.

    The repetition stands alone: no sentence runs into it, and what follows begins anew.
    """
    text, title = draft.text, draft.text[place[0] : place[1]]
    again = text.find(title, place[1], place[1] + _REPEATED_WITHIN + len(title))
    block = draft.block_of(again) if again >= 0 else None
    if block is None or len(title) < _SHORTEST_REPEATED or block[0] == place[0]:
        return
    after = text[again + len(title) : block[1]].lstrip()
    start, end = trim(text, draft.last_taken((block[0], again)), again)
    if end - start > _LONGEST_KICKER or _STOP.search(text, start, end) or not (not after or _BEGINS.match(after)):
        return
    draft.add((again, again + len(title)), "headline", "read:title-again")
    draft.add((start, end), "subheading", "read:kicker")


def find_subheadings(draft: Draft) -> None:
    """Note the short lines between longer ones that head what follows them."""
    free = [block for block in draft.blocks if draft.is_free(block)]
    for number, block in enumerate(free[:-1]):
        start, end = block
        following = free[number + 1]
        if end - start > _LONGEST_SUBHEADING or following[1] - following[0] <= 1.3 * (end - start):
            continue
        if (block != draft.blocks[0] or start > 0) and _is_heading(draft, block):
            draft.add(block, "subheading", "read:short-line")


def _is_heading(draft: Draft, block: Place) -> bool:
    line = draft.text[block[0] : block[1]]
    if _STOPPED.search(line) or not _BEGINS.match(line) or _FULL_STOP.search(line):
        return False
    if _QUOTED.match(line) and sum(line.count(mark) for mark in '"„“”»«') <= 2:
        return False
    return not _excluded(draft.pack).fullmatch(line)


@cache
def _excluded(pack: LanguagePack) -> re.Pattern[str]:
    patterns = sorted(words_of(pack, "headings", "not"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def find_captions(draft: Draft) -> None:
    """Note what stands under pictures: short lines with a photo credit, and fragments that one follows directly."""
    photos = [found for found in draft.found if found.kind == "photo_credit"]
    parts = resolve(draft.found)
    for photo in photos:
        block = draft.block_of(photo.place[0])
        if block is None:
            continue
        if len(draft.blocks) > 1 and _is_picture_line(draft, block, photo.place):
            for gap in gaps_in(draft.text, block, parts):
                draft.add(gap, "caption", "read:picture-line")
            continue
        _find_fragment(draft, block, photo.place)


def _is_picture_line(draft: Draft, block: Place, photo: Place) -> bool:
    """Say whether a line is a picture's: short, and with no whole sentence after the credit."""
    after = draft.text[photo[1] : block[1]].strip()
    return block[1] - block[0] <= _LONGEST_CAPTION and not _STOPPED.search(after)


def _find_fragment(draft: Draft, block: Place, photo: Place) -> None:
    """Note the caption before a credit that stands amid running text: the picture's, if the paragraph begins with it.

    Elsewhere, a sentence that breaks off before the credit is one; a whole sentence is one only before a credit in
    parentheses, for running text must not be lost.
    """
    start, end = trim(draft.text, draft.last_taken((block[0], photo[0])), photo[0])
    if start >= end:
        return
    cut = list(split_sentences(draft.text, (start, end), draft.pack))
    opens = start == block[0] or not draft.text[block[0] : start].strip()
    if opens and end - start <= _LONGEST_CAPTION:
        draft.add((start, end), "caption", "read:opening-picture")
        return
    last = cut[-1]
    fragment = not _STOPPED.search(draft.text, *last) and draft.text[last[1] - 1] not in "!?"
    if last[1] - last[0] <= _LONGEST_CAPTION and (fragment or draft.text[photo[0]] == "("):
        draft.add(last, "caption", "read:before-picture-credit")
