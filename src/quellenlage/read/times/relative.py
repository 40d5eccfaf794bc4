"""Makers of dates that are relative to the publication or to what was said before."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from quellenlage.read.phrases import Phrase
from quellenlage.read.times import periods
from quellenlage.read.times.made import Made, dated
from quellenlage.read.times.scene import Scene
from quellenlage.read.times.tense import clause_kinds, is_state

_UNIT_KINDS = ("week_unit", "month_unit", "year_unit", "long_unit", "quarter_unit", "weekend")
# What is left of a value when the publication is not known (TIMEX3's placeholders).
_BARE = MappingProxyType(
    {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "Q": "XXXX-QX", "H": "XXXX-HX"}
)
# Whoever says "halb drei" counts the hours to twelve.
_HOURS_TOLD = 12
_DAY_PARTS = ("daypart", "daypart_early", "daypart_adverb")


def make_shifted(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the week, month, year … that lies so many units from that of the publication, or a third of it."""
    named = phrase.get("relative_unit", "this_year", "this_year_adjective")
    part = phrase.get("part")
    if named:
        shift, unit = named.split(" ")
    elif phrase.get("part_unit"):
        part, unit = phrase.get("part_unit").split(" ")
        shift = "0"
        if phrase.get("year"):
            return dated(periods.third(periods.years(phrase.get("year")), part))
    else:
        shift, unit = phrase.get("shift") or "0", phrase.get(*_UNIT_KINDS)
    if scene.anchor is None:
        return Made("DATE", _BARE.get(unit, "XXXX"))
    anchor = scene.anchor
    if unit == "Y" and scene.any_year and not phrase.get("shift", "this", "current"):
        return dated(periods.third(periods.years(f"{scene.any_year:04d}"), part))
    # The 31st has no counterpart in every month: months and years are counted from a day that each month has.
    start = anchor if unit in ("W", "WE") else anchor.replace(day=min(anchor.day, 28))
    period = periods.containing(periods.add_units(start, int(shift), unit), unit)
    return dated(periods.third(period, part))


