"""Are two statements one utterance? Precision first: two sentences of one speaker on one topic are two utterances."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np

from quellenlage.compare.meaning.terms import Floats, Term, TermSpace, make_space
from quellenlage.compare.utterances.pieces import Days, Piece, Utterance
from quellenlage.compare.utterances.voices import Company, company
from quellenlage.languages import LanguagePack
from quellenlage.text import overlaps

Basis = Literal["words", "meaning"]

# Reports of one utterance appear within a week; later it is a new occasion, unless the very words are quoted again.
MOST_DAYS = 7
# Parts (0..1, by weight) of both sides, or of the shorter one, that must stand in the other: tuned on five founding
# reports and six stories of one week, see docs/explanation/statements.md.
LEAST_BOTH = 0.62
LEAST_CUT = 0.75
# Within one report, where a speaker rarely says the same twice, and where nobody is named on one side.
LEAST_STRICT = 0.8
LEAST_STRICT_CUT = 0.95
# Content words that a cut or a match of meaning needs on the shorter side.
LEAST_TERMS = 2
LEAST_CUT_TERMS = 3
# So many equal words in a row, with content words among them, are one wording.
LEAST_RUN = 5
LEAST_RUN_TERMS = 2
LEAST_RUN_SHARE = 0.6
# The same words under two names: one report was misread, or names the speaker's office.
LEAST_RUN_OF_OTHERS = 6
LEAST_SHARE_OF_OTHERS = 0.9
# From this likeness (0..1) on, two words count as one.
ALIKE = 0.5
# Names of the speakers are "I" in direct speech: they weigh little.
_KNOWN_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Repeat:
    """Why are two statements one utterance?

    `size` counts the words (basis "words") or content words ("meaning") that they share, `score` is the part (0..1,
    three digits) of the shorter one, or of both, that these make.
    """

    score: float
    size: int
    basis: Basis


def judge(left: Utterance, right: Utterance, pack: LanguagePack) -> Repeat | None:
    """Are these statements one utterance of one speaker on one occasion? None if they are not."""
    if _overlap(left, right) or _apart(left.said, right.said):
        return None
    together = company(left.voice, right.voice)
    runs = (_common_run(one, two, together) for one, two in product(left.pieces, right.pieces))
    best = max((run for run in runs if run), key=_size, default=None)
    if best or together == "other" or _apart(left.published, right.published, MOST_DAYS):
        return best
    if _other_acts(left, right) or (together == "open" and len(left.stems & right.stems) < LEAST_TERMS):
        return None
    sides = _Sides(left, right, pack, together)
    cut = not left.asides and not right.asides
    likenesses = [_alike(one, two, sides, cut=cut) for one, two in product(left.pieces, right.pieces)]
    if not (_is_piece(left) and _is_piece(right)):
        likenesses.append(_alike(left.whole, right.whole, sides, cut=False))
    return max((repeat for repeat in likenesses if repeat), key=_size, default=None)


def _is_piece(utterance: Utterance) -> bool:
    """Say whether the whole is one of the pieces, so that it has been compared with them."""
    return any(piece is utterance.whole for piece in utterance.pieces)


def _other_acts(left: Utterance, right: Utterance) -> bool:
    """Say whether both are speech acts summed up, under different verbs: what is promised here is criticised there."""
    both = bool(left.asides) and bool(right.asides)
    return both and not {term.stem for term in left.asides} & {term.stem for term in right.asides}


def _size(repeat: Repeat) -> tuple[int, float]:
    return repeat.size, repeat.score


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two utterances that pieces are compared for."""

    left: Utterance
    right: Utterance
    pack: LanguagePack
    together: Company

    @property
    def open(self) -> bool:
        """Say whether the speaker may be another."""
        return self.together == "open"

    @property
    def strict(self) -> bool:
        """Say whether more must agree: the speaker may be another, or one report would say the same twice."""
        return self.open or self.left.article == self.right.article


def _overlap(left: Utterance, right: Utterance) -> bool:
    """Say whether both stand in one place: a report within a report, or one stretch read in two ways."""
    one_report = left.article == right.article
    return one_report and any(overlaps(a, b) for a, b in product(left.statement.content, right.statement.content))


def _apart(left: Days | None, right: Days | None, days: int = 0) -> bool:
    """Say whether more than `days` days lie between two stretches of days; not where one is unknown."""
    if left is None or right is None:
        return False
    return (left[0] - right[1]).days > days or (right[0] - left[1]).days > days


