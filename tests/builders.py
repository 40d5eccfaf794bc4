"""Readings and dossiers made by hand from marked texts, for tests that need no reading and no comparing.

Marks: `{headline|…}`, `{byline=Name|…}`, `{dateline=Place/Agency|…}`, `{credit=dpa|…}`, `{photo=AP|…}`,
`{part=teaser|…}`,
and for statements, numbered so that what belongs together finds together: `{say=1:direct|…}`, `{speaker=1:Ida Holm|…}`,
`{cue=1|…}`, `{frame=1|…}`, `{relay=1:Radio Nord|…}`.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, get_args

from quellenlage.compare.agencies import find_sources, with_agencies
from quellenlage.languages import LanguagePack, Mark, parse_marked
from quellenlage.model import (
    AgencyBasis,
    Article,
    Byline,
    Copy,
    Credit,
    CreditRole,
    Dateline,
    Part,
    PartKind,
    Passage,
    Reading,
    Relay,
    Statement,
    StatementKind,
    Trace,
)
from quellenlage.text import Span, find_words, short_hash

_SENTENCE = re.compile(r"\S.*?(?:[.!?][“«\"]?(?=\s)|$)", re.MULTILINE)
_ROLES: dict[str, CreditRole] = {"credit": "text", "photo": "photo", "release": "press_release"}


def make_article(text: str, **fields: Any) -> Article:
    """Return an article with hashes made from its text; any field can be given."""
    name = fields.pop("name", "bericht.txt")
    key = short_hash(str(fields.get("outlet")), name, text)
    return Article(**{"id": key, "text": text, "text_id": short_hash(text), "source_id": "", "name": name, **fields})


def make_reading(marked: str, **fields: Any) -> Reading:
    """Return the reading of a marked text; fields go to its article."""
    source = parse_marked(marked)
    article = make_article(source.text, **fields)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for mark in source.marks:
        marks[mark.label].append(mark)
    spans = {label: [article.span(mark.start, mark.end) for mark in found] for label, found in marks.items()}
    datelines = [_dateline(article, mark) for mark in marks["dateline"]]
    return Reading(
        article=article,
        headline=spans["headline"][0] if marks["headline"] else None,
        bylines=tuple(
            Byline(
                _id(article, "byline", mark), mark.value, article.span(mark.start, mark.end), Trace("bylines/von", "de")
            )
            for mark in marks["byline"]
        ),
        dateline=datelines[0] if datelines else None,
        parts=tuple(_parts(article, source.marks)),
        credits=tuple(
            Credit(
                _id(article, role, mark), mark.value, role, article.span(mark.start, mark.end), Trace("credits/x", "de")
            )
            for label, role in _ROLES.items()
            for mark in marks[label]
        ),
        sentences=tuple(article.span(found.start(), found.end()) for found in _SENTENCE.finditer(source.text)),
        statements=tuple(_statements(article, source.marks)),
    )


def make_copy(a: Reading, b: Reading, *shared: str | tuple[str, str], **fields: Any) -> Copy:
    """Return a copy whose passages are texts that stand in both (or pairs of texts: left, right)."""
    passages = []
    for words in shared:
        left, right = (words, words) if isinstance(words, str) else words
        passages.append(
            Passage(
                _span(a, left), _span(b, right), words=len(find_words(left)), edits=int(left != right), quoted=False
            )
        )
    words_in_all = sum(passage.words for passage in passages)
    basis: AgencyBasis | None = fields.get("agency_basis")
    made = Copy(
        id=short_hash(a.article.id, b.article.id, "copy"),
        a=a.article.id,
        b=b.article.id,
        kind="copy",
        words=words_in_all,
        quoted_words=0,
        share_a=_share(words_in_all, a),
        share_b=_share(words_in_all, b),
        agency=None,
        agency_basis=basis,
        passages=tuple(passages),
        trace=Trace("compare:passages"),
    )
    return replace(made, **fields)


def _share(words: int, reading: Reading) -> float:
    return round(words / max(1, len(find_words(reading.article.text))), 3)


def _span(reading: Reading, words: str) -> Span:
    start = reading.article.text.index(words)
    return reading.article.span(start, start + len(words))


def _id(article: Article, kind: str, mark: Mark) -> str:
    return short_hash(article.id, kind, f"{mark.start}-{mark.end}")


def _dateline(article: Article, mark: Mark) -> Dateline:
    place, _, agency = mark.value.partition("/")
    span = article.span(mark.start, mark.end)
    return Dateline(_id(article, "dateline", mark), place or None, agency or None, span, Trace("datelines/x", "de"))


def _parts(article: Article, marks: tuple[Mark, ...]) -> list[Part]:
    kinds: dict[str, PartKind] = {
        "headline": "headline",
        "byline": "byline",
        "dateline": "dateline",
        "credit": "credit",
    }
    found = []
    for mark in marks:
        kind = kinds.get(mark.label)
        for known in get_args(PartKind):
            if mark.label == "part" and mark.value == known:
                kind = known
        if kind:
            span = article.span(mark.start, mark.end)
            found.append(Part(_id(article, f"part-{kind}", mark), kind, span, Trace(f"parts/{kind}", "de")))
    return found


def _statements(article: Article, marks: tuple[Mark, ...]) -> list[Statement]:
    groups: dict[str, dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        if mark.label in ("say", "speaker", "cue", "frame", "relay"):
            groups[mark.value.partition(":")[0]][mark.label].append(mark)
    return [_statement(article, group) for group in groups.values()]


def _statement(article: Article, group: dict[str, list[Mark]]) -> Statement:
    spans = {label: tuple(article.span(mark.start, mark.end) for mark in found) for label, found in group.items()}
    kinds: dict[str, StatementKind] = {kind: kind for kind in get_args(StatementKind)}
    kind = kinds[group["say"][0].value.partition(":")[2] or "direct"]
    named = [mark.value.partition(":")[2] for mark in group["speaker"]]
    return Statement(
        id=_id(article, f"statement-{kind}", group["say"][0]),
        kind=kind,
        content=spans.get("say", ()),
        cue=spans.get("cue", ()),
        speaker=spans.get("speaker", ()),
        speaker_name=next((name for name in named if name), None),
        addressee=(),
        frame=spans.get("frame", ()),
        relays=tuple(
            Relay(mark.value.partition(":")[2], article.span(mark.start, mark.end)) for mark in group["relay"]
        ),
        stance="states",
        evidence="verbatim" if kind == "direct" else "attributed" if group["speaker"] else "hearsay",
        nested=False,
        trace=Trace("attribution/laut", "de"),
    )


def name_agencies(readings: Sequence[Reading], copies: Sequence[Copy], pack: LanguagePack) -> tuple[Copy, ...]:
    """Return the copies of these readings with their agencies."""
    return with_agencies(copies, {reading.article.id: find_sources(reading, pack) for reading in readings})
