"""The dossier as Markdown: for notes, tickets and whatever turns Markdown into something else."""

import re
from collections.abc import Iterator, Mapping

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import Outline, Piece, Place, Sharing, Utterance, Versions, Voice, outline, phrases
from quellenlage.dossier.outline.findings import cited, findings, headline, silence, source_name
from quellenlage.dossier.printable import one_line
from quellenlage.model import Dossier

# What would be read as markup anywhere in a line; and what would be read so at its beginning.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#$])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")


def render_markdown(dossier: Dossier, labels: Mapping[str, str]) -> str:
    """Return the dossier as CommonMark; what the articles hold is escaped. `labels` are those of a language pack."""
    say = Labels(labels)
    shown = outline(dossier)
    parts = (_opening, _origins, _reports, _sharings, _versions, _voices, _timeline, _troubles)
    return "\n".join(line for part in parts for line in part(shown, say)) + "\n"


def plain(text: str) -> str:
    r"""Return a text as one line of Markdown that shows just this text.

    >>> plain("1. *Er* sagte <b>")
    '1\\. \\*Er\\* sagte \\<b\\>'
    """
    escaped = _MARKUP.sub(r"\\\1", one_line(text).replace("&", "&amp;"))
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


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
        yield f"   {_code(report.id)}"


def _sharings(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.sharings:
        return
    yield from ("", f"## {plain(say('section_copies'))}")
    for sharing in shown.sharings:
        left, right = plain(cited(sharing.left, say)), plain(cited(sharing.right, say))
        yield from ("", f"### {left} {say('and')} {right}", "")
        yield f"{plain(phrases.share_line(sharing, say))} · {_code(sharing.copy.id)}"
        if sharing.silent and sharing.worst:
            yield from ("", f"**{plain(silence(sharing, sharing.silent, say))}**")
        yield from _passages(sharing)


def _passages(sharing: Sharing) -> Iterator[str]:
    if sharing.pairs:
        left, right = (plain(f"{report.number} {report.name}") for report in (sharing.left, sharing.right))
        yield from ("", f"| {left} | {right} |", "| --- | --- |")
        yield from (f"| {_pieces(pair.left)} | {_pieces(pair.right)} |" for pair in sharing.pairs)


def _pieces(pieces: tuple[Piece, ...]) -> str:
    """Words that differ are set in bold; what stands between pieces (spaces) is kept, for they are words apart."""
    shown = []
    for piece in pieces:
        before = " " if piece.text[:1].isspace() else ""
        after = " " if piece.text[-1:].isspace() else ""
        text = plain(piece.text)
        shown.append(f"{before}{f'**{text}**' if piece.differs and text else text}{after}")
    return "".join(shown).strip()


def _versions(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.versions:
        return
    yield from ("", f"## {plain(say('section_versions'))}")
    for pair in shown.versions:
        yield from _version(pair, say)


def _version(pair: Versions, say: Labels) -> Iterator[str]:
    older, newer = plain(cited(pair.older, say)), plain(cited(pair.newer, say))
    yield from ("", f"### {older} → {newer}", "", _code(pair.version.id), "")
    for revision in pair.revisions:
        yield f"- {plain(phrases.change_line(revision, say))}"
        for sign, side in (("−", revision.older), ("+", revision.newer)):
            if side:
                yield f"  - {sign} {plain(side.before)} {_pieces(side.changed)} {plain(side.after)}".rstrip()


def _voices(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.voices:
        return
    yield from ("", f"## {plain(say('section_voices'))}")
    for voice in shown.voices:
        yield from ("", f"### {plain(phrases.voice_name(voice, say))}", "")
        note = phrases.voice_note(voice, say)
        if note:
            yield from (plain(note), "")
        for said in voice.utterances:
            yield f"- {_said(said)}"
            yield from (f"  - {_place(voice, place, say)}" for place in said.places)


def _said(said: Utterance) -> str:
    """What is said, in italics where the rest of its sentence stands around it."""
    if not said.before and not said.after:
        return plain(said.text)
    after = f" {said.after}" if said.after[:1].isalnum() else said.after
    return " ".join(part for part in (plain(said.before), f"*{plain(said.text)}*") if part) + plain(after)


def _place(voice: Voice, place: Place, say: Labels) -> str:
    spans = ", ".join(f"{span.start}–{span.end}" for span in place.statement.content)
    way = plain(phrases.chain_line(voice, place, say))
    kind = plain(phrases.kind_line(place.statement, say))
    return f"{way} · {kind} · {say('characters_at', spans=spans)} · {_code(place.statement.id)}"


def _timeline(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.moments:
        return
    yield from ("", f"## {plain(say('section_timeline'))}", "")
    for moment in shown.moments:
        when = plain(say.days(moment.entry.earliest, moment.entry.latest))
        numbers = " ".join(plain(f"[{report.number}]") for report, _ in moment.places)
        yield f"- **{when}**: {plain(moment.text)} {numbers} · {_code(moment.entry.id)}"


def _troubles(shown: Outline, say: Labels) -> Iterator[str]:
    if not shown.troubles:
        return
    yield from ("", f"## {plain(say('section_problems'))}", "")
    for trouble in shown.troubles:
        problem = trouble.problem
        where = cited(trouble.report, say) if trouble.report else problem.article
        severity = say(f"severity_{problem.severity}")
        yield f"- **{plain(where)}** ({plain(severity)}, {_code(problem.code)}): {plain(problem.reason)}"
        yield f"  {plain(problem.remedy)}"


def _code(text: str) -> str:
    """An id as code; a backtick in a caller's own id cannot end it."""
    return f"`{one_line(text).replace('`', chr(0x2019))}`"
