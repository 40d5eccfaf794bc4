"""On which days may an article have been published, as numbers that arrays can hold?"""

from collections.abc import Sequence

import numpy as np

from quellenlage.compare.tokens import Places
from quellenlage.model import Article
from quellenlage.text import parse_partial_date

# Far outside every calendar: an article without a date may be of any day.
_NEVER, _EVER = -(10**7), 10**7


def publication_days(articles: Sequence[Article]) -> tuple[Places, Places]:
    """Return the first and the last day (days since the year 1) on which each article may have been published."""
    days = np.full((2, len(articles)), [[_NEVER], [_EVER]], np.int64)
    for index, article in enumerate(articles):
        known = parse_partial_date(article.published) if article.published else None
        if known:
            days[:, index] = known.earliest.toordinal(), known.latest.toordinal()
    return days[0], days[1]


def days_between(left: Article, right: Article) -> int | None:
    """Return how many days at least lie between two publications, or None where one of them has no date."""
    first, last = publication_days((left, right))
    if int(first.min()) == _NEVER:
        return None
    return max(0, int(first[1] - last[0]), int(first[0] - last[1]))
