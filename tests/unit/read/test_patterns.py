"""Rules of form: how a pack's patterns become regular expressions."""

import shutil
from pathlib import Path

import pytest

from quellenlage.errors import LanguagePackError
from quellenlage.languages import LanguagePack, load_pack, read_pack
from quellenlage.read.patterns import macro_of, rules_of


def changed(folder: Path, table: str, entry: str) -> LanguagePack:
    """Return the German pack with one entry more in one of its tables."""
    pack = Path(shutil.copytree(load_pack("de").folder, folder / "de"))
    with (pack / f"{table}.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[[entry]]\n{entry}\n")
    return read_pack(pack)


def test_words_in_angle_brackets_are_put_in() -> None:
    """A pattern may use the macros of all tables of rules, and macros may use each other."""
    rule = next(rule for rule in rules_of(load_pack("de"), "credits") if rule.name == "credits/agencies-line")
    assert rule.pattern.fullmatch("- Nachrichtenagenturen dpa und AFP")
    assert "<" not in macro_of(load_pack("de"), "LIST").replace("(?<", "")


@pytest.mark.parametrize(
    "pattern", ["(never closed", "<NO_SUCH_WORD>", "<LOOP>"], ids=["malformed", "unknown word", "endless"]
)
def test_a_malformed_pattern_is_named_with_its_line(tmp_path: Path, pattern: str) -> None:
    """A pattern that cannot be compiled is an error of the pack, with file and line."""
    pack = changed(
        tmp_path,
        "furniture",
        f'id = "x"\npart = "teaser"\npattern = "{pattern}"\n\n[[entry]]\nid = "loop"\n'
        'macro = "LOOP"\npattern = "a<LOOP>"',
    )
    with pytest.raises(LanguagePackError, match=r"furniture\.toml:\d+: the pattern of furniture/x is malformed"):
        _ = [rule.pattern for rule in rules_of(pack, "furniture")]


def test_rules_are_tried_only_where_they_can_match() -> None:
    """A rule that needs a literal is not wanted in a text without it; one without needs always is."""
    rules = {rule.name: rule for rule in rules_of(load_pack("de"), "furniture")}
    assert rules["furniture/permalink"].wanted("… Permalink: https://x.example")
    assert not rules["furniture/permalink"].wanted("Die Fähre liegt fest.")
    assert rules["furniture/more-line"].wanted("")
