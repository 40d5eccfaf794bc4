"""On what does a claim rest: outlets, newsrooms, origins, and those on whose word it is told?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from quellenlage.compare.claims.assertions import Assertion
from quellenlage.compare.meaning.cues import find_cues
from quellenlage.compare.meaning.letters import letters_alike
from quellenlage.languages import LanguagePack
from quellenlage.model import ClaimStatus, Copy, Origin, Reading
from quellenlage.text import Span

# An occurrence rests on a source text if this part of it stands in another report of that origin.
LEAST_COPIED = 0.5
# Sentences of so many characters do not come to be alike by so much (cosine of letters) by themselves: what two desks
# wrote by themselves about one fact stays below.
LEAST_WORDING, ONE_WORDING = 60, 0.85
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

    def share_text(self, left: str, right: str) -> bool:
        """Say whether two articles rest on one source text: what one has differently is another state of that text."""
        first, second = ({origin for _, origin in self.copied.get(article, ())} for article in (left, right))
        return bool(first & second)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a claim's occurrences rest on; see `Claim` for the fields. `common` are voices that all of them rest on."""

    outlets: tuple[str, ...]
    newsrooms: tuple[str, ...]
    origins: tuple[str, ...]
    voices: tuple[str, ...]
    own_word: tuple[str, ...]
    common: frozenset[str]
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
    voices = {a.statement.id: voices_of(a, sources) for a in assertions if a.statement}
    named = tuple(dict.fromkeys(_name(a, sources) for a in assertions if a.statement))
    attributed = {a.article for a in assertions if a.statement}
    return Basis(
        outlets=tuple(dict.fromkeys(sources.outlet(article) for article in articles)),
        newsrooms=tuple(dict.fromkeys(sources.newsroom(article) for article in articles)),
        origins=_origins(assertions, sources),
        voices=named,
        own_word=tuple(article for article in articles if article not in attributed),
        common=_common(list(voices.values())),
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

    Two articles that tell it in nearly the same words have it from one text, too, though no longer passage shows that;
    words between quotation marks are the speaker's, whoever repeats them.
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
        if found[one.article] != found[two.article] and letters_alike(one.text, two.text) >= ONE_WORDING:
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
    if not basis.own_word and (basis.common or len(basis.voices) < 2):
        return "single_source"
    return "corroborated"


def voices_of(assertion: Assertion, sources: Sources) -> frozenset[str]:
    """Return who says it, under every name that another report may use; nobody for what an outlet says itself.

    The speaker's entity or name; and the country whose office it is, for offices of one country speak with one voice:
    the general staff in a capital is that country's military. A person is nobody but herself.
    """
    statement = assertion.statement
    if statement is None:
        return frozenset()
    text = _speaker_text(assertion, sources)
    names = {value for value in (statement.entity, statement.speaker_name) if value}
    if not _is_person(statement.speaker_name or "", text):
        names |= {f"country:{cue.kind}" for cue in find_cues(text, "claim_countries", sources.pack)}
    if text:
        names.add(" ".join(text.lower().split()))
    return frozenset(names)


def _is_person(name: str, text: str) -> bool:
    """Say whether a speaker's name is a person's: two capitalised words or more that stand so in the text."""
    words = name.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and name in text


def _speaker_text(assertion: Assertion, sources: Sources) -> str:
    """Return the words for the speaker; the frame's ("nach südkoreanischen Angaben") where they name none.

    What goes on without either has the speaker of the statement before it.
    """
    reading = sources.readings[assertion.article]
    at = next((n for n, s in enumerate(reading.statements) if s is assertion.statement), -1)
    for statement in reversed(reading.statements[: at + 1]):
        if statement.speaker or statement.frame:
            return " ".join(span.of(reading.article.text) for span in statement.speaker or statement.frame)
    return ""


def _name(assertion: Assertion, sources: Sources) -> str:
    """Return one name for the speaker, for display."""
    statement = assertion.statement
    known = statement and (statement.entity or statement.speaker_name)
    return known or _speaker_text(assertion, sources) or (statement.evidence if statement else "")


def _common(voices: Iterable[frozenset[str]]) -> frozenset[str]:
    found = list(voices)
    return frozenset.intersection(*found) if found else frozenset()
