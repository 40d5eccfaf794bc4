"""Pairs of reports that share text, with the passages side by side and the agency that one of them keeps to itself."""

from dataclasses import replace

from quellenlage.dossier.outline.records import Pair, Report, Sharing
from quellenlage.dossier.outline.reports import letter_origins, shared_letter
from quellenlage.model import AgencyBasis, Copy, Dossier


def share_pairs(dossier: Dossier, reports: dict[str, Report]) -> tuple[Sharing, ...]:
    """Return the pairs of reports that share text: copies before shared quotes, the longer ones first."""
    versions = {frozenset((version.older, version.newer)) for version in dossier.versions}
    rooms = dict(dossier.newsrooms)
    origins = letter_origins(dossier)
    pairs = []
    for copy in dossier.copies:
        a, b = reports.get(copy.a), reports.get(copy.b)
        if a and b and copy.kind != "boilerplate":
            sharing = _sharing(copy, a, b, shared_letter(copy, origins))
            of_one = frozenset((copy.a, copy.b)) in versions
            pairs.append(replace(sharing, versions=of_one, newsroom=_one_newsroom(a, b, rooms)))
    pairs.sort(key=lambda pair: (pair.copy.kind != "copy", -pair.copy.words, -pair.copy.quoted_words))
    told: set[int] = set()
    for place, pair in enumerate(pairs):
        if pair.silent and pair.silent.number not in told:
            told.add(pair.silent.number)
            pairs[place] = replace(pair, worst=True)
    return tuple(pairs)


def in_reading_order(copy: Copy, reports: dict[str, Report]) -> Copy:
    """Return a copy with the report of the lower number as `a`, so that it stands on the left."""
    if copy.a not in reports or copy.b not in reports or reports[copy.a].number <= reports[copy.b].number:
        return copy
    basis: dict[AgencyBasis | None, AgencyBasis] = {"credit_a": "credit_b", "credit_b": "credit_a"}
    return replace(
        copy,
        a=copy.b,
        b=copy.a,
        share_a=copy.share_b,
        share_b=copy.share_a,
        agency_basis=basis.get(copy.agency_basis, copy.agency_basis),
        passages=tuple(replace(passage, a=passage.b, b=passage.a) for passage in copy.passages),
    )


def _sharing(copy: Copy, a: Report, b: Report, letter: str | None) -> Sharing:
    left_text, right_text = a.reading.article.text, b.reading.article.text
    pairs = []
    for place, passage in enumerate(copy.passages, 1):
        pairs.append(Pair(f"{copy.id}.{place}", passage, passage.a.of(left_text), passage.b.of(right_text)))
    return Sharing(copy, a, b, letter, tuple(pairs), silent=_silent(copy, a, b) if letter else None)


def _silent(copy: Copy, a: Report, b: Report) -> Report | None:
    """Which of the two does not credit the agency that the other one credits for its text?

    Asked of pairs that rest on one origin alone: an article that credits another agency may have a sentence from there.
    """
    if copy.kind != "copy" or copy.agency is None:
        return None
    credited = [copy.agency in report.agencies for report in (a, b)]
    if credited == [True, False]:
        return b
    return a if credited == [False, True] else None


def _one_newsroom(a: Report, b: Report, rooms: dict[str, str]) -> str | None:
    """The newsroom that makes both outlets; two reports of one outlet need no word about it."""
    outlets = [report.reading.article.outlet for report in (a, b)]
    if None in outlets or outlets[0] == outlets[1]:
        return None
    left, right = (rooms.get(outlet or "", outlet) for outlet in outlets)
    return left if left == right else None
