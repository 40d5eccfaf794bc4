"""How many of what does an article name?"""

import pytest

from quellenlage.languages import load_pack
from quellenlage.model import Article, Quantity
from quellenlage.read.layout import find_layout
from quellenlage.read.quantities import find_quantities
from quellenlage.read.times import find_times

PACK = load_pack("de")


def quantities_of(text: str) -> list[Quantity]:
    """Return the quantities of a text."""
    article = Article(id="a", text=text, text_id="t", source_id="", name="-", published="2023-09-13")
    return list(find_quantities(find_layout(article, PACK)))


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("Mehr als 1500 Menschen kamen.", 1500, 1500, None),
        ("Rund 650 Menschen kamen.", 650, 585, 715),
        ("Zwei Dutzend Menschen kamen.", 24, 24, 24),
        ("Ein halbes Dutzend Menschen kam.", 6, 6, 6),
        ("Bis zu 30 Menschen kamen.", 30, None, 30),
        ("Zwischen 10 und 20 Menschen kamen.", None, 10, 20),
        ("Knapp 80 Menschen kamen.", 80, 72, 80),
        ("Gut 80 Menschen kamen.", 80, 80, 88),
        ("Mindestens 80 Menschen kamen.", 80, 80, None),
        ("Weniger als 80 Menschen kamen.", 80, None, 80),
        ("Knapp über 5.000 Menschen kamen.", 5000, 5000, 5500),
        ("Nicht mehr als 80 Menschen kamen.", 80, None, 80),
        ("Nicht über 80 Menschen kamen.", 80, None, 80),
        ("Nicht weniger als 80 Menschen kamen.", 80, 80, None),
        ("Nicht einmal 80 Menschen kamen.", 80, None, 80),
        ("Keine 80 Menschen kamen.", 80, None, 80),
        ("Nicht ganz 80 Menschen kamen.", 80, 72, 80),
        ("Kaum 80 Menschen kamen.", 80, 72, 80),
        ("Allenfalls 80 Menschen kamen.", 80, None, 80),
        ("20'000 Menschen kamen.", 20_000, 20_000, 20_000),
        ("1’500’000 Menschen kamen.", 1_500_000, 1_500_000, 1_500_000),
        ("Eine Handvoll Menschen kam.", None, 3, 7),
        ("Dutzende Menschen kamen.", None, 24, None),
        ("Hunderte Menschen kamen.", None, 200, None),
        ("Mehrere Millionen Menschen kamen.", None, 2_000_000, None),
        ("Zweiundzwanzig Menschen kamen.", 22, 22, 22),
        ("1.500 Menschen kamen.", 1500, 1500, 1500),
        ("1\u202f500 Menschen kamen.", 1500, 1500, 1500),
        ("1,2 Mio. Menschen kamen.", 1_200_000, 1_200_000, 1_200_000),
        ("Eine halbe Million Menschen kam.", 500_000, 500_000, 500_000),
        ("Anderthalb Millionen Menschen kamen.", 1_500_000, 1_500_000, 1_500_000),
    ],
)
def test_values_and_bounds(text: str, value: float | None, low: float | None, high: float | None) -> None:
    """Number, modifier and multiplier make value and bounds; the counted noun stands beside."""
    (quantity,) = quantities_of(text)
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)
    assert (quantity.unit, quantity.of) == (None, "Menschen")


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("Der Bau kostet 2,43 Milliarden Euro.", "EUR", 2_430_000_000),
        ("Der Bau kostet 20 Dollar.", "USD", 20),
        ("Sie fuhren 3,5 Kilometer.", "km", 3.5),
        ("Es waren 30 Grad.", "degree", 30),
        ("Dafür waren 51,5 Prozent.", "percent", 51.5),
        ("Sie ist 27 Jahre alt.", "year-of-age", 27),
        ("Ein 24-Jähriger fuhr.", "year-of-age", 24),
        ("Er bekam 51 Stimmen.", "vote", 51),
        ("Sie klingelte dreimal.", "times", 3),
    ],
)
def test_units(text: str, unit: str, value: float) -> None:
    """Money, distances, percentages, ages and votes have a unit."""
    found = [(quantity.unit, quantity.value) for quantity in quantities_of(text)]
    assert (unit, value) in found


@pytest.mark.parametrize(
    "text",
    [
        "Am 13. September 2023 um 14.30 Uhr begann es.",
        "Es dauerte vier Jahre.",
        "Nach § 5 und Artikel 12 gilt es.",
        "Der Airbus A4, die G20 und die Boeing 737 flogen.",
        "Das 15. Treffen fiel aus.",
        "Das Telefon: 0800 123456, Hotline 030/1234567.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Times, paragraphs, names, ordinals and telephone numbers are none."""
    assert quantities_of(text) == []


def test_known_times_save_finding_them_again() -> None:
    """The result is the same whether times are handed over or not."""
    article = Article(id="a", text="Am 3. Mai kamen 30 Menschen um 14 Uhr.", text_id="t", source_id="", name="-")
    layout = find_layout(article, PACK)
    assert find_quantities(layout, find_times(layout)) == find_quantities(layout)


def test_the_genitive_behind_a_percentage_is_what_it_counts() -> None:
    """The noun behind a percentage is counted, though the span ends before it."""
    text = "79,1 Prozent der Befragten waren dafür."
    (quantity,) = quantities_of(text)
    assert (quantity.span.of(text), quantity.of) == ("79,1 Prozent", "Befragten")


@pytest.mark.parametrize(
    ("text", "found", "value", "low", "high"),
    [
        ("Es waren minus 20 Grad.", "minus 20 Grad", -20, -20, -20),
        ("Es waren −20 Grad.", "−20 Grad", -20, -20, -20),
        ("Es waren -7,5 Grad.", "-7,5 Grad", -7.5, -7.5, -7.5),
        ("Es waren zwölf Grad unter null.", "zwölf Grad unter null", -12, -12, -12),
        ("Es waren fast minus 20 Grad.", "fast minus 20 Grad", -20, -20, -18),
        ("Es waren unter minus 20 Grad.", "unter minus 20 Grad", -20, None, -20),
        ("Es waren bis zu minus 20 Grad.", "bis zu minus 20 Grad", -20, -20, None),
        ("Es kostete – 20 Euro im Monat.", "20 Euro", 20, 20, 20),
        ("Es waren 10−20 Grad.", "10−20 Grad", None, 10, 20),
    ],
)
def test_what_lies_below_zero(text: str, found: str, value: float, low: float | None, high: float | None) -> None:
    """A minus, in words or as a sign at the number, makes it negative; a dash between words is no sign."""
    (quantity,) = quantities_of(text)
    assert quantity.span.of(text) == found
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)
