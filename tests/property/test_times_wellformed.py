"""Whatever stands in a text, its times and quantities are well-formed."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.languages import load_pack
from quellenlage.model import Article
from quellenlage.read.layout import find_layout
from quellenlage.read.quantities import find_quantities
from quellenlage.read.times import find_times

PACK = load_pack("de")
# TIMEX3 values (TimeML 1.2.1, and the placeholders of its annotation guidelines).
_YEAR = r"[0-9X]{2,4}"
_PART = r"T(?:MO|MI|AF|EV|NI|[0-2][0-9]:[0-5][0-9])"
TIMEX3 = re.compile(
    rf"(?:PAST|PRESENT|FUTURE)_REF"
    rf"|{_YEAR}(?:-(?:[0-9X]{{2}}(?:-[0-9X]{{2}})?|W[0-9X]{{2}}(?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?(?:{_PART})?"
    rf"|{_PART}"
    rf"|P(?:[0-9.e+]+|X)(?:D|W|M|Y|DE|CE|ML|WE|NI)(?:[0-9.]+[MWD])?"
    rf"|PT(?:[0-9.e+]+|X)[HMS]"
)
WORDS = st.sampled_from(
    """am im vor seit in den der die vergangenen nächsten zwei 20 2014 30. 31. Februar Mai Mittwoch Mittwochabend heute
    gestern morgen Ende Anfang des Jahres Jahren Tage wenigen Wochen Monat Monaten 9.30 20:15 Uhr Sommer Ostern Winter
    2019 13.9. 13.09.2023 1,5 Mio. Euro Prozent rund mehr als bis zu zwischen und Menschen Tote Dutzend hunderte drei
    Viertel Jahrhundert 90er letzten Quartal zweiten täglich jeden alle vier Jahre 9999999 tausend 3:2 ½ % € – ( ) , . :
    wird hatte soll Nacht zum Sonntag Vortag ein halbes eine halbe Stunde Minuten Jahrtausende Saison 2007/08 18 500 - /
    """.split()  # noqa: SIM905  (words read better as a text)
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)
DATES = st.sampled_from(["2023-09-13", "2024-02-29", "2023-09", "2023", "0001-01-01", "9999-12-31", "", None])


@settings(max_examples=250)
@given(text=TEXTS, published=DATES)
def test_times_and_quantities_are_wellformed(text: str, published: str | None) -> None:
    """Spans lie inside, in order, apart; values are TIMEX3; bounds are both there or neither, and in order."""
    article = Article(id="a", text=text, text_id="t", source_id="", name="-", published=published)
    layout = find_layout(article, PACK)
    times = find_times(layout)
    for time in times:
        assert 0 <= time.span.start < time.span.end <= len(text)
        assert TIMEX3.fullmatch(time.value), time.value
        assert (time.earliest is None) == (time.latest is None)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    quantities = find_quantities(layout, times)
    for quantity in quantities:
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    for spans in ([time.span for time in times], [quantity.span for quantity in quantities]):
        assert all(left.end <= right.start for left, right in pairwise(spans))


@settings(max_examples=100)
@given(text=TEXTS)
def test_a_date_hides_no_time(text: str) -> None:
    """What is found without a date is found with one: only what an expression means depends on it."""
    spans = []
    for published in ("2023-09-13", None):
        article = Article(id="a", text=text, text_id="t", source_id="", name="-", published=published)
        spans.append({(time.span.start, time.span.end) for time in find_times(find_layout(article, PACK))})
    assert spans[0] >= spans[1]
