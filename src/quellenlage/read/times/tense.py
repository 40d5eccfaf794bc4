"""Where does an expression look: back or ahead? Its neighbours and the verbs of its clause tell."""

from quellenlage.read.phrases import Tokens
from quellenlage.read.times.scene import Direction

_CLAUSE_ENDS = frozenset(("comma", "colon", "mark", "open", "close", "dash"))
_PAST = frozenset(("past_verb", "have_verb"))
_FUTURE = frozenset(("future_verb", "will_verb"))
_PRESENT = frozenset(("present_verb", "present_or_participle", "be_verb", "state_verb"))
_ATTRIBUTES = frozenset(("participle", "past_verb", "present_or_participle", "past_attribute"))
_NOUNS = frozenset(("noun", "plural_noun", "casualty", "age_noun"))
_AUXILIARIES = frozenset(("have_verb", "be_verb"))
_PARTICIPLES = frozenset(("participle", "present_or_participle"))
# Behind these, a form that could be a preterite is a participle before its noun ("viele enttäuschte Kunden").
_BEFORE_ATTRIBUTES = frozenset(
    (
        "det",
        "article",
        "article_genitive",
        "this",
        "few",
        "every",
        "adj",
        "long",
        "numword",
        "int",
        "d24",
        "d31",
        "d59",
    )
)


def find_direction(tokens: Tokens, index: int, behind: int) -> Direction:
    """Say where an expression (from `index` to before `behind`) looks to.

    What begins in it ("seit") lies behind, and so does what a participle behind it tells of ("der am Sonntag gefundene
    Schreiber"); what ends in it ("bis") lies ahead, unless told in the past. Else the verbs of its clause decide, else
    those of the sentence.
    """
    lead = _lead(tokens, index)
    if lead == "since":
        return "past"
    if tokens.kind(behind) == "future_attribute":
        return "future"
    if tokens.kind(behind) in _ATTRIBUTES and tokens.kind(behind + 1) in _NOUNS:
        return "past"
    clause = _clause(tokens, index)
    told = _tense(tokens, clause, index) or _tense(tokens, (0, len(tokens.lexemes)), index)
    if lead == "until" and not (told == "past" and _finite_past(tokens, clause)):
        return "future"
    return told


def is_state(tokens: Tokens, index: int) -> bool:
    """Say whether the clause that a token stands in tells of a state ("ist heute", "leben heute") and of no event."""
    kinds = clause_kinds(tokens, index)
    if kinds & {
        "future_verb",
        "will_verb",
        "past_verb",
        "have_verb",
        "participle",
        "clock",
        "oclock",
    }:
        return False
    return bool(kinds & {"be_verb", "state_verb"})


def clause_kinds(tokens: Tokens, index: int) -> set[str]:
    """Return the kinds of the tokens of the clause that a token stands in."""
    first, last = _clause(tokens, index)
    return {lexeme.kind for lexeme in tokens.lexemes[first:last]}


def _lead(tokens: Tokens, index: int) -> str:
    """Return "since" or "until" where one of these stands before an expression, "" else."""
    before = index - 1
    if tokens.kind(before) in ("det", "to_the"):
        before -= 1
    return tokens.kind(before) if tokens.kind(before) in ("since", "until") else ""


def _clause(tokens: Tokens, index: int) -> tuple[int, int]:
    first = last = index
    while first > 0 and tokens.kind(first - 1) not in _CLAUSE_ENDS:
        first -= 1
    while last < len(tokens.lexemes) and tokens.kind(last) not in _CLAUSE_ENDS:
        last += 1
    return first, last


def _tense(tokens: Tokens, part: tuple[int, int], index: int) -> Direction:
    places = range(*part)
    kinds = {tokens.kind(place) for place in places}
    if "will_verb" not in kinds and not kinds.isdisjoint(_AUXILIARIES) and not kinds.isdisjoint(_PARTICIPLES):
        return "past"
    past = min(
        (abs(place - index) for place in places if _is_past(tokens, place)),
        default=None,
    )
    future = min(
        (abs(place - index) for place in places if tokens.kind(place) in _FUTURE),
        default=None,
    )
    if past is not None and (future is None or past <= future):
        return "past"
    return "future" if future is not None or not kinds.isdisjoint(_PRESENT) else ""


def _is_past(tokens: Tokens, place: int) -> bool:
    kind = tokens.kind(place)
    if kind not in _PAST:
        return False
    attribute = tokens.kind(place + 1) in _NOUNS and tokens.kind(place - 1) in _BEFORE_ATTRIBUTES
    return kind == "have_verb" or not attribute


def _finite_past(tokens: Tokens, part: tuple[int, int]) -> bool:
    return any(_is_past(tokens, place) for place in range(*part))
