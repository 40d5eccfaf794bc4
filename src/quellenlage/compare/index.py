"""Which articles might share a passage, and which wordings are too common to say so? All articles at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quellenlage.compare.days import publication_days
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.tokens import Hashes, Places
from quellenlage.compare.wording import Wording, shingles

# Five words: a passage of seven words has three such shingles, one of twelve with an edit in the middle at least two.
SIZE = 5
LEAST_SHARED = 2
# A report is printed within days. What stands in articles of three days or more, further apart than the window, is a
# wording that lives on: a subscription text, an author's box, a paragraph of background, an idiom.
STANDING_DAYS = 3
# How often one outlet may print one report within the window (versions, regional pages) before it counts as a template.
PER_OUTLET = 3
LARGEST_GROUP = 200
# Fewer words in a row are an outlet's habit of speech, not a text that it sets again and again.
LEAST_HOUSE_TEXT = 10


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """Shingles that the corpus itself shows to be common, sorted.

    `standing` live on for longer than news do, or stand in more articles of one outlet alone than it prints one report
    in; `house` are those of them that one outlet alone has; `crowded` stand in more articles of one window than all
    outlets could have printed one report in.
    """

    standing: Hashes
    house: Hashes
    crowded: Hashes


@dataclass(frozen=True, slots=True, eq=False)
class _Postings:
    """Where shingles stand that more than one article has: sorted by shingle, then day, then article.

    `groups` numbers the shingles; `articles` are indices into the articles, of which `first` and `last` are the days.
    """

    hashes: Hashes
    groups: Places
    articles: NDArray[np.int32]
    first: Places
    last: Places
    outlets: NDArray[np.int32]


def find_common(wordings: Sequence[Wording], options: CopyOptions) -> Common:
    """Say which wordings are too common in these articles to tell anything."""
    return _common(_postings(wordings), options)


def find_candidates(wordings: Sequence[Wording], options: CopyOptions) -> tuple[Common, list[tuple[int, int]]]:
    """Return what is common, and the pairs of articles (indices, smaller first) that share enough of what is not.

    The work grows with the articles in one window, not with the square of all articles.
    """
    postings = _postings(wordings)
    common = _common(postings, options)
    telling = ~(_among(postings.hashes, common.standing) | _among(postings.hashes, common.crowded))
    pairs = _pairs(postings, telling, len(wordings), options)
    found, shared = np.unique(pairs, return_counts=True)
    found = found[shared >= LEAST_SHARED]
    return common, list(zip((found // len(wordings)).tolist(), (found % len(wordings)).tolist(), strict=True))


def without_house_texts(wording: Wording, common: Common) -> Wording:
    """Return a wording without the texts that its outlet prints again and again; words around them do not follow."""
    runs = covered(wording, common.house)
    edges = np.flatnonzero(np.diff(runs, prepend=False, append=False))
    dropped = np.zeros(len(wording), np.bool_)
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        dropped[start:end] = end - start >= LEAST_HOUSE_TEXT
    return wording.without(dropped) if dropped.any() else wording


def covered(wording: Wording, hashes: Hashes) -> NDArray[np.bool_]:
    """Say of each word whether it stands in one of these shingles."""
    found, places = shingles(wording, SIZE)
    marks = np.zeros(len(wording) + 1, np.int64)
    hits = places[_among(found, hashes)]
    np.add.at(marks, hits, 1)
    np.add.at(marks, np.minimum(hits + SIZE, len(wording)), -1)
    return np.cumsum(marks)[:-1] > 0


def _among(hashes: Hashes, chosen: Hashes) -> NDArray[np.bool_]:
    """Say of each hash whether it is one of the chosen ones (sorted)."""
    if not len(chosen):
        return np.zeros(len(hashes), np.bool_)
    at = np.minimum(np.searchsorted(chosen, hashes), len(chosen) - 1)
    return np.asarray(chosen[at] == hashes, np.bool_)


def _postings(wordings: Sequence[Wording]) -> _Postings:
    articles = [wording.article for wording in wordings]
    first, last = publication_days(articles)
    names = {name: number for number, name in enumerate(dict.fromkeys(a.outlet or a.id for a in articles))}
    outlets = np.array([names[article.outlet or article.id] for article in articles], np.int32)
    order = np.lexsort((last, first)).tolist()
    each = [np.unique(shingles(wordings[index], SIZE)[0]) for index in order]
    hashes = np.concatenate([*each, np.zeros(0, np.uint64)])
    places = np.repeat(np.array(order, np.int32), [len(found) for found in each])
    ranked = np.argsort(hashes, kind="stable")
    hashes, places = hashes[ranked], places[ranked]
    begins = np.diff(hashes, prepend=~hashes[:1]) != 0
    several = ~begins
    several[:-1] |= several[1:]
    hashes, places, begins = hashes[several], places[several], begins[several]
    groups = np.cumsum(begins) - 1
    return _Postings(hashes, groups, places, first[places], last[places], outlets[places])


def _common(postings: _Postings, options: CopyOptions) -> Common:
    groups, days = postings.groups, postings.first
    if not len(groups):
        nothing = np.zeros(0, np.uint64)
        return Common(nothing, nothing, nothing)
    begins = np.diff(groups, prepend=-1) != 0
    starts = np.flatnonzero(begins)
    fresh_day = begins | (np.diff(days, prepend=days[0]) != 0)
    dated = (days > 0) & fresh_day
    day_count = np.bincount(groups, weights=dated)
    latest = np.maximum.reduceat(days, starts)
    earliest = np.minimum.reduceat(np.where(days > 0, days, latest.max()), starts)
    one_outlet = np.maximum.reduceat(postings.outlets, starts) == np.minimum.reduceat(postings.outlets, starts)
    standing = (day_count >= STANDING_DAYS) & (latest - earliest > options.window_days)
    standing |= one_outlet & (np.bincount(groups) > PER_OUTLET)
    crowd = _crowding(postings, options)
    hashes = postings.hashes[starts]
    return Common(hashes[standing], hashes[standing & one_outlet], hashes[crowd[starts]])


def _crowding(postings: _Postings, options: CopyOptions) -> NDArray[np.bool_]:
    """Say of each posting whether its shingle stands in too many articles of some window."""
    size = min(LARGEST_GROUP, PER_OUTLET * len(np.unique(postings.outlets)))
    crowd = np.zeros(int(postings.groups[-1]) + 1, np.bool_)
    if size < len(postings.groups):
        same = postings.groups[size:] == postings.groups[:-size]
        near = postings.first[size:] - postings.last[:-size] <= options.window_days
        crowd[postings.groups[:-size][same & near]] = True
    return crowd[postings.groups]


def _pairs(postings: _Postings, telling: NDArray[np.bool_], count: int, options: CopyOptions) -> Places:
    """Return each pair of articles once for every telling shingle that both have, as one number."""
    groups, articles = postings.groups[telling], postings.articles[telling].astype(np.int64)
    first, last = postings.first[telling], postings.last[telling]
    found = [np.zeros(0, np.int64)]
    for lag in range(1, len(groups)):
        same = groups[lag:] == groups[:-lag]
        if not same.any():
            break
        same &= first[lag:] - last[:-lag] <= options.window_days
        left, right = articles[:-lag][same], articles[lag:][same]
        found.append(np.minimum(left, right) * count + np.maximum(left, right))
    return np.concatenate(found)
