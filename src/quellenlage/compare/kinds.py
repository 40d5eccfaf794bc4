"""Is what two articles share a copied text, the same quoted speech, or boilerplate?"""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.compare.options import CopyOptions
from quellenlage.compare.passages import Shared
from quellenlage.model import CopyKind

# Two reporters of one event find the same seven words in a row, now and then; every further word makes chance less
# likely. A pair needs so many words beyond that, outside quoted speech and standing wordings, over all its passages.
LEAST_BEYOND = 12
# A template with the day's figures in it (the weather, case numbers) is a standing wording, and yet a copy where two
# outlets print the same day's. It then makes up a good part of one of the two articles.
TEMPLATE_WORDS = 50
TEMPLATE_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a pair shares, summed up.

    `beyond` counts the words of fresh, unquoted passages beyond what chance explains; `fresh`, `standing` and
    `quoted` count words of passages; `share` is the larger share of an article that the unquoted passages make up;
    `same_day` says that both were, or may have been, published on one day.
    """

    beyond: int
    fresh: int
    standing: int
    quoted: int
    share: float
    same_day: bool


def weigh(shared: Sequence[Shared], standing: Sequence[bool], options: CopyOptions) -> tuple[int, int, int, int]:
    """Return the words beyond chance, and the fresh, the standing and the quoted words of some passages."""
    beyond = fresh = old = quoted = 0
    for passage, is_standing in zip(shared, standing, strict=True):
        if passage.quoted:
            quoted += len(passage)
        elif is_standing:
            old += len(passage)
        else:
            fresh += len(passage)
            beyond += max(0, len(passage) - passage.edits - options.least_passage + 1)
    return beyond, fresh, old, quoted


def decide(evidence: Evidence) -> tuple[CopyKind, str]:
    """Return the kind of a pair and the name of the rule that decided it."""
    if evidence.beyond >= LEAST_BEYOND:
        return "copy", "compare:passages"
    unquoted = evidence.fresh + evidence.standing
    if evidence.same_day and unquoted >= TEMPLATE_WORDS and evidence.share >= TEMPLATE_SHARE:
        return "copy", "compare:template-of-one-day"
    if evidence.quoted >= unquoted or evidence.quoted > evidence.standing:
        return "quotes", "compare:quoted-speech"
    return "boilerplate", "compare:standing-wording" if evidence.standing else "compare:too-little"
