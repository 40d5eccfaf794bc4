"""Read one article: its parts, sentences, credits, statements. A pure function of the article and a language pack."""

from quellenlage.read.layout import Layout, find_layout
from quellenlage.read.reading import ReadOptions, read_article

__all__ = ["Layout", "ReadOptions", "find_layout", "read_article"]
