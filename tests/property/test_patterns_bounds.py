"""To try a rule at bounds alone finds what a search of the whole text finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from quellenlage.languages import load_pack
from quellenlage.read.patterns import Rule, find_bounds, rules_of

PACK = load_pack("de")
RULES = tuple(rule for table in ("furniture", "credits", "datelines") for rule in rules_of(PACK, table) if rule.bounded)
PIECES = (
    "Mit Material von dpa",
    "Quelle: AFP",
    "Hier geht es zum Ticker",
    "Lesen Sie auch hier mehr.",
    "HAMBURG. ",
    "Das Dach hält",
    "red mit dpa",
    ".",
    "!",
    "“",
    ")",
    " ",
    "\n",
    "\u2028",
    "\t",
    ": ",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.data())
def test_bounds_lose_no_match_and_add_none(text: str, data: st.DataObject) -> None:
    """For every rule that begins at a bound, and every stretch of a text, the matches are those of finditer."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    bounds = find_bounds(text)
    for rule in RULES:
        expected = [match.span() for match in rule.pattern.finditer(text, start, end)]
        assert [match.span() for match in _scanned(rule, text, (start, end), bounds)] == expected


def _scanned(rule: Rule, text: str, place: tuple[int, int], bounds: tuple[int, ...]) -> list[re.Match[str]]:
    return list(rule._scan(text, place, bounds))


def test_most_rules_that_look_back_are_tried_at_bounds_alone() -> None:
    """The rules of the German pack that begin at a bound are recognised as such."""
    assert len(RULES) >= 20
