"""Is what a verb tells done, or open?"""

import pytest

from quellenlage.compare.meaning.status import find_status
from quellenlage.languages import load_pack

PACK = load_pack("de")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Werden", []),
        ("Sie legt Berufung ein.", []),
        ("Sie hat Berufung eingelegt.", [("einlegen", "done")]),
        ("Sie will Berufung einlegen.", [("einlegen", "open")]),
        ("Sie drohte, Berufung einzulegen", [("einlegen", "open")]),
        ("Sie will etwas hinzufügen, das hinzugekommen ist.", [("hinzufügen", "open"), ("hinzukommen", "done")]),
        ("Sie konnte fliehen und will nun aussagen.", [("fliehen", "done"), ("aussagen", "open")]),
    ],
)
def test_status_of_verbs(text: str, found: list[tuple[str, str]]) -> None:
    """Form, auxiliary and cue tell; the present tense leaves it unclear."""
    assert [(verb.verb, verb.status) for verb in find_status(text, PACK)] == found


def test_places_are_the_verbs() -> None:
    """A verb's place holds its form."""
    text = "Die Stadt wollte den Steg sperren, am Ende wurde er abgerissen."
    assert [text[verb.start : verb.end] for verb in find_status(text, PACK)] == ["sperren", "abgerissen"]


def test_a_language_without_the_table_tells_nothing() -> None:
    """Without the table, no verb is done or open."""
    assert find_status("She has filed an appeal.", load_pack("en")) == ()
