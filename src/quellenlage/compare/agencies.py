"""Whose text do two articles share? What they credit, and what others credit who have the same passages."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from quellenlage.compare.hints import find_hints
from quellenlage.languages import LanguagePack
from quellenlage.model import AgencyBasis, Copy, Reading
from quellenlage.text import Span

# A speaker who told an agency something, and the like: it counts for a fraction of what a credit counts for.
HINT_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Sources:
    """What does one article say about whose text it is? `credited` in the order of the text, `hinted` likewise."""

    credited: tuple[str, ...]
    hinted: tuple[str, ...]


def find_sources(reading: Reading, pack: LanguagePack) -> Sources:
    """Return the agencies that an article credits for its text, and those that its wording points to."""
    credited = [credit.agency for credit in reading.credits if credit.role != "photo"]
    if reading.dateline and reading.dateline.agency:
        credited.insert(0, reading.dateline.agency)
    return Sources(tuple(dict.fromkeys(credited)), find_hints(reading, pack))


def name_agencies(readings: Sequence[Reading], copies: Sequence[Copy], pack: LanguagePack) -> tuple[Copy, ...]:
    """Return the copies with their agencies: the one that both credit, or that those who share the passages credit."""
    wanted = {article for copy in copies for article in (copy.a, copy.b)}
    chosen = (reading for reading in readings if reading.article.id in wanted)
    return with_agencies(copies, {reading.article.id: find_sources(reading, pack) for reading in chosen})


def with_agencies(copies: Sequence[Copy], sources: Mapping[str, Sources]) -> tuple[Copy, ...]:
    """Return the copies with their agencies, given what each of their articles says about its text."""
    sharing: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for copy in copies:
        if copy.kind == "copy":
            sharing[copy.a].append((copy.b, extent(passage.a for passage in copy.passages)))
            sharing[copy.b].append((copy.a, extent(passage.b for passage in copy.passages)))
    return tuple(_named(copy, sources, sharing) if copy.kind == "copy" else copy for copy in copies)


def extent(spans: Iterable[Span]) -> int:
    """Return the characters that spans of one text cover, as the bits of one number: overlaps are then one `&`."""
    bits = 0
    for span in spans:
        bits |= ((1 << len(span)) - 1) << span.start
    return bits


def _named(copy: Copy, sources: Mapping[str, Sources], sharing: Mapping[str, Sequence[tuple[str, int]]]) -> Copy:
    a, b = sources[copy.a], sources[copy.b]
    both = [agency for agency in a.credited if agency in b.credited]
    eligible = both or [*a.credited, *b.credited]
    votes = _votes(copy, sources, sharing)
    if eligible:
        agency = max(dict.fromkeys(eligible), key=lambda name: (votes[name], -eligible.index(name)))
    elif votes:
        agency = min(votes, key=lambda name: (-votes[name], name))
    else:
        return copy
    return replace(copy, agency=agency, agency_basis=_basis(agency, a, b))


def _votes(
    copy: Copy, sources: Mapping[str, Sources], sharing: Mapping[str, Sequence[tuple[str, int]]]
) -> dict[str, float]:
    """Let every article that has the pair's passages vote for the agencies it credits, for as much as it has of them.

    An article that credits several agencies divides its vote among them.
    """
    votes: dict[str, float] = defaultdict(float)
    sides = ((copy.a, [passage.a for passage in copy.passages]), (copy.b, [passage.b for passage in copy.passages]))
    for article, spans in sides:
        mine = extent(spans)
        whole = mine.bit_count()
        voters = [(article, mine), *sharing[article]]
        for voter, theirs in voters:
            weight = (mine & theirs).bit_count() / whole
            named = sources[voter].credited
            for agency in named:
                votes[agency] += weight / len(named)
            for agency in sources[voter].hinted:
                votes[agency] += HINT_WEIGHT * weight / len(sources[voter].hinted)
    return votes


def _basis(agency: str, a: Sources, b: Sources) -> AgencyBasis:
    if agency in a.credited:
        return "both" if agency in b.credited else "credit_a"
    return "credit_b" if agency in b.credited else "inferred"
