"""Texts as Markdown that shows just these texts."""

import re

from quellenlage.dossier.outline import Piece
from quellenlage.dossier.printable import one_line

# What would be read as markup anywhere in a line; and what would be read so at its beginning.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#$])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=])")


def plain(text: str) -> str:
    r"""Return a text as one line of Markdown that shows just this text.

    >>> plain("1. *Er* sagte <b>")
    '1\\. \\*Er\\* sagte \\<b\\>'
    """
    escaped = _MARKUP.sub(r"\\\1", one_line(text).replace("&", "&amp;"))
    return _LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def set_off(pieces: tuple[Piece, ...]) -> str:
    """Return a passage, the words that differ in bold; what stands between pieces (spaces) is kept."""
    shown = []
    for piece in pieces:
        before = " " if piece.text[:1].isspace() else ""
        after = " " if piece.text[-1:].isspace() else ""
        text = plain(piece.text)
        shown.append(f"{before}{f'**{text}**' if piece.differs and text else text}{after}")
    return "".join(shown).strip()


def code(text: str) -> str:
    """Return an id as code; a backtick in a caller's own id cannot end it."""
    return f"`{one_line(text).replace('`', chr(0x2019))}`"
