"""The dossier as Markdown."""

from quellenlage.dossier.markdown.escape import plain
from quellenlage.dossier.markdown.render import render_markdown

__all__ = ["plain", "render_markdown"]
