"""The page of shares: plots that can be read aloud, figures that agree with them, nothing unescaped."""

import re
from xml.etree import ElementTree as ET

from quellenlage.dossier.shares.bars import draw_days, draw_outlets
from quellenlage.dossier.shares.render import render_shares
from quellenlage.languages import load_pack
from quellenlage.model import Share

ROWS = (Share("Bote <b>", None, 3, 200, 100, 0, 20, 50, 30), Share("Post", None, 1, 0, 0, 0, 0, 0, 0))
DAYS = (Share(None, "2024-05-06", 2, 150, 100, 0, 0, 30, 20), Share(None, "2024-05-07", 2, 50, 0, 0, 20, 20, 10))


def test_a_bar_is_divided_like_its_words() -> None:
    """The pieces of a bar follow each other, as long as their shares; an outlet without words has none."""
    first, second = draw_outlets(ROWS).bars
    assert [(piece.kind, piece.share) for piece in first.pieces] == [
        ("own", 0.5),
        ("press_release", 0.1),
        ("credited", 0.25),
        ("uncredited", 0.15),
    ]
    assert first.pieces[0].x + first.pieces[0].width == first.pieces[1].x
    assert second.pieces == ()


def test_a_days_column_is_as_high_as_its_words() -> None:
    """The day with most words fills the height, another one its part of it."""
    heights = [sum(piece.height for piece in bar.pieces) for bar in draw_days(DAYS).bars]
    assert round(heights[0] / heights[1]) == 3


def test_the_page_is_whole_and_escaped() -> None:
    """Both plots have a name and say each figure; an outlet's name cannot become markup."""
    for language in ("de", "en"):
        page = render_shares(ROWS, DAYS, load_pack(language).labels, language)
        plots = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
        assert len(plots) == 2
        for plot in plots:
            assert ET.fromstring(plot).attrib["aria-label"]
        assert "Bote &lt;b&gt;" in page
        assert "Bote <b>" not in page
        assert "shares_" not in page
