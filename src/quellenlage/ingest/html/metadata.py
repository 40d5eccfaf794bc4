"""What a page says about its article outside the text: JSON-LD, meta elements, links. Read before anything is cut."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

# schema.org: NewsArticle, ReportageNewsArticle, AnalysisNewsArticle, LiveBlogPosting, BlogPosting …
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting)$")
_TITLES = ("og:title", "twitter:title", "title", "dc.title", "headline")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dcterms.issued", "pubdate", "publish-date", "publication_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "news:author")
_LINE_COMMENT = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--|\]\]>|-->)\s*|\s*(?://\s*)?(?:\]\]>|-->)\s*$")
_LONGEST_NAME = 200  # characters; what is longer is no name


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states; every field may be missing. `body` is the text that JSON-LD carries, mostly none."""

    title: str | None
    outlet: str | None
    published: tuple[str, ...]
    url: str | None
    authors: tuple[str, ...]
    language: str
    body: str | None


def find_metadata(tree: HtmlElement) -> Metadata:
    """Return what JSON-LD and meta elements state; of the dates all, the most trusted first."""
    linked = _article_data(tree)
    meta = _meta(tree)
    outlet = _first(_of(meta, _SITES)) or _first(_names(linked.get("publisher")))
    url = _first(filter(_is_address, (_canonical(tree), *_of(meta, ("og:url",)), *_addresses(linked))))
    title = _first(_of(meta, _TITLES[:1])) or _first(_texts(linked.get("headline"))) or _first(_of(meta, _TITLES[1:]))
    credited = (linked.get(key) for key in ("author", "creator", "sourceOrganization", "creditText"))
    stated = [name for value in credited for name in _names(value)] or _of(meta, _AUTHORS)
    return Metadata(
        title=title or _page_title(tree, outlet),
        outlet=outlet,
        published=(*_texts(linked.get("datePublished")), *_of(meta, _DATES), *_times(tree)),
        url=url,
        authors=_distinct(name for name in stated if _is_name(name, outlet, url)),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _language(meta, linked),
        body=_first(_texts(linked.get("articleBody"))),
    )


def _article_data(tree: HtmlElement) -> Mapping[str, Any]:
    """Return the JSON-LD object that describes the article, {} if there is none."""
    objects = list(_objects(tree))
    articles = [item for item in objects if any(_ARTICLE_TYPE.search(kind) for kind in _texts(item.get("@type")))]
    # A page may describe its teasers too; the article itself is the one with the most to say.
    return max(articles, key=len, default={})


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        source = _LINE_COMMENT.sub("", script.text or "")
        try:
            waiting = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                yield value
                waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _meta(tree: HtmlElement) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _of(meta: Mapping[str, list[str]], keys: Iterable[str]) -> list[str]:
    return [value for key in keys for value in meta.get(key, ())]


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _texts(value: Any) -> list[str]:
    """Return the strings of a JSON-LD value, which may be one or several."""
    values = value if isinstance(value, list) else [value]
    return [item.strip() for item in values if isinstance(item, str) and item.strip()]


def _names(value: Any) -> list[str]:
    """Return the names of a JSON-LD value: strings, or objects that have a name."""
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        names.extend(_texts(item.get("name") if isinstance(item, dict) else item))
    return names


def _addresses(linked: Mapping[str, Any]) -> list[str]:
    page = linked.get("mainEntityOfPage")
    return _texts(linked.get("url")) + _texts(page.get("@id") if isinstance(page, dict) else page)


def _canonical(tree: HtmlElement) -> str:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip()
    return ""


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")


def _times(tree: HtmlElement) -> list[str]:
    """Return the dates of time elements, those that say they are the publication's first."""
    times = [element for element in tree.iter("time") if element.get("datetime")]
    times.sort(key=lambda element: "published" not in (element.get("itemprop") or "").lower())
    return [element.get("datetime") for element in times[:1]]


def _language(meta: Mapping[str, list[str]], linked: Mapping[str, Any]) -> str:
    return _first((*_of(meta, ("og:locale", "content-language", "language")), *_texts(linked.get("inLanguage")))) or ""


def _page_title(tree: HtmlElement, outlet: str | None) -> str | None:
    """Return the title element's text without the outlet's name behind it."""
    element = tree.find(".//title")
    title = " ".join((element.text_content() if element is not None else "").split())
    parts = re.split(r"\s+[|–—-]\s+", title)
    if outlet and len(parts) > 1 and parts[-1].casefold().startswith(outlet.casefold()[:4]):
        title = title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title or None


def _is_name(name: str, outlet: str | None, url: str | None) -> bool:
    """Say whether this can be an author: no address, no e-mail, not the outlet itself (PEERS: wrong authors)."""
    if len(name) > _LONGEST_NAME or "@" in name or "://" in name or name.startswith("/"):
        return False
    folded = name.casefold()
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return folded not in {(outlet or "").casefold(), host}


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names))
