"""What an article asserts, piece by piece."""

from builders import make_reading

from quellenlage.compare.claims import keys
from quellenlage.languages import load_pack

PACK = load_pack("de")


def test_headings_within_the_text_assert_nothing() -> None:
    """A subheading says again what stands below it."""
    reading = make_reading(
        "Die Werft in Lahnstein ist am Dienstag abgebrannt.\n\n"
        "{part=subheading|Kein Ende der Löscharbeiten in Sicht}\n\n"
        "Die Feuerwehr löscht nach Worten des Bürgermeisters noch zwei Tage."
    )
    assert [assertion.text for assertion in keys(reading, PACK)] == [
        "Die Werft in Lahnstein ist am Dienstag abgebrannt.",
        "Die Feuerwehr löscht nach Worten des Bürgermeisters noch zwei Tage.",
    ]


def test_questions_assert_nothing() -> None:
    """What ends with a question mark is no claim."""
    reading = make_reading("Warum ist die Werft in Lahnstein abgebrannt? Die Werft in Lahnstein ist abgebrannt.")
    assert [assertion.text for assertion in keys(reading, PACK)] == ["Die Werft in Lahnstein ist abgebrannt."]


def test_a_correction_asserts_nothing() -> None:
    """What a report takes back is no claim of it."""
    reading = make_reading(
        "Die Werft in Lahnstein ist zum Teil abgebrannt. "
        "In einer früheren Version hieß es, die Werft sei völlig abgebrannt."
    )
    assert [assertion.text for assertion in keys(reading, PACK)] == ["Die Werft in Lahnstein ist zum Teil abgebrannt."]


def test_an_agency_correction_tells_what_is_right() -> None:
    """What an agency corrects in its text is a claim like any other."""
    reading = make_reading("Bei dem Brand der Werft (Berichtigt: neun statt acht) wurden neun Menschen verletzt.")
    assert len(keys(reading, PACK)) == 1


def test_what_is_asked_indirectly_asserts_nothing() -> None:
    """Whether something is so is a question, too; that it is so is a claim."""
    for word, count in (("ob", 0), ("dass", 1)):
        reading = make_reading(
            f"{{speaker=1:Ida Holm|Ida Holm}} {{cue=1|schrieb}}, {{say=1:indirect|{word} die Werft bald öffnet}}."
        )
        assert len([a for a in keys(reading, PACK) if "öffnet" in a.text]) == count
