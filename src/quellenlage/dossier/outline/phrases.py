"""Short phrases that terminal, page and Markdown share."""

from collections.abc import Iterable

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline.records import Member, Place, Report, Revision, Sharing, Source, Voice
from quellenlage.dossier.outline.reports import shared
from quellenlage.dossier.outline.told import Dispute, Outline, Spot
from quellenlage.dossier.printable import one_line
from quellenlage.model import Statement
from quellenlage.text import parse_partial_date


def dates_line(shown: Outline, labels: Labels) -> str:
    """Return the days of the reports: one, or the first and the last, "" if none is known."""
    published = [parse_partial_date(report.reading.article.published or "") for report in shown.reports]
    known = [days for days in published if days]
    if not known:
        return ""
    return labels.days(min(days.earliest for days in known), max(days.latest for days in known))


def credit_line(report: Report, labels: Labels) -> str:
    """Return what a report says of itself: day, authors, dateline, and whom it credits for what."""
    reading = report.reading
    parts = [labels.date(reading.article.published)]
    names = tuple(one_line(byline.name) for byline in reading.bylines) or tuple(map(one_line, reading.article.authors))
    parts.append(labels("by", names=labels.list(tuple(dict.fromkeys(names)))) if names else "")
    dateline = reading.dateline
    if dateline:
        named = (dateline.place, labels("agency_in", agency=dateline.agency) if dateline.agency else "")
        parts.append(" ".join(one_line(part) for part in named if part))
    parts += [labels(f"credit_{role}", agencies=labels.list(agencies)) for role, agencies in report.credits]
    if not report.agencies:
        parts.append(labels("credit_none"))
    return " · ".join(part for part in parts if part)


def origin_note(source: Source, member: Member, labels: Labels) -> str:
    """Return whether a report credits the agency of a source text, and how much of its own text comes from there."""
    agency, credited = source.origin.agency, member.report.agencies
    named = labels.list(credited)
    if agency is None:
        note = labels("origin_credits", agency=named) if credited else ""
    elif agency in credited:
        note = labels("origin_credits", agency=agency)
    else:
        note = labels("origin_credits_not" if credited else "origin_credits_none", agency=agency, agencies=named)
    share = labels("origin_share", share=labels.percent(member.share)) if member.share else ""
    return " · ".join(part for part in (share, note) if part)


def share_line(sharing: Sharing, labels: Labels) -> str:
    """Return how much two reports share, in words and in shares of either, and whose text it is."""
    copy = sharing.copy
    parts = []
    if copy.kind == "copy":
        parts.append(labels.count("words_copied", copy.words))
    if copy.quoted_words:
        parts.append(labels.count("words_quoted", copy.quoted_words))
    left, right = labels.percent(copy.share_a), labels.percent(copy.share_b)
    parts.append(labels("shares", left=left, a=sharing.left.number, right=right, b=sharing.right.number))
    if copy.agency:
        parts.append(labels("agency_inferred" if copy.agency_basis == "inferred" else "agency_of", agency=copy.agency))
    if sharing.silent and not sharing.worst:
        parts.append(labels("credits_not", number=sharing.silent.number, agency=copy.agency))
    if sharing.versions:
        parts.append(labels("are_versions"))
    if sharing.newsroom:
        parts.append(labels("newsroom", name=sharing.newsroom))
    return " · ".join(parts)


def voice_name(voice: Voice, labels: Labels) -> str:
    """Return the name of a voice, or what it is called that has none, with how it is described."""
    if voice.kind in ("named", "described"):
        return voice.name
    label = labels(f"voice_{voice.kind}")
    return f"{label}: {voice.name}" if voice.name else label


def kind_line(statement: Statement, labels: Labels) -> str:
    """Return how a statement is told: its kind, its stance where it does more than state, its evidence if poor."""
    parts = [labels(f"kind_{statement.kind}")]
    if statement.stance != "states":
        parts.append(labels(f"stance_{statement.stance}"))
    if statement.evidence in ("anonymous", "hearsay"):
        parts.append(labels(f"evidence_{statement.evidence}"))
    if statement.nested:
        parts.append(labels("nested"))
    return ", ".join(parts)


def chain_line(voice: Voice, place: Place, labels: Labels) -> str:
    """Return the way of a statement: just the report, or from the speaker over those who carried it to the report."""
    if not place.chain:
        return f"[{place.report.number}]"
    return " ← ".join((voice_name(voice, labels), *place.chain, f"[{place.report.number}]"))


def strip_line(report: Report, labels: Labels) -> str:
    """Return how much of a report's text also stands in others, for whoever cannot see the bar."""
    return labels("strip", share=labels.percent(shared(report)))


def change_line(revision: Revision, labels: Labels) -> str:
    """Return what sort of change it is; that other words differ goes without saying."""
    change = revision.change
    kind = labels(f"change_{change.kind}")
    return kind if change.what == "text" else f"{kind}: {labels(f'what_{change.what}')}"


def voice_note(voice: Voice, labels: Labels) -> str:
    """Return the other forms of a voice's name and what the reports call it, "" if there is nothing to tell."""
    parts = [labels("also", names=", ".join(voice.aliases))] if voice.aliases else []
    parts += [labels("called", names=", ".join(voice.descriptions))] if voice.descriptions else []
    return " · ".join(parts)


def numbers(spots: Iterable[Spot]) -> str:
    """Return the reports of some sentences by their numbers: "[1] [3]"."""
    return " ".join(f"[{number}]" for number in dict.fromkeys(spot.report.number for spot in spots))


def dispute_name(dispute: Dispute, labels: Labels) -> str:
    """Return what a conflict is about: its kind, and what differs in the reports' words."""
    kind = labels(f"conflict_{dispute.conflict.kind}")
    told = any(dispute.what in side.value for side in dispute.sides)
    return f"{kind}: {dispute.what}" if dispute.what and not told else kind
