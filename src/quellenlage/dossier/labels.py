"""What people see, in their language: texts, numbers and dates from a pack's labels."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from quellenlage.text import parse_partial_date


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language pack, with its ways of writing numbers and dates."""

    texts: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a label with its places filled in; a missing one shows its key, so that it is noticed."""
        text = self.texts.get(key, key)
        return text.format(**values) if values else text

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Return the label for one or for many things (`key_one`, `key_other`), the number filled in as {n}."""
        form = f"{key}_one" if number == 1 else f"{key}_other"
        return self(form, n=self.number(number), **values)

    def country(self, code: str) -> str:
        """Return a country's name by its ISO 3166-1 code; "" if the language has none for it."""
        return self.texts.get(f"country_{code}", "")

    def number(self, value: int) -> str:
        """Return a whole number with the language's mark between thousands, from 10 000 on."""
        return f"{value:,}".replace(",", self("number_thousands")) if abs(value) >= 10_000 else str(value)

    def percent(self, share: float) -> str:
        """Return a share (0..1) in whole percent; a small one that is not zero is never shown as 0 %."""
        whole = round(share * 100)
        return self("number_percent", n=self("number_below_one") if share > 0 and whole == 0 else whole)

    def date(self, value: str | None) -> str:
        """Return an ISO date, whole or partial, written out; what is no date is returned as it is, None as ""."""
        known = parse_partial_date(value or "")
        return self.days(known.earliest, known.latest) if known else value or ""

    def days(self, first: dt.date, last: dt.date) -> str:
        """Return a range of days, both included: a day, a month or a year where it is just that, else from and to."""
        if first == last:
            return self("date_day", day=first.day, month=self(f"month_{first.month}"), year=first.year)
        year, month = first.year, self(f"month_{first.month}")
        after = last + dt.timedelta(days=1)
        if (first.day, after.day) == (1, 1) and (after.year - year) * 12 + after.month - first.month == 1:
            return self("date_month", month=month, year=year)
        if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12) and year == last.year:
            return str(year)
        if (year, first.month) == (last.year, last.month):
            return self("dates_in_month", first=first.day, last=last.day, month=month, year=year)
        return self("dates", first=self.days(first, first), last=self.days(last, last))

    def list(self, parts: tuple[str, ...]) -> str:
        """Return names as they are listed in a sentence: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self('and')} {parts[-1]}"
