"""From bytes to articles: files, folders and standard input become stored texts that nobody edits."""

from quellenlage.ingest.load import load
from quellenlage.ingest.records import IngestOptions, Loaded

__all__ = ["IngestOptions", "Loaded", "load"]
