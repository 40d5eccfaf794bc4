"""Pages: what their markup says of an article, and its text with credits, bylines and captions in page order."""

from quellenlage.ingest.html.reader import read_page

__all__ = ["read_page"]
