"""One quantity or two, one state or a later one?"""

import pytest

from quellenlage.compare.linear import Linear
from quellenlage.compare.numbers import Figure, find_figure, judge_numbers
from quellenlage.compare.numbers.judging import weigh_up
from quellenlage.compare.numbers.values import comparable, compatible
from quellenlage.compare.numbers.weights import Model
from quellenlage.languages import load_pack
from quellenlage.model import Article, Judgement
from quellenlage.read import ReadOptions, read_article
from quellenlage.text import Span

PACK = load_pack("de")
NOTHING = Linear(0.0, {})


def figure_of(marked: str, published: str = "2024-05-06") -> Figure:
    """Return the number that stands in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    article = Article(id=text, text=text, text_id=text, source_id="", name="x", published=published, language="de")
    found = find_figure(read_article(article, PACK, ReadOptions(fast=True)), Span(text, start, end), PACK)
    assert found
    return found


def judged(left: str, right: str, *published: str) -> Judgement:
    """Return the judgement on two marked numbers; published on one day unless given."""
    one, two = published or ("2024-05-06", "2024-05-06")
    return judge_numbers(figure_of(left, one), figure_of(right, two), PACK)


CRASH = "Bei dem Zugunglück in Lahnstein kamen {} ums Leben."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (CRASH.format("[41 Menschen]"), CRASH.format("[rund 40 Menschen]")),
        (CRASH.format("[mindestens 40 Menschen]"), "Das Zugunglück in Lahnstein hat [47 Tote] gefordert."),
        ("In der Halle lagern [zwanzig Tonnen] Reis.", "[20 Tonnen] Reis lagern in der Halle."),
    ],
)
def test_one_quantity_in_other_words(left: str, right: str) -> None:
    """Rounding, bounds, words and figures do not part one quantity."""
    assert judged(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Die Glocke wiegt [2290 Kilogramm].", "Die Glocke ist [rund 2,3 Tonnen] schwer."),
        ("Verbrannt sind [elf Quadratkilometer] Wald.", "Verbrannt sind [mehr als 1000 Hektar] Wald."),
        ("Im Tank waren [300.000 Liter] Öl.", "Im Tank waren [rund 295 Kubikmeter] Öl."),
        ("[Drei Viertel der Gäste] kamen mit der Bahn.", "Von den 52 Gästen kamen [39] mit der Bahn."),
        ("[Vier von fünf Gästen] kamen mit der Bahn.", "[Rund 80 Prozent] der Gäste kamen mit der Bahn."),
        ("[Mehr als die Hälfte der Wähler] stimmte zu.", "[54,6 Prozent] der Wähler stimmten zu."),
        ("Der Bau kostet [60 bis 70 Millionen Euro].", "Der Bau kostet [65 Millionen Euro]."),
        ("Die Frist dauert [acht bis neun Wochen].", "Die Frist dauert [zwei Monate]."),
        ("Der Zug war [90 Kilometer pro Stunde] schnell.", "Der Zug fuhr [90 km/h] schnell."),
        ("Geborgen wurden [zwei Männer und eine Frau].", "[Drei Menschen] sind tot."),
        ("An Bord waren [ein Kapitän und fünf Matrosen].", "[Sechs Seeleute] sind an Land."),
        ("Es kostete 1,5 Milliarden Euro und brachte [gut 100 Millionen].", "Es brachte [101 Millionen Euro] ein."),
        ("Gewonnen hat Anna Berg ([47]) aus Hof.", "Die [47-jährige] Siegerin kam zu Fuß."),
        ("Die Brücke trug den Ort [fünf Jahrzehnte] lang.", "[51 Jahre] stand die Brücke."),
        ("[Fast ein halbes Jahrhundert] lang war das Tor zu.", "Das Tor blieb [49 Jahre] zu."),
        ("[Sechs von zehn] Befragten sind dafür.", "Dafür sind [57 Prozent]."),
        ("Gestrichen werden [90 ihrer 300 Stellen].", "Das sind [30 Prozent] der Stellen."),
        ("Seit [mehr als 30 Jahren] gab es das nicht.", "Zuletzt geschah es im Jahr [1992]."),
    ],
    ids=[
        *("mass", "area", "volume", "part", "ratio", "half", "range", "weeks", "speed", "one more", "one before"),
        *("money", "age", "decades", "half a century", "of ten", "of its", "since"),
    ],
)
def test_units_and_shares_are_converted(left: str, right: str) -> None:
    """Other units, shares, parts, ranges, lists, ellipses and decades are one value in other words."""
    one, two = figure_of(left), figure_of(right)
    assert comparable(one.value, two.value)
    assert compatible(one.value, two.value, one.published)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Die Glocke wiegt [2290 Kilogramm].", "Die Glocke wiegt [3,1 Tonnen]."),
        ("Geborgen wurden [zwei Männer und eine Frau].", "[Vier Menschen] sind tot."),
        ("Die Brücke trug den Ort [fünf Jahrzehnte] lang.", "[61 Jahre] stand die Brücke."),
        ("[62 von 100] Befragten sind dafür.", "Dafür sind [57 Prozent]."),
    ],
    ids=["mass", "another sum", "a decade more", "counted"],
)
def test_other_values_stay_apart(left: str, right: str) -> None:
    """What is converted is compared all the same."""
    one, two = figure_of(left), figure_of(right)
    assert comparable(one.value, two.value)
    assert not compatible(one.value, two.value, one.published)


def test_a_small_number_of_nothing_is_no_money() -> None:
    """Beside euros, a large number of nothing is euros; a small one counts something."""
    few, price = figure_of("Für 15 Euro gab es [47] davon."), figure_of("Das kostete [47 Euro].")
    assert not comparable(few.value, price.value)


def test_a_conflict_must_be_as_likely_as_is_asked_for() -> None:
    """The likelier of conflict and update is given; where more is asked for, what is doubtful is no conflict."""
    assert weigh_up(Model(NOTHING, Linear(2.0, {}), Linear(0.0, {})), {}, agree=False).relation == "conflict"
    assert weigh_up(Model(NOTHING, Linear(0.0, {}), Linear(2.0, {})), {}, agree=False).relation == "update"
    doubtful = Model(NOTHING, Linear(0.6, {}), Linear(-5.0, {}))
    assert weigh_up(doubtful, {}, agree=False).relation == "conflict"
    assert weigh_up(doubtful, {}, agree=False, least_apart=0.75).relation == "different"


@pytest.mark.parametrize(
    ("left", "right", "published"),
    [
        ("Binnen eines Tages wurden [412 neue Fälle] gemeldet.",
         "Binnen eines Tages wurden [388 neue Fälle] gemeldet.", ("2024-05-06", "2024-05-07")),
        ("Vor einer Woche waren es [412 Fälle] binnen eines Tages.", "Es waren [388 Fälle] binnen eines Tages.",
         ("2024-05-06", "2024-05-06")),
        ("Im ersten Quartal machte die Werft [12 Millionen Euro] Gewinn.",
         "Im ersten Halbjahr machte die Werft [31 Millionen Euro] Gewinn.", ("2024-08-06", "2024-08-06")),
        ("In Passau stand die Donau am Morgen bei [9,82 Metern].",
         "In Deggendorf stand die Donau am Morgen bei [7,61 Metern].", ("2024-06-04", "2024-06-04")),
    ],
    ids=["other day", "a week ago", "other period", "other place"],
)  # fmt: skip
def test_like_sentences_of_two_quantities(left: str, right: str, published: tuple[str, str]) -> None:
    """Another day, period or place has another number, however alike the sentences are."""
    assert judged(left, right, *published).relation == "different"


def test_a_days_value_of_one_day_conflicts() -> None:
    """Two values of one day's statistic cannot both be right."""
    found = judged(
        "Das Amt in Soest meldete binnen eines Tages [412 neue Fälle].",
        "Binnen eines Tages meldete das Amt in Soest [388 neue Fälle].",
    )
    assert found.relation == "conflict"


