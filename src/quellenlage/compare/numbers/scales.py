"""Units that are compared as another: 1.5 kilometres are 1500 metres, a third is 33 percent."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from quellenlage.compare.numbers.values import Value
from quellenlage.languages import LanguagePack

# "Ein Drittel" may be 32 percent or 35 (points of percent); of few it may be less.
_SHARE_REACH, _FEW = 2.0, 0.1
# "Rund 70 Prozent" is not 75; words for fractions reach farther (points of percent).
_PERCENT_REACH, _WORDS_REACH = 3.0, 4.5


def to_base(value: Value, pack: LanguagePack) -> Value:
    """Return an amount in the base of its unit."""
    base, scale = _scales(pack).get(value.unit, (value.unit, 1.0))
    share = value.unit == "share"
    if base != value.unit:
        named, low, high = (None if n is None else round(n * scale, 6) for n in (value.value, value.low, value.high))
        value = replace(value, unit=base, value=named, low=low, high=high)
    return _narrowed(value, share=share) if base == "percent" and value.value is not None else value


def _narrowed(value: Value, *, share: bool) -> Value:
    number = value.value or 0.0
    low, high = value.low, value.high
    if share:
        reach = min(_SHARE_REACH, _FEW * number)
        exact = low == number == high
        low, high = (number - reach, number + reach) if exact else (low, high)
    reach = _WORDS_REACH if share else _PERCENT_REACH
    low = low if low is None else max(low, number - reach)
    return replace(value, low=low, high=high if high is None else min(high, number + reach))


@cache
def _scales(pack: LanguagePack) -> Mapping[str, tuple[str, float]]:
    if "units" not in pack.tables:
        return MappingProxyType({})
    table = pack.table("units")
    scaled = (entry for entry in table.entries if table.string(entry, "base"))
    return MappingProxyType(
        {
            table.string(entry, "value"): (table.string(entry, "base"), float(table.string(entry, "scale")))
            for entry in scaled
        }
    )
