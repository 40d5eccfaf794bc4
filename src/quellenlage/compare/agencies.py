"""Whose text do two articles share? What they credit, and what others credit who have the same passages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from quellenlage.compare.hints import find_hints
from quellenlage.languages import LanguagePack
from quellenlage.model import AgencyBasis, Article, Copy, Passage, Reading
from quellenlage.text import Span

# A speaker who told an agency something, and the like: it counts for a fraction of what a credit counts for.
HINT_WEIGHT = 0.25


# What a press release is called whose sender is not known.
UNKNOWN_SENDER = "press release"


@dataclass(frozen=True, slots=True)
class Sources:
    """What does one article say about whose text it is?

    `credited` agencies and `hinted` ones in the order of the text; `senders` are those of the credited that send press
    releases; `wire` is the agency of its dateline; `release` says that it was given as a press release.
    """

    credited: tuple[str, ...]
    hinted: tuple[str, ...]
    senders: tuple[str, ...] = ()
    wire: str | None = None
    release: bool = False


def find_sources(reading: Reading, pack: LanguagePack) -> Sources:
    """Return the agencies that an article credits for its text, and those that its wording points to."""
    credited = [credit.agency for credit in reading.credits if credit.role != "photo"]
    wire = reading.dateline.agency if reading.dateline else None
    return Sources(
        credited=tuple(dict.fromkeys([wire, *credited] if wire else credited)),
        hinted=find_hints(reading, pack),
        senders=tuple(dict.fromkeys(c.agency for c in reading.credits if c.role == "press_release")),
        wire=wire,
    )


def as_release(article: Article, sources: Sources) -> Sources:
    """Return what an article says about its text if it is a press release: its sender's.

    The sender is the outlet under whose name it was given, else the service that it names.
    """
    sender = article.outlet or next(iter(sources.senders), UNKNOWN_SENDER)
    return Sources(credited=(sender,), hinted=(), senders=(sender,), release=True)


def with_agencies(copies: Sequence[Copy], sources: Mapping[str, Sources]) -> tuple[Copy, ...]:
    """Return the copies with their agencies, given what each of their articles says about its text."""
    sharing = _sharing(copies)
    return tuple(_named(copy, sources, sharing) if copy.kind == "copy" else copy for copy in copies)


def name_passages(copies: Sequence[Copy], sources: Mapping[str, Sources]) -> dict[str, tuple[str | None, ...]]:
    """Return whose text each passage of each copy is, by the copy's id: one paragraph may be dpa's, the next AFP's.

    `copies` must be all copies of the articles, with their agencies: those who have a passage, too, vote for whom they
    credit.
    """
    sharing = _sharing(copies)
    return {
        copy.id: tuple(_agency(copy, (passage,), sources, sharing) or copy.agency for passage in copy.passages)
        for copy in copies
        if copy.kind == "copy"
    }


def _sharing(copies: Sequence[Copy]) -> dict[str, list[tuple[str, int]]]:
    """Return for each article who copies what of it: the other article, and the characters as bits."""
    sharing: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for copy in copies:
        if copy.kind == "copy":
            sharing[copy.a].append((copy.b, extent(passage.a for passage in copy.passages)))
            sharing[copy.b].append((copy.a, extent(passage.b for passage in copy.passages)))
    return sharing


def extent(spans: Iterable[Span]) -> int:
    """Return the characters that spans of one text cover, as the bits of one number: overlaps are then one `&`."""
    bits = 0
    for span in spans:
        bits |= ((1 << len(span)) - 1) << span.start
    return bits


def _named(copy: Copy, sources: Mapping[str, Sources], sharing: Mapping[str, Sequence[tuple[str, int]]]) -> Copy:
    a, b = sources[copy.a], sources[copy.b]
    agency = _agency(copy, copy.passages, sources, sharing)
    return replace(copy, agency=agency, agency_basis=_basis(agency, a, b)) if agency else copy


def _agency(
    copy: Copy,
    passages: Sequence[Passage],
    sources: Mapping[str, Sources],
    sharing: Mapping[str, Sequence[tuple[str, int]]],
) -> str | None:
    """Return whose text these passages of a copy are: of two sources the given release, else as votes decide."""
    a, b = sources[copy.a], sources[copy.b]
    released = [side.credited[0] for side in (a, b) if side.release]
    # In the order of the ids, so that the order in which the articles were given never decides.
    first, second = (a, b) if copy.a < copy.b else (b, a)
    both = [agency for agency in first.credited if agency in second.credited]
    eligible = released or both or [*first.credited, *second.credited]
    votes = _votes(copy, passages, sources, sharing)
    if eligible:
        return max(dict.fromkeys(eligible), key=lambda name: (votes.get(name, 0.0), -eligible.index(name)))
    return min(votes, key=lambda name: (-votes[name], name)) if votes else None


def _votes(
    copy: Copy,
    passages: Sequence[Passage],
    sources: Mapping[str, Sources],
    sharing: Mapping[str, Sequence[tuple[str, int]]],
) -> dict[str, float]:
    """Let every article that has these passages vote for the agencies it credits, for as much as it has of them.

    An article that credits several agencies divides its vote among them. One that shares other passages only has a
    vote of no weight: it names an agency where nobody else does.
    """
    votes: dict[str, list[float]] = defaultdict(list)
    sides = ((copy.a, [passage.a for passage in passages]), (copy.b, [passage.b for passage in passages]))
    for article, spans in sides:
        mine = extent(spans)
        whole = mine.bit_count()
        voters = [(article, mine), *sharing[article]]
        for voter, theirs in voters:
            weight = (mine & theirs).bit_count() / whole
            named = sources[voter].credited
            for agency in named:
                votes[agency].append(weight / len(named))
            for agency in sources[voter].hinted:
                votes[agency].append(HINT_WEIGHT * weight / len(sources[voter].hinted))
    # fsum is exact: the order in which the votes were given does not show in the sum.
    return {agency: fsum(given) for agency, given in votes.items()}


def _basis(agency: str, a: Sources, b: Sources) -> AgencyBasis:
    if agency in a.credited:
        return "both" if agency in b.credited else "credit_a"
    return "credit_b" if agency in b.credited else "inferred"
