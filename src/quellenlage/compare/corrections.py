"""Which texts were corrected or withdrawn, and which articles rest on them?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from quellenlage.errors import LanguagePackError
from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.model import Article, Origin, Reading, Trace
from quellenlage.text import Span, short_hash

NoticeKind = Literal["correction", "withdrawal", "embargo"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Where does an article say that a text was corrected or withdrawn, or is not to be published yet?

    `resting` are the other articles of its origins, in input order, where it is an agency that says so: the right to
    rely on an agency's text ends with the agency's own correction. An outlet's notice concerns its own article alone.
    """

    id: str
    article: str
    kind: NoticeKind
    span: Span
    resting: tuple[str, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class _Rule:
    entry: str
    kind: NoticeKind
    agency: bool
    pattern: re.Pattern[str]


def find_notices(readings: Sequence[Reading], origins: Sequence[Origin], pack: LanguagePack) -> tuple[Notice, ...]:
    """Return all notices of these articles, in input order and the order of the text."""
    return notices_among([reading.article for reading in readings], origins, pack)


def notices_among(articles: Sequence[Article], origins: Sequence[Origin], pack: LanguagePack) -> tuple[Notice, ...]:
    """Return all notices of these articles, in input order and the order of the text."""
    mates: dict[str, dict[str, None]] = defaultdict(dict)
    for origin in origins:
        for name in origin.articles:
            mates[name] |= dict.fromkeys(origin.articles)
    found: list[Notice] = []
    for article in articles:
        others = [name for name in mates[article.id] if name != article.id]
        for rule, start, end in _find(article.text, pack):
            found.append(
                Notice(
                    id=short_hash(article.id, rule.kind, f"{start}-{end}"),
                    article=article.id,
                    kind=rule.kind,
                    span=article.span(start, end),
                    resting=tuple(others) if rule.agency and rule.kind != "embargo" else (),
                    trace=Trace(f"corrections/{rule.entry}", pack.code),
                )
            )
    return tuple(found)


def corrected_spans(article: Article, pack: LanguagePack) -> tuple[Span, ...]:
    """Where does an outlet tell what was wrong in an earlier version of its own? That is told to be taken back.

    An agency's correction tells what is right, and is none of these.
    """
    own = [(start, end) for rule, start, end in _find(article.text, pack) if not rule.agency]
    return tuple(article.span(start, end) for start, end in own)


def check_corrections(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark the notices of an example."""
    return [Mark(start, end, rule.kind) for rule, start, end in _find(example.marked.text, pack)]


def _find(text: str, pack: LanguagePack) -> Iterator[tuple[_Rule, int, int]]:
    """Yield the notices of a text in its order; of overlapping ones, the longest of those that begin first."""
    hits = [(m.start(), -m.end(), number) for number, r in enumerate(_rules(pack)) for m in r.pattern.finditer(text)]
    behind = 0
    for start, end, number in sorted(hits):
        if start >= behind:
            behind = -end
            yield _rules(pack)[number], start, -end


@cache
def _rules(pack: LanguagePack) -> tuple[_Rule, ...]:
    if "corrections" not in pack.tables:
        return ()
    table = pack.table("corrections")
    kinds: dict[str, NoticeKind] = {kind: kind for kind in get_args(NoticeKind)}
    rules = []
    for entry in table.entries:
        kind = kinds.get(table.string(entry, "kind"))
        if kind is None:
            raise LanguagePackError(table.file, entry.line, f"kind must be one of {', '.join(kinds)}")
        agency = table.string(entry, "whose") == "agency"
        rules += [_Rule(entry.id, kind, agency, re.compile(p)) for p in table.strings(entry, "patterns")]
    return tuple(rules)
