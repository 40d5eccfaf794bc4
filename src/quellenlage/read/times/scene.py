"""What an expression is resolved against: the day of publication, and what was said before."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "future", ""]

# In sentences: a day that was named holds for the times of day in the next ones, about two paragraphs; a year for the
# months of the next one. Farther on, nothing is assumed.
_DAY_HOLDS = 8
_YEAR_HOLDS = 1
# Within a quarter of a year, the nearest such day is meant, whatever the tense says ("wurden auf den 3. Mai verlegt").
NEAR_DAYS = 92


@dataclass(slots=True)
class Scene:
    """The state while one article is resolved against one day of publication (`anchor`, None where it is unknown)."""

    anchor: date | None
    sentence: int = 0
    direction: Direction = ""
    _day: tuple[int, date] | None = None
    _list: int | None = None
    _several: bool = False
    _year: tuple[int, int] | None = None
    _any_year: tuple[int, int] | None = None

    def remember(
        self,
        when: date | None,
        *,
        explicit_year: int | None = None,
        bare_year: int | None = None,
    ) -> None:
        """Keep a day, the year of a month that was named in full, or a year that stood alone, for what follows."""
        if when is not None:
            self._day, self._several = (
                (self.sentence, when),
                self._list == self.sentence,
            )
            self._list = None
        if explicit_year is not None:
            self._year = (self.sentence, explicit_year)
        if explicit_year is not None or bare_year is not None:
            self._any_year = (self.sentence, explicit_year or bare_year or 0)

    def remember_listed(self, when: date | None) -> None:
        """Keep a day that others of its list follow: a time of day behind the list belongs to all of them."""
        self.remember(when)
        self._list = self.sentence

    @property
    def day(self) -> date | None:
        """Return the day named last, if it was named alone and in this sentence or shortly before."""
        if self._several:
            return None
        return self._day[1] if self._day and self.sentence - self._day[0] <= _DAY_HOLDS else None

    @property
    def time_day(self) -> date | None:
        """Return the day that a time of day belongs to: the one named last, else the publication's (as in TimeML).

        None behind a list of days, as it belongs to all of them.
        """
        return None if self._several else self.day or self.anchor

    @property
    def same_sentence_day(self) -> date | None:
        """Return the day named last, if that was in this sentence."""
        return self._day[1] if self._day and self.sentence == self._day[0] else None

    @property
    def last_day(self) -> date | None:
        """Return the day named last, wherever that was."""
        return self._day[1] if self._day else None

    @property
    def year(self) -> int | None:
        """Return the past year named last with a month, in this sentence or the one before."""
        return self._recent(self._year)

    @property
    def any_year(self) -> int | None:
        """Return the past year named last in any way, in this sentence or the one before."""
        return self._recent(self._any_year)

    def _recent(self, named: tuple[int, int] | None) -> int | None:
        if named is None or self.sentence - named[0] > _YEAR_HOLDS:
            return None
        return named[1] if self.anchor is None or named[1] < self.anchor.year else None

    def choose_year(self, candidates: dict[int, date]) -> int | None:
        """Return the year whose candidate day is meant: near the anchor, else on the side that the tense looks to."""
        if self.anchor is None or not candidates:
            return None
        anchor = self.anchor
        nearest = min(candidates, key=lambda year: abs((candidates[year] - anchor).days))
        if abs((candidates[nearest] - anchor).days) <= NEAR_DAYS or not self.direction:
            return nearest
        sign = 1 if self.direction == "future" else -1
        fitting = [year for year, when in candidates.items() if (when - anchor).days * sign >= 0]
        return min(fitting, key=lambda year: abs((candidates[year] - anchor).days)) if fitting else nearest

    def weekday(self, number: int, shift: int) -> date | None:
        """Return the day that a weekday (1 is Monday) names; `shift` -1 or 1 puts it before or after today."""
        if self.anchor is None:
            return None
        if shift > 0 or (shift == 0 and self.direction == "future"):
            ahead = (number - self.anchor.isoweekday()) % 7
            return self.anchor + timedelta(days=ahead or 7 * (shift > 0))
        back = (self.anchor.isoweekday() - number) % 7
        return self.anchor - timedelta(days=back or 7 * (shift < 0))
