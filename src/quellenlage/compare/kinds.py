"""Is what two articles share a copied text, the same quoted speech, or boilerplate?"""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.compare.days import days_between
from quellenlage.compare.options import CopyOptions
from quellenlage.compare.passages import Shared
from quellenlage.compare.prepared import Prepared
from quellenlage.compare.tokens import Places
from quellenlage.model import CopyKind

# Two reporters of one event find the same seven words in a row, now and then; every further word makes chance less
# likely. A pair needs so many words beyond that, outside quoted speech and standing wordings, over all its passages.
LEAST_BEYOND = 12
# Between the standing wordings of one template on two days stand words that both happen to have: seams, not news.
SEAMS = 0.25
# A template with the day's figures in it (the weather, case numbers) is a standing wording, and yet a copy where two
# outlets print the same day's. It then makes up a good part of one of the two articles.
TEMPLATE_WORDS = 50
TEMPLATE_SHARE = 0.25
# On one day, equal figures show even a short passage to be that day's.
FIGURED_WORDS = 25
# It is the same day's if nearly all figures inside the passages are equal, another day's if half of them are not; of
# fewer figures than this nothing follows.
LEAST_FIGURES = 4
SAME_FIGURES = 0.7
OTHER_FIGURES = 0.5
# What an outlet repeats of its own in a small part of an article is a teaser of the other article or its background.
OWN_SHARE = 0.25
# Background that other reports have, too, does not take from a report that stands nearly word for word in another.
WHOLE_SHARE = 0.4
WHOLE_EDITS = 0.04


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a pair shares, summed up.

    `beyond` counts the words of fresh, unquoted passages beyond what chance explains; `fresh`, `standing`, `titles`
    (one side is the headline: articles are linked by theirs) and `quoted` count words of passages, `edits` those that
    differ in unquoted ones; `share` is the larger share of an
    article that the unquoted passages make up; `figures` and `same_figures` count the words with digits inside the
    passages, and those that both have; `same_day` says that both may have been published on one day, `same_outlet`
    that one outlet published both.
    """

    beyond: int
    fresh: int
    standing: int
    titles: int
    quoted: int
    edits: int
    share: float
    figures: int
    same_figures: int
    same_day: bool
    same_outlet: bool

    @property
    def unquoted(self) -> int:
        """Return the shared words outside quoted speech."""
        return self.fresh + self.standing + self.titles

    @property
    def equal_figures(self) -> bool:
        """Say whether there are figures enough, and nearly all of them are equal."""
        return self.figures >= LEAST_FIGURES and self.same_figures >= SAME_FIGURES * self.figures

    @property
    def one_occasion(self) -> bool:
        """Say whether both report the state of one day: by their figures, else by their dates."""
        if self.figures < LEAST_FIGURES:
            return self.same_day
        return self.equal_figures or (self.same_day and self.same_figures >= OTHER_FIGURES * self.figures)


def weigh(shared: Sequence[Shared], left: Prepared, right: Prepared, options: CopyOptions) -> Evidence:
    """Sum up what the passages of two articles show."""
    one, other = left.wording.article, right.wording.article
    beyond = fresh = standing = titles = quoted = edits = figures = same_figures = 0
    for passage in shared:
        if passage.quoted:
            quoted += len(passage)
            continue
        edits += passage.edits
        same = int(left.wording.figures[passage.a].sum())
        same_figures += same
        figures += max(_figures(left, passage.a), _figures(right, passage.b))
        if max(left.wording.headline[passage.a].mean(), right.wording.headline[passage.b].mean()) > 0.5:
            titles += len(passage)
        elif (left.standing[passage.a] | right.standing[passage.b]).mean() > 0.5:
            standing += len(passage)
        else:
            fresh += len(passage)
            beyond += max(0, len(passage) - passage.edits - options.least_passage + 1)
    return Evidence(
        beyond=beyond,
        fresh=fresh,
        standing=standing,
        titles=titles,
        quoted=quoted,
        edits=edits,
        share=(fresh + standing + titles) / max(1, min(len(left), len(right))),
        figures=figures,
        same_figures=same_figures,
        same_day=not days_between(one, other),
        same_outlet=one.outlet is not None and one.outlet == other.outlet,
    )


def decide(evidence: Evidence) -> tuple[CopyKind, str]:
    """Return the kind of a pair and the name of the rule that decided it."""
    edited = evidence.edits > WHOLE_EDITS * evidence.unquoted
    seams = int(evidence.standing * SEAMS) if edited and not evidence.one_occasion else 0
    if evidence.beyond >= LEAST_BEYOND + seams:
        if evidence.same_outlet and evidence.share < OWN_SHARE:
            return "boilerplate", "compare:own-teaser"
        return "copy", "compare:passages"
    if _is_template_of_one_day(evidence):
        return "copy", "compare:template-of-one-day"
    if evidence.unquoted >= TEMPLATE_WORDS and evidence.share >= WHOLE_SHARE and not edited:
        return "copy", "compare:whole-text"
    if evidence.quoted >= evidence.unquoted or evidence.quoted > evidence.standing:
        return "quotes", "compare:quoted-speech"
    return "boilerplate", "compare:standing-wording" if evidence.standing else "compare:too-little"


def _is_template_of_one_day(evidence: Evidence) -> bool:
    if evidence.unquoted >= TEMPLATE_WORDS and evidence.share >= TEMPLATE_SHARE and evidence.one_occasion:
        return True
    enough = evidence.standing >= FIGURED_WORDS and evidence.standing > evidence.quoted
    return enough and evidence.same_day and evidence.equal_figures


def _figures(side: Prepared, words: Places) -> int:
    """Return how many words with a digit stand from the first to the last word of a passage."""
    return int(side.wording.figures[words[0] : words[-1] + 1].sum())
