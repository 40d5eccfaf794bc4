"""Where, and with which agency, does the article say it was written?"""

import re

from quellenlage.model import Dateline
from quellenlage.read.blocks import Place
from quellenlage.read.credits import add_credits
from quellenlage.read.parts import Draft
from quellenlage.read.patterns import Rule, rules_of
from quellenlage.text import short_hash

# A dateline opens the running text; before it may stand a title, a kicker, a byline, a lead, a caption.
_FIRST_STRETCHES = 6
# Where a lead is glued to the text, the dateline follows it: leads have at most this many characters, with a title.
_OPENING = 1500


def find_dateline(draft: Draft) -> None:
    """Note the first dateline, and the credits that stand in it."""
    rules = [rule for rule in rules_of(draft.pack, "datelines") if rule.wanted(draft.text)]
    gaps = [gap for gap in draft.gaps()[:_FIRST_STRETCHES] if gap != draft.headline]
    starts = [rule for rule in rules if rule.where == "start"]
    for place in gaps:
        for rule in starts:
            match = next(rule.search(draft.text, place, draft.bounds), None)
            if match:
                _note(draft, rule, match)
                return
    inside = [rule for rule in rules if rule.where == "opening"]
    for start, end in gaps:
        hits = [
            (match.start(), number, match)
            for number, rule in enumerate(inside)
            if (match := next(rule.search(draft.text, (start, min(end, _OPENING)), draft.bounds), None))
        ]
        if hits:
            _, number, match = min(hits, key=lambda hit: hit[:2])
            _note(draft, inside[number], match)
            return


def _note(draft: Draft, rule: Rule, match: re.Match[str]) -> None:
    draft.add(match.span(), "dateline", rule.name)
    agency = None
    listed: Place | None = match.span("list") if match.groupdict().get("list") else None
    if rule.role and listed:
        agency = add_credits(draft, listed, rule.role, rule.name)
    start, end = match.span()
    article = draft.article
    draft.dateline = Dateline(
        id=short_hash(article.id, "dateline", f"{start}-{end}"),
        place=match["place"] or None,
        agency=agency,
        span=article.span(start, end),
        trace=draft.trace(rule.name),
    )
