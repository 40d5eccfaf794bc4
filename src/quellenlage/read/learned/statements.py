"""Statements as the learned part proposes them: contents with their kinds, and the roles tied to them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from quellenlage.model import StatementKind, Trace
from quellenlage.read.layout import Layout
from quellenlage.read.learned.encoder import Floats, Model, Said, find_targets, read_words
from quellenlage.read.learned.heads import KINDS
from quellenlage.read.learned.spans import Found, find_labelled, find_whole
from quellenlage.read.learned.words import Words
from quellenlage.text import Span

# What is added to the log-probability of "outside" before spans are searched. Roles may be found generously, since
# only those that a content points at are kept. Chosen on 45 documents of own_train that the model had not seen.
OUTSIDE_CONTENT = 0.0
OUTSIDE_ROLE = -1.5
# A second span joins a cue ("teilte … mit") or a speaker from this share of the pointer on.
SECOND = 0.15
# A pointer to another sentence than the content's counts this much, one over this many words half. Chosen, like SECOND,
# on 45 documents of own_train that a model had not seen, and the odd records of modern_dev.
ELSEWHERE: Mapping[str, float] = MappingProxyType({"cue": 0.05, "speaker": 0.1, "addressee": 0.1, "relay": 0.1})
FAR = 30
# Words in quotation marks within a statement are a statement of their own from this mean probability on.
NESTED = 0.3
# A verbatim content that agrees this far with words in quotation marks (F1) is exactly those, marks included.
QUOTED = 0.7


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement without what rules complete (frame, stance, evidence, the speaker's name).

    `nested` says that it stands within another one. Spans are in order, each within one sentence but for contents.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    speaker: tuple[Span, ...]
    addressee: tuple[Span, ...]
    relays: tuple[Span, ...]
    nested: bool
    trace: Trace


class _Draft(NamedTuple):
    kind: StatementKind
    parts: list[Found]
    nested: bool


def propose_statements(
    layout: Layout, quotations: Sequence[Span], model: Model, said: Said | None = None
) -> tuple[Proposal, ...]:
    """Return the statements that the learned part sees in an article, in the order of their contents.

    `quotations` are all stretches in quotation marks; `said` saves running the encoder twice where names are wanted.
    """
    said = said or read_words(layout, model)
    words = said.words
    quoted = [_words_of(span, words) for span in quotations]
    roles = {
        role: find_labelled(said.heads[role], words.sentence, OUTSIDE_ROLE)
        for role in ("cue", "speaker", "addressee", "relay")
    }

    def spans(found: Sequence[Found]) -> tuple[Span, ...]:
        return tuple(layout.article.span(words.starts[x.first], words.ends[x.last - 1]) for x in sorted(found))

    proposals = []
    for draft in _drafts(said, quoted):
        tied = {role: _tied(said, draft.parts, role, found) for role, found in roles.items()}
        score = round(sum(part.score for part in draft.parts) / len(draft.parts), 3)
        proposals.append(
            Proposal(
                kind=draft.kind,
                content=spans(draft.parts),
                cue=() if draft.kind == "continued" else spans(tied["cue"]),
                speaker=spans(tied["speaker"]),
                addressee=spans(tied["addressee"]),
                relays=spans(tied["relay"]),
                nested=draft.nested,
                trace=Trace(model.rule, layout.pack.code, score),
            )
        )
    return tuple(sorted(proposals, key=lambda x: (x.content[0].start, -x.content[-1].end, x.nested)))


def _words_of(span: Span, words: Words) -> tuple[int, int]:
    """Return the first word of a span and the one after its last."""
    return bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)


def _drafts(said: Said, quoted: Sequence[tuple[int, int]]) -> list[_Draft]:
    """Return contents with their kinds; stretches that an interruption parts are joined."""
    drafts: list[_Draft] = []
    for found in find_whole(said.heads["content"], OUTSIDE_CONTENT):
        kind = _kind(said.heads["kind"][found.first : found.last])
        part = _snapped(found, quoted) if kind == "direct" else found
        before = _before(said, found, [draft.parts[-1] for draft in drafts])
        if before is None:
            drafts.append(_Draft(kind, [part], nested=False))
        else:
            drafts[before].parts.append(part)
    held = [part for draft in drafts for part in draft.parts]
    for first, last in quoted:
        if first < last and not any(x.first == first and x.last == last for x in held):
            inside = 1 - np.exp(said.heads["nested"][first:last, 0].astype(np.float64))
            score = round(float(inside.mean()), 3)
            if score > NESTED:
                drafts.append(_Draft("direct", [Found(first, last, 0, score)], nested=True))
    return drafts


def _snapped(found: Found, quoted: Sequence[tuple[int, int]]) -> Found:
    """Return the quotation that a verbatim content means, or the content as it is."""
    for first, last in quoted:
        both = min(found.last, last) - max(found.first, first)
        if 2 * both > QUOTED * (found.last - found.first + last - first):
            return found._replace(first=first, last=last)
    return found


def _kind(logs: Floats) -> StatementKind:
    return KINDS[int(np.argmax(logs.astype(np.float64).mean(axis=0).round(4)))]


def _before(said: Said, found: Found, earlier: Sequence[Found]) -> int | None:
    """Return the number of the draft that this stretch of content goes on with, None for a content of its own."""
    first, shares = find_targets(said, found.first, "part")
    best, share = None, shares[0]
    for number, other in enumerate(earlier):
        reached = _share(shares, first, other)
        if reached > share:
            best, share = number, reached
    return best


def _share(shares: Sequence[float], first: int, found: Found) -> float:
    """Return the share of a pointer that reaches a span."""
    return round(sum(shares[max(found.first - first, 0) + 1 : max(found.last - first, 0) + 1]), 4)


def _tied(said: Said, parts: Sequence[Found], role: str, found: Sequence[Found]) -> list[Found]:
    """Return the spans of a role that a content points at: the likeliest, and what belongs to it."""
    first, shares = find_targets(said, parts[0].first, role)
    sentences = {said.words.sentence[n] for part in parts for n in range(part.first, part.last)}
    reached = []
    for other in found:
        if other.last > first and other.first < first + len(shares) - 1:
            weight = 1.0 if _sentence(said, other) in sentences else ELSEWHERE[role]
            weight /= 1 + _gap(parts, other) / FAR
            reached.append((other, _share(shares, first, other) * weight))
    reached.sort(key=lambda pair: -pair[1])
    if not reached or reached[0][1] <= shares[0]:
        return []
    best = reached[0][0]
    beside = [x for x, share in reached[1:] if share > SECOND and _sentence(said, x) == _sentence(said, best)]
    return [best, *beside[:1]]


def _gap(parts: Sequence[Found], other: Found) -> int:
    """Return how many words lie between a span and the nearest part of a content."""
    return min(max(0, other.first - part.last, part.first - other.last) for part in parts)


def _sentence(said: Said, found: Found) -> int:
    return said.words.sentence[found.first]
