"""Who says what, on whose word: statements found by a small grammar of clauses over the words of a language pack."""

from quellenlage.read.statements.finding import find_statements

__all__ = ["find_statements"]
