"""Words are what copies are counted in."""

import pytest

from quellenlage.text import find_words


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Der UN-Sicherheitsrat tagt.", ["der", "un", "sicherheitsrat", "tagt"]),
        ("\ufeffErste Zeile\r\nzweite", ["erste", "zeile", "zweite"]),
        ("Raum\u00adfahrt", ["raumfahrt"]),
        ("scho\u0308n", ["schön"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("1.500 Euro", ["1", "500", "euro"]),
        ("\x00\x01 – … „“ _", []),
        ("", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    """Case, soft hyphens and Unicode spelling do not part two spellings of a word; marks are no words."""
    assert [word.form for word in find_words(text)] == forms


def test_offsets_name_the_characters_of_the_text() -> None:
    """Offsets are those of the stored text, whatever was folded away for comparing."""
    text = "\ufeffDer Raum\u00adbahnhof."
    assert [text[word.start : word.end] for word in find_words(text)] == ["Der", "Raum\u00adbahnhof"]
