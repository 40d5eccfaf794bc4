"""Read one article: its parts, sentences, credits, statements. A pure function of the article and a language pack."""

from quellenlage.read.layout import Layout, find_layout
from quellenlage.read.learned import Ahead, can_read
from quellenlage.read.reading import ReadOptions, begin_article, read_article

__all__ = ["Ahead", "Layout", "ReadOptions", "begin_article", "can_read", "find_layout", "read_article"]
