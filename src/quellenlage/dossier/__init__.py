"""One story told with its evidence: for the terminal, as a page, as Markdown; and the proof behind every id."""

from collections.abc import Mapping

from quellenlage.dossier.assemble import assemble
from quellenlage.dossier.explain import Explanation, find_explanation
from quellenlage.dossier.markdown import render_markdown
from quellenlage.dossier.options import TextOptions
from quellenlage.model import Dossier

__all__ = [
    "Explanation",
    "TextOptions",
    "assemble",
    "find_explanation",
    "render_explanation",
    "render_html",
    "render_markdown",
    "render_text",
]


# rich and jinja2 take longer to load than everything else together: they are loaded by whoever prints.
def render_text(dossier: Dossier, labels: Mapping[str, str], options: TextOptions | None = None) -> str:
    """Return the dossier as a summary for the terminal; see `terminal.render`."""
    from quellenlage.dossier.terminal.render import render_text as render  # noqa: PLC0415 - loads rich

    return render(dossier, labels, options)


def render_explanation(explanation: Explanation, labels: Mapping[str, str], options: TextOptions | None = None) -> str:
    """Return an explanation for the terminal; see `terminal.explanation`."""
    from quellenlage.dossier.terminal.explanation import render_explanation as render  # noqa: PLC0415 - loads rich

    return render(explanation, labels, options)


def render_html(dossier: Dossier, labels: Mapping[str, str], language: str) -> str:
    """Return the dossier as one self-contained page; see `page.render`."""
    from quellenlage.dossier.page.render import render_html as render  # noqa: PLC0415 - loads jinja2

    return render(dossier, labels, language)
