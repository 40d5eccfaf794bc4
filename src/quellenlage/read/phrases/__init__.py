"""A small engine for short phrases: words get a kind, rules are patterns over kinds, the longest rule wins."""

from quellenlage.read.phrases.grammar import Grammar, Phrase, Rule, find_phrases, read_grammar
from quellenlage.read.phrases.lexicon import Lexeme, Lexicon, read_lexicon
from quellenlage.read.phrases.tokens import Tokens, find_tokens

__all__ = [
    "Grammar",
    "Lexeme",
    "Lexicon",
    "Phrase",
    "Rule",
    "Tokens",
    "find_phrases",
    "find_tokens",
    "read_grammar",
    "read_lexicon",
]
