"""An article made ready to be aligned with many others: what would else be computed once for every pair."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.index import Common, covered, without_house_texts
from quellenlage.compare.tokens import Hashes, Places
from quellenlage.compare.wording import Wording, shingles

# A run of four equal words is where an alignment may begin: three are found by chance in any two German reports.
SEED = 4
# What stands in an article more often than this is a refrain or a table: aligning each with each would take the square
# of its length, and tell nothing.
MOST_REPEATED = 20


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """One article's wording, with its seeds in the order of the text and sorted, and its standing wordings marked.

    `seeds` are hashes of SEED words in a row, `places` the index of the first; `sorted_seeds` and `sorted_places` the
    same in the order of the hashes. `standing` says of each word whether it belongs to a standing wording.
    """

    wording: Wording
    seeds: Hashes
    places: Places
    sorted_seeds: Hashes
    sorted_places: Places
    standing: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.wording)


def prepare(wording: Wording, common: Common) -> Prepared:
    """Return an article ready for `judge`: without its outlet's standing texts, given what is common in the corpus."""
    wording = without_house_texts(wording, common)
    seeds, places = shingles(wording, SEED)
    _, which, counts = np.unique(seeds, return_inverse=True, return_counts=True)
    rare = counts[which] <= MOST_REPEATED
    seeds, places = seeds[rare], places[rare]
    order = np.argsort(seeds, kind="stable")
    return Prepared(wording, seeds, places, seeds[order], places[order], covered(wording, common.standing))
