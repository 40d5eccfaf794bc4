"""Which passages do two articles share, word for word or nearly so, and which of them are quoted speech?"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from quellenlage.compare.alignment import Chain, align, gaps, matched_words
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.prepared import Prepared
from quellenlage.compare.tokens import Places
from quellenlage.model import Passage

# In a passage, at most every fourth word may be an edit: beyond that two writers merely speak of the same thing.
WORDS_PER_EDIT = 3


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """One passage as indices into both wordings: `a[k]` and `b[k]` are the k-th word that both have."""

    a: Places
    b: Places
    edits: int
    quoted: bool

    def __len__(self) -> int:
        return len(self.a)


def find_shared(left: Prepared, right: Prepared, options: CopyOptions) -> tuple[Shared, ...]:
    """Return the passages that two articles share, in the order of the left one.

    Swapping the articles swaps the sides and nothing else: the pair is aligned in the order of its ids.
    """
    if right.wording.article.id < left.wording.article.id:
        mirrored = [Shared(s.b, s.a, s.edits, s.quoted) for s in find_shared(right, left, options)]
        return tuple(sorted(mirrored, key=lambda shared: int(shared.a[0])))
    found: list[Shared] = []
    for chain in align(left, right):
        words = sum(run.length for run in chain)
        if words >= options.least_passage and gaps(chain) * WORDS_PER_EDIT <= words:
            found.extend(_split_at_quotations(chain, left, right, options))
    return tuple(found)


def as_passage(shared: Shared, left: Prepared, right: Prepared) -> Passage:
    """Return a passage with its characters on both sides."""
    return Passage(
        a=left.wording.stretch(shared.a[0], shared.a[-1]),
        b=right.wording.stretch(shared.b[0], shared.b[-1]),
        words=len(shared),
        edits=shared.edits,
        quoted=shared.quoted,
    )


def _split_at_quotations(chain: Chain, left: Prepared, right: Prepared, options: CopyOptions) -> list[Shared]:
    """Cut a chain where quoted speech begins or ends; a piece too short to stand alone stays with a neighbour.

    A word is quoted if either article has it in quotation marks: reporters who quote one speech differ in how much
    of it they put into marks.
    """
    a, b = matched_words(chain)
    quoted = left.wording.quoted[a] | right.wording.quoted[b]
    cuts = [0, *(np.flatnonzero(np.diff(quoted)) + 1).tolist(), len(a)]
    cuts = _long_enough(cuts, options.least_passage)
    speech = [bool(quoted[start:end].mean() > 0.5) for start, end in pairwise(cuts)]
    kept = [0, *(k for k in range(1, len(speech)) if speech[k] != speech[k - 1]), len(speech)]
    return [
        Shared(a[start:end], b[start:end], _edits(a[start:end], b[start:end]), speech[piece])
        for piece, (start, end) in zip(kept, pairwise([cuts[k] for k in kept]), strict=False)
    ]


def _long_enough(cuts: list[int], least: int) -> list[int]:
    """Drop cuts until every piece has `least` words: the shortest piece joins the shorter of its neighbours."""
    cuts = list(cuts)
    while len(cuts) > 2:
        lengths = [end - start for start, end in pairwise(cuts)]
        shortest = min(range(len(lengths)), key=lambda k: (lengths[k], k))
        if lengths[shortest] >= least:
            break
        before = lengths[shortest - 1] if shortest else len(cuts) * cuts[-1]
        after = lengths[shortest + 1] if shortest + 1 < len(lengths) else len(cuts) * cuts[-1]
        del cuts[shortest if before <= after else shortest + 1]
    return cuts


def _edits(a: Places, b: Places) -> int:
    """Return how many words differ between the first and the last word that both have."""
    return int(np.maximum(np.diff(a) - 1, np.diff(b) - 1).sum())
