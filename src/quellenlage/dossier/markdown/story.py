"""Who says what, who is who, what happened when: as Markdown."""

from collections.abc import Iterator

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.markdown.escape import code, plain, set_off
from quellenlage.dossier.outline import Outline, Place, Utterance, Voice, phrases
from quellenlage.dossier.outline.reasons import form_line, profile_line


def voices(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield one block a voice: what it says, in which report, and by which way."""
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
            for variant in said.variants:
                yield f"- = {set_off(variant.pieces)}"
                yield from (f"  - {_place(voice, place, say)}" for place in variant.places)


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
    return f"{way} · {kind} · {say('characters_at', spans=spans)} · {code(place.statement.id)}"


def profiles(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield the entities with every name that the reports use, and what they call them."""
    if not shown.named_profiles:
        return
    yield from ("", f"## {plain(say('section_profiles'))}", "")
    for profile in shown.named_profiles:
        numbers = phrases.numbers(profile.firsts)
        head = f"**{plain(profile.name)}** ({plain(profile_line(profile, say))}) {plain(numbers)}"
        yield f"- {head} · {code(profile.entity.id)}"
        for key, forms in (("also", profile.forms), ("called", profile.descriptions)):
            if forms:
                yield f"  - {plain(say(key, names=', '.join(map(form_line, forms))))}"


def timeline(shown: Outline, say: Labels) -> Iterator[str]:
    """Yield the moments in their order."""
    if not shown.moments:
        return
    yield from ("", f"## {plain(say('section_timeline'))}", "")
    for moment in shown.moments:
        when = plain(say.days(moment.entry.earliest, moment.entry.latest))
        numbers = " ".join(plain(f"[{report.number}]") for report, _ in moment.places)
        yield f"- **{when}**: {plain(moment.before + moment.text + moment.after)} {numbers} · {code(moment.entry.id)}"
