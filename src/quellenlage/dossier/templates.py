"""How templates are read and filled: every value escaped, no name left open."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from quellenlage.dossier.printable import printable


def make_environment(folder: Path) -> Environment:
    """Return an environment for the templates of a folder."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    return environment
