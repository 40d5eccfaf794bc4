"""The command line: thin over the api; the same words as the JSON and the page."""

from quellenlage.cli.main import main

__all__ = ["main"]
