"""Tie statements to entities: whose words, under which name, and whom a pronoun means where it decides a speaker."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quellenlage.languages.name_forms import key_of
from quellenlage.model import Mention, Relay, Statement, Trace
from quellenlage.read.entities.lexicon import Lexicon, lexicon_of
from quellenlage.read.layout import Layout
from quellenlage.text import Span, short_hash

# A person is meant by a pronoun if named at most this many sentences before it.
REACH = 4
_MARKS = '„“”"»«›‹(),'


def with_speakers(
    layout: Layout, statements: Sequence[Statement], mentions: Sequence[Mention]
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """Return the statements with their speakers' names and entities, and the mentions with the pronouns that speak.

    A speaker who is no entity of the article keeps the name that the statement has.
    """
    resolver = _Resolver(layout, mentions)
    tied = tuple(_tied(statement, resolver) for statement in statements)
    pronouns = {mention.id: mention for mention in resolver.pronouns}
    found = sorted([*mentions, *pronouns.values()], key=lambda mention: (mention.span, mention.kind))
    return tied, tuple(found)


def resolve_speaker(layout: Layout, mentions: Sequence[Mention], span: Span) -> Mention | None:
    """Return the mention that says who speaks in this stretch: its name, its description, whom its pronoun means.

    None if the article names nobody there: "the government in Tokyo" is not Tokyo.
    """
    return _Resolver(layout, mentions).resolve(span)


def _tied(statement: Statement, resolver: "_Resolver") -> Statement:
    found = [resolver.resolve(span) for span in statement.speaker]
    relays = tuple(resolver.relay(relay) for relay in statement.relays)
    speakers = [mention for mention in found if mention is not None]
    if not speakers or len(speakers) < len(found):
        entity = resolver.by_name(statement.speaker_name) if len(found) <= 1 else None
        return replace(statement, relays=relays, entity=entity)
    name = ", ".join(dict.fromkeys(mention.name for mention in speakers))
    return replace(statement, relays=relays, speaker_name=name, entity=speakers[0].entity)


class _Resolver:
    """The mentions of one article, asked for every speaker."""

    def __init__(self, layout: Layout, mentions: Sequence[Mention]) -> None:
        self.layout, self.text = layout, layout.article.text
        self.lexicon: Lexicon = lexicon_of(layout.pack)
        self.mentions = sorted(mentions, key=lambda mention: (mention.span, mention.kind))
        self.pronouns: list[Mention] = []
        self.names = {key_of(mention.name): mention for mention in reversed(self.mentions)}
        self.starts = [sentence.start for sentence in layout.sentences]

    def by_name(self, name: str | None) -> str | None:
        """Return the entity of this name, None if the article has none."""
        mention = self.names.get(key_of(name)) if name else None
        return mention.entity if mention else None

    def relay(self, relay: Relay) -> Relay:
        """Return a relay under the name of its entity, if it has one."""
        mention = self._named(relay.span)
        return Relay(mention.name, relay.span) if mention else relay

    def resolve(self, span: Span) -> Mention | None:
        """Return the mention of whoever a stretch means."""
        words = span.of(self.text).split()
        if len(words) == 1 and words[0][:1].isalpha():
            gender = self._pronoun(words[0].lower())
            if gender:
                return self._antecedent(span, gender)
        return self._named(span) or self._described(span)

    def _named(self, span: Span) -> Mention | None:
        """Return the name that a noun phrase is about: one with nothing but its description before it."""
        for mention in self._inside(span, "name"):
            before = self.text[span.start : mention.span.start].split()
            behind = self.text[mention.span.end : span.end].strip(_MARKS + " ")
            if self._introduces(before, mention) and self._is_last(mention, behind):
                return mention
        return None

    def _inside(self, span: Span, kind: str) -> list[Mention]:
        return [m for m in self.mentions if m.kind == kind and span.start <= m.span.start and m.span.end <= span.end]

    def _introduces(self, before: Sequence[str], mention: Mention) -> bool:
        """Say whether words before a name only describe it ("der Sprecher", "die Nachrichtenagentur")."""
        if not before:
            return True
        last = before[-1].strip(_MARKS)
        code = self.lexicon.closed.get(last.lower(), "")
        if before[-1].endswith(","):
            return mention.label == "PER"
        if code:
            return len(before) == 1 and code in "neigd"
        if last[:1].islower() or not last:
            return len(before) <= 2
        if mention.label == "PER":
            return True
        role = self.lexicon.role_of(last)
        return role is not None and role.label != "PER"

    def _is_last(self, mention: Mention, behind: str) -> bool:
        """Say whether a name ends its phrase, or an apposition follows: no noun that it is the genitive of."""
        if not behind:
            return True
        first = behind.split(maxsplit=1)[0]
        if self.text[mention.span.end : mention.span.end + 1] == "," or not first[:1].isalnum():
            return True
        return bool(self.lexicon.closed.get(first.lower())) and first.lower() not in self.lexicon.words["and"]

    def _described(self, span: Span) -> Mention | None:
        """Return the description that fills at least half of a stretch from its beginning on."""
        for mention in self.mentions:
            common = min(mention.span.end, span.end) - max(mention.span.start, span.start)
            if mention.kind == "role" and common * 2 >= max(len(mention.span), len(span)):
                return mention
        return None

    def _pronoun(self, word: str) -> str:
        """Return the gender that a pronoun asks for, "" for any other word."""
        return next((kind for kind, entry in (("m", "he"), ("f", "she")) if word in self.lexicon.words[entry]), "")

    def _antecedent(self, span: Span, gender: str) -> Mention | None:
        """Return the pronoun as a mention of the person it means: the first of the nearest sentence before it.

        Whom a sentence begins with is spoken of further; a person of another gender is never meant.
        """
        best: tuple[int, int] | None = None
        meant: Mention | None = None
        here = self._sentence(span.start)
        for mention in self.mentions:
            if mention.span.start >= span.start:
                break
            sentence = self._sentence(mention.span.start)
            if mention.label != "PER" or here - sentence > REACH or self._gender(mention) not in (gender, ""):
                continue
            rank = (sentence, -mention.span.start)
            if best is None or rank > best:
                best, meant = rank, mention
        if meant is None:
            return None
        name = short_hash(self.layout.article.id, "pronoun", f"{span.start}-{span.end}")
        trace = Trace("read:pronoun", self.layout.pack.code)
        pronoun = Mention(name, span, meant.label, meant.name, meant.entity, "pronoun", trace)
        self.pronouns.append(pronoun)
        return pronoun

    def _sentence(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1

    def _gender(self, mention: Mention) -> str:
        """Return m or f where the first name or a description of an entity tells it, else ""."""
        kinds = self.lexicon.persons.get(mention.name.split()[0], "")
        if ("m" in kinds and "f" in kinds) or not set(kinds) & {"m", "f"} or " " not in mention.name:
            return self._described_gender(mention.entity)
        return "m" if "m" in kinds else "f"

    def _described_gender(self, entity: str) -> str:
        for mention in self.mentions:
            if mention.kind == "role" and mention.entity == entity:
                for word in mention.span.of(self.text).split():
                    role = self.lexicon.role_of(word) if word[:1].isupper() else None
                    if role and role.label == "PER" and role.gender in ("m", "f"):
                        return role.gender
        return ""
