"""The dossier as Markdown: for notes, tickets and whatever turns Markdown into something else."""

from collections.abc import Iterator, Mapping

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.markdown import claims, story
from quellenlage.dossier.markdown.escape import code, plain, set_off
from quellenlage.dossier.outline import Outline, Sharing, Versions, outline, phrases
from quellenlage.dossier.outline.findings import cited, findings, headline, silence, source_name, weightiest_pairs
from quellenlage.model import Dossier


def render_markdown(dossier: Dossier, labels: Mapping[str, str]) -> str:
    """Return the dossier as CommonMark; what the articles hold is escaped. `labels` are those of a language pack."""
    say = Labels(labels)
    shown = outline(dossier)
    parts = (
        (_opening, _origins, claims.lead, claims.disputes, claims.courses, claims.single),
        (story.voices, story.profiles, story.timeline),
        (_reports, _sharings, _versions, _troubles),
    )
    return "\n".join(line for group in parts for part in group for line in part(shown, say)) + "\n"


def _opening(shown: Outline, say: Labels) -> Iterator[str]:
    yield f"# {plain(headline(shown, say))}"
    dates = phrases.dates_line(shown, say)
    if dates:
        yield from ("", plain(dates))
    yield ""
    for finding in findings(shown, say):
        text = plain(finding.text)
        yield f"- **{text}**" if finding.warning else f"- {text}"


def _origins(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.sources:
        return
    yield from ("", f"## {plain(say('section_origins'))}")
    for source in shown.sources:
        yield from ("", f"### {source.letter}: {plain(source_name(source, say))}", "")
        for member in source.members:
            note = phrases.origin_note(source, member, say)
            yield f"- {plain(cited(member.report, say))}{f': {plain(note)}' if note else ''}"
        yield from ("", f"`{source.origin.id}`")


def _reports(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.reports:
        return
    yield from ("", f"## {plain(say('section_reports'))}", "")
    for report in shown.reports:
        title = say("lead", text=report.title) if report.lead else report.title
        yield f"{report.number}. **{plain(report.name)}**: {plain(title)}  "
        yield f"   {plain(phrases.credit_line(report, say))}  "
        yield f"   {code(report.id)}"
        yield from claims.lacking(report, shown, say)


def _sharings(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.sharings:
        return
    yield from ("", f"## {plain(say('section_copies'))}")
    pairs = weightiest_pairs(shown)
    for sharing in pairs:
        left, right = plain(cited(sharing.left, say)), plain(cited(sharing.right, say))
        yield from ("", f"### {left} {say('and')} {right}", "")
        yield f"{plain(phrases.share_line(sharing, say))} · {code(sharing.copy.id)}"
        if sharing.silent and sharing.worst:
            yield from ("", f"**{plain(silence(sharing, sharing.silent, say))}**")
        yield from _passages(sharing)
    more = len(shown.sharings) - len(pairs)
    if more:
        yield from ("", f"{plain(say.count('more_pairs', more))} ({plain(say('see_json'))})")


def _passages(sharing: Sharing) -> Iterator[str]:
    if sharing.pairs:
        left, right = (plain(f"{report.number} {report.name}") for report in (sharing.left, sharing.right))
        yield from ("", f"| {left} | {right} |", "| --- | --- |")
        yield from (f"| {set_off(pair.left)} | {set_off(pair.right)} |" for pair in sharing.pairs)


def _versions(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.versions:
        return
    yield from ("", f"## {plain(say('section_versions'))}")
    for pair in shown.versions:
        yield from _version(pair, say)


def _version(pair: Versions, say: Labels) -> Iterator[str]:
    older, newer = plain(cited(pair.older, say)), plain(cited(pair.newer, say))
    yield from ("", f"### {older} → {newer}", "", code(pair.version.id), "")
    for revision in pair.revisions:
        yield f"- {plain(phrases.change_line(revision, say))}"
        for sign, side in (("−", revision.older), ("+", revision.newer)):
            if side:
                yield f"  - {sign} {plain(side.before)} {set_off(side.changed)} {plain(side.after)}".rstrip()


def _troubles(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.troubles:
        return
    yield from ("", f"## {plain(say('section_problems'))}", "")
    for trouble in shown.troubles:
        problem = trouble.problem
        where = cited(trouble.report, say) if trouble.report else problem.article
        severity = say(f"severity_{problem.severity}")
        yield f"- **{plain(where)}** ({plain(severity)}, {code(problem.code)}): {plain(problem.reason)}"
        yield f"  {plain(problem.remedy)}"
