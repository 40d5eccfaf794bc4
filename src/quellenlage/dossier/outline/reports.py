"""The reports of a dossier: numbered, named, with what each says about its own sources."""

import re
from dataclasses import replace

from quellenlage.dossier.outline.records import Member, Report, Source, Stretch
from quellenlage.dossier.outline.shades import lay_together
from quellenlage.dossier.printable import one_line
from quellenlage.model import Copy, Credit, CreditRole, Dossier, Origin, Reading

# What a file's name says about its format, not about what it holds.
_ENDING = re.compile(r"\.(txt|html?|jsonl?)(\.gz)?$", re.IGNORECASE)
_ROLES: tuple[CreditRole, ...] = ("text", "press_release", "photo")


def number_reports(dossier: Dossier) -> dict[str, Report]:
    """Return the reports by article id, in the dossier's order, not yet knowing their origins."""
    newsrooms = dict(dossier.newsrooms)
    reports = (
        _report(number, reading, newsrooms.get(reading.article.outlet or ""))
        for number, reading in enumerate(dossier.readings, 1)
    )
    return {report.id: report for report in reports}


def place_origins(dossier: Dossier, reports: dict[str, Report]) -> tuple[dict[str, Report], tuple[Source, ...]]:
    """Give every origin a letter, the one with most reports first, and every report its letters and its strip."""
    lettered = letter_origins(dossier)
    letters: dict[str, list[str]] = {}
    for letter, origin in lettered.items():
        for key in origin.articles:
            letters.setdefault(key, []).append(letter)
    stretches = _stretches(dossier.copies, lettered, reports)
    told: dict[str, Report] = {}
    for key, report in reports.items():
        strip = tuple(sorted(stretches[key], key=lambda stretch: (stretch.start, stretch.end, stretch.letter or "")))
        bands = lay_together(strip, report.number)
        told[key] = replace(report, letters=tuple(letters.get(key, ())), strip=strip, bands=bands)
    return told, tuple(_source(letter, origin, told) for letter, origin in lettered.items())


def letter_origins(dossier: Dossier) -> dict[str, Origin]:
    """Return the origins by their letters, the one with most reports first."""
    ordered = sorted(dossier.origins, key=lambda origin: -len(origin.articles))
    return {letter_of(place): origin for place, origin in enumerate(ordered)}


def _source(letter: str, origin: Origin, reports: dict[str, Report]) -> Source:
    members = [reports[key] for key in reports if key in origin.articles]
    return Source(
        letter=letter,
        origin=origin,
        members=tuple(Member(report, origin.agency in report.agencies, shared(report, letter)) for report in members),
    )


def shared(report: Report, letter: str | None = None) -> float:
    """Return which share of a report's text stands in other reports, of one origin or at all; quotes do not count."""
    covered = reached = 0.0
    for stretch in report.strip:
        if not stretch.quoted and letter in (None, stretch.letter) and stretch.end > reached:
            covered += stretch.end - max(stretch.start, reached)
            reached = stretch.end
    return covered


def shared_letter(copy: Copy, origins: dict[str, Origin]) -> str | None:
    """Return the letter of the origin that a pair's text comes from: its agency's, then the smallest."""
    holding = [(letter, origin) for letter, origin in origins.items() if {copy.a, copy.b} <= set(origin.articles)]
    holding.sort(key=lambda found: (found[1].agency != copy.agency, len(found[1].articles)))
    return holding[0][0] if holding else None


def letter_of(place: int) -> str:
    """Return the letters of a place: A for 0, Z for 25, AA for 26.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def letter_place(letters: str) -> int:
    """Return the place of an origin's letters: 0 for A, 26 for AA."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _report(number: int, reading: Reading, newsroom: str | None) -> Report:
    article = reading.article
    title = one_line(article.title or (reading.headline.of(article.text) if reading.headline else ""))
    return Report(
        number=number,
        reading=reading,
        name=one_line(article.outlet or _ENDING.sub("", article.name)) or article.id,
        title=title or _first_sentence(reading),
        lead=not title,
        newsroom=None if newsroom in (None, article.outlet) else one_line(newsroom or ""),
        credits=_credits(reading.credits),
    )


def _first_sentence(reading: Reading) -> str:
    """The first sentence that is no fragment; without sentences, the first line that holds anything."""
    text = reading.article.text
    sentences = [one_line(sentence.of(text)) for sentence in reading.sentences]
    lines = (one_line(line) for line in text.splitlines())
    return next((line for line in (*(s for s in sentences if s.count(" ") >= 3), *sentences, *lines) if line), "")


def _credits(found: tuple[Credit, ...]) -> tuple[tuple[CreditRole, tuple[str, ...]], ...]:
    by_role = (
        (role, tuple(dict.fromkeys(credit.agency for credit in found if credit.role == role))) for role in _ROLES
    )
    return tuple((role, agencies) for role, agencies in by_role if agencies)


def _stretches(
    copies: tuple[Copy, ...], origins: dict[str, Origin], reports: dict[str, Report]
) -> dict[str, list[Stretch]]:
    """Where along each article do its copied passages lie? Boilerplate is left out."""
    found: dict[str, list[Stretch]] = {key: [] for key in reports}
    for copy in copies:
        if copy.kind == "boilerplate":
            continue
        letter = shared_letter(copy, origins)
        for side, key in (("a", copy.a), ("b", copy.b)):
            if key not in reports:
                continue
            length = max(1, len(reports[key].reading.article.text))
            for place, passage in enumerate(copy.passages, 1):
                span = passage.a if side == "a" else passage.b
                quoted = passage.quoted or copy.kind != "copy"
                anchor = f"p-{copy.id}.{place}-{side}"
                found[key].append(Stretch(span.start / length, span.end / length, letter, quoted, anchor))
    return found
