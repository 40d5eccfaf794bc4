"""Whom does the text name as its authors?"""

import re

from quellenlage.read.blocks import Place
from quellenlage.read.credits import add_byline
from quellenlage.read.parts import Draft
from quellenlage.read.patterns import Rule, macro_of, rules_of

# A byline stands near the beginning (after title, kicker and lead) or at the end.
_FIRST, _LAST = 6, 3


def find_bylines(draft: Draft) -> None:
    """Note the lines and beginnings of lines that name authors, and each author in them."""
    rules = rules_of(draft.pack, "bylines")
    gaps = draft.gaps()
    lines = gaps[:_FIRST] + gaps[max(_FIRST, len(gaps) - _LAST) :]
    for rule in rules:
        for place in lines if rule.where == "line" else gaps[:_FIRST]:
            if rule.after and not _follows(draft, place, rule.after):
                continue
            match = next(rule.search(draft.text, place, draft.bounds), None)
            if match and draft.is_free(match.span()):
                _note(draft, rule, match)


def _follows(draft: Draft, place: Place, kind: str) -> bool:
    """Say whether nothing but white space lies between a part of this kind and a stretch."""
    return any(
        found.kind == kind and found.place[1] <= place[0] and not draft.text[found.place[1] : place[0]].strip()
        for found in draft.found
    )


def _note(draft: Draft, rule: Rule, match: re.Match[str]) -> None:
    draft.add(match.span(), rule.part, rule.name)
    start, end = match.span("names")
    joint = re.compile(rf"\s*(?:[,/&]|\b(?:{macro_of(draft.pack, 'JOINT')})\b)\s*")
    position = start
    for gap in joint.finditer(draft.text, start, end):
        add_byline(draft, (position, gap.start()), rule.name)
        position = gap.end()
    add_byline(draft, (position, end), rule.name)
