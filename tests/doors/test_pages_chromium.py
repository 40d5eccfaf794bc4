"""The page in a real browser: it shows, it lights up what was asked for, and no article runs a script."""

import re
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from dossiers import full_dossier, hostile_dossier

from quellenlage.dossier import render_html
from quellenlage.languages import load_pack
from quellenlage.model import Dossier

Browse = Callable[..., str]


@pytest.fixture
def browse(chromium: str, tmp_path: Path) -> Browse:
    """Return a function that loads an address in a fresh browser without network and returns what it prints."""

    def run(*arguments: str) -> str:
        quiet = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
        command = [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            *quiet,
            f"--user-data-dir={tmp_path / 'user'}",
        ]
        done = subprocess.run([*command, *arguments], capture_output=True, timeout=60, check=True)
        return done.stdout.decode("utf-8")

    return run


def _page(dossier: Dossier, folder: Path) -> str:
    file = folder / "dossier.html"
    file.write_text(render_html(dossier, load_pack("de").labels, "de"), encoding="utf-8")
    return file.as_uri()


def test_no_article_runs_a_script(browse: Browse, tmp_path: Path) -> None:
    """The title is still ours after a page full of hostile articles was loaded, and nothing was added to it."""
    shown = browse("--dump-dom", _page(hostile_dossier(), tmp_path))
    assert re.findall(r"<title>(.*?)</title>", shown.partition("</head>")[0]) == [
        "2 Berichte, in allen steht vermutlich &lt;b&gt;dpa&lt;/b&gt;-Text – Quellenlage"
    ]
    assert "<img" not in shown


def test_own_script_runs(browse: Browse, tmp_path: Path) -> None:
    """The policy lets the page's own script run: all segments of the statement in the address light up, no other."""
    dossier = full_dossier()
    statement = next(s for reading in dossier.readings for s in reading.statements if s.relays)
    shown = browse("--dump-dom", f"{_page(dossier, tmp_path)}#s-{statement.id}")
    lit = re.findall(r'<mark class="[^"]*\blit"[^>]*data-k="([^"]*)"', shown)
    assert len(lit) >= 3  # the content, its speaker and its relay
    assert all(f"s-{statement.id}" in keys.split() for keys in lit)


def test_never_scrolls_sideways(browse: Browse, tmp_path: Path) -> None:
    """On a phone the page is as wide as the screen, though the synopsis and the plot in it are wider."""
    file = tmp_path / "narrow.html"
    page = render_html(full_dossier(), load_pack("de").labels, "de")
    page = re.sub(r"<meta http-equiv[^>]*>", "", page)
    told = "[document.documentElement.scrollWidth, document.querySelector('.scroll').scrollWidth].join()"
    file.write_text(page.replace("</body>", f"<script>document.title={told}</script></body>"), encoding="utf-8")
    frame = tmp_path / "frame.html"
    watch = "onload='setTimeout(() => document.title = this.contentDocument.title, 100)'"
    frame.write_text(f"<iframe width=390 height=800 src='narrow.html' {watch}></iframe>", encoding="utf-8")
    shown = browse("--dump-dom", "--allow-file-access-from-files", "--virtual-time-budget=3000", frame.as_uri())
    (sizes,) = re.findall(r"<title>(.*?)</title>", shown)
    page_width, inner_width = (int(size) for size in sizes.split(","))
    assert page_width <= 390 < inner_width


@pytest.mark.parametrize("width", [1280, 390])
def test_shows_on_wide_and_narrow_screens(browse: Browse, tmp_path: Path, width: int) -> None:
    """The page is painted at the width that was asked for, and is not blank."""
    picture = tmp_path / "page.png"
    browse(
        f"--screenshot={picture}", f"--window-size={width},800", "--hide-scrollbars", _page(full_dossier(), tmp_path)
    )
    content = picture.read_bytes()
    assert struct.unpack(">II", content[16:24]) == (width, 800)
    assert len(content) > 20_000  # a blank page of this size has some 5 000 bytes


def test_prints(browse: Browse, tmp_path: Path) -> None:
    """The page can be printed: a PDF of several sheets comes out, for every text begins a new one."""
    sheets = tmp_path / "page.pdf"
    browse(f"--print-to-pdf={sheets}", "--no-pdf-header-footer", _page(full_dossier(), tmp_path))
    assert len(re.findall(rb"/Type\s*/Page\b", sheets.read_bytes())) >= 4
