"""Makers of years and of what is longer: pairs of years, decades, centuries."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from quellenlage.read.phrases import Phrase
from quellenlage.read.times import periods
from quellenlage.read.times.made import Made, dated
from quellenlage.read.times.scene import Scene

_DAY_KINDS = ("d24", "d31")


def make_year(phrase: Phrase, _: Scene) -> Made | None:
    """Return a year that is called one."""
    year = phrase.get("year", "int").rjust(4, "0")
    return dated(periods.third(periods.years(year), phrase.get("part"))) if len(year) == 4 and int(year) else None


def make_bare_year(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a year that stands by itself, unless it counts the noun behind it ("2000 Menschen")."""
    year = int(phrase.get("year"))
    tokens, first, last = phrase.tokens, phrase.first, phrase.last
    paired = (tokens.kind(first - 1) == "dash" and tokens.kind(first - 2) == "year") or (
        tokens.kind(last) == "dash" and tokens.kind(last + 1) == "year"
    )
    if not paired and (not 1400 <= year <= 2060 or _counts(phrase, year)):
        return None
    if not paired and tokens.kind(first - 1) in ("dash", "mark", "dot") and tokens.glued(first) and year < 1900:
        return None
    scene.remember(None, bare_year=year)
    return dated(periods.years(f"{year:04d}"))


def _counts(phrase: Phrase, year: int) -> bool:
    """Say whether a number that may be a year counts what follows instead."""
    tokens, last = phrase.tokens, phrase.last
    noun = tokens.kind(last + 1) if tokens.kind(last) == "adj" else tokens.kind(last)
    if year % 100 == 0 and tokens.kind(phrase.first - 1) in ("approximate", "upward", "downward"):
        return True
    if year % 100 == 0 and year != 2000:
        return noun in ("noun", "plural_noun")
    return noun == "plural_noun" or (noun == "noun" and not 1700 <= year <= 2050)


def make_year_pair(phrase: Phrase, _: Scene) -> Made | None:
    """Return two years that belong together ("die Saison 2007/08"); TIMEX3 has no value for that, but it has bounds."""
    start, end = (lexeme.value for lexeme in phrase.all("year", *_DAY_KINDS, "d59", "int")[:2])
    last = int(start[: 4 - len(end)] + end) if len(end) <= 4 else 0
    first = int(start)
    if not first < last <= first + 10:
        return None
    return Made("DATE", "XXXX-XX-XX", date(first, 7, 1), date(last, 6, 30))


def make_decade(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a decade: "die 90er Jahre", "die neunziger Jahre", "die 1990er"."""
    word = phrase.get("decade", "decade_years")
    digits = phrase.get("decade_digits", "decade_digits_years").split(" ")[0]
    if len(digits) == 4:
        prefix = digits[:3]
    else:
        tens = word or digits[:1]
        # The last such decade that is over or under way: in 2023, "die zwanziger Jahre" may be those of 1920 still.
        century = "20" if scene.anchor and scene.anchor.year // 10 > 200 + int(tens) and int(tens) < 2 else "19"
        prefix = century + tens
    return dated(periods.third(periods.years(prefix), phrase.get("part")))


def make_century(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a century: "das 19. Jahrhundert", "das vorige Jahrhundert", the first half of one."""
    shift = phrase.get("shift", "this")
    if shift:
        if scene.anchor is None:
            return Made("DATE", "XX")
        number = scene.anchor.year // 100 + int(shift)
    else:
        numbers = phrase.all(*_DAY_KINDS, "ordinal")
        number = int(numbers[-1].value) - 1
    if not 0 <= number <= 21:
        return None
    period = periods.third(periods.years(f"{number:02d}"), phrase.get("part"))
    return dated(period)


YEAR_MAKERS: Mapping[str, Callable[[Phrase, Scene], Made | None]] = MappingProxyType(
    {
        "year": make_year,
        "bare_year": make_bare_year,
        "year_pair": make_year_pair,
        "decade": make_decade,
        "century": make_century,
    }
)
