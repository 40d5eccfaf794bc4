"""On what does a claim rest: outlets, newsrooms, origins, and those on whose word it is told?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.claims.voices import display_name, one_voice, voice_of
from quellenlage.compare.meaning.letters import letters_alike
from quellenlage.languages import LanguagePack
from quellenlage.model import ClaimStatus, Copy, Origin, Reading
from quellenlage.text import Span

# An occurrence rests on a source text if this part of it stands in another report of that origin.
LEAST_COPIED = 0.5
# Sentences of so many characters do not come to be alike by so much (cosine of letters) by themselves: what two desks
# wrote by themselves about one fact stays below. Where two reports have text in common anyway, or credit one agency, a
# looser likeness is the same text once more, edited. Read off the ten stories of docs/explanation/claims-read.md.
LEAST_WORDING, ONE_WORDING, EDITED_WORDING = 60, 0.85, 0.7
# A denied clause has so many content words.
LEAST_DENIED_TERMS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What a story's articles rest on, ready to be asked for any place.

    `copied` maps an article to (copied span, origin id); `newsrooms` an outlet to who makes it; `wires` a report under
    an agency's dateline to the origin of that agency's text, on which all of it rests.
    """

    readings: Mapping[str, Reading]
    copied: Mapping[str, Sequence[tuple[Span, str]]]
    newsrooms: Mapping[str, str]
    pack: LanguagePack
    wires: Mapping[str, str] = field(default_factory=dict)

    def outlet(self, article: str) -> str:
        """Return the outlet of an article; its file's name where the outlet is not known."""
        known = self.readings[article].article
        return known.outlet or known.name or known.id

    def newsroom(self, article: str) -> str:
        """Return who makes an article's outlet."""
        outlet = self.outlet(article)
        return self.newsrooms.get(outlet, outlet)

    def origin(self, article: str, span: Span) -> str:
        """Return the origin that a place rests on, the article's own id where it stands in no shared text."""
        if article in self.wires:
            return self.wires[article]
        shared: dict[str, int] = defaultdict(int)
        for passage, origin in self.copied.get(article, ()):
            shared[origin] += max(0, min(passage.end, span.end) - max(passage.start, span.start))
        best = max(shared, key=lambda origin: (shared[origin], origin), default="")
        return best if best and shared[best] >= LEAST_COPIED * len(span) else article

    def share_more(self, left: str, right: str) -> bool:
        """Say whether two articles have text in common anyway, or credit one agency for theirs."""
        return self.share_text(left, right) or bool(self._agencies(left) & self._agencies(right))

    def _agencies(self, article: str) -> frozenset[str]:
        reading = self.readings[article]
        line = reading.dateline.agency if reading.dateline else None
        credited = {credit.agency for credit in reading.credits if credit.role == "text"}
        return frozenset(credited | ({line} if line else set()))

    def share_text(self, left: str, right: str) -> bool:
        """Say whether two articles rest on one source text: what one has differently is another state of that text."""
        first, second = ({origin for _, origin in self.copied.get(article, ())} for article in (left, right))
        return bool(first & second)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a claim's occurrences rest on; see `Claim` for the fields. `one_voice`: all of them, on one word."""

    outlets: tuple[str, ...]
    newsrooms: tuple[str, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...]
    own_word: tuple[str, ...]
    one_voice: bool
    denials: tuple[str, ...]


def sources_of(
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    origins: Sequence[Origin],
    newsrooms: Sequence[tuple[str, str]],
    pack: LanguagePack,
) -> Sources:
    """Return what these articles rest on."""
    members = [(origin.id, frozenset(origin.articles)) for origin in origins]
    copied: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for copy in copies:
        if copy.kind != "copy":
            continue
        for origin in (id_ for id_, articles in members if copy.a in articles and copy.b in articles):
            for passage in copy.passages:
                copied[copy.a].append((passage.a, origin))
                copied[copy.b].append((passage.b, origin))
    by_id = {r.article.id: r for r in readings}
    wires = {
        article: origin.id
        for origin in reversed(origins)
        for article in origin.articles
        if (line := by_id[article].dateline) and line.agency and line.agency == origin.agency
    }
    return Sources(by_id, copied, dict(newsrooms), pack, wires)


def find_basis(assertions: Sequence[Assertion], sources: Sources) -> Basis:
    """On what do these occurrences of one claim rest?"""
    articles = tuple(dict.fromkeys(a.article for a in assertions))
    houses = tuple(dict.fromkeys(sources.newsroom(article) for article in articles))
    told = [(a, a.statement, sources.readings[a.article]) for a in assertions if a.statement]
    # Of what one newsroom has alone, nobody asks whether it rests on one word.
    asked = {s.id: (a, reading) for a, s, reading in told} if len(houses) > 1 else {}
    voices = [voice_of(a, reading, sources.pack) for a, reading in asked.values()]
    named = tuple(dict.fromkeys(display_name(statement, reading) for _, statement, reading in told))
    attributed = {a.article for a, _, _ in told}
    return Basis(
        outlets=tuple(dict.fromkeys(sources.outlet(article) for article in articles)),
        newsrooms=houses,
        origins=_origins(assertions, sources),
        voices=named,
        own_word=tuple(article for article in articles if article not in attributed),
        one_voice=one_voice(voices),
        denials=_denials(assertions),
    )


def _denials(assertions: Sequence[Assertion]) -> tuple[str, ...]:
    """Return the statements that deny what others of these assert.

    Only what is told as a whole clause is denied as such: who rejects "the criticism" denies nothing that is said here.
    """
    told = {a.article for a in assertions if a.stance != "denies"}
    denying = (a for a in assertions if a.stance == "denies" and a.statement and a.statement.kind == "indirect")
    return tuple(
        dict.fromkeys(
            a.statement.id for a in denying if a.statement and len(a.terms) >= LEAST_DENIED_TERMS and told - {a.article}
        )
    )


def _origins(assertions: Sequence[Assertion], sources: Sources) -> tuple[str, ...]:
    """Return one origin an article: the text that it shares, where one of several places does so.

    Two articles that tell it in nearly the same words have it from one text, too, though no longer passage shows that,
    and so have two with a text or an agency in common that tell it in like words. Words between quotation marks are the
    speaker's, whoever repeats them.
    """
    found: dict[str, str] = {}
    for assertion in assertions:
        origin = sources.origin(assertion.article, assertion.span)
        if found.get(assertion.article, assertion.article) == assertion.article:
            found[assertion.article] = origin
    told = [
        a for a in assertions if len(a.text) >= LEAST_WORDING and not (a.statement and a.statement.kind == "direct")
    ]
    for one, two in combinations(told, 2):
        if found[one.article] == found[two.article]:
            continue
        alike = letters_alike(one.text, two.text)
        if alike >= ONE_WORDING or (alike >= EDITED_WORDING and sources.share_more(one.article, two.article)):
            found = {k: found[one.article] if v == found[two.article] else v for k, v in found.items()}
    return tuple(dict.fromkeys(found.values()))


def status_of(basis: Basis, *, disputed: bool) -> ClaimStatus:
    """Return the first status word that holds (DESIGN.md, section 3)."""
    if disputed or basis.denials:
        return "disputed"
    if len(basis.newsrooms) == 1:
        return "single_outlet"
    if len(basis.origins) == 1:
        return "single_origin"
    if not basis.own_word and basis.one_voice:
        return "single_source"
    return "corroborated"
