"""Half-open stretches of characters in one text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Which characters of which text? Half-open, in Unicode code points; `text_id` is the hash of that text."""

    text_id: str
    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that this span names in its text."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


def overlaps(left: Span, right: Span) -> bool:
    """Say whether two spans of one text share at least one character."""
    return left.text_id == right.text_id and left.start < right.end and right.start < left.end


def covers(outer: Span, inner: Span) -> bool:
    """Say whether `inner` lies wholly within `outer`."""
    return outer.text_id == inner.text_id and outer.start <= inner.start and inner.end <= outer.end
