"""Explain what the reports say together: claims, conflicts, updates, moments and entities, with what was counted."""

from collections.abc import Iterable, Iterator

from quellenlage.dossier.explain.excerpts import excerpt
from quellenlage.dossier.explain.records import Excerpt, Explanation, FindingKind, Rule
from quellenlage.dossier.explain.rules import find_rule
from quellenlage.dossier.outline import Assertion, Course, Dispute, Moment, Outline, Profile, Report, Side, Source
from quellenlage.dossier.printable import one_line
from quellenlage.languages import LanguagePack

_Facts = list[tuple[str, str]]


def explain_told(shown: Outline, finding: str, pack: LanguagePack | None) -> Iterator[Explanation]:
    """Yield the proof behind a claim, a conflict, an update, a moment or an entity, if one has this id."""
    yield from (_claim(told, pack) for told in shown.assertions if told.claim.id == finding)
    for dispute in shown.disputes:
        if dispute.conflict.id == finding:
            yield _conflict(dispute, pack)
    yield from (_update(course, pack) for course in shown.courses if course.update.id == finding)
    yield from (_moment(moment, pack) for moment in shown.moments if moment.entry.id == finding)
    for profile in shown.profiles:
        if finding in (profile.entity.id, *profile.entity.merged):
            yield _entity(profile, shown)


def _claim(told: Assertion, pack: LanguagePack | None) -> Explanation:
    """Its status, and all that was counted for it: outlets, newsrooms, origins, sources, denials."""
    claim = told.claim
    facts = [("fact_status", claim.status), *_counted("fact_outlets", claim.outlets)]
    if len(claim.newsrooms) != len(claim.outlets):
        facts += _counted("fact_newsrooms", claim.newsrooms)
    facts += _counted("fact_origins", tuple(map(_origin_name, told.origins)) or claim.origins)
    facts += _counted("fact_sources", told.sources)
    own = {report.id: report for report in told.reports}
    facts += _counted("fact_own_word", tuple(_report_name(own[key]) for key in claim.own_word if key in own))
    facts += _counted("fact_conflicts", claim.conflicts)
    facts += _counted("fact_denials", claim.denials)
    marked = [excerpt(spot.report, [("mark_claim", spot.span)]) for spot in told.spots]
    marked += [excerpt(spot.report, [("mark_denial", spot.span)]) for spot in told.denials]
    return _explanation(claim.id, "claim", facts, marked, find_rule(claim.trace, pack))


def _conflict(dispute: Dispute, pack: LanguagePack | None) -> Explanation:
    conflict = dispute.conflict
    facts = [("fact_conflict", conflict.kind), ("fact_what_differs", dispute.what)]
    facts += [fact for side in dispute.sides for fact in _value(side)]
    facts += _counted("fact_claims", tuple(told.claim.id for told in dispute.assertions))
    return _explanation(conflict.id, "conflict", facts, _sides(dispute.sides), find_rule(conflict.trace, pack))


def _update(course: Course, pack: LanguagePack | None) -> Explanation:
    facts = [("fact_what_differs", course.what), *(fact for step in course.steps for fact in _value(step))]
    update = course.update
    return _explanation(update.id, "update", facts, _sides(course.steps), find_rule(update.trace, pack))


def _moment(moment: Moment, pack: LanguagePack | None) -> Explanation:
    entry = moment.entry
    facts = [("fact_value", entry.value), ("fact_earliest", f"{entry.earliest}"), ("fact_latest", f"{entry.latest}")]
    reports = tuple(dict.fromkeys(report for report, _ in moment.places))
    facts += _counted("fact_outlets", tuple(dict.fromkeys(report.name for report in reports)))
    facts += _counted("fact_origins", _origins_of(reports))
    marked = [excerpt(report, [("mark_moment", span)]) for report, span in moment.places]
    return _explanation(entry.id, "moment", facts, marked, find_rule(entry.trace, pack))


def _entity(profile: Profile, shown: Outline) -> Explanation:
    """An entity by its first mention in each report; what it is called stands among the facts."""
    entity = profile.entity
    facts = [("fact_author", profile.name), ("fact_label", entity.label)]
    facts += [("fact_names", one_line(", ".join(entity.names)))]
    facts += [("fact_identifier", f"{scheme}:{value}") for scheme, value in entity.identifiers]
    facts += [("fact_described", form.text) for form in profile.descriptions]
    reports = {report.id for report in shown.reports}
    facts.append(("fact_mentions", str(sum(mention.article in reports for mention in entity.mentions))))
    facts += _counted("fact_outlets", tuple(dict.fromkeys(spot.report.name for spot in profile.firsts)))
    facts += _counted("fact_origins", _origins_of(spot.report for spot in profile.firsts))
    marked = [excerpt(spot.report, [("mark_mention", spot.span)]) for spot in profile.firsts]
    return _explanation(entity.id, "entity", facts, marked)


def _explanation(
    finding: str, kind: FindingKind, facts: _Facts, marked: list[Excerpt], rule: Rule | None = None
) -> Explanation:
    known = tuple((key, value) for key, value in facts if value)
    reports = tuple(dict.fromkeys(place.report for place in marked))
    return Explanation(finding, kind, known, tuple(marked), rule, reports)


def _counted(key: str, names: tuple[str, ...]) -> _Facts:
    """How many there are, and which: "2: Seepost, Hafenblatt"."""
    return [(key, f"{len(names)}: {', '.join(names)}")] if names else []


def _origins_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """The texts on which some reports rest: the letters of shared ones, else the report itself."""
    rests_on = (letters for report in reports for letters in (report.letters or (_report_name(report),)))
    return tuple(dict.fromkeys(rests_on))


def _origin_name(origin: Source | Report) -> str:
    if isinstance(origin, Report):
        return _report_name(origin)
    return " ".join(filter(None, (origin.letter, origin.origin.agency)))


def _report_name(report: Report) -> str:
    return f"{report.name} [{report.number}]"


def _value(side: Side) -> _Facts:
    numbers = dict.fromkeys(spot.report.number for spot in side.spots)
    return [("fact_side", " ".join((side.value, *(f"[{number}]" for number in numbers))))]


def _sides(sides: Iterable[Side]) -> list[Excerpt]:
    return [excerpt(spot.report, [("mark_side", spot.span)]) for side in sides for spot in side.spots]
