"""Which articles share text, and what kind of sharing is it? The three beats: keys, judge, gather."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from quellenlage.compare.agencies import Sources, with_agencies
from quellenlage.compare.background import find_background
from quellenlage.compare.extracts import Subject, find_subject
from quellenlage.compare.index import SIZE, Common, covered, find_candidates
from quellenlage.compare.kinds import decide, weigh
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.passages import as_passage, find_shared
from quellenlage.compare.prepared import Prepared, prepare
from quellenlage.compare.tokens import Hashes
from quellenlage.compare.wording import Wording, find_wording, shingles
from quellenlage.languages import LanguagePack
from quellenlage.model import Copy, Reading, Trace
from quellenlage.text import short_hash


def find_copies(
    readings: Iterable[Reading], pack: LanguagePack, options: CopyOptions | None = None
) -> tuple[Copy, ...]:
    """Which of these articles share text? One Copy a pair, in input order; what is found does not depend on it.

    The readings are gone through once, and of each only its article, its words and its credits are kept: a stream of
    readings needs no more memory than that.
    """
    return compare((find_subject(reading, pack) for reading in readings), options)


def compare(subjects: Iterable[Subject], options: CopyOptions | None = None) -> tuple[Copy, ...]:
    """Which of these articles share text? As `find_copies`, of articles that were made ready before."""
    options = options or CopyOptions()
    wordings: list[Wording] = []
    sources: dict[str, Sources] = {}
    for subject in subjects:
        wordings.append(subject.wording)
        sources[subject.article.id] = subject.sources
    common, candidates = find_candidates(wordings, options)
    found = _judge_all(wordings, candidates, common, options)
    background = find_background(list(found.values()), {wording.article.id: wording for wording in wordings})
    if len(background):
        common = replace(common, standing=np.union1d(common.standing, background))
        places = sorted({place for pair in found for place in pair})
        touched = {place for place in places if covered(wordings[place], background).any()}
        again = [pair for pair in found if touched.issuperset(pair)]
        found |= _judge_all(wordings, again, common, options)
    return with_agencies(list(found.values()), sources)


def _judge_all(
    wordings: Sequence[Wording], pairs: Sequence[tuple[int, int]], common: Common, options: CopyOptions
) -> dict[tuple[int, int], Copy]:
    ready = {place: prepare(wordings[place], common) for place in sorted({place for pair in pairs for place in pair})}
    judged = {(left, right): judge(ready[left], ready[right], options) for left, right in pairs}
    return {pair: copy for pair, copy in judged.items() if copy}


def keys(reading: Reading) -> Hashes:
    """Return what an article may be found by: the hashes of its shingles, sorted, each once."""
    return np.unique(shingles(find_wording(reading), SIZE)[0])


def judge(left: Prepared, right: Prepared, options: CopyOptions) -> Copy | None:
    """What do two articles share, and of what kind is it? None if it is too little to speak of. Names no agency yet."""
    one, other = left.wording.article, right.wording.article
    shared = find_shared(left, right, options)
    if sum(len(passage) for passage in shared) < options.least_words:
        return None
    evidence = weigh(shared, left, right, options)
    kind, rule = decide(evidence)
    share_a, share_b = (round(sum(len(passage) for passage in shared) / len(side), 3) for side in (left, right))
    passages = tuple(as_passage(passage, left, right) for passage in shared)
    return Copy(
        id=short_hash(*sorted((one.id, other.id)), "copy"),
        a=one.id,
        b=other.id,
        kind=kind,
        words=evidence.unquoted,
        quoted_words=evidence.quoted,
        share_a=share_a,
        share_b=share_b,
        agency=None,
        agency_basis=None,
        passages=passages,
        trace=Trace(rule),
    )
