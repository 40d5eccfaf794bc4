"""All that one article says by itself, as one record."""

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read import ReadOptions, read_article

TEXT = 'Kiel (dpa) - Die Fähre liegt fest. "Wir warten", sagte Kapitän Ole Holm am Montag. Drei Schiffe kommen.'


def article(text: str = TEXT, language: str = "de") -> Article:
    """Return an article of this text and language."""
    return Article(id="a", text=text, text_id="t", source_id="", name="-", language=language, published="2023-09-13")


def test_a_reading_holds_what_every_annotator_finds() -> None:
    """Parts, credits, sentences, quotations, statements, times and quantities of an article stand in its reading."""
    reading = read_article(article(), load_pack("de"))
    assert reading.sentences[0].of(TEXT) == "Die Fähre liegt fest."
    assert [span.of(TEXT) for span in reading.quotations] == ['"Wir warten"']
    assert [statement.kind for statement in reading.statements] == ["direct"]
    assert [credit.agency for credit in reading.credits] == ["dpa"]
    assert [time.span.of(TEXT) for time in reading.times] == ["Montag"]
    assert len(reading.quantities) == 1
    assert reading.problems == ()


def test_a_reading_is_a_pure_function() -> None:
    """The same article is read the same way again."""
    pack = load_pack("de")
    assert read_article(article(), pack) == read_article(article(), pack, ReadOptions())


def test_without_a_pack_there_is_a_note() -> None:
    """An article in a language without a pack is kept, with a note that says what is left out."""
    reading = read_article(article(language="xx"), None)
    assert (reading.sentences, reading.statements, reading.credits) == ((), (), ())
    (problem,) = reading.problems
    assert (problem.article, problem.code, problem.severity) == ("a", "no-language-pack", "note")
    assert "xx" in problem.reason
