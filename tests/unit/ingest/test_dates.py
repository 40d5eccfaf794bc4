"""Publication dates as pages and collections write them."""

import pytest

from quellenlage.ingest.dates import normalise


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-09", "2023-09"),
        ("2023", "2023"),
        (" 2023-09-13T10:00:00Z ", "2023-09-13"),
        ("2023-09-13 10:00", "2023-09-13"),
        ("2023-09-13T23:59:59+0200", "2023-09-13"),
        ("20230913", "2023-09-13"),
        ("20230913T101500", "2023-09-13"),
        ("13.09.2023", "2023-09-13"),
        ("13. 9. 2023, 10:15 Uhr", "2023-09-13"),
        ("13. September 2023", "2023-09-13"),
        ("Mittwoch, 13. September 2023, 10:15 Uhr", "2023-09-13"),
        ("3. März 2008", "2008-03-03"),
        ("3. Jänner 2021", "2021-01-03"),
        ("Wed, 13 Sep 2023 08:00:00 GMT", "2023-09-13"),
        ("September 13, 2023", "2023-09-13"),
    ],
)
def test_dates_become_iso(value: str, iso: str) -> None:
    """Whole dates lose their time, partial ones stay partial."""
    assert normalise(value) == iso


@pytest.mark.parametrize(
    "value",
    [
        "",
        "2023-02-30",
        "2023-13",
        "30.02.2023",
        "20231301",
        "gestern",
        "vor 3 Stunden",
        "September 2023 bis heute",
        "Der Hafen bleibt 2023 gesperrt",
        "x" * 10_000 + "2023",
        "9" * 5000,
    ],
)
def test_what_is_no_date_is_none(value: str) -> None:
    """A date that does not exist is none, and none is guessed from words that need today's date."""
    assert normalise(value) is None
