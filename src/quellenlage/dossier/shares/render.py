"""Render the page of shares; templates lie beside this file and end up inside the page."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.shares.bars import KINDS, draw_days, draw_outlets
from quellenlage.dossier.templates import make_environment
from quellenlage.model import Share

_TEMPLATES = Path(__file__).parent / "templates"


def render_shares(outlets: Sequence[Share], days: Sequence[Share], labels: Mapping[str, str], language: str) -> str:
    """Return one page without script or network: whose words each outlet prints, by outlet and by day.

    `outlets` and `days` are rows of one outlet and of one day each; `labels` are those of a language pack.
    """
    environment = make_environment(_TEMPLATES)
    style = (_TEMPLATES / "shares.css").read_text(encoding="utf-8")
    policy = b64encode(sha256(style.encode()).digest()).decode()
    dated = tuple(row for row in days if row.day)
    return environment.get_template("shares.html.j2").render(
        say=Labels(labels),
        language=language,
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{policy}'; base-uri 'none'",
        kinds=KINDS,
        outlets=outlets,
        days=days,
        by_outlet=draw_outlets(outlets),
        by_day=draw_days(dated) if len(dated) > 1 else None,
        articles=sum(row.articles for row in outlets),
        words=sum(row.words for row in outlets),
    )
