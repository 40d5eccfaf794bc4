"""Numbers, dates and lists as the labels of a language write them; the label files of all languages agree."""

import ast
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from quellenlage.dossier.explain.records import FindingKind, RuleKind
from quellenlage.dossier.labels import Labels
from quellenlage.dossier.shares.bars import KINDS
from quellenlage.languages import load_pack
from quellenlage.model import (
    AgencyBasis,
    ChangeKind,
    ClaimStatus,
    ConflictKind,
    CreditRole,
    EntityLabel,
    Evidence,
    Origin,
    PartKind,
    Severity,
    Stance,
    StatementKind,
)

LANGUAGES = ("de", "en")
COUNTRIES = tuple(key.removeprefix("country_") for key in load_pack("de").labels if key.startswith("country_"))
# Keys that the code puts together: a prefix and every value that a record can have there.
FAMILIES: dict[str, tuple[str, ...]] = {
    "month": tuple(str(month) for month in range(1, 13)),
    "kind": get_args(StatementKind),
    "stance": get_args(Stance),
    "evidence": get_args(Evidence),
    "severity": get_args(Severity),
    "change": get_args(ChangeKind),
    "what": ("number", "name", "date", "attribution", "text"),
    "part": get_args(PartKind),
    "credit": (*get_args(CreditRole), "none"),
    "role": get_args(CreditRole),
    "voice": ("unknown", "anonymous", "hearsay"),
    "is": get_args(FindingKind),
    "rule": get_args(RuleKind),
    "copy": ("copy", "quotes"),
    "label": get_args(EntityLabel),
    "labels": get_args(EntityLabel),
    "mark": ("byline", "dateline", "credit", "part"),
    "basis": (*get_args(AgencyBasis), *get_args(Origin.__annotations__["basis"])),
    "status": get_args(ClaimStatus),
    "group": ("single_source", "single_origin", "single_outlet"),
    "conflict": get_args(ConflictKind),
    "country": COUNTRIES,
    "shares": tuple(f"{kind}{end}" for kind in KINDS for end in ("", "_is")),
    "section": (
        "origins",
        "reports",
        "copies",
        "versions",
        "voices",
        "timeline",
        "texts",
        "problems",
        "lead",
        "disputes",
        "courses",
        "single",
        "synopsis",
        "profiles",
    ),
}


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> dict[str, str]:
    """Return the labels of each language in turn."""
    return dict(load_pack(request.param).labels)


@pytest.fixture
def german() -> Labels:
    """Return the German labels."""
    return Labels(load_pack("de").labels)


@pytest.fixture
def english() -> Labels:
    """Return the English labels."""
    return Labels(load_pack("en").labels)


def _written_keys(root: Path) -> set[str]:
    """Return all strings in the code and templates of the dossier: what a label is asked for by stands among them."""
    folder = root / "src" / "quellenlage" / "dossier"
    found = set()
    for file in folder.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found |= {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    for file in folder.rglob("*.j2"):
        found |= set(re.findall(r"""["'](\w+)["']""", file.read_text(encoding="utf-8")))
    return found


def test_same_keys_and_places() -> None:
    """All languages have the same labels, with the same places to fill in."""
    places = [
        {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in load_pack(code).labels.items()} for code in LANGUAGES
    ]
    for german, english in pairwise(places):
        assert german.keys() == english.keys()
        differing = {key for key in german if german[key] != english[key]}
        # "one word" needs no number, "1 Wort" does: the form for one thing may leave it out.
        assert all(key.endswith("_one") for key in differing), differing


def test_every_label_is_used(root: Path, texts: dict[str, str]) -> None:
    """No label stands in a file that nothing shows."""
    used = _written_keys(root)
    used |= {f"{prefix}_{value}" for prefix, values in FAMILIES.items() for value in values}
    unused = {key for key in texts if key not in used and re.sub("_(one|other)$", "", key) not in used}
    assert not unused


def test_every_value_has_a_label(texts: dict[str, str]) -> None:
    """Whatever kind, stance or basis a record can have, there is a word for it."""
    missing = {f"{prefix}_{value}" for prefix, values in FAMILIES.items() for value in values} - texts.keys()
    assert not missing


def test_missing_label_shows_its_key(german: Labels) -> None:
    """A label that is missing does not break the page: its key is shown instead."""
    assert german("no_such_label", n=1) == "no_such_label"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-14", "14. Mai 2024"),
        ("2024-05-14T06:10:00+02:00", "14. Mai 2024"),
        ("2024-05", "Mai 2024"),
        ("2024", "2024"),
        ("neulich", "neulich"),
        (None, ""),
    ],
)
def test_dates(german: Labels, value: str | None, expected: str) -> None:
    """A date is written out as far as it is known, and left as it is where it is none."""
    assert german.date(value) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 5, 14), date(2024, 5, 14), "14. Mai 2024"),
        (date(2024, 5, 13), date(2024, 5, 19), "13. bis 19. Mai 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "Februar 2024"),
        (date(2024, 12, 1), date(2024, 12, 31), "Dezember 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2023, 1, 1), date(2024, 12, 31), "1. Januar 2023 bis 31. Dezember 2024"),
        (date(2024, 4, 30), date(2024, 5, 1), "30. April 2024 bis 1. Mai 2024"),
    ],
)
def test_ranges(german: Labels, first: date, last: date, expected: str) -> None:
    """A range is written as the month or year that it is, else from one day to the other."""
    assert german.days(first, last) == expected


def test_dates_in_english(english: Labels) -> None:
    """Every language has its own way of writing a date."""
    assert english.date("2024-05-14") == "14 May 2024"


def test_numbers(german: Labels, english: Labels) -> None:
    """Thousands are set apart from five digits on, with the language's own mark."""
    assert [german.number(n) for n in (0, 9999, 12345, 1234567)] == ["0", "9999", "12.345", "1.234.567"]
    assert english.number(1234567) == "1,234,567"


def test_percent(german: Labels, english: Labels) -> None:
    """A share is shown in whole percent, and a small one never as nothing."""
    assert [german.percent(share) for share in (0.0, 0.001, 0.33, 1.0)] == ["0 %", "unter 1 %", "33 %", "100 %"]
    assert english.percent(0.33) == "33%"


def test_counts(german: Labels) -> None:
    """One thing and several things have their own forms."""
    assert [german.count("reports", n) for n in (0, 1, 2)] == ["0 Berichten", "1 Bericht", "2 Berichten"]


def test_lists(german: Labels) -> None:
    """Names are listed as in a sentence."""
    assert [german.list(names) for names in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a und b",
        "a, b und c",
    ]
