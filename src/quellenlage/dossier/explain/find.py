"""Find what an id stands for, anywhere in a dossier."""

from collections.abc import Iterator

from quellenlage.dossier.explain.excerpts import excerpt, excerpts
from quellenlage.dossier.explain.one import explain_finding, findings_of
from quellenlage.dossier.explain.records import Excerpt, Explanation, FindingKind
from quellenlage.dossier.explain.rules import find_rule
from quellenlage.dossier.explain.told import explain_told
from quellenlage.dossier.outline import Outline, Pair, Report, Revision, Sharing, Source, Versions, outline
from quellenlage.dossier.printable import one_line
from quellenlage.languages import LanguagePack
from quellenlage.model import Dossier, Trace

# Passages that are shown of a whole copy; each has an id of its own to ask for.
_PASSAGES = 3


def find_explanation(dossier: Dossier, finding: str, pack: LanguagePack | None = None) -> Explanation | None:
    """Return the proof behind an id: its characters, its rule with file, line and examples, the reports it concerns.

    Knows the ids of articles and of all that is found in them, of copies, origins, versions, entities, claims,
    conflicts, updates and moments of the timeline, and those of a copy's passages and a version's changes (the id, a
    dot, the number). None if nothing has this id. Rules are looked up in `pack`, or in the shipped pack that a finding
    names.
    """
    shown = outline(dossier)
    for report in shown.reports:
        if report.id == finding:
            return _article(report, shown)
        for found in findings_of(report.reading):
            if found.id == finding:
                return explain_finding(found, report, pack)
    return next(_across(shown, finding, pack), None)


def _across(shown: Outline, finding: str, pack: LanguagePack | None) -> Iterator[Explanation]:
    for sharing in shown.sharings:
        if sharing.copy.id == finding:
            yield _copy(sharing, pack)
        yield from (_passage(sharing, pair, pack) for pair in sharing.pairs if pair.id == finding)
    yield from (_origin(source, shown, pack) for source in shown.sources if source.origin.id == finding)
    for pair in shown.versions:
        if pair.version.id == finding:
            yield _version(pair, pack)
        yield from (_change(pair, revision, pack) for revision in pair.revisions if revision.id == finding)
    yield from explain_told(shown, finding, pack)


def _article(report: Report, shown: Outline) -> Explanation:
    article = report.reading.article
    facts = [("fact_name", article.name), ("fact_outlet", article.outlet), ("fact_title", article.title)]
    facts += [("fact_published", article.published), ("fact_url", article.url), ("fact_language", article.language)]
    facts += [("fact_text_id", article.text_id), ("fact_source_id", article.source_id)]
    related = {
        other.number
        for pair in shown.sharings
        for other in (pair.left, pair.right)
        if report in (pair.left, pair.right)
    }
    others = tuple(other for other in shown.reports if other.number in related and other is not report)
    return Explanation(
        id=report.id,
        kind="article",
        facts=tuple((key, one_line(value)) for key, value in facts if value),
        excerpts=tuple(
            excerpts(report, [("mark_lead", report.reading.sentences[0])] if report.reading.sentences else [])
        ),
        rule=None,
        reports=(report, *others),
    )


def _copy(sharing: Sharing, pack: LanguagePack | None) -> Explanation:
    longest = sorted(sharing.pairs, key=lambda pair: -pair.passage.words)[:_PASSAGES]
    shown = tuple(side for pair in longest for side in _sides(sharing, pair))
    return _about_sharing(sharing, sharing.copy.id, "copy", shown, pack)


def _passage(sharing: Sharing, pair: Pair, pack: LanguagePack | None) -> Explanation:
    return _about_sharing(sharing, pair.id, "passage", _sides(sharing, pair), pack)


def _about_sharing(
    sharing: Sharing, finding: str, kind: FindingKind, shown: tuple[Excerpt, ...], pack: LanguagePack | None
) -> Explanation:
    copy = sharing.copy
    facts = [
        ("fact_copy", copy.kind),
        ("fact_words", str(copy.words)),
        ("fact_quoted_words", str(copy.quoted_words)),
        ("fact_agency", copy.agency),
        ("fact_basis", copy.agency_basis),
    ]
    known = tuple((key, value) for key, value in facts if value)
    return Explanation(finding, kind, known, shown, find_rule(copy.trace, pack), (sharing.left, sharing.right))


def _sides(sharing: Sharing, pair: Pair) -> tuple[Excerpt, ...]:
    sides = ((sharing.left, pair.passage.a), (sharing.right, pair.passage.b))
    return tuple(excerpt(report, [("mark_passage", span)]) for report, span in sides)


def _origin(source: Source, shown: Outline, pack: LanguagePack | None) -> Explanation:
    origin = source.origin
    facts = [("fact_agency", origin.agency), ("fact_basis", origin.basis)]
    members = tuple(member.report for member in source.members)
    numbers = {report.number for report in members}
    pairs = [pair for pair in shown.sharings if {pair.left.number, pair.right.number} <= numbers and pair.pairs]
    seen = tuple(
        side for pair in pairs[:_PASSAGES] for side in _sides(pair, max(pair.pairs, key=lambda p: p.passage.words))
    )
    known = tuple((key, value) for key, value in facts if value)
    return Explanation(origin.id, "origin", known, seen, find_rule(origin.trace, pack), members)


def _version(pair: Versions, pack: LanguagePack | None) -> Explanation:
    shown = tuple(side for revision in pair.revisions for side in _change_sides(pair, revision))
    facts = (("fact_changes", str(len(pair.revisions))),)
    trace: Trace = pair.version.trace
    return Explanation(pair.version.id, "version", facts, shown, find_rule(trace, pack), (pair.older, pair.newer))


def _change(pair: Versions, revision: Revision, pack: LanguagePack | None) -> Explanation:
    facts = (("fact_change", revision.change.kind), ("fact_what", revision.change.what))
    rule = find_rule(pair.version.trace, pack)
    return Explanation(revision.id, "change", facts, _change_sides(pair, revision), rule, (pair.older, pair.newer))


def _change_sides(pair: Versions, revision: Revision) -> tuple[Excerpt, ...]:
    sides = ((pair.older, revision.change.older), (pair.newer, revision.change.newer))
    return tuple(excerpt(report, [("mark_changed", span)]) for report, span in sides if span)
