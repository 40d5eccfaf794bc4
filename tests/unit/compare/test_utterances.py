"""One utterance in several reports: what is one, and what only speaks of the same."""

from dataclasses import replace

import pytest
from builders import make_reading

from quellenlage.compare.utterances import find_repeats, judge, keys
from quellenlage.compare.utterances.words import find_said
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Mention, Reading, Trace

PACK = load_pack("de")
HOLM = "{speaker=1:Ida Holm|Ida Holm}"


def report(marked: str, name: str, published: str | None = "2023-09-13") -> Reading:
    """Return a report's reading."""
    return make_reading(marked, name=name, published=published)


def said(words: str, kind: str = "direct", speaker: str = HOLM) -> str:
    """Return a sentence in which somebody says some words."""
    return f"{{say=1:{kind}|{words}}}, sagte {speaker}."


def repeats(*marked: str) -> list[tuple[int, int]]:
    """Return which report's statement (its number) repeats which other's, for reports of one statement each."""
    readings = [report(text, f"bericht{number}") for number, text in enumerate(marked)]
    number_of = {s.id: n for n, reading in enumerate(readings) for s in reading.statements}
    return [(number_of[left], number_of[right]) for left, right in find_repeats(readings, PACK)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (said("„Ich bin froh, dich zu sehen“"), said("„Ich freue mich, Sie zu sehen“")),
        (said("„Wir helfen“"), said("sie werde helfen", "indirect")),
        (said("„Wir werden den Hafen nicht schließen“"), said("den Hafen werde man nicht schließen", "indirect")),
        (said("„Der Deich ist sicher. Wir haben ihn gestern geprüft.“"), said("„Der Deich ist sicher“")),
        (
            said("„Wir stehen vor einer unnötigen und gefährlichen Zuspitzung der Lage am Kanal“"),
            said("der Kanal sei Schauplatz einer „unnötigen und gefährlichen Zuspitzung“", "indirect"),
        ),
    ],
    ids=["another translation", "indirect speech", "indirect speech denied in both", "a cut", "quoted words"],
)
def test_one_utterance(left: str, right: str) -> None:
    """Translations, cuts and indirect speech are one utterance, whichever report comes first."""
    readings = [report(left, "a"), quoting(report(right, "b"))]
    for order in (readings, readings[::-1]):
        first, second = (reading.statements[0].id for reading in order)
        assert find_repeats(order, PACK) == ((second, first),)


def quoting(reading: Reading) -> Reading:
    """Return a reading with its quotations, which the builder leaves out."""
    text, article = reading.article.text, reading.article
    pairs = zip((n for n, c in enumerate(text) if c == "„"), (n for n, c in enumerate(text) if c == "“"), strict=True)
    return replace(reading, quotations=tuple(article.span(start, end + 1) for start, end in pairs))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (said("„Wir helfen“"), said("„Wir helfen nicht“")),
        (said("„Der Deich wird im Herbst erhöht“"), said("„Der Deich kostet im Herbst viel Geld“")),
        (said("„Wir kaufen 20 neue Boote“"), said("„Wir kaufen 30 neue Boote“")),
        (said("„Wir helfen gern“"), said("„Wir helfen gern“", speaker="{speaker=1:Jan Brück|Jan Brück}")),
    ],
    ids=["denied", "one topic", "other numbers", "other speakers"],
)
def test_two_utterances(left: str, right: str) -> None:
    """Two sentences on one topic, of other numbers, denied on one side, or of others are two utterances."""
    assert repeats(left, right) == []


def test_the_earliest_by_date_is_repeated() -> None:
    """Whatever the order of input, the report published first has the utterance; undated ones come last."""
    late = report(said("„Ich freue mich sehr über den neuen Hafen“"), "a", "2023-09-15")
    early = report(said("sie freue sich über den neuen Hafen", "indirect"), "b", "2023-09-13")
    undated = report(said("„Über den neuen Hafen freue ich mich“"), "c", None)
    first = early.statements[0].id
    found = find_repeats([undated, late, early], PACK)
    assert found == ((late.statements[0].id, first), (undated.statements[0].id, first))


def test_a_later_occasion_is_another_utterance() -> None:
    """The same in other words a month later is another utterance; the very words quoted again are the same."""
    now = report(said("„Wir werden den Nachbarn beim Bau des Deichs helfen“"), "a", "2023-09-13")
    reworded = report(said("man werde die Nachbarn beim Bau des Deichs unterstützen", "indirect"), "b", "2023-10-20")
    again = replace(now, article=replace(now.article, id="c", published="2023-10-20"))
    (statement,) = now.statements
    again = replace(again, statements=(replace(statement, id="later"),))
    assert find_repeats([now, reworded], PACK) == ()
    assert find_repeats([now, again], PACK) == (("later", statement.id),)


