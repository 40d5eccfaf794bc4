"""Render the page: templates, style and script lie beside this file and end up inside the page."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.outline import (
    Outline,
    Pair,
    Profile,
    Revision,
    Sharing,
    Spot,
    Versions,
    outline,
    phrases,
    reasons,
)
from quellenlage.dossier.outline.findings import cited, findings, headline, silence, source_name, weightiest_pairs
from quellenlage.dossier.outline.synopsis import align_reports
from quellenlage.dossier.page.article import paragraphs
from quellenlage.dossier.page.notes import gather_notes, origin_class
from quellenlage.dossier.page.plot import draw_timeline
from quellenlage.dossier.printable import shorten
from quellenlage.dossier.templates import make_environment
from quellenlage.model import Dossier, EntityLabel

# Changes of a version that are shown at once: about one screen.
_CHANGES = 12
_TEMPLATES = Path(__file__).parent / "templates"


def render_html(dossier: Dossier, labels: Mapping[str, str], language: str) -> str:
    """Return the dossier as one page that needs no network and no script: text, style and script are in it.

    `labels` are those of a language pack and `language` its code. Whatever the articles hold is escaped; a
    content security policy lets run only the script that belongs to the page.
    """
    say = Labels(labels)
    everything = outline(dossier)
    shown = replace(everything, sharings=weightiest_pairs(everything))
    notes = gather_notes(shown, say)
    style, script = (_read(name) for name in ("page.css", "page.js"))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            shown=shown,
            say=say,
            language=language,
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'",
            headline=headline(everything, say),
            findings=findings(everything, say),
            texts=[(report, tuple(paragraphs(report, notes[report.number]))) for report in shown.reports],
            sections=[(name, count) for name, count in _sections(everything).items() if count],
            synopsis=align_reports(shown),
            more_pairs=len(everything.sharings) - len(shown.sharings),
            plot=draw_timeline(shown, say),
            profiles=[(label, tuple(found)) for label, found in groupby(shown.named_profiles, _label)],
            balances={told.report.number: told for told in shown.balances},
            alone={report.number for report, _ in reasons.by_outlet(shown)},
        )
    )


@cache
def _environment() -> Environment:
    environment = make_environment(_TEMPLATES)
    environment.filters["shorten"] = shorten
    environment.globals.update(
        cited=cited,
        origin_class=origin_class,
        phrases=phrases,
        reasons=reasons,
        one_a_report=_one_a_report,
        silence=silence,
        source_name=source_name,
        passages=_passages,
        weighty_changes=_weighty_changes,
    )
    return environment


def _sections(shown: Outline) -> dict[str, int]:
    """How much each section holds, in the order in which they are told."""
    return {
        "origins": len(shown.sources),
        "lead": len(shown.of_status("corroborated")),
        "disputes": len(shown.disputes) + len(shown.denied),
        "courses": len(shown.courses),
        "single": len(shown.of_status(*reasons.SINGLE)),
        "synopsis": sum(len(assertion.reports) > 1 for assertion in shown.assertions),
        "voices": len(shown.voices),
        "profiles": len(shown.named_profiles),
        "timeline": len(shown.moments),
        "reports": len(shown.reports),
        "copies": len(shown.sharings),
        "versions": len(shown.versions),
        "texts": len(shown.reports),
        "problems": len(shown.troubles),
    }


def _label(profile: Profile) -> EntityLabel:
    return profile.entity.label


def _one_a_report(spots: Sequence[Spot]) -> list[Spot]:
    return list({spot.report.number: spot for spot in reversed(spots)}.values())[::-1]


def _passages(sharing: Sharing, *, quoted: bool) -> list[Pair]:
    return [pair for pair in sharing.pairs if pair.passage.quoted == quoted]


def _weighty_changes(pair: Versions) -> tuple[list[Revision], list[Revision]]:
    """All changes while they are few; else numbers, names, dates, attributions first, the rest behind a click."""
    if len(pair.revisions) <= _CHANGES:
        return list(pair.revisions), []
    weighty = [revision for revision in pair.revisions if revision.change.what != "text"]
    first = (weighty or list(pair.revisions))[:_CHANGES]
    return first, [revision for revision in pair.revisions if revision not in first]


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode('ascii')}"
