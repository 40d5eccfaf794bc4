"""What a modifier makes of a number: the bounds of what is said."""

from collections.abc import Sequence
from typing import NamedTuple

# How far "rund", "fast" and "gut" reach, as a share of the number: reports of one event that round one number differ
# by less (rund 3000 beside 3200); a number that differs by more is another one.
_REACH = 0.1


class Bounds(NamedTuple):
    """The number named and the bounds of what is said, both included; None where there is none."""

    value: float | None
    low: float | None
    high: float | None

    def negative(self) -> "Bounds":
        """Return the same below zero.

        >>> Bounds(20, None, 20).negative()
        Bounds(value=-20, low=-20, high=None)
        """
        value, low, high = (None if number is None else -number for number in self)
        return Bounds(value, high, low)


def bounds_of(value: float, modifiers: Sequence[str]) -> Bounds:
    """Return the bounds of a number under its modifiers, in the words of the pack's table of modifiers.

    >>> bounds_of(1500, ["over"])
    Bounds(value=1500, low=1500, high=None)
    >>> bounds_of(650, ["about"])
    Bounds(value=650, low=585.0, high=715.0)
    """
    kinds = set(modifiers)
    low: float | None = value
    high: float | None = value
    if kinds & {"over", "least"}:
        # "knapp über 5000" is not far above it.
        high = _tidy(value * (1 + _REACH)) if "nearly" in kinds else None
    elif kinds & {"under", "most"}:
        low = _tidy(value * (1 - _REACH)) if "nearly" in kinds else None
    else:
        if kinds & {"about", "nearly"}:
            low = _tidy(value * (1 - _REACH))
        if kinds & {"about", "slightly"}:
            high = _tidy(value * (1 + _REACH))
    return Bounds(value, low, high)


def joined(left: Bounds, right: Bounds) -> Bounds:
    """Return the bounds of a range between two numbers; it names no single one."""
    return Bounds(None, left.low, right.high)


def _tidy(number: float) -> float:
    """Drop what binary fractions add: 715.0000000000001 is 715."""
    return round(number, 6)
