"""Broken and hostile markup: no page ends the run, and what it says is read as far as it can be."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from quellenlage.ingest import Loaded, load

SENTENCE = "Der Hafen bleibt am Montag gesperrt, teilte die Stadt mit, die Arbeiten dauern drei Wochen."

SENSELESS = """<script type="application/ld+json">{"@type": 5, "author": {"name": [{}]}, "headline": {}}</script>"""


def read(tmp_path: Path, markup: str | bytes) -> Loaded:
    """Load a page of this markup."""
    path = tmp_path / "page.html"
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode("utf-8", "surrogatepass"))
    (loaded,) = load([path])
    return loaded


@pytest.mark.parametrize(
    "markup",
    [
        f"<html lang=de><h1>Hafen<p>{SENTENCE}<p><b><i>Unfertig</b> verschachtelt",
        f"<html lang=de><body><p class='{'x' * 3_000_000}'>{SENTENCE}",
        f"<html lang=de><body><p {' '.join(f'a{n}=1' for n in range(100_000))}>{SENTENCE}",
        f"<html lang=de><body><p>{SENTENCE}</p>" + "<b>" * 10_000,
        f"<html lang=de><p>{SENTENCE}\x00</p>\x00",
        f"<p>&#xD800;&#0;&nope;&#99999999;</p><p>{SENTENCE}</p>",
        f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><p>{SENTENCE}</p></html>",
        f"\ufeff<html><body><p>{SENTENCE}</p></body></html>",
        f"<html><script type='application/ld+json'>{'[' * 100_000}</script><p>{SENTENCE}</p>",
        f"<html>{SENSELESS}<p>{SENTENCE}</p>",
        f"<html><meta property='og:url' content='http://['><link rel=canonical href='//['><p>{SENTENCE}</p>",
        f"<html><!-- <p>Kommentar --><body><!-- x --><p>{SENTENCE}</p><!-- kein Ende",
        f"<html><body><img src='data:image/png;base64,{'A' * 2_000_000}'><p>{SENTENCE}</p>",
        SENTENCE,
    ],
)
def test_the_text_of_broken_pages_is_read_fast(tmp_path: Path, markup: str) -> None:
    """Unclosed, deep, huge and senseless markup still gives its sentence, within seconds."""
    before = time.perf_counter()
    loaded = read(tmp_path, markup)
    assert time.perf_counter() - before < 5  # seconds; the quadratic cases once took 17
    assert loaded.article is not None
    assert SENTENCE in loaded.article.text


def test_scripts_and_addresses_that_run_are_left_out(tmp_path: Path) -> None:
    """Scripts, styles, frames and what is hidden are not in the text; addresses are of the web only."""
    loaded = read(
        tmp_path,
        "<html lang=de><head><meta http-equiv=refresh content='0;url=javascript:alert(1)'>"
        "<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='file:///etc/passwd'></head><body>"
        f"<h1>Hafen</h1><p onclick='alert(2)'>{SENTENCE}</p><script>alert('{SENTENCE} Skript')</script>"
        "<style>p { content: 'Stil' }</style><iframe src=x>Rahmen</iframe><template><p>Vorlage</p></template>"
        f"<p hidden>{SENTENCE} Versteckt</p><p style='display: NONE; display : none'>{SENTENCE} Unsichtbar</p>"
        f"<p>Zweiter Satz. {SENTENCE}</p></body></html>",
    )
    assert loaded.article is not None
    assert loaded.article.text == f"Hafen\n\n{SENTENCE}\n\nZweiter Satz. {SENTENCE}"
    assert loaded.article.url is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>Hafen</title></head><body></body></html>",
        "<html><frameset><frame src=x></frameset></html>",
        "<html><body><nav><a href=/>Start</a><a href=/x>Sport</a></nav><script>x</script></body></html>",
        "<",
        "<html>",
        "<!-- -->",
        "<html><body>" + "<div>" * 10_000 + f"<p>{SENTENCE}",
    ],
)
def test_a_page_without_text_is_lost(tmp_path: Path, markup: str) -> None:
    """A page in which no article can be found is a problem that says what to do."""
    loaded = read(tmp_path, markup)
    assert loaded.article is None
    assert (loaded.problems[-1].code, loaded.problems[-1].severity) == ("no-article-text", "lost")
    assert loaded.problems[-1].remedy


def test_markup_that_nests_too_deep_is_told(tmp_path: Path) -> None:
    """What lies deeper than the parser follows is not lost in silence."""
    loaded = read(tmp_path, f"<html lang=de><p>{SENTENCE}</p>" + "<div>" * 10_000 + "Tief unten")
    assert loaded.article is not None
    assert [(problem.code, problem.severity) for problem in loaded.problems] == [("markup-too-deep", "partial")]


def test_a_page_with_very_many_elements_is_read_without_the_extractor(tmp_path: Path) -> None:
    """A page of 30,000 paragraphs, over which the extractor would take minutes, is read in seconds."""
    before = time.perf_counter()
    loaded = read(tmp_path, "<html lang=de><body>" + "".join(f"<p>{n}: {SENTENCE}</p>" for n in range(30_000)))
    assert time.perf_counter() - before < 15  # seconds
    assert loaded.article is not None
    assert loaded.article.text.count(SENTENCE) == 30_000


def test_pages_print_nothing(tmp_path: Path) -> None:
    """The extractor's own warnings do not reach the terminal, where the caller's JSON is printed."""
    (tmp_path / "page.html").write_text("<html><body><div>x</div></body></html>", encoding="utf-8")
    code = "import sys; from quellenlage.ingest import load; sys.exit(len(list(load(sys.argv[1:]))) != 1)"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=True)
    assert done.stdout + done.stderr == b""


@pytest.mark.parametrize("name", ["article__paywall-content", "teaser-text", "slider-content"])
def test_misleading_names_of_the_text_itself(tmp_path: Path, name: str) -> None:
    """Most of an article in an element that is called like furniture is the article all the same."""
    rest = "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(5))
    loaded = read(tmp_path, f"<html lang=de><h1>Hafen</h1><div><p>{SENTENCE}</p><div class={name}>{rest}</div></div>")
    assert loaded.article is not None
    assert loaded.article.text.count(SENTENCE) == 6


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", "klingon", ""])
def test_the_encoding_of_pages(tmp_path: Path, declared: str) -> None:
    """Whatever a page declares, its umlauts come out right."""
    text = f"Die Fähre fährt über den Fluß. {SENTENCE} „Schön“, sagte Jörg."
    markup = f"<html lang=de><meta charset='{declared}'><p>{text}</p></html>"
    for encoding in ("utf-8", "cp1252"):
        loaded = read(tmp_path, markup.encode(encoding))
        assert loaded.article is not None
        assert loaded.article.text == text
