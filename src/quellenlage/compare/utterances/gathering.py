"""Which statements of several reports repeat one utterance?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quellenlage.compare.utterances.judging import Repeat, judge
from quellenlage.compare.utterances.pieces import Utterance, keys
from quellenlage.languages import LanguagePack
from quellenlage.model import Reading
from quellenlage.text import parse_partial_date

# Two statements are compared if one has one of the rarest words of the other: what shares none is no repetition.
RAREST = 4


@dataclass(slots=True, eq=False)
class _Group:
    """Statements that are one utterance, by their numbers in order."""

    members: list[int] = field(default_factory=list)


def find_repeats(readings: Sequence[Reading], pack: LanguagePack) -> tuple[tuple[str, str], ...]:
    """Which statements repeat an utterance that an earlier one reports: in other words, cut, or as indirect speech?

    Pairs of statement ids: the one that repeats, and the earliest that reports the same utterance of the same speaker,
    by day of publication, else in input order. In that order; a statement that repeats nothing is in no pair's front.
    """
    utterances = [utterance for reading in _in_order(readings) for utterance in keys(reading, pack)]
    groups: dict[int, _Group] = {}
    repeats = []
    for number, judged in enumerate(_judge_earlier(utterances, pack)):
        group = _joined(number, judged, groups, utterances)
        if group.members:
            repeats.append((utterances[number].statement.id, utterances[group.members[0]].statement.id))
        group.members.append(number)
        groups[number] = group
    return tuple(repeats)


def _judge_earlier(utterances: Sequence[Utterance], pack: LanguagePack) -> Iterator[Mapping[int, Repeat]]:
    """Yield for each utterance which earlier ones it is, and why."""
    counts = Counter(stem for utterance in utterances for stem in utterance.stems)
    rarest_of: dict[str, list[int]] = defaultdict(list)
    all_of: dict[str, list[int]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        stems = sorted(utterance.stems, key=lambda stem: (counts[stem], stem))
        near = {other for stem in stems for other in rarest_of[stem]}
        near.update(other for stem in stems[:RAREST] for other in all_of[stem])
        judged = ((other, judge(utterances[other], utterance, pack)) for other in sorted(near))
        found = {other: repeat for other, repeat in judged if repeat}
        for place, stem in enumerate(stems):
            all_of[stem].append(number)
            if place < RAREST:
                rarest_of[stem].append(number)
        yield found


def _joined(
    number: int, judged: Mapping[int, Repeat], groups: Mapping[int, _Group], utterances: Sequence[Utterance]
) -> _Group:
    """Return the group of the earlier statement that shares most, if it is this report's others in the group, too.

    A long quotation would else join two sentences that a report tells apart.
    """
    article = utterances[number].article
    for other in sorted(judged, key=lambda other: (-judged[other].size, -judged[other].score, other)):
        own = [member for member in groups[other].members if utterances[member].article == article]
        if all(member in judged for member in own):
            return groups[other]
    return _Group()


def _in_order(readings: Sequence[Reading]) -> list[Reading]:
    """Return readings by the first day on which they may have been published, those without a date last."""
    return sorted(readings, key=_day)


def _day(reading: Reading) -> tuple[bool, date]:
    published = parse_partial_date(reading.article.published or "")
    return (published is None, published.earliest if published else date.min)
