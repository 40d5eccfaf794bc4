"""One story told with its evidence: for the terminal, as a page, as Markdown; and the proof behind every id."""

from quellenlage.dossier.assemble import assemble
from quellenlage.dossier.options import TextOptions

__all__ = ["TextOptions", "assemble"]
