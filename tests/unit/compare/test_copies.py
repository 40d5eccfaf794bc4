"""Which articles share text, and of what kind is it?"""

from dataclasses import replace
from itertools import permutations

import pytest
from builders import make_reading

from quellenlage.compare import CopyOptions, find_copies
from quellenlage.languages import load_pack
from quellenlage.model import Copy, Reading

PACK = load_pack("de")
FIRE = (
    "Ein Brand hat am Montag das alte Sägewerk am Hafen von Kleinhausen zerstört. Die Feuerwehr rückte mit vierzig "
    "Kräften an und löschte die Flammen nach sechs Stunden. Verletzt wurde niemand, der Schaden liegt nach einer "
    "ersten Schätzung bei drei Millionen Euro."
)
SPEECH = "„Wir bauen das Werk wieder auf, und zwar genau an dieser Stelle, das verspreche ich allen, die hier arbeiten“"
OWN = "Am Kai standen noch am Abend Leute und sahen zu, wie der Regen die letzte Glut auf dem Holzplatz löschte."
OTHER = "Wer heute durch den Ort geht, riecht den Rauch in jeder Gasse und hört überall dieselbe bange Frage."


def reading(marked: str, name: str, **fields: str) -> Reading:
    """Return a reading whose article is called by its name."""
    made = make_reading(marked, name=name, id=name, **fields)
    return replace(made, quotations=tuple(span for statement in made.statements for span in statement.content))


def only(readings: list[Reading]) -> Copy:
    """Return the one copy that is found."""
    (copy,) = find_copies(readings, PACK)
    return copy


def shared(copy: Copy, readings: list[Reading]) -> list[tuple[str, str]]:
    """Return the texts of the passages, left and right."""
    texts = {item.article.id: item.article.text for item in readings}
    return [(passage.a.of(texts[copy.a]), passage.b.of(texts[copy.b])) for passage in copy.passages]


def test_a_copied_text_is_found_with_its_characters() -> None:
    """A paragraph that stands in two reports is one passage, from its first to its last letter."""
    readings = [reading(f"{FIRE}\n{OWN}", "a"), reading(f"{OTHER}\n{FIRE}", "b")]
    copy = only(readings)
    assert (copy.kind, copy.words, copy.quoted_words) == ("copy", 41, 0)
    assert shared(copy, readings) == [(FIRE[:-1], FIRE[:-1])]
    assert copy.share_a == round(41 / 61, 3)


@pytest.mark.parametrize(
    ("theirs", "edits"),
    [
        (FIRE.replace("das alte Sägewerk", "ein altes Sägewerk"), 2),
        (FIRE.replace("rückte mit", "rückte schließlich mit"), 1),
        (FIRE.replace("am Hafen von Kleinhausen", "im Hafen der kleinen Stadt Kleinhausen"), 4),
    ],
)
def test_small_edits_are_bridged_and_counted(theirs: str, edits: int) -> None:
    """A changed article, an inserted word, a name put otherwise leave one passage, and are counted."""
    copy = only([reading(FIRE, "a"), reading(theirs, "b")])
    assert [passage.edits for passage in copy.passages] == [edits]


def test_reordered_sentences_are_found() -> None:
    """Two sentences that changed places are two passages."""
    first, second, third = FIRE.split(". ")
    readings = [reading(FIRE, "a"), reading(f"{third} {OWN} {first}. {OTHER} {second}.", "b")]
    copy = only(readings)
    assert sorted(passage.words for passage in copy.passages) == [13, 14, 14]


def test_quoted_speech_is_counted_apart_and_is_no_copy() -> None:
    """Two reporters who quote one speech share quotes; the passage ends where the quotation does."""
    readings = [
        reading(f"{OWN} {{say=1:direct|{SPEECH}}}, rief sie.", "a"),
        reading(f"{{say=1:direct|{SPEECH}}}. {OTHER}", "b"),
    ]
    copy = only(readings)
    assert (copy.kind, copy.words, copy.quoted_words) == ("quotes", 0, 19)
    assert [passage.quoted for passage in copy.passages] == [True]


def test_a_copy_with_a_quotation_inside_is_split_at_its_borders() -> None:
    """Text around a copied quotation is copied, the quotation is quoted."""
    marked = f"{FIRE} {{say=1:direct|{SPEECH}}}, sagte die Bürgermeisterin vor dem Rathaus am Dienstag in Kleinhausen."
    copy = only([reading(f"{marked} {OWN}", "a"), reading(f"{OTHER} {marked}", "b")])
    assert [(passage.words, passage.quoted) for passage in copy.passages] == [(41, False), (19, True), (10, False)]
    assert (copy.words, copy.quoted_words) == (51, 19)


