"""Copies, origins and shares among very many articles: read as little as that needs, compared all at once."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from quellenlage.api.options import Options
from quellenlage.api.pipeline import Paths
from quellenlage.compare import CopyOptions
from quellenlage.compare.agencies import as_release
from quellenlage.compare.boilerplate import Boilerplate, boilerplate_among
from quellenlage.compare.copies import compare as compare_subjects
from quellenlage.compare.extracts import Subject, make_subject
from quellenlage.compare.origins import origins_among
from quellenlage.compare.shares import Division as Division  # noqa: PLC0414 - handed on to the doors
from quellenlage.compare.shares import count_words, gather_shares
from quellenlage.compare.wording import Wording, find_wording
from quellenlage.errors import UsageError
from quellenlage.ingest import IngestOptions, Loaded, load
from quellenlage.languages import LanguagePack, load_pack
from quellenlage.model import Article, Copy, Origin, Problem, Reading, Share
from quellenlage.read import ReadOptions
from quellenlage.run import ReadPlan, engine_for
from quellenlage.run.extracts import Extracted, extract_all
from quellenlage.run.kept import Kept

# How much of a dropped text its problem quotes, in characters.
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """Which articles are compared with which, and where may what was read be kept?

    `window_days`: articles published further apart than this are not compared. `releases` are paths of press releases:
    compared like articles, and origins of their own kind. `resume` is a folder that keeps what was read, so that a run
    that was stopped goes on from there.

    Raises:
        UsageError: the window is below zero.
    """

    window_days: int = CopyOptions().window_days
    releases: Paths = ()
    resume: str | Path | None = None

    def __post_init__(self) -> None:
        if self.window_days < 0:
            raise UsageError(f"a window of {self.window_days} days holds nothing", "give 0 or more")


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What comparing some articles found; `subjects` are the articles, in input order, press releases last."""

    subjects: tuple[Subject, ...]
    copies: tuple[Copy, ...]
    pack: LanguagePack
    options: CopyOptions

    @property
    def articles(self) -> dict[str, Article]:
        """Return the articles by their ids."""
        return {subject.article.id: subject.article for subject in self.subjects}


def compare(paths: Paths, options: Options, request: CopyRequest, report: Callable[[Problem], None]) -> Comparison:
    """Which articles of some paths share text, and whose is it? Every problem goes to `report`, once.

    The result depends neither on the number of workers, nor on whether some of it was kept from an earlier run; another
    order of the articles gives the same pairs in that order.

    Raises:
        InputError: a path does not exist, or a folder holds no article.
        UsageError: the folder to keep results in cannot be used.
    """
    return compare_loaded(load(paths, IngestOptions(published=options.published)), options, request, report)


def compare_loaded(
    loaded: Iterable[Loaded], options: Options, request: CopyRequest, report: Callable[[Problem], None]
) -> Comparison:
    """Compare articles that were loaded (`compare`), or taken from an archive."""
    ingest = IngestOptions(published=options.published)
    released: set[str] = set()
    given: set[str] = set()

    def articles() -> Iterator[Article]:
        for item in loaded:
            given.update([item.article.id] if item.article else ())
            yield from _reported(item, report)
        for item in load(request.releases, ingest) if request.releases else ():
            for article in _reported(item, report):
                if article.id in given:
                    report(_given_twice(article))
                    continue
                released.add(article.id)
                yield article

    pack = load_pack(options.language)
    chosen = CopyOptions(window_days=request.window_days)
    plan = ReadPlan(language=options.language, options=ReadOptions(fast=options.fast, parts_only=True))
    subjects: list[Subject] = []
    with ExitStack() as stack:
        kept = stack.enter_context(Kept(Path(request.resume), str(plan), Extracted)) if request.resume else None
        for article, extracted in extract_all(articles(), plan, engine_for(options.workers), kept):
            for problem in extracted.problems:
                report(problem)
            subject = make_subject(article, extracted.extract)
            if article.id in released:
                subject = replace(subject, sources=as_release(article, subject.sources))
            subjects.append(subject)
    return Comparison(tuple(subjects), compare_subjects(subjects, chosen), pack, chosen)


def as_loaded(articles: Iterable[Article]) -> Iterator[Loaded]:
    """Yield articles of an archive as if they had just been loaded."""
    return (Loaded(article=article, problems=(), source=b"") for article in articles)


def dropped(comparison: Comparison) -> tuple[Problem, ...]:
    """Which texts were recognised as boilerplate from these articles themselves, and left out? The most frequent first.

    One problem (a note) each: where it stands, how often, in whose articles.
    """
    return _dropped([subject.wording for subject in comparison.subjects], comparison.options)


def dropped_among(readings: Iterable[Reading]) -> tuple[Problem, ...]:
    """Which texts do these readings show to be boilerplate? As `dropped`."""
    return _dropped([find_wording(reading) for reading in readings], CopyOptions())


def origins(comparison: Comparison) -> tuple[Origin, ...]:
    """Which articles rest on one source text, and whose is it? Ordered by their first articles."""
    return origins_among({subject.article.id: subject.sources for subject in comparison.subjects}, comparison.copies)


def shares(comparison: Comparison, by: Collection[Division]) -> tuple[Share, ...]:
    """Of whose words do the articles consist, by outlet, day or story, or by several of these?"""
    counted = count_words(comparison.subjects, comparison.copies)
    return gather_shares(counted, by, origins(comparison) if "story" in by else ())


def _reported(item: Loaded, report: Callable[[Problem], None]) -> Iterator[Article]:
    for problem in item.problems:
        report(problem)
    if item.article:
        yield item.article


def _given_twice(article: Article) -> Problem:
    return Problem(
        article=article.id,
        code="release-given-twice",
        severity="note",
        reason=f"The press release {article.name} stands among the articles, too, and is taken for one of them.",
        remedy="Give it once: with --releases if it is a press release.",
    )


def _dropped(wordings: Sequence[Wording], options: CopyOptions) -> tuple[Problem, ...]:
    articles = {wording.article.id: wording.article for wording in wordings}
    return tuple(_standing(text, articles[text.article]) for text in boilerplate_among(wordings, options))


def _standing(text: Boilerplate, article: Article) -> Problem:
    words = " ".join(text.span.of(article.text).split())
    shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
    return Problem(
        article=text.article,
        code="standing-text",
        severity="note",
        reason=(
            f"{text.words} words at {text.span.start}-{text.span.end} stand in {text.articles} articles of "
            f"{', '.join(text.outlets)} and connect none of them: {shown}"
        ),
        remedy="Nothing needs to be done; give fewer days at a time if this is a report.",
    )
