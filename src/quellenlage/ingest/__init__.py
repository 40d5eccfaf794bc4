"""From bytes to articles: files, folders and standard input become stored texts that nobody edits."""

from quellenlage.ingest.load import load
from quellenlage.ingest.records import IngestOptions, Loaded
from quellenlage.ingest.sources import STANDARD_INPUT, as_paths

__all__ = ["STANDARD_INPUT", "IngestOptions", "Loaded", "as_paths", "load"]
