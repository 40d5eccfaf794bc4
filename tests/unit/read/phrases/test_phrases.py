"""The engine of phrases: kinds of words, patterns, and errors in tables."""

from pathlib import Path

import pytest

from quellenlage.errors import LanguagePackError
from quellenlage.languages import LanguagePack, read_pack
from quellenlage.read.phrases import find_phrases, find_tokens, read_grammar, read_lexicon

WORDS = """
[[entry]]
id = "colour"
kind = "colour"
value = "c"
stems = ["rot", "blau"]
endings = ["", "e"]

[[entry]]
id = "thing"
kind = "thing"
value = "t"
forms = ["Boot"]

[[entry]]
id = "any"
macro = "(colour|thing)"
"""


def pack_with(folder: Path, words: str, rules: str) -> LanguagePack:
    """Return a pack of two tables."""
    (folder / "pack.toml").write_text('code = "xx"', encoding="utf-8")
    (folder / "words.toml").write_text(words, encoding="utf-8")
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    return read_pack(folder)


def found(folder: Path, rules: str, text: str) -> list[tuple[str, str]]:
    """Return the rules that hold in a text, with what they found."""
    pack = pack_with(folder, WORDS, rules)
    lexicon = read_lexicon(pack, ["words"], ["rules"])
    grammar = read_grammar(pack, lexicon, ["rules"])
    tokens = find_tokens(text, 0, len(text), lexicon)
    return [(phrase.rule.name, text[phrase.start : phrase.end]) for phrase in find_phrases(tokens, grammar)]


def rule(name: str, pattern: str) -> str:
    """Return a rule as TOML."""
    return f'[[entry]]\nid = "{name}"\nmake = "x"\npattern = "{pattern}"\n'


def test_the_rule_that_reaches_farthest_wins(tmp_path: Path) -> None:
    """Of two rules at one place, the longer is taken, whichever stands first."""
    rules = rule("short", "colour") + rule("long", "colour thing")
    assert found(tmp_path, rules, "ein rotes, blaue Boot") == [("rules/long", "blaue Boot")]


def test_a_mark_leaves_the_context_out(tmp_path: Path) -> None:
    """What stands outside < > is looked at and not found."""
    assert found(tmp_path, rule("marked", "'am' < any >"), "am Boot, Boot") == [("rules/marked", "Boot")]


def test_context_does_not_hide_a_longer_rule(tmp_path: Path) -> None:
    """A rule that begins inside another's context and reaches farther is preferred."""
    rules = rule("marked", "'am' < colour >") + rule("longer", "colour thing")
    assert found(tmp_path, rules, "am rot Boot") == [("rules/longer", "rot Boot")]


def test_a_pattern_must_name_known_kinds(tmp_path: Path) -> None:
    """A kind that no word has is reported with the file."""
    with pytest.raises(LanguagePackError, match="nonsense"):
        found(tmp_path, rule("wrong", "nonsense"), "rot")


def test_a_form_has_one_kind(tmp_path: Path) -> None:
    """A form that two entries claim is reported with file and line."""
    words = WORDS + '\n[[entry]]\nid = "other"\nkind = "other"\nforms = ["Boot"]\n'
    pack = pack_with(tmp_path, words, rule("r", "thing"))
    with pytest.raises(LanguagePackError, match="Boot"):
        read_lexicon(pack, ["words"], ["rules"])
