"""The tree of every source text: who is nearest to it, who went on from whom, how it was edited, what was corrected."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quellenlage.api.copying import Comparison, origins
from quellenlage.api.options import Options
from quellenlage.compare.agencies import name_passages
from quellenlage.compare.corrections import Notice, notices_among
from quellenlage.compare.extracts import Subject
from quellenlage.compare.families import Edge, Family, families_among
from quellenlage.compare.rework import Rework, find_rework
from quellenlage.model import Article, Copy, Origin, Reading
from quellenlage.read import ReadOptions
from quellenlage.run import ReadPlan, engine_for, read_all
from quellenlage.text import Span

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kin:
    """One edge of a family: who went on from whom, by which copy (`a` is the nearer one), whose each passage is."""

    edge: Edge
    copy: Copy
    rework: Rework
    agencies: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """One origin with its articles, its tree and the notices of its articles."""

    origin: Origin
    members: tuple[Subject, ...]
    family: Family
    kin: tuple[Kin, ...]
    notices: tuple[Notice, ...]


def families(comparison: Comparison, options: Options) -> Iterator[Descent]:
    """Yield the tree of each origin, in the order of the origins.

    The articles of families are read again, for their sentences: how a text was edited is told in these.
    """
    found = origins(comparison)
    articles = comparison.articles
    subjects = {subject.article.id: subject for subject in comparison.subjects}
    sources = {name: subject.sources for name, subject in subjects.items()}
    trees = families_among(articles, sources, comparison.copies, found)
    readings = _read(trees, articles, options)
    by_pair = {frozenset((copy.a, copy.b)): copy for copy in comparison.copies}
    agencies = name_passages(comparison.copies, sources)
    notices: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices_among(tuple(articles.values()), found, comparison.pack):
        notices[notice.article].append(notice)
    for origin, family in zip(found, trees, strict=True):
        yield Descent(
            origin=origin,
            members=tuple(subjects[name] for name in origin.articles),
            family=family,
            kin=tuple(
                _kin(edge, by_pair[frozenset((edge.nearer, edge.further))], agencies, readings) for edge in family.edges
            ),
            notices=tuple(notice for name in origin.articles for notice in notices[name]),
        )


def _kin(
    edge: Edge, copy: Copy, agencies: Mapping[str, tuple[str | None, ...]], readings: Mapping[str, Reading]
) -> Kin:
    """Return an edge with its copy turned so that the nearer article is the left one."""
    if copy.a != edge.nearer:
        passages = tuple(replace(passage, a=passage.b, b=passage.a) for passage in copy.passages)
        copy = replace(copy, a=copy.b, b=copy.a, share_a=copy.share_b, share_b=copy.share_a, passages=passages)
    return Kin(edge, copy, find_rework(copy, readings[copy.a], readings[copy.b]), agencies[copy.id])


def _read(trees: Sequence[Family], articles: Mapping[str, Article], options: Options) -> dict[str, Reading]:
    wanted = dict.fromkeys(name for tree in trees for edge in tree.edges for name in (edge.nearer, edge.further))
    plan = ReadPlan(language=options.language, options=ReadOptions(fast=options.fast, parts_only=True))
    chosen = (articles[name] for name in wanted)
    return {reading.article.id: reading for reading in read_all(chosen, plan, engine_for(options.workers))}


def family_of(descent: Descent) -> Json:
    """Return a family as plain values: docs/reference/json.md, Family."""
    origin, family = descent.origin, descent.family
    return {
        "id": origin.id,
        "agency": origin.agency,
        "basis": origin.basis,
        "articles": [_member(member) for member in descent.members],
        "root": family.root,
        "edges": [_edge(kin) for kin in descent.kin],
        "unknown": list(family.unknown),
        "notices": [_notice(notice) for notice in descent.notices],
    }


def _member(member: Subject) -> Json:
    article, sources = member.article, member.sources
    return {
        "id": article.id,
        "outlet": article.outlet,
        "published": article.published,
        "credits": list(sources.credited),
        "release": sources.release,
    }


def _edge(kin: Kin) -> Json:
    copy, rework = kin.copy, kin.rework
    return {
        "nearer": kin.edge.nearer,
        "further": kin.edge.further,
        "reasons": list(kin.edge.reasons),
        "confidence": kin.edge.confidence,
        "copy": copy.id,
        "share_nearer": copy.share_a,
        "share_further": copy.share_b,
        "sentences_kept": rework.kept,
        "sentences_dropped": [_pair(span) for span in rework.only_a],
        "sentences_added": [_pair(span) for span in rework.only_b],
        "passages_moved": rework.moved,
        "words_edited": rework.edits,
        "passages": [
            {"nearer": _pair(passage.a), "further": _pair(passage.b), "words": passage.words, "agency": agency}
            for passage, agency in zip(copy.passages, kin.agencies, strict=True)
        ],
    }


def _notice(notice: Notice) -> Json:
    return {
        "id": notice.id,
        "article": notice.article,
        "kind": notice.kind,
        "start": notice.span.start,
        "end": notice.span.end,
        "resting": list(notice.resting),
        "rule": notice.trace.rule,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
