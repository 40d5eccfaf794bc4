"""Texts in which spans are marked, so that nobody counts characters.

`{speaker|Kim} sagte` marks "Kim" with the label "speaker"; `{agency=dpa|Deutsche Presse-Agentur}` gives the mark a
value; marks may lie in one another. A literal brace is doubled: `{{`, `}}`;
where two marks are open, `}}` closes both.
"""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\{\{|\}\}|\{(?P<label>[a-z_]+)(?:=(?P<value>[^|{}]*))?\||\}")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A labelled, half-open stretch of a text, with a value where one was given."""

    start: int
    end: int
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A plain text and its marks, ordered by place."""

    text: str
    marks: tuple[Mark, ...]


def parse_marked(source: str) -> MarkedText:
    """Return the plain text and the marks of a marked text.

    >>> parse_marked("{speaker|Kim} sagte das.").marks
    (Mark(start=0, end=3, label='speaker', value=''),)

    Raises:
        ValueError: a mark is not closed, or closed without having been opened.
    """
    text = ""
    open_marks: list[tuple[int, str, str]] = []
    marks: list[Mark] = []
    position = 0
    for token in _TOKEN.finditer(source):
        text += source[position : token.start()]
        position = token.end()
        if token.group() == "}}" and len(open_marks) > 1:
            for start, label, value in (open_marks.pop(), open_marks.pop()):
                marks.append(Mark(start, len(text), label, value))
        elif token.group() in ("{{", "}}"):
            text += token.group()[0]
        elif token["label"]:
            open_marks.append((len(text), token["label"], token["value"] or ""))
        elif open_marks:
            start, label, value = open_marks.pop()
            marks.append(Mark(start, len(text), label, value))
        else:
            raise ValueError(f"a mark is closed that was never opened: …{source[max(0, position - 20) : position]}")
    text += source[position:]
    if open_marks:
        raise ValueError(f"the mark {open_marks[-1][1]!r} is not closed")
    return MarkedText(text, tuple(sorted(marks)))
