"""Makers of calendar dates: days, months, seasons and holidays that are named."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from quellenlage.read.phrases import Phrase
from quellenlage.read.times import periods
from quellenlage.read.times.made import Made, dated
from quellenlage.read.times.scene import Scene

_MONTH_KINDS = ("month", "name_month", "month_short")
_DAY_KINDS = ("d24", "d31")
# Two digits after a point: 24.12.99 is 1999 and 24.12.23 is 2023; 69 is where POSIX divides them.
_CENTURY_TURN = 69


def make_date(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the day that day and month name, with the year that is said, or the one that is meant."""
    numeric = phrase.get("ndate")
    if numeric:
        return _numeric(numeric, scene)
    days = [int(lexeme.value) for lexeme in phrase.all(*_DAY_KINDS)]
    month = int(phrase.get(*_MONTH_KINDS) or 0)
    if not month and len(days) > 1 and phrase.get("year"):
        month = days[1]
    if not days or not month:
        return None
    return _day_of(days[0], month, _said_year(phrase, scene), scene)


def make_listed_day(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the day that stands before others of its month ("am 3., 4. und 5. Mai")."""
    made = make_date(phrase, scene)
    scene.remember_listed(made.first if made else None)
    return made


def make_date_part(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a part of a named day ("Nacht des 14. August")."""
    made = make_date(phrase, scene)
    part = phrase.get("daypart")
    return made and Made("TIME", f"{made.value}{part}", made.first, made.last)


def make_numeric(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the day that figures alone name ("13.9.2023"); without a year, only where a preposition precedes."""
    iso = phrase.get("isodate")
    if iso:
        year, month, day = map(int, iso.split("-"))
        return _day_of(day, month, year, scene)
    text = phrase.get("ndate")
    if text.endswith(".") and phrase.seen_first == phrase.first:
        return None
    return _numeric(text, scene)


def make_month(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a month, with its year where that is said or can be told, narrowed by "Anfang", "Mitte", "Ende"."""
    month = int(phrase.get(*_MONTH_KINDS))
    year = _said_year(phrase, scene)
    if year is None:
        year = scene.year or _month_year(phrase, month, scene)
    if year is None:
        return Made("DATE", f"XXXX-{month:02d}")
    return dated(periods.third(periods.month(year, month), phrase.get("part")))


def _said_year(phrase: Phrase, scene: Scene) -> int | None:
    """Return the year that the phrase itself names, in figures or as "vorigen Jahres"."""
    figures = phrase.get("year")
    if figures:
        scene.remember(None, explicit_year=int(figures))
        return int(figures)
    if not phrase.get("year_unit") or scene.anchor is None:
        return None
    return scene.anchor.year + int(phrase.get("shift") or 0)


def _numeric(text: str, scene: Scene) -> Made | None:
    day, month, year = text.split(".")
    if not year:
        return _day_of(int(day), int(month), None, scene)
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= _CENTURY_TURN else 2000
    return _day_of(int(day), int(month), number, scene)


def _day_of(day: int, month: int, year: int | None, scene: Scene) -> Made | None:
    if year is None and scene.anchor is not None:
        near = range(scene.anchor.year - 1, scene.anchor.year + 2)
        candidates = {y: when for y in near if (when := _existing(y, month, day))}
        year = scene.year or scene.choose_year(candidates)
    if year is None:
        return Made("DATE", f"XXXX-{month:02d}-{day:02d}") if _existing(2000, month, day) else None
    when = _existing(year, month, day)
    if when is None:
        return None
    scene.remember(when)
    return dated(periods.day(when))


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_year(phrase: Phrase, month: int, scene: Scene) -> int | None:
    anchor = scene.anchor
    if anchor is None:
        return None
    shift = phrase.get("shift")
    if shift == "-1" or (not shift and scene.direction != "future"):
        return anchor.year if month < anchor.month or (month == anchor.month and not shift) else anchor.year - 1
    return anchor.year if month > anchor.month or (month == anchor.month and not shift) else anchor.year + 1


def make_holiday(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a day with a name, in the year that is said or meant."""
    formula = phrase.get("holiday") or phrase.rule.field("day")
    if not formula:
        return None
    year = _said_year(phrase, scene)
    if year is None and scene.anchor is not None:
        near = {y: periods.holiday(y, formula) for y in range(scene.anchor.year - 1, scene.anchor.year + 2)}
        shift = int(phrase.get("shift") or 0)
        if shift:
            near = {y: when for y, when in near.items() if (when - scene.anchor).days * shift > 0}
        year = scene.choose_year(near)
    if year is None:
        return Made("DATE", "XXXX-XX-XX" if "=" in formula or "easter" in formula else f"XXXX-{formula}")
    when = periods.holiday(year, formula)
    scene.remember(when)
    return dated(periods.day(when))


def make_season(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a season, in the year that is said or meant."""
    letters = phrase.get("season")
    year = _said_year(phrase, scene)
    anchor = scene.anchor
    if year is None and anchor is not None:
        shift = int(phrase.get("shift") or 0)
        near = [periods.season(y, letters) for y in range(anchor.year - 1, anchor.year + 3)]
        if shift > 0 or (shift == 0 and scene.direction == "future"):
            fitting = [p for p in near if p.last and p.last >= anchor and not (shift and p.first and p.first <= anchor)]
        else:
            fitting = [p for p in reversed(near) if p.first and p.first <= anchor]
            fitting = [p for p in fitting if not (shift and p.last and p.last >= anchor)] or fitting
        return dated(periods.third(fitting[0], phrase.get("part"))) if fitting else None
    if year is None:
        return Made("DATE", f"XXXX-{letters}")
    period = periods.season(year, letters)
    if letters == "WI" and period.last:
        # "Winter 2019" names the one that ended or the one that began in that year: the bounds hold both.
        period = periods.Period(period.value, date(year, 1, 1), period.last + timedelta(days=365))
    return dated(periods.third(period, phrase.get("part")))


DATE_MAKERS: Mapping[str, Callable[[Phrase, Scene], Made | None]] = MappingProxyType(
    {
        "date": make_date,
        "listed_day": make_listed_day,
        "date_part": make_date_part,
        "numeric": make_numeric,
        "month": make_month,
        "holiday": make_holiday,
        "season": make_season,
    }
)
