"""Why a claim has its status, who is who: short phrases that terminal, page and Markdown share."""

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline.findings import source_name
from quellenlage.dossier.outline.records import Report, Source
from quellenlage.dossier.outline.told import Assertion, Form, Outline, Profile
from quellenlage.model import ClaimStatus

# Sources and origins that one line names; the others are counted.
_NAMES = 4
# What hangs on one source, and in which order it is told: what looks well supported and is not comes first.
SINGLE: tuple[ClaimStatus, ...] = ("single_source", "single_origin", "single_outlet")


def reason_line(assertion: Assertion, labels: Labels) -> str:
    """Return on what a claim rests: outlets and origins counted, and on whose word it is told."""
    claim = assertion.claim
    parts = [labels.count("outlets", len(claim.outlets))]
    if len(claim.outlets) > 1:
        parts.append(_origins(assertion, labels))
    if assertion.sources:
        parts.append(labels("on_word", names=_some(assertion.sources, labels)))
    if claim.own_word and assertion.sources:
        parts.append(labels("own_word_too"))
    elif claim.own_word:
        parts.append(labels("own_word"))
    if assertion.later:
        parts.append(labels("given_later", values=labels.list(assertion.later)))
    return " · ".join(parts)


def origin_names(assertion: Assertion, labels: Labels) -> tuple[str, ...]:
    """Return the texts that a claim rests on: shared ones by letter and name, a report's own by the report's name."""
    return tuple(
        f"{origin.letter}: {source_name(origin, labels)}"
        if isinstance(origin, Source)
        else labels("cited", name=origin.name, number=origin.number)
        for origin in assertion.origins
    )


def profile_line(profile: Profile, labels: Labels) -> str:
    """Return what sort of entity it is; a place with its country."""
    country = country_of(profile, labels)
    kind = labels(f"label_{profile.entity.label}")
    return labels("in_country", kind=kind, country=country) if country else kind


def country_of(profile: Profile, labels: Labels) -> str:
    """Return the country in which a place lies; "" if that is unknown, or if it is that country."""
    country = labels.country(profile.country)
    return "" if country in (profile.name, *(form.text for form in profile.forms)) else country


def form_line(form: Form) -> str:
    """Return a name with the numbers of the reports that use it."""
    return " ".join((form.text, *(f"[{number}]" for number in form.reports)))


def by_outlet(shown: Outline) -> tuple[tuple[Report, tuple[Assertion, ...]], ...]:
    """Return the claims that one outlet alone has, by the first report that has each, in the order of its text."""
    found: dict[int, list[Assertion]] = {}
    for assertion in shown.of_status("single_outlet"):
        found.setdefault(assertion.spots[0].report.number, []).append(assertion)
    return tuple(
        (report, tuple(sorted(found[report.number], key=lambda told: told.spots[0].span)))
        for report in shown.reports
        if report.number in found
    )


def _origins(assertion: Assertion, labels: Labels) -> str:
    names = origin_names(assertion, labels)
    if len(assertion.claim.origins) == 1 and names:
        return labels("one_origin", name=names[0])
    return labels.count("origins_counted", len(assertion.claim.origins))


def _some(names: tuple[str, ...], labels: Labels) -> str:
    if len(names) > _NAMES:
        names = (*names[: _NAMES - 1], labels.count("others", len(names) - _NAMES + 1))
    return labels.list(names)
