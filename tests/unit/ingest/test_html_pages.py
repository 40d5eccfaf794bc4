"""Pages in the manner of several CMS: what belongs to the article is kept in page order, furniture is not."""

from pathlib import Path

import pytest

from quellenlage.ingest import load
from quellenlage.model import Article

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Article:
    """Return the article of a page in the folder of pages."""
    (loaded,) = load([PAGES / f"{name}.html"])
    assert loaded.article is not None
    return loaded.article


def paragraphs(article: Article) -> list[str]:
    """Return the beginnings of the paragraphs."""
    return [paragraph[:24] for paragraph in article.text.split("\n\n")]


STATED = {
    "kuestenblatt": (
        "Gipfel in Hafenstadt Minister reist vorzeitig ab",
        "Küstenblatt",
        "2024-03-05",
        ("Erika Beispiel", "dpa"),
        "https://www.kuestenblatt.example/politik/gipfel-123.html",
    ),
    "portal": (
        "Brücke bleibt gesperrt",
        "ntv",
        "2024-04-09",
        (),
        "https://www.n-tv.de/regionales/Bruecke-bleibt-gesperrt-article1.html",
    ),
    "wochenblatt": (
        "Stadtwerke: Fernwärme wird teurer",
        "DAS WOCHENBLATT",
        "2024-01-17",
        ("dpa", "AFP"),
        "https://www.das-wochenblatt.example/energie/2024-01/fernwaerme",
    ),
    "anzeiger": ("Feuer in Scheune gelöscht", "Talheimer Anzeiger", "2008-03-03", (), None),
    "app": ("Kai wird verlängert", "Hafenfunk", None, ("Ina Kran",), None),
}


@pytest.mark.parametrize("name", STATED)
def test_what_pages_state(name: str) -> None:
    """Title, outlet, date, authors and address come from JSON-LD, meta elements, links and the outlets' table."""
    article = page(name)
    assert (article.title, article.outlet, article.published, article.authors, article.url) == STATED[name]
    assert article.language == "de"
    assert article.headline is not None
    assert article.headline.of(article.text) == article.title


def test_an_article_with_teasers_and_a_newsletter_box() -> None:
    """Byline, lead, caption, block quotation, subheading and the agency's line stay; boxes, tags and bars do not."""
    assert paragraphs(page("kuestenblatt")) == [
        "Gipfel in Hafenstadt Min",
        "Der Verkehrsminister hat",
        "Von Erika Beispiel",
        "05.03.2024, 18:20 Uhr",
        "Der Minister auf dem Weg",
        "Hafenstadt (dpa) - Der V",
        "„Das ist ein Affront“, s",
        "Wir hätten uns mehr erwa",
        "Streit um die Finanzieru",
        "Der Bund will 300 Millio",
        "Am Mittwoch soll weiterv",
        "© dpa-infocom, dpa:24030",
    ]


def test_a_page_without_article_elements() -> None:
    """Where everything is a div, short quotations and the source line stay, what is linked or sold does not."""
    article = page("portal")
    assert paragraphs(article) == [
        "Brücke bleibt gesperrt",
        "09.04.2024, 07:12 Uhr\nVo",
        "Kein Durchkommen: die Br",
        "Ein Riss im Stahl, ein B",
        "Die Brücke in Uferstadt ",
        "»Wir haben Risse an vier",
        "»Solange wir nicht wisse",
        "Die Händler fordern Ents",
        "Der Landtag will sich am",
        "Quelle: flussportal.exam",
    ]


def test_a_page_in_sections() -> None:
    """The source line above the headline, lists, quotations and both sections stay; comments and consent do not."""
    text = page("wochenblatt").text
    assert text.startswith("17. Januar 2024, 6:01 Uhr Quelle: DAS WOCHENBLATT, dpa, AFP, mlk\n\nStadtwerke:")
    assert text.endswith("© dpa-infocom, dpa:240117-99-630112/2")
    for kept in ("Wer jetzt keinen Sondervertrag", "Der Rat hat im Februar", "„unvermeidlich“.\nDie FDP"):
        assert kept in text
    for furniture in ("Werbung", "Ein Schock", "Newsletter", "typisch", "Cookies", "WOCHENBLATT 2024"):
        assert furniture not in text


def test_an_old_page_in_tables(tmp_path: Path) -> None:
    """A page of 2008 in Windows-1252, its paragraphs parted by line breaks, keeps dateline and end credit."""
    path = tmp_path / "anzeiger.html"
    path.write_bytes((PAGES / "anzeiger.html").read_text(encoding="utf-8").encode("cp1252"))
    (loaded,) = load([path])
    assert loaded.article is not None
    assert loaded.problems == ()
    assert paragraphs(loaded.article)[1:] == [
        "Talheim (ddp). Die Feuer",
        "Nach Angaben der Polizei",
        "Die Ursache ist noch unk",
        "ddp/tal",
    ]
    assert "„Wir hatten Glück mit dem Wind“" in loaded.article.text


def test_a_short_report_among_teasers() -> None:
    """A report of two sentences keeps its byline and credit, and the longer teasers below it are not taken for it."""
    article = page("kurzmeldung")
    assert article.text.split("\n\n") == [
        "Von unserer Redaktion\n2. Mai 2024",
        "Schule evakuiert",
        "Nach einem Gasalarm ist am Donnerstag die Schule in Talheim geräumt worden.",
        "Verletzt wurde niemand. (epd)",
    ]
    assert (article.title, article.published) == ("Schule evakuiert", "2024-05-02")


def test_a_page_that_a_script_would_write() -> None:
    """Where the page itself shows no text, the one that its JSON-LD carries is the article's."""
    text = page("app").text
    assert text.startswith("Kai wird verlängert\n\nDer Kai in Hafenstadt")
    assert "JavaScript" not in text


def test_a_photos_credit_is_written_as_one() -> None:
    """The credit of a photo stands in brackets with its caption, so that nobody takes it for the text's."""
    assert "Der Minister auf dem Weg zum Auto. (Foto: Max Muster/dpa)\n\n" in page("kuestenblatt").text
    assert "(Foto: picture alliance/dpa)\n\n" in page("portal").text


def test_a_page_is_the_same_twice() -> None:
    """Reading a page twice gives the same text and ids."""
    assert page("wochenblatt") == page("wochenblatt")
