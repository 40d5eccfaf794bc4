"""Load articles: find the files, read each in its format, give each article its ids."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from quellenlage.errors import InputError
from quellenlage.ingest.dates import no_such_date, normalise
from quellenlage.ingest.jsonl import read_lines
from quellenlage.ingest.knowledge import outlet_name
from quellenlage.ingest.language import find_language
from quellenlage.ingest.plain import read_text
from quellenlage.ingest.reading import GZIP_ERRORS, broken_gzip, opened, read_whole
from quellenlage.ingest.records import Draft, IngestOptions, Loaded, Raw, trouble
from quellenlage.ingest.sniffing import sniff
from quellenlage.ingest.sources import Source, find_sources
from quellenlage.model import Article, Problem
from quellenlage.text import Span, digest, short_hash


def load(paths: Sequence[str | Path] | Path, options: IngestOptions | None = None) -> Iterator[Loaded]:
    """Return the articles that files, folders and standard input (`-`) hold, in their order, one by one.

    What cannot be read comes as `Loaded(None, problems, …)`. A file named twice is read once; a second article with
    the id of another is not loaded.

    Raises:
        InputError: a path does not exist, a folder holds no article, or the date of the options is none.
    """
    options = options or IngestOptions()
    if options.published is not None:
        published = normalise(options.published)
        if published is None:
            raise InputError(f"{options.published!r} is no date", "give it as YYYY-MM-DD, YYYY-MM or YYYY")
        options = replace(options, published=published)
    sources = list(find_sources(paths))
    return _distinct(chain.from_iterable(_read(source, options) for source in sources))


def _read(source: Source | Problem, options: IngestOptions) -> Iterator[Loaded]:
    if isinstance(source, Problem):
        yield Loaded(None, (source,))
        return
    try:
        for raw in _raws(source, options):
            yield _finish(raw, source.name, options)
    except GZIP_ERRORS as error:  # before the first byte: `sniff` could not look into it
        yield Loaded(None, (broken_gzip(source.name, error, nothing=True),))
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        yield Loaded(None, (trouble(source.name, "unreadable", "lost", reason, "check the file and its permissions"),))


def _raws(source: Source, options: IngestOptions) -> Iterator[Raw]:
    with opened(source) as stream:
        kind = sniff(stream) if source.format == "sniff" else source.format
        if kind == "jsonl":
            yield from read_lines(stream, source.name, options.article_bytes)
            return
        data, problem = read_whole(source, stream, options.article_bytes)
    if problem and problem.severity == "lost":
        yield Raw.lost(problem)
        return
    raw = _page(data, source.name) if kind == "html" else read_text(data, source.name)
    yield replace(raw, problems=(*raw.problems, problem)) if problem else raw


def _page(data: bytes, place: str) -> Raw:
    from quellenlage.ingest.html import read_page  # noqa: PLC0415  (lxml: 60 ms, needed for pages only)

    return read_page(data, place)


def _finish(raw: Raw, name: str, options: IngestOptions) -> Loaded:
    """Give an article its ids, date and language."""
    draft = raw.draft
    if draft is None:
        return Loaded(None, raw.problems, raw.source)
    problems = list(raw.problems)
    published = normalise(draft.published) if draft.published else None
    if draft.published and not published:
        problems.append(no_such_date(raw.place, draft.published))
    published = published or options.published
    article = _article(draft, raw, name, published)
    return Loaded(article, tuple(replace(problem, article=article.id) for problem in problems), raw.source)


def _article(draft: Draft, raw: Raw, name: str, published: str | None) -> Article:
    text_id = digest(draft.text.encode("utf-8", "surrogatepass"))
    own_id = short_hash(draft.outlet or "", draft.url or name, published or "", draft.text)
    language = find_language(draft.text, draft.language)
    return Article(
        id=draft.id or own_id,
        text=draft.text,
        text_id=text_id,
        source_id=digest(raw.source),
        name=name,
        outlet=draft.outlet or outlet_name(draft.url, language),
        url=draft.url,
        title=draft.title,
        authors=draft.authors,
        published=published,
        language=language,
        headline=Span(text_id, *draft.headline) if draft.headline else None,
    )


def _distinct(loaded: Iterator[Loaded]) -> Iterator[Loaded]:
    """Let the first article with an id pass and make a problem of every other."""
    seen: dict[str, str] = {}
    for item in loaded:
        article = item.article
        if article is None or article.id not in seen:
            if article:
                seen[article.id] = article.source_id
            yield item
            continue
        same = seen[article.id] == article.source_id
        yield Loaded(None, (_second(article, same=same),), item.source)


def _second(article: Article, *, same: bool) -> Problem:
    if same:
        reason = f"the same article stands twice in what was given; the second time in {article.name}"
        return trouble(article.id, "same-article", "note", reason, "nothing needs to be done")
    reason = f"a second article has the id {article.id!r}; the one in {article.name} was not loaded"
    return trouble(article.name, "duplicate-id", "lost", reason, "give each article an id of its own")
