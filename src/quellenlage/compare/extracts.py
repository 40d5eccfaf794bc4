"""What comparing needs of a reading: a few numbers and names, small enough to be sent to another process, or kept."""

from dataclasses import dataclass

from quellenlage.compare.agencies import Sources, find_sources
from quellenlage.compare.wording import Stretch, Wording, find_furniture, find_wording, make_wording
from quellenlage.languages import LanguagePack
from quellenlage.model import Article, Reading


@dataclass(frozen=True, slots=True)
class Extract:
    """Which stretches of an article do not count, which are quoted, and what does it say about whose text it is?

    Stretches are half-open, in characters of the article's text: `furniture` in order and without overlap, `headline`
    None where there is none. An extract and its article make a `Subject`, as good as the whole reading does.
    """

    furniture: tuple[Stretch, ...]
    quotations: tuple[Stretch, ...]
    headline: Stretch | None
    sources: Sources


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One article as it is compared with others: its words, and what it says about whose text it is."""

    wording: Wording
    sources: Sources

    @property
    def article(self) -> Article:
        """Return the article."""
        return self.wording.article


def find_extract(reading: Reading, pack: LanguagePack) -> Extract:
    """Return what comparing needs of a reading."""
    headline = reading.headline
    return Extract(
        furniture=find_furniture(reading),
        quotations=tuple((span.start, span.end) for span in reading.quotations),
        headline=(headline.start, headline.end) if headline else None,
        sources=find_sources(reading, pack),
    )


def make_subject(article: Article, extract: Extract) -> Subject:
    """Return an article as it is compared with others, from what was kept of its reading."""
    wording = make_wording(article, extract.furniture, extract.quotations, extract.headline)
    return Subject(wording, extract.sources)


def find_subject(reading: Reading, pack: LanguagePack) -> Subject:
    """Return the article of a reading as it is compared with others."""
    return Subject(find_wording(reading), find_sources(reading, pack))
