"""What do marked numbers say besides?"""

import pytest

from quellenlage.api.judge import find_pair
from quellenlage.api.options import Options
from quellenlage.compare.numbers.values import comparable, compatible
from quellenlage.languages import load_pack

PACK = load_pack("de")


def meets(left: str, right: str, published: str = "2024-05-02") -> bool:
    """Say whether the numbers between brackets can be compared and can both be right."""
    sides = (
        {"text": s.replace("[", "").replace("]", ""), "start": s.index("["), "end": s.index("]") - 1}
        for s in (left, right)
    )
    dated = [{**side, "published": published} for side in sides]
    figures = find_pair({"kind": "numbers", "left": dated[0], "right": dated[1]}, Options(fast=True), PACK)
    one, two = figures
    assert one is not None
    assert two is not None
    return comparable(one.value, two.value) and compatible(one.value, two.value, one.published)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Geborgen wurden [zwei Männer und eine Frau].", "[Drei Menschen] sind tot."),
        ("An Bord waren [ein Kapitän und fünf Matrosen].", "[Sechs Seeleute] sind an Land."),
        (
            "Das Lager kostete 1,5 Milliarden Euro, verdient wurden [gut 100 Millionen].",
            "Es brachte [101 Millionen Euro] ein.",
        ),
        ("Gewonnen hat Anna Berg ([47]) aus Hof.", "Die [47-jährige] Siegerin kam zu Fuß."),
        ("Die Brücke trug den Ort [fünf Jahrzehnte] lang.", "[51 Jahre] stand die Brücke."),
        ("[Fast ein halbes Jahrhundert] lang war das Tor zu.", "Das Tor blieb [49 Jahre] zu."),
        ("[Sechs von zehn] Befragten sind dafür.", "Dafür sind [57 Prozent]."),
        ("Gestrichen werden [90 ihrer 300 Stellen].", "Das sind [30 Prozent] der Stellen."),
        ("Seit [mehr als 30 Jahren] gab es das nicht.", "Zuletzt geschah es im Jahr [1992]."),
    ],
    ids=["one more", "one before", "money", "age", "decades", "half a century", "of ten", "of its", "since"],
)
def test_one_number_in_other_words(left: str, right: str) -> None:
    """Lists, ellipses, brackets, decades and shares of few mean what plain numbers mean."""
    assert meets(left, right)
    assert meets(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Geborgen wurden [zwei Männer und eine Frau].", "[Vier Menschen] sind tot."),
        ("Für 15 Euro gab es [47] davon.", "Das kostete [47 Euro]."),
        ("In Halle ([47]) war es still.", "Es waren [47 Prozent]."),
        ("Die Brücke trug den Ort [fünf Jahrzehnte] lang.", "[61 Jahre] stand die Brücke."),
        ("[62 von 100] Befragten sind dafür.", "Dafür sind [57 Prozent]."),
    ],
    ids=["another sum", "few of nothing", "no percent", "a decade more", "counted"],
)
def test_other_numbers_stay_others(left: str, right: str) -> None:
    """What is read into a number has its limits."""
    assert not meets(left, right)
    assert not meets(right, left)
