"""Which articles share text, and what kind of sharing is it? The three beats: keys, judge, gather."""

from collections.abc import Sequence

import numpy as np

from quellenlage.compare.agencies import name_agencies
from quellenlage.compare.days import days_between
from quellenlage.compare.index import SIZE, Common, covered, find_candidates, without_house_texts
from quellenlage.compare.kinds import Evidence, decide, weigh
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.passages import Shared, as_passage, find_shared
from quellenlage.compare.tokens import Hashes
from quellenlage.compare.wording import Wording, find_wording, shingles
from quellenlage.languages import LanguagePack
from quellenlage.model import Copy, Reading, Trace
from quellenlage.text import short_hash


def find_copies(
    readings: Sequence[Reading], pack: LanguagePack, options: CopyOptions | None = None
) -> tuple[Copy, ...]:
    """Which of these articles share text? One Copy a pair, in input order; what is found does not depend on it."""
    options = options or CopyOptions()
    wordings = [find_wording(reading) for reading in readings]
    common, candidates = find_candidates(wordings, options)
    wordings = [without_house_texts(wording, common) for wording in wordings]
    judged = (judge(wordings[left], wordings[right], common, options) for left, right in candidates)
    return name_agencies(readings, [copy for copy in judged if copy], pack)


def keys(reading: Reading) -> Hashes:
    """Return what an article may be found by: the hashes of its shingles, sorted, each once."""
    return np.unique(shingles(find_wording(reading), SIZE)[0])


def judge(left: Wording, right: Wording, common: Common, options: CopyOptions) -> Copy | None:
    """What do two articles share, and of what kind is it? None if it is too little to speak of. Names no agency yet."""
    shared = find_shared(left, right, options)
    if sum(len(passage) for passage in shared) < options.least_words:
        return None
    standing = _standing(shared, left, right, common)
    beyond, fresh, old, quoted = weigh(shared, standing, options)
    share_a, share_b = (round(sum(len(p) for p in shared) / len(side), 3) for side in (left, right))
    evidence = Evidence(
        beyond=beyond,
        fresh=fresh,
        standing=old,
        quoted=quoted,
        share=(fresh + old) / min(len(left), len(right)),
        same_day=not days_between(left.article, right.article),
    )
    kind, rule = decide(evidence)
    passages = tuple(as_passage(passage, left, right) for passage in shared)
    return Copy(
        id=short_hash(*sorted((left.article.id, right.article.id)), "copy"),
        a=left.article.id,
        b=right.article.id,
        kind=kind,
        words=fresh + old,
        quoted_words=quoted,
        share_a=share_a,
        share_b=share_b,
        agency=None,
        agency_basis=None,
        passages=passages,
        trace=Trace(rule),
    )


def _standing(shared: Sequence[Shared], left: Wording, right: Wording, common: Common) -> list[bool]:
    """Say of each passage whether most of its words are of standing wordings."""
    if not shared:
        return []
    old_left, old_right = covered(left, common.standing), covered(right, common.standing)
    return [bool((old_left[passage.a] | old_right[passage.b]).mean() > 0.5) for passage in shared]
