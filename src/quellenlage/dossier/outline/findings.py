"""The dossier in a few sentences: what a reader must know first."""

from dataclasses import dataclass

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline.phrases import dispute_name, numbers
from quellenlage.dossier.outline.records import Report, Sharing, Source
from quellenlage.dossier.outline.told import Outline
from quellenlage.dossier.printable import shorten

# Sentences of one sort; what is beyond stands in its section.
_MOST = 3
# Pairs of reports that are shown side by side; a reader compares no more, and hundreds of reports have thousands.
_PAIRS = 40
# Characters of a value that a sentence quotes; of what differs, more of which is told where the contradiction is.
_VALUE, _WHAT = 70, 40
# Reports that one sentence names.
_NAMES = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, the ids of what it rests on, and whether it is a warning about the independence of the reports."""

    text: str
    ids: tuple[str, ...]
    warning: bool = False


def headline(shown: Outline, labels: Labels) -> str:
    """Return the dossier's headline: how many reports, and how many of them rest on one text."""
    reports = len(shown.reports)
    shared = next((source for source in shown.sources if len(source.members) > 1), None)
    if reports < 2:
        return labels("headline_one") if reports else labels("headline_none")
    if shared is None:
        return labels("headline_apart", n=labels.number(reports))
    form = "headline_all" if len(shared.members) == reports else "headline_some"
    return labels(
        form, n=labels.number(reports), m=labels.number(len(shared.members)), text=source_name(shared, labels)
    )


def findings(shown: Outline, labels: Labels) -> tuple[Finding, ...]:
    """Return what must be known first: conflicts, origins, silent copies, versions, voices, what was lost."""
    silent = [(sharing, sharing.silent) for sharing in shown.sharings if sharing.silent and sharing.worst]
    found = [*_disputes(shown, labels), *(_origin(source, labels) for source in shown.sources[:_MOST])]
    found += [_silent(sharing, report, labels) for sharing, report in silent[:_MOST]]
    found += _supported(shown, labels)
    found += [_versions(shown, place, labels) for place in range(min(_MOST, len(shown.versions)))]
    found += [_newsroom(sharing, labels) for sharing in shown.sharings if sharing.newsroom][:_MOST]
    found += [*_apart(shown, labels), *_voices(shown, labels), *_lost(shown, labels)]
    return tuple(found)


def weightiest_pairs(shown: Outline) -> tuple[Sharing, ...]:
    """Return the pairs of reports that share most, and those that a finding speaks of, in their order."""
    silent = [pair for pair in shown.sharings if pair.silent and pair.worst][:_MOST]
    told = silent + [pair for pair in shown.sharings if pair.newsroom][:_MOST]
    ids = {pair.copy.id for pair in (*told, *shown.sharings[:_PAIRS])}
    return tuple(pair for pair in shown.sharings if pair.copy.id in ids)


def source_name(source: Source, labels: Labels) -> str:
    """Return what the shared text is called: the agency's text, or text of unknown origin."""
    if source.origin.agency is None:
        return labels("origin_unknown")
    key = "origin_presumed" if source.origin.basis == "inferred" else "origin_agency"
    return labels(key, agency=source.origin.agency)


def cited(report: Report, labels: Labels) -> str:
    """Return a report as sentences name it: its name and its number."""
    return labels("cited", name=report.name, number=report.number)


def silence(sharing: Sharing, silent: Report, labels: Labels) -> str:
    """Return in plain words that a report does not credit the agency that the other one credits for shared words."""
    other = sharing.left if silent is sharing.right else sharing.right
    values = {
        "report": cited(silent, labels),
        "other": cited(other, labels),
        "agency": sharing.copy.agency or "",
        "credited": labels.list(silent.agencies),
    }
    return labels.count("silent_other" if silent.agencies else "silent_none", sharing.copy.words, **values)


def _names(reports: list[Report], labels: Labels) -> str:
    """The reports as a sentence names them; of many, the first few and how many more."""
    names = [cited(report, labels) for report in reports]
    if len(names) > _NAMES:
        names = [*names[: _NAMES - 1], labels.count("others", len(names) - _NAMES + 1)]
    return labels.list(tuple(names))


def _disputes(shown: Outline, labels: Labels) -> list[Finding]:
    found = []
    for dispute in shown.disputes[:_MOST]:
        sides = (
            labels("side_of", value=shorten(side.value, _VALUE), reports=numbers(side.spots)) for side in dispute.sides
        )
        kind = labels(f"conflict_{dispute.conflict.kind}")
        what = dispute_name(dispute, labels) if len(dispute.what) <= _WHAT else kind
        text = labels("finding_dispute", what=what, sides=labels("against").join(sides))
        found.append(Finding(text, (dispute.conflict.id,), warning=True))
    return found


def _supported(shown: Outline, labels: Labels) -> list[Finding]:
    """How much is well supported, and how much only looks so because several outlets have it."""
    counts = {
        "finding_supported": len(shown.of_status("corroborated")),
        "finding_single": len(shown.of_status("single_source", "single_origin")),
    }
    return [Finding(labels.count(key, count), ()) for key, count in counts.items() if count]


def _origin(source: Source, labels: Labels) -> Finding:
    members = _names([member.report for member in source.members], labels)
    text = labels("finding_origin", letter=source.letter, text=source_name(source, labels), reports=members)
    return Finding(text, (source.origin.id,))


def _silent(sharing: Sharing, silent: Report, labels: Labels) -> Finding:
    return Finding(silence(sharing, silent, labels), (sharing.copy.id,), warning=True)


def _versions(shown: Outline, place: int, labels: Labels) -> Finding:
    pair = shown.versions[place]
    older, newer = cited(pair.older, labels), cited(pair.newer, labels)
    text = labels.count("finding_versions", len(pair.revisions), older=older, newer=newer)
    return Finding(text, (pair.version.id,))


def _newsroom(sharing: Sharing, labels: Labels) -> Finding:
    left, right = cited(sharing.left, labels), cited(sharing.right, labels)
    text = labels("finding_newsroom", left=left, right=right, newsroom=sharing.newsroom or "")
    return Finding(text, (sharing.copy.id,), warning=True)


def _apart(shown: Outline, labels: Labels) -> list[Finding]:
    """Said only where others do share text: it is a fact about these reports, not about the world."""
    sharing = {
        report.number for pair in shown.sharings if pair.copy.kind == "copy" for report in (pair.left, pair.right)
    }
    apart = [report for report in shown.reports if report.number not in sharing]
    if not sharing or not apart:
        return []
    return [Finding(labels.count("finding_apart", len(apart), reports=_names(apart, labels)), ())]


def _voices(shown: Outline, labels: Labels) -> list[Finding]:
    statements = sum(voice.statements for voice in shown.voices)
    if not statements:
        return []
    named = [voice for voice in shown.voices if voice.kind == "named"]
    unnamed = statements - sum(voice.statements for voice in named)
    text = labels.count("finding_voices", len(named), statements=labels.count("statements", statements))
    if unnamed:
        text = f"{text} {labels.count('finding_unnamed', unnamed)}"
    return [Finding(text, ())]


def _lost(shown: Outline, labels: Labels) -> list[Finding]:
    lost = sum(trouble.problem.severity != "note" for trouble in shown.troubles)
    return [Finding(labels.count("finding_lost", lost), (), warning=True)] if lost else []