def test_furniture_never_counts_and_is_never_crossed() -> None:
    """A teaser is no passage, and what stands before and behind it does not grow together over it."""
    first, second, third = (f"{sentence}." for sentence in FIRE.removesuffix(".").split(". "))
    teaser = "{part=teaser|Lesen Sie auch: Alles über das Sägewerk, seine Geschichte und den großen Brand von früher}"
    readings = [reading(f"{first} {second} {teaser} {third}", "a"), reading(f"{teaser} {first} {second} {third}", "b")]
    copy = only(readings)
    assert [passage.words for passage in copy.passages] == [27, 14]
    assert all("Lesen Sie" not in text for pair in shared(copy, readings) for text in pair)


def test_furniture_alone_connects_nothing() -> None:
    """Two articles with the same copyright line share nothing."""
    line = "{part=copyright|Alle Rechte an diesem Text liegen bei der Redaktion, jede Verwertung bedarf der Zustimmung}"
    assert find_copies([reading(f"{OWN} {line}", "a"), reading(f"{OTHER} {line}", "b")], PACK) == ()


def test_articles_further_apart_than_the_window_are_not_compared() -> None:
    """A text of five days before is found only with a wider window."""
    readings = [reading(FIRE, "a", published="2024-03-01"), reading(FIRE, "b", published="2024-03-06")]
    assert find_copies(readings, PACK) == ()
    assert len(find_copies(readings, PACK, CopyOptions(window_days=5))) == 1


def test_partial_dates_are_compared_with_every_day_they_may_mean() -> None:
    """A report of some day in March is compared with one of the 20th, and with one without a date."""
    readings = [
        reading(FIRE, "a", published="2024-03"),
        reading(FIRE, "b", published="2024-03-20"),
        reading(FIRE, "c"),
    ]
    assert [(copy.a, copy.b) for copy in find_copies(readings, PACK)] == [("a", "b"), ("a", "c"), ("b", "c")]


def test_pairs_come_in_input_order_and_the_order_changes_nothing_else() -> None:
    """However the articles are ordered, the same pairs are found with the same passages, turned as the input is."""
    marked = f"{FIRE} {{say=1:direct|{SPEECH}}}, sagte sie."
    readings = [reading(f"{marked} {OWN}", "c"), reading(f"{OTHER} {marked}", "a"), reading(f"{OWN} {FIRE}", "b")]
    known: dict[frozenset[str], Copy] = {}
    for ordered in permutations(readings):
        copies = find_copies(ordered, PACK)
        places = {item.article.id: place for place, item in enumerate(ordered)}
        assert [(places[c.a], places[c.b]) for c in copies] == sorted((places[c.a], places[c.b]) for c in copies)
        for copy in copies:
            assert places[copy.a] < places[copy.b]
            first = known.setdefault(frozenset((copy.a, copy.b)), copy)
            assert copy in (first, mirrored(first))


def mirrored(copy: Copy) -> Copy:
    """Return a copy with its sides swapped."""
    swapped = [replace(passage, a=passage.b, b=passage.a) for passage in copy.passages]
    basis = {"credit_a": "credit_b", "credit_b": "credit_a"}.get(copy.agency_basis or "", copy.agency_basis)
    return replace(
        copy,
        a=copy.b,
        b=copy.a,
        share_a=copy.share_b,
        share_b=copy.share_a,
        agency_basis=basis,  # type: ignore[arg-type]  # the mapping keeps to the literals
        passages=tuple(sorted(swapped, key=lambda passage: passage.a)),
    )


def test_an_outlets_standing_text_is_no_copy() -> None:
    """What one outlet prints under its articles for weeks connects them in no way."""
    box = "Sie lesen eine gekürzte Fassung dieses Beitrags, den vollen Text erhalten Abonnenten morgens per Post"
    bodies = [FIRE, OWN, OTHER, FIRE.replace("Sägewerk", "Gaswerk")]
    readings = [
        reading(f"{body} {box}.", name, outlet="Bote", published=f"2024-03-{day}")
        for body, name, day in zip(bodies, "abcd", ("01", "02", "03", "08"), strict=True)
    ]
    assert find_copies(readings, PACK) == ()


