"""What happened when, over all reports of a story.

A time that an article names belongs to an event, unless it only says when somebody said something ("teilte am Mittwoch
mit"): such report times stand outside the content of a statement, in its sentence. Mentions of one event are joined if
they fall on the same days and their sentences share enough of the words that are rare in the story.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from quellenlage.model import Occurrence, Reading, TimeExpression, TimelineEntry, Trace
from quellenlage.text import DateRange, Span, covers, find_words, overlaps, parse_partial_date, short_hash

# Longer times than a year are a background and no event ("in den neunziger Jahren").
_LONGEST_DAYS = 366
# Two sentences tell of one event if they share this part of the weight of the lighter one's words. In the first story
# of claims/dossiers_dev, of the pairs of one day's labelled sentences, 0.3 joins nine of the ten that state one claim
# and none that do not; 0.25 joins six that do not, 0.35 loses one more.
_SHARED = 0.3
# A single word in common is chance, however rare it is.
_LEAST_WORDS = 2
# German inflection and most compounds leave the first letters alone.
_STEM = 5
_SHORTEST_WORD = 4
# A clause ends at these; German puts a comma before every subordinate clause.
_CLAUSE_END = re.compile(r"[,;:()–—]")
_HEADINGS = frozenset(("headline", "subheading"))
_TRACE = Trace("compare:timeline")


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of a dated event: when, where it stands, and the stems of its sentence's longer words."""

    article: str
    span: Span
    text: str
    earliest: date
    latest: date
    stems: frozenset[str]


def keys(reading: Reading) -> tuple[Event, ...]:
    """Which dated events does this article tell of? In the order of the text, a sentence once for each time."""
    skipped = [part.span for part in reading.parts if part.kind in _HEADINGS]
    sentences = [span for span in reading.sentences if not any(overlaps(span, part) for part in skipped)]
    published = parse_partial_date(reading.article.published or "")
    events: dict[tuple[int, date, date], Event] = {}
    for sentence, time in _paired(sentences, reading.times):
        if _is_event_time(time, published) and not _is_report_time(time.span, sentence, reading):
            event = _event(time, _clause(time.span, sentence, reading), reading)
            events.setdefault((event.span.start, event.earliest, event.latest), event)
    return tuple(events.values())


def judge(left: Event, right: Event, weights: Mapping[str, float]) -> bool:
    """Say whether two mentions tell of one event: the same days, and enough shared weight of words."""
    if (left.earliest, left.latest) != (right.earliest, right.latest):
        return False
    shared = left.stems & right.stems
    if len(shared) < _LEAST_WORDS:
        return False
    lighter = min(_weight(left.stems, weights), _weight(right.stems, weights))
    return _weight(shared, weights) >= _SHARED * lighter


def gather_timeline(readings: Sequence[Reading]) -> tuple[TimelineEntry, ...]:
    """What happened when, by these articles? In order of event time; each entry has its occurrences in input order."""
    events = [event for reading in readings for event in keys(reading)]
    weights = _weights(events)
    groups: list[list[Event]] = []
    by_days: dict[tuple[date, date], list[list[Event]]] = {}
    for event in events:
        same_days = by_days.setdefault((event.earliest, event.latest), [])
        group = next((group for group in same_days if any(judge(event, other, weights) for other in group)), None)
        if group is None:
            group = []
            same_days.append(group)
            groups.append(group)
        group.append(event)
    groups.sort(key=lambda group: (group[0].earliest, group[0].latest))
    return tuple(_entry(group) for group in groups)


def days_value(earliest: date, latest: date) -> str:
    """Return the TIMEX3 value of a stretch of days: a day, a week, a month, a year, else the first and the last day.

    >>> days_value(date(2023, 9, 1), date(2023, 9, 30))
    '2023-09'
    """
    if earliest == latest:
        return earliest.isoformat()
    days = (latest - earliest).days + 1
    if days == 7 and earliest.isoweekday() == 1:
        year, week, _ = earliest.isocalendar()
        return f"{year:04d}-W{week:02d}"
    if earliest.day == 1 and days == monthrange(earliest.year, earliest.month)[1]:
        return f"{earliest:%Y-%m}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and days <= _LONGEST_DAYS:
        return f"{earliest:%Y}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def _paired(sentences: Sequence[Span], times: Sequence[TimeExpression]) -> Iterator[tuple[Span, TimeExpression]]:
    """Pair each time with its sentence; both are in the order of the text."""
    remaining = iter(times)
    time = next(remaining, None)
    for sentence in sentences:
        while time is not None and time.span.start < sentence.end:
            if covers(sentence, time.span):
                yield sentence, time
            time = next(remaining, None)


def _is_event_time(time: TimeExpression, published: DateRange | None) -> bool:
    """Say whether a time is placed on some days, not too many, and is no mere "now" or "so far"."""
    if time.earliest is None or time.latest is None or time.type == "SET" or time.value.endswith("_REF"):
        return False
    if time.type == "DURATION" and (published is None or time.earliest <= published.latest <= time.latest):
        return False
    return (time.latest - time.earliest).days <= _LONGEST_DAYS


def _is_report_time(time: Span, sentence: Span, reading: Reading) -> bool:
    """Say whether a time says when something was said: in one clause with a statement's cue, outside its content."""
    text = reading.article.text
    for statement in reading.statements:
        framed = any(covers(part, time) for part in statement.frame)
        told = any(covers(part, time) for part in statement.content)
        for cue in statement.cue if framed or not told else ():
            if covers(sentence, cue) and not _CLAUSE_END.search(text, *_between(time, cue)):
                return True
    return False


def _between(left: Span, right: Span) -> tuple[int, int]:
    return min(left.end, right.end), max(left.start, right.start)


def _clause(time: Span, sentence: Span, reading: Reading) -> Span:
    """Return the content of the statement that a time lies in, within its sentence; the whole sentence else."""
    for statement in reading.statements:
        for part in statement.content:
            if covers(part, time):
                return Span(part.text_id, max(part.start, sentence.start), min(part.end, sentence.end))
    return sentence


def _event(time: TimeExpression, span: Span, reading: Reading) -> Event:
    if time.earliest is None or time.latest is None:
        raise ValueError("only times with bounds make events")
    text = span.of(reading.article.text)
    words = (word for word in find_words(text) if not time.span.start <= span.start + word.start < time.span.end)
    stems = frozenset(word.form[:_STEM] for word in words if len(word.form) >= _SHORTEST_WORD)
    return Event(reading.article.id, span, text.strip(), time.earliest, time.latest, stems)


def _weights(events: Sequence[Event]) -> dict[str, float]:
    """Weigh each stem by how few of the story's event sentences hold it."""
    counts = Counter(stem for event in events for stem in event.stems)
    return {stem: log(1 + len(events) / count) for stem, count in counts.items()}


def _weight(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in sorted(stems))


def _entry(group: Sequence[Event]) -> TimelineEntry:
    first = group[0]
    value = days_value(first.earliest, first.latest)
    return TimelineEntry(
        id=short_hash(first.article, "timeline", f"{first.span.start}-{first.span.end}", value),
        value=value,
        earliest=first.earliest,
        latest=first.latest,
        text=first.text,
        occurrences=tuple(Occurrence(event.article, event.span) for event in group),
        trace=_TRACE,
    )