def _common_run(left: Piece, right: Piece, together: Company) -> Repeat | None:
    """Return what two pieces share as one run of words, None if that is too little for a wording."""
    if together == "other" and not _may_share(left.forms, right.forms):
        return None
    size, end = _longest_run(left.forms, right.forms)
    share = size / min(len(left.forms), len(right.forms))
    content = sum(end - size <= place < end for place in left.places)
    if together == "other":
        enough = size >= LEAST_RUN_OF_OTHERS and share >= LEAST_SHARE_OF_OTHERS
    elif left.forms == right.forms:
        enough = together == "same" or content >= LEAST_RUN_TERMS
    elif share >= 1 and left.quoted and right.quoted:
        enough = content >= (LEAST_RUN_TERMS if together == "same" else LEAST_CUT_TERMS)
    else:
        enough = size >= LEAST_RUN and share >= LEAST_RUN_SHARE and content >= LEAST_RUN_TERMS
    return Repeat(round(share, 3), size, "words") if enough else None


def _may_share(left: Sequence[str], right: Sequence[str]) -> bool:
    """Say whether two pieces have words enough in common to be one wording under two names."""
    short = min(len(left), len(right))
    return short >= LEAST_RUN_OF_OTHERS and len({*left} & {*right}) * 2 >= short * LEAST_SHARE_OF_OTHERS


def _longest_run(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """Return the length of the longest run of words that both have, and where it ends on the left."""
    best, end = 0, 0
    before = [0] * (len(right) + 1)
    for place, form in enumerate(left, 1):
        row = [0] * (len(right) + 1)
        for other, known in enumerate(right, 1):
            if form == known:
                row[other] = before[other - 1] + 1
                if row[other] > best:
                    best, end = row[other], place
        before = row
    return best, end


def _alike(left: Piece, right: Piece, sides: _Sides, *, cut: bool) -> Repeat | None:
    """Return what two pieces share in meaning, None if that is too little for one utterance.

    `cut`: the shorter one may be a part of the other.
    """
    if _opposed(left, right) or _opposed(right, left) or _other_numbers(left.terms, right.terms):
        return None
    one = left.terms + _shared_asides(sides.left, right.terms + sides.right.asides)
    two = right.terms + _shared_asides(sides.right, left.terms + sides.left.asides)
    shared = _share(one, two, sides)
    both, part = shared.both, max(shared.parts)
    many = shared.terms >= LEAST_CUT_TERMS
    least = LEAST_BOTH if many and not sides.strict else LEAST_STRICT
    if both >= least and (many or (shared.terms >= LEAST_TERMS and not sides.open) or both >= 1):
        return Repeat(round(both, 3), shared.terms, "meaning")
    if cut and many and part >= (LEAST_STRICT_CUT if sides.strict else LEAST_CUT):
        return Repeat(round(part, 3), shared.terms, "meaning")
    return None


@dataclass(frozen=True, slots=True)
class _Shared:
    """The part of both sides' weight that the other has, that of each side, and how many terms of the fewer it has."""

    both: float
    parts: tuple[float, float]
    terms: int


def _share(one: Sequence[Term], two: Sequence[Term], sides: _Sides) -> _Shared:
    space = make_space((*one, *two), sides.pack)
    known = sides.left.known | sides.right.known
    alike = space.likeness[space.of(one)[:, None], space.of(two)]
    best = alike.max(axis=1), alike.max(axis=0)
    weights = _weights(one, space, known), _weights(two, space, known)
    shared = [float((likeness * weight).sum()) for likeness, weight in zip(best, weights, strict=True)]
    sizes = [float(weight.sum()) for weight in weights]
    return _Shared(
        both=sum(shared) / sum(sizes),
        parts=(shared[0] / sizes[0], shared[1] / sizes[1]),
        terms=min(
            len({t.stem for t, like in zip(side, likeness, strict=True) if like >= ALIKE})
            for side, likeness in zip((one, two), best, strict=True)
        ),
    )


def _weights(terms: Sequence[Term], space: TermSpace, known: frozenset[str]) -> Floats:
    damped = np.array([_KNOWN_WEIGHT if term.stem in known else 1.0 for term in terms], np.float32)
    return space.weights[space.of(terms)] * damped


def _shared_asides(utterance: Utterance, others: Sequence[Term]) -> tuple[Term, ...]:
    stems = {term.stem for term in others}
    return tuple(term for term in utterance.asides if term.stem in stems)


def _opposed(left: Piece, right: Piece) -> bool:
    """Say whether the left piece negates what the right one says without."""
    return bool(left.negated & ({term.stem for term in right.terms} - right.negated))


def _other_numbers(left: Sequence[Term], right: Sequence[Term]) -> bool:
    """Say whether both name numbers, and none is the same."""
    sides = [{term.stem for term in terms if term.number} for terms in (left, right)]
    return bool(sides[0]) and bool(sides[1]) and not sides[0] & sides[1]
