"""The learned part: one small encoder finds names and proposes statements (docs/reference/model-card.md)."""

from quellenlage.read.learned.ahead import Ahead
from quellenlage.read.learned.encoder import Model, Said, load_model, read_words
from quellenlage.read.learned.languages import can_read
from quellenlage.read.learned.merging import merge_statements
from quellenlage.read.learned.names import Name, find_names
from quellenlage.read.learned.statements import Proposal, propose_statements
from quellenlage.read.learned.vectors import word_vectors

__all__ = [
    "Ahead",
    "Model",
    "Name",
    "Proposal",
    "Said",
    "can_read",
    "find_names",
    "load_model",
    "merge_statements",
    "propose_statements",
    "read_words",
    "word_vectors",
]