def test_what_is_expected_is_not_contradicted() -> None:
    """In like sentences of one day, a forecast and a measured value are two quantities, two measured ones conflict."""
    measured = "Am Flughafen Lahnstein fielen am Montag [12 Liter Regen]."
    expected = "Am Flughafen Lahnstein werden am Montag [20 Liter Regen] erwartet."
    assert judged(measured, expected).relation == "different"
    assert judged(measured, measured.replace("12", "20")).relation == "conflict"


def test_values_of_one_moment_conflict() -> None:
    """The same event, the same day, numbers that exclude each other."""
    found = judged(CRASH.format("[41 Menschen]"), CRASH.format("[44 Menschen]"))
    assert found.relation == "conflict"
    assert found.why


def test_a_larger_count_of_a_later_day_is_an_update() -> None:
    """The number of victims grows as reports come in."""
    later = judged(CRASH.format("[41 Menschen]"), CRASH.format("[58 Menschen]"), "2024-05-06", "2024-05-08")
    assert later.relation == "update"


def test_words_tell_of_a_later_state() -> None:
    """On one day, too, a number that has risen is a later one."""
    left = "Bei dem Zugunglück in Lahnstein starben zunächst [41 Menschen]."
    right = "Die Zahl der Toten nach dem Zugunglück in Lahnstein ist auf [47] gestiegen."
    assert judged(left, right).relation == "update"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (CRASH.format("[41 Menschen]"), "Bei dem Zugunglück in Lahnstein wurden [90 Menschen] verletzt."),
        ("In den Saal dürfen höchstens [50 Gäste].", "Im Saal drängten sich am Abend [200 Gäste]."),
        ("Der Saal fasst [300 Gäste].", "Der Saal ist [12 Meter] hoch."),
        ("Die Anklage hatte [vier Jahre] Haft gefordert.", "Der Bau der Brücke dauerte [drei Jahre]."),
    ],
    ids=["states", "limit and count", "units", "other things"],
)
def test_two_quantities_stay_two(left: str, right: str) -> None:
    """Another state, a limit, another unit, another thing: no conflict."""
    assert judged(left, right).relation == "different"


def test_the_order_of_the_sides_does_not_matter() -> None:
    """Left and right may be swapped."""
    sides = CRASH.format("[41 Menschen]"), CRASH.format("[44 Menschen]")
    assert judged(*sides).relation == judged(*reversed(sides)).relation