def test_the_same_words_under_two_names_are_one_utterance() -> None:
    """A report that knows only the office quotes the same speaker: the words are too many for chance."""
    words = "„Der neue Hafen wird im Mai mit drei Schiffen eröffnet“"
    assert repeats(said(words), said(words, speaker="{speaker=1:Hafenamt|das Hafenamt}")) == [(1, 0)]


def test_a_nameless_speaker_may_be_the_one() -> None:
    """A report that names nobody repeats the one that does; two that name nobody are not joined by meaning."""
    named = said("„Wir werden den alten Hafen an der Mole räumen“")
    nameless = said("man werde den alten Hafen an der Mole räumen", "indirect", "{speaker=1|sie}")
    other = said("der alte Hafen an der Mole werde geräumt", "indirect", "{speaker=1|sie}")
    assert repeats(named, nameless) == [(1, 0)]
    assert repeats(nameless, other) == []


def test_a_long_quotation_joins_no_two_sentences_of_one_report() -> None:
    """Two sentences that a report tells apart stay two, though another quotes both in one breath."""
    apart = (
        "{say=1:direct|„Der Deich wird im Mai erhöht“}, sagte {speaker=1:Ida Holm|Ida Holm}. "
        "{say=2:direct|„Die Schleuse bleibt im Sommer geschlossen“}, sagte {speaker=2:Ida Holm|Holm}."
    )
    both = said("„Der Deich wird im Mai erhöht. Die Schleuse bleibt im Sommer geschlossen.“")
    readings = [report(apart, "a"), report(both, "b")]
    found = find_repeats(readings, PACK)
    assert len(found) == 1
    assert found[0][0] == readings[1].statements[0].id


def test_a_role_stands_for_its_name() -> None:
    """Who is named in one report and called by an office in the other is the same person in what is said."""
    named = report(said("Brück zeige Interesse an Booten", "indirect"), "a")
    called = report(said("der Minister zeige Interesse an Booten", "indirect") + " Brück schwieg.", "b")
    text = called.article.text

    def mention(words: str, kind: str) -> Mention:
        start = text.index(words)
        span = called.article.span(start, start + len(words))
        return Mention(words, span, "PER", "Jan Brück", "e1", kind, Trace("x"))  # type: ignore[arg-type]

    called = replace(called, entities=(mention("der Minister", "role"), mention("Brück", "name")))
    assert len(find_repeats([named, called], PACK)) == 1


def test_speech_acts_are_told_apart_by_their_verbs() -> None:
    """The same object promised in two reports is one utterance, promised and criticised it is two."""
    holm, what = "{speaker=1:Ida Holm|Holm}", "{say=1:reported|den Bau der neuen Schleuse}"
    promised = f"{holm} {{cue=1|versprach}} {what}."
    again = f"Am Abend {{cue=1|versprach}} {holm} noch einmal {what.replace('neuen ', '')}."
    criticised = f"{holm} {{cue=1|kritisierte}} {what.replace('neuen ', '')}."
    assert repeats(promised, again) == [(1, 0)]
    assert repeats(promised, criticised) == []


def test_words_are_equal_across_person_and_mood() -> None:
    """Pronouns and auxiliaries are no content; a verb's forms have one stem."""
    stems = []
    for text in ("Wir helfen euch.", "Er werde ihnen helfen.", "Sie hülfe uns."):
        reading = report(text, "a")
        span = reading.article.span(0, len(text))
        stems.append([term.stem for term in find_said(text, span, (), PACK)])
    assert stems[0] == stems[1] == stems[2]


def test_a_repeat_says_why() -> None:
    """Equal words are told from equal meaning, with the part that both share."""
    left, reworded, equal = (
        keys(report(text, name), PACK)[0]
        for text, name in (
            (said("„Wir bauen den Deich im Frühjahr neu“"), "a"),
            (said("man baue den Deich im Frühjahr neu", "indirect"), "b"),
            (said("»Wir bauen den Deich im Frühjahr neu«"), "c"),
        )
    )
    words, meaning = judge(left, equal, PACK), judge(left, reworded, PACK)
    assert words is not None
    assert meaning is not None
    assert (words.basis, words.score) == ("words", 1.0)
    assert meaning.score > 0.6


def test_without_a_packs_tables_nothing_fails() -> None:
    """A pack without tables compares words as they stand."""
    bare = LanguagePack(code="xx", name="none", folder=PACK.folder / "missing", tables={})
    readings = [report(said("„Der Hafen wird im Mai geräumt“"), name) for name in "ab"]
    assert len(find_repeats(readings, bare)) == 1