def test_background_that_lives_on_is_boilerplate() -> None:
    """A paragraph that reports of many days repeat does not make one a copy of the other."""
    past = (
        "Das Werk war vor neunzig Jahren gegründet worden und gehört seit einer Pleite der Gemeinde, die es verpachtet"
    )
    news = [
        OWN,
        OTHER,
        "Der Rat berät morgen über den Neubau, die Sitzung ist öffentlich und beginnt um acht Uhr.",
        "Im Ort gehen die Meinungen über einen Neubau auseinander, viele hätten am Ufer lieber einen Park.",
        "Ein Gutachter hat die Reste der Halle untersucht und hält den Kamin weiterhin für standfest genug.",
    ]
    readings = [
        reading(f"{text} {past}.", name, outlet=f"Blatt {name}", published=f"2024-03-{day}")
        for text, name, day in zip(news, "abcde", ("01", "02", "03", "04", "05"), strict=True)
    ]
    assert {copy.kind for copy in find_copies(readings, PACK)} <= {"boilerplate"}
    apart = [replace(item, article=replace(item.article, published="2024-03-01")) for item in readings[:2]]
    assert only(apart).kind == "copy"


def test_nothing_is_found_among_nothing() -> None:
    """No articles, one article, and articles without words have no copies."""
    assert find_copies([], PACK) == ()
    assert find_copies([reading(FIRE, "a")], PACK) == ()
    assert find_copies([reading("", "a"), reading("…", "b")], PACK) == ()


def test_a_headline_that_links_to_another_article_is_no_copy() -> None:
    """An article whose page names other articles by their headlines has copied nothing of them."""
    title = (
        "Brand zerstört das alte Sägewerk am Hafen von Kleinhausen, und niemand weiß, wie es dort nun weitergehen soll"
    )
    readings = [reading(f"{{headline=1|{title}}}\n{OWN}", "a"), reading(f"{OTHER} {title}", "b")]
    assert only(readings).kind == "boilerplate"


def test_a_template_with_the_same_figures_is_a_copy() -> None:
    """Of daily figures in standing sentences, those of one day are copied from one another, others are not."""
    line = (
        "Die Messstelle am Hafen meldet für {} einen Pegel von {} Zentimetern und damit {} mehr als am Tag davor. Der "
        "Höchststand liegt bei {} Zentimetern, erreicht wurde er im Jahr 1954, als das Wasser bis zum Markt stand. Ab "
        "einem Pegel von 700 Zentimetern schließt die Gemeinde das Tor am Kai und sperrt die Uferstraße für alle Wagen."
    )
    days = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")
    readings = [
        reading(
            f"{line.format(day, 400 + 11 * number, 3 + number, 812 + number)} {extra}",
            f"{number}{outlet}",
            outlet=outlet,
            published=f"2024-03-0{number + 1}",
        )
        for number, day in enumerate(days)
        for outlet, extra in (("Bote", OWN), ("Kurier", OTHER))
    ]
    kinds = {(copy.a, copy.b): copy.kind for copy in find_copies(readings, PACK)}
    assert kinds["2Bote", "2Kurier"] == "copy"
    assert kinds.get(("2Bote", "3Kurier"), "boilerplate") == "boilerplate"


def test_what_an_outlet_repeats_in_passing_is_no_copy() -> None:
    """A sentence of one article that teases it in another one of the same outlet is boilerplate; elsewhere a copy."""
    filler, more = (" ".join(f"{word}{number}" for number in range(90)) for word in ("Kai", "Tor"))
    tease = FIRE.split(". ", maxsplit=1)[0] + ", wie die Leitstelle am Abend dem Rat der Gemeinde berichtet hat"
    texts = (f"{tease}. {filler}", f"{more} {tease}.")
    for outlets, kind in ((("Bote", "Bote"), "boilerplate"), (("Bote", "Kurier"), "copy")):
        readings = [reading(text, name, outlet=outlet) for text, name, outlet in zip(texts, "ab", outlets, strict=True)]
        found = only(readings)
        assert found.kind == kind, found.passages


def test_a_refrain_does_not_take_the_square_of_its_length() -> None:
    """Two articles that repeat one sentence without end are compared by the rest of their text."""
    readings = [reading(f"{FIRE} {f'{OTHER} ' * 2000}", "a"), reading(f"{f'{OTHER} ' * 2000} {FIRE}", "b")]
    copy = only(readings)
    assert shared(copy, readings)[0] == (FIRE[:-1], FIRE[:-1])


def test_a_stream_of_readings_is_gone_through_once() -> None:
    """Readings may come from a generator, so that they need not all be kept."""
    readings = [reading(f"{FIRE} {OWN}", "a"), reading(f"{OTHER} {FIRE}", "b")]
    assert find_copies(iter(readings), PACK) == find_copies(readings, PACK)
