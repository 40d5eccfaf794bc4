"""One SQLite file that keeps articles, the bytes they were read from, and what could not be read."""

from quellenlage.store.records import Addition, ArticleRow, Receipt
from quellenlage.store.store import Store

__all__ = ["Addition", "ArticleRow", "Receipt", "Store"]
