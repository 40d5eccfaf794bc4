"""Words that say of which kind a sentence or a number is, by the pack's tables of cues."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial

from quellenlage.languages import Check, Entry, Example, LanguagePack, Mark, Table

# Tables of cues of this room; each has a check of its own name.
TABLES = (
    "claim_states",
    "claim_roles",
    "claim_nouns",
    "number_links",
    "claim_countries",
    "claim_offices",
    "claim_places",
    "claim_fillers",
    "claim_questions",
    "claim_certainty",
    "negation",
)


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """A word or phrase at a half-open place of a text, and the entry of the table that has it."""

    start: int
    end: int
    kind: str


def find_cues(text: str, table: str, pack: LanguagePack) -> tuple[Cue, ...]:
    """Which cues of a table does a text hold? In order, without overlap; none where the pack has no such table."""
    if table not in pack.tables:
        return ()
    pattern = _pattern(pack, table)
    # Lower case, not casefolded: "ß" stays one character, so that places agree with the text's.
    lowered = text.lower()
    if len(lowered) != len(text):
        return ()
    return tuple(Cue(match.start(), match.end(), match.lastgroup or "") for match in pattern.finditer(lowered))


def load_cues(pack: LanguagePack) -> None:
    """Make the patterns of all tables of cues, once a process (50 ms)."""
    for table in TABLES:
        if table in pack.tables:
            _pattern(pack, table)


@cache
def prefixes_of(pack: LanguagePack) -> tuple[str, ...]:
    """Return the beginnings that make a word its opposite."""
    if "negation" not in pack.tables:
        return ()
    table = pack.table("negation")
    return tuple(prefix for entry in table.entries for prefix in table.strings(entry, "prefixes"))


def cue_checks() -> dict[str, Check]:
    """Return how the examples of the tables of cues are run, by the check that a table names."""
    return {table: partial(_check, table=table) for table in TABLES}


def _check(example: Example, pack: LanguagePack, table: str) -> Iterable[Mark]:
    return [Mark(cue.start, cue.end, cue.kind) for cue in find_cues(example.marked.text, table, pack)]


@cache
def _pattern(pack: LanguagePack, name: str) -> re.Pattern[str]:
    """Return one pattern with a group for each entry that has forms; entries stand in the order of the table."""
    table = pack.table(name)
    groups = [(entry.id, _choice(table, entry)) for entry in table.entries]
    return re.compile("|".join(f"(?P<{name}>{choice})" for name, choice in groups if choice))


def _choice(table: Table, entry: Entry) -> str:
    shapes = []
    for shape, key in (("{}", "words"), (r"{}\w*", "stems"), (r"\w+{}", "tails")):
        forms = sorted(table.strings(entry, key), key=lambda form: (-len(form), form))
        if forms:
            choice = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
            shapes.append(rf"\b{shape.format(f'(?:{choice})')}\b")
    return "|".join(shapes)
