"""Shares as bars: where everything is drawn, for the template to write as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from quellenlage.model import Share

# How words are counted, in the order of the bars: what is nobody else's first, what is silently another's last.
KINDS = ("own", "shared", "press_release", "credited", "uncredited")
# Units of the drawing: its width, the room for names at the left, the height of a row and of its bar.
_WIDTH, _NAMES, _ROW, _BAR = 720.0, 150.0, 26.0, 16.0
# Days of a plot stand so far apart at most, and their columns are so high.
_DAY, _COLUMN = 24.0, 140.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One kind's part of a bar: a rectangle, with the words that it stands for."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Bar:
    """All words of one outlet, or of one day."""

    row: Share
    x: float
    y: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars within a width and height."""

    width: float
    height: float
    bars: tuple[Bar, ...]


def draw_outlets(rows: Sequence[Share]) -> Drawing:
    """Return one bar a row, all of one length: what share of each outlet's words is whose."""
    bars: list[Bar] = []
    for number, row in enumerate(rows):
        y = number * _ROW + (_ROW - _BAR) / 2
        pieces: list[Piece] = []
        x, room = _NAMES, _WIDTH - _NAMES
        for kind in KINDS:
            words = int(getattr(row, kind))
            width = room * words / max(1, row.words)
            if words:
                pieces.append(Piece(kind, round(x, 1), y, round(width, 1), _BAR, words, words / row.words))
            x += width
        bars.append(Bar(row, _NAMES - 8, y + _BAR - 4, tuple(pieces)))
    return Drawing(_WIDTH, max(1, len(rows)) * _ROW, tuple(bars))


def draw_days(rows: Sequence[Share]) -> Drawing:
    """Return one column a row, its height being the day's words: what was printed when, and whose it was."""
    most = max((row.words for row in rows), default=1) or 1
    step = min(_DAY, _WIDTH / max(1, len(rows)))
    bars: list[Bar] = []
    for number, row in enumerate(rows):
        y, pieces = _COLUMN, list[Piece]()
        for kind in KINDS:
            words = int(getattr(row, kind))
            height = _COLUMN * words / most
            y -= height
            if words:
                share = words / row.words
                pieces.append(
                    Piece(
                        kind, round(number * step, 1), round(y, 1), round(step * 0.8, 1), round(height, 1), words, share
                    )
                )
        bars.append(Bar(row, round(number * step, 1), _COLUMN, tuple(pieces)))
    return Drawing(_WIDTH, _COLUMN, tuple(bars))