def make_quarter(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a quarter or half of the year that is said or meant."""
    letter = phrase.get("quarter_unit")
    number = int(phrase.get("ordinal", "d24", "d31"))
    if number > (4 if letter == "Q" else 2):
        return None
    if phrase.get("year"):
        return dated(periods.quarter(int(phrase.get("year")), number, letter))
    if scene.anchor is None:
        return Made("DATE", f"XXXX-{letter}{number}")
    year = scene.anchor.year + int(phrase.get("shift") or 0)
    begun = periods.quarter(year, number, letter).first
    if not phrase.get("shift", "year_unit") and scene.direction == "past" and begun and begun > scene.anchor:
        year -= 1
    return dated(periods.quarter(year, number, letter))


def make_weekend(_: Phrase, scene: Scene) -> Made | None:
    """Return the weekend before or after the publication, as the tense looks."""
    anchor = scene.anchor
    if anchor is None:
        return Made("DATE", "XXXX-WXX-WE")
    back = scene.direction != "future" and anchor.isoweekday() < 6
    return dated(periods.weekend(anchor - timedelta(days=7) if back else anchor))


def make_weekday(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the day that a weekday names: before or after the publication as the tense looks, or of another week."""
    number = int(phrase.get("weekday_name", "sunday"))
    if scene.anchor is None:
        return Made("DATE", f"XXXX-WXX-{number}")
    ago = phrase.get("ago")
    if (
        scene.same_sentence_day is not None
        and scene.same_sentence_day.isoweekday() == number
        and not phrase.get("shift")
    ):
        # "morgen, Samstag": the day has been told already.
        return dated(periods.day(scene.same_sentence_day))
    if phrase.get("week_unit"):
        shift = int(phrase.get("shift") or ("-1" if ago else "0"))
        monday = scene.anchor - timedelta(days=scene.anchor.weekday())
        when = monday + timedelta(days=7 * shift + number - 1)
    else:
        found = scene.weekday(number, int(phrase.get("shift") or 0))
        if found is None:
            return None
        when = found
    scene.remember(when)
    return dated(periods.day(when))


def make_weekday_part(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a part of the day that a weekday names ("Mittwochabend", "die Nacht zum Sonntag")."""
    number, _, part = phrase.get("weekday_part").partition(" ")
    part = part or phrase.get(*_DAY_PARTS)
    number = number or phrase.get("weekday_name", "sunday")
    if not number:
        return make_day_part(phrase, scene)
    when = scene.weekday(int(number), int(phrase.get("shift") or 0))
    if when is None:
        return Made("TIME", f"XXXX-WXX-{number}{part}")
    scene.remember(when)
    return Made("TIME", f"{when.isoformat()}{part}", when, when)


def make_day(phrase: Phrase, scene: Scene) -> Made | None:
    """Return today, yesterday, tomorrow; today also for the present as such, tomorrow for the future."""
    general = _general(phrase)
    if general:
        return Made("DATE", general)
    steps = int(phrase.get("today", "deictic", "tomorrow"))
    if scene.anchor is None:
        return Made("DATE", "XXXX-XX-XX")
    when = scene.anchor + timedelta(days=steps)
    scene.remember(when)
    return dated(periods.day(when))


def _general(phrase: Phrase) -> str:
    """Return PRESENT_REF or FUTURE_REF where "heute" and "morgen" name no day but an age, "" else."""
    if not phrase.get("today", "tomorrow") or phrase.last - phrase.first > 1:
        return ""
    tokens, index = phrase.tokens, phrase.first
    if tokens.kind(index - 1) == "of_time":
        return "PRESENT_REF" if phrase.get("today") else "FUTURE_REF"
    if not phrase.get("today"):
        return ""
    kinds = clause_kinds(tokens, index)
    still = "still" in (tokens.kind(index - 1), tokens.kind(index + 1)) and not kinds & {"future_verb", "will_verb"}
    if still or tokens.kind(index - 1) == "until" or tokens.kind(index + 1) in ("age_noun", "age_adjective"):
        return "PRESENT_REF"
    return "PRESENT_REF" if is_state(tokens, index) else ""


def make_day_part(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a part of today, yesterday or tomorrow ("gestern Abend")."""
    made, part = make_day(phrase, scene), phrase.get(*_DAY_PARTS)
    return made and Made("TIME", f"{made.value}{part}", made.first, made.last)


def make_adjective_day(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the day that an adjective names ("der gestrige Abend"); "heutig" before other nouns means the present."""
    noun = phrase.tokens.kind(phrase.seen_last) if phrase.seen_last == phrase.last else ""
    today = phrase.get("today_adjective")
    if (
        today
        and not phrase.get("day_unit", "weekday_name", "sunday", "daypart")
        and noun not in ("weekday_name", "sunday")
    ):
        return Made("DATE", "PRESENT_REF", scene.anchor, scene.anchor)
    if scene.anchor is None:
        return Made("DATE", "XXXX-XX-XX")
    when = scene.anchor + timedelta(days=int(today or phrase.get("day_adjective")))
    scene.remember(when)
    part = phrase.get("daypart")
    return Made("TIME" if part else "DATE", f"{when.isoformat()}{part}", when, when)


def make_day_from_day(phrase: Phrase, scene: Scene) -> Made | None:
    """Return the day before or after the day named last ("am Tag zuvor", "am nächsten Tag")."""
    if scene.last_day is None:
        return Made("DATE", "XXXX-XX-XX")
    steps = phrase.get("day_before", "day_after", "day_step", "shift", "this", "same") or "0"
    when = scene.last_day + timedelta(days=int(steps))
    return dated(periods.day(when))


def make_daypart(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a part of the day named last; in the past, of the publication's; of any day where neither is known."""
    part = phrase.get("daypart", "daypart_hours", "midnight")
    day = scene.time_day if scene.direction == "past" else scene.day
    if day is None:
        return Made("TIME", f"XXXX-XX-XX{part}")
    return Made("TIME", f"{day.isoformat()}{part}", day, day)


def make_clock(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a time by the clock, of the day named last, else of the publication's; of none where both are unknown."""
    figures = [lexeme.value for lexeme in phrase.all("clock", "short_clock", "d24", "d31", "d59", "numword")]
    if not figures:
        return None
    hours, _, minutes = figures[0].partition(":")
    if not minutes:
        # "14 Uhr 30" has three tokens; "10 bis 14 Uhr" has a second number too, which is no minutes.
        minutes = figures[1] if phrase.tokens.kind(phrase.first + 1) == "oclock" and len(figures) > 1 else "0"
    if not hours.isdigit() or not minutes.isdigit() or int(hours) > 24 or int(minutes) > 59:
        return None
    return _at(60 * int(hours) + int(minutes), scene)


def make_told_clock(phrase: Phrase, scene: Scene) -> Made | None:
    """Return a time that is told by a full hour beside it ("halb drei", "Viertel vor eins"), of the morning."""
    hour, quarters = int(phrase.get("d24", "numword")), phrase.get("share")
    if not 1 <= hour <= _HOURS_TOLD or quarters not in ("", "4"):
        return None
    beside = -30 if not quarters else -15 if phrase.all("ago") else 15
    return _at(60 * hour + beside, scene)


def _at(minutes: int, scene: Scene) -> Made:
    """Return a time of the day, in minutes, of the day named last."""
    clock = f"T{minutes // 60:02d}:{minutes % 60:02d}"
    day = scene.time_day
    return Made("TIME", f"{day.isoformat()}{clock}", day, day) if day else Made("TIME", clock)


RELATIVE_MAKERS: Mapping[str, Callable[[Phrase, Scene], Made | None]] = MappingProxyType(
    {
        "shifted": make_shifted,
        "quarter": make_quarter,
        "weekend": make_weekend,
        "weekday": make_weekday,
        "weekday_part": make_weekday_part,
        "day": make_day,
        "day_part": make_day_part,
        "adjective_day": make_adjective_day,
        "day_from_day": make_day_from_day,
        "daypart": make_daypart,
        "clock": make_clock,
        "told_clock": make_told_clock,
    }
)
