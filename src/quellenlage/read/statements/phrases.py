"""Attribution phrases: "laut X", "X zufolge", "nach Angaben von X", ", so X", "demnach", "unter Berufung auf X"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from quellenlage.read.statements.drafts import Sentence, Tokens
from quellenlage.read.statements.grammar import Attribution
from quellenlage.read.statements.nouns import Noun, noun_at, subject_at, with_name

_NOUN = re.compile(r"[neigd]?(?:[A#]|B(?=A))*[CQ][CQ#]*(?:gA*C+)*")
_ENDING_PHRASE = re.compile(
    r"(?:[neigd]?(?:[A#]|B(?=A))*[CQ][CQ#]*(?:(?:[geidn]|v[neigd]?|P[neigd]?)?A*[CQ]+)*|[Rr])\Z"
)
# "nach den übereinstimmenden vorläufigen Angaben": so many words at most before the noun.
_BEFORE_NOUN = 4


@dataclass(slots=True, eq=False)
class Phrase:
    """An attribution phrase: its tokens, those of the cue, and the source (None if it names none)."""

    rule: str
    kind: str
    clause: int
    first: int
    last: int
    cue: list[Tokens] = field(default_factory=list)
    source: Tokens | None = None
    hearsay: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Spot:
    """Where a phrase may be: the token of its first known word, in which clause, and the rule that knows it."""

    sentence: Sentence
    number: int
    token: int
    rule: Attribution

    @property
    def limit(self) -> int:
        return self.sentence.clauses[self.number].last

    def phrase(self, first: int, last: int, cue: list[Tokens], source: Tokens | None = None) -> Phrase:
        return Phrase(self.rule.rule, self.rule.kind, self.number, first, last, cue, source)

    def noun(self, token: int) -> Noun | None:
        """Return the noun phrase at a token; up to the verb if the phrase stands first in its main clause."""
        unit, clause = self.sentence.unit, self.sentence.clauses[self.number]
        noun = noun_at(unit, token, self.limit, self.sentence.grammar)
        if noun is None or self.token != clause.first or clause.kind != "main" or noun.last >= clause.finite:
            return noun
        joined = noun_at(unit, noun.last + 1, clause.finite, self.sentence.grammar)
        whole = unit.codes[noun.last] == "U" and joined is not None and joined.last == clause.finite
        return Noun(noun.first, noun.core, clause.finite) if whole else noun

    def named(self, noun: Noun) -> Tokens:
        """Return a source with the name that follows it between commas."""
        sentence = self.sentence
        if noun.last == self.limit and self.number + 1 < len(sentence.clauses):
            return with_name(sentence.unit, sentence.clauses, noun, sentence.clauses[self.number + 1].first)
        return noun.first, noun.last


def find_phrases(sentence: Sentence) -> list[Phrase]:
    """Return the attribution phrases of a sentence in order."""
    found: list[Phrase] = []
    known = sentence.grammar.attributions
    for number, clause in enumerate(sentence.clauses):
        done = clause.first
        for token in range(clause.first, clause.last):
            if token < done:
                continue
            for rule in known.get(sentence.unit.words[token], ()):
                phrase = _FINDERS[rule.kind](_Spot(sentence, number, token, rule))
                if phrase:
                    found.append(_judged(sentence, phrase))
                    done = phrase.source[1] if phrase.kind == "so" and phrase.source else phrase.last
                    break
    return found


def _judged(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Mark a phrase as hearsay if its source is nothing but reports that nobody names."""
    if phrase.source is None or phrase.kind not in ("before", "after", "with_noun"):
        return phrase
    first, last = phrase.source
    reports = sentence.grammar.carrier(sentence.unit.words[last - 1]) == "hearsay"
    if reports and last - first <= 2 and sentence.unit.codes[first] in "CA":
        phrase.hearsay, phrase.source = True, None
        phrase.cue = [(phrase.first, phrase.last)]
    return phrase


def _before(spot: _Spot) -> Phrase | None:
    """Return "laut X"; not where a determiner makes an adjective of the word."""
    clause = spot.sentence.clauses[spot.number]
    noun = spot.noun(spot.token + 1)
    if noun is None or (spot.token > clause.first and spot.sentence.unit.codes[spot.token - 1] in "neigd"):
        return None
    return spot.phrase(spot.token, noun.last, [(spot.token, spot.token + 1)], (noun.first, noun.last))


def _after(spot: _Spot) -> Phrase | None:
    """Return "X zufolge", "ihren Angaben zufolge", "Angaben der Polizei zufolge"."""
    sentence, token = spot.sentence, spot.token
    codes = sentence.unit.codes
    found = _ENDING_PHRASE.search(codes, _earliest(spot), token)
    if not found:
        return None
    first = found.start()
    said = next((n for n in range(first, token) if sentence.among(n, "statement_noun")), None)
    if said is None:
        return spot.phrase(first, token + 1, [(token, token + 1)], (first, token))
    if said + 1 < token:
        owner = said + 1 + (codes[said + 1] == "v")
        return spot.phrase(first, token + 1, [(said, said + 1), (token, token + 1)], (owner, token))
    phrase = spot.phrase(first, token + 1, [(first, token + 1)])
    determined = said > first and codes[first] in "neid"
    phrase.hearsay = not determined and not sentence.among(first, "own") and _is_vague(sentence, first, said)
    return phrase


def _earliest(spot: _Spot) -> int:
    """Return from where a phrase that ends at a token may begin: behind the finite verb, and behind a subject."""
    sentence, position = spot.sentence, spot.token
    clause, codes = sentence.clauses[spot.number], sentence.unit.codes
    verbs = (n for n in range(position - 2, clause.first - 1, -1) if codes[n] in "FfhwmSWTRr")
    first = next((n + 1 for n in verbs), None)
    if first is None:
        return clause.first
    if sentence.grammar.carrier(sentence.unit.words[position - 1]) == "hearsay" or sentence.among(
        position - 1, "statement_noun"
    ):
        start = position - 1
        while start > first and codes[start - 1] in "Aneigd":
            start -= 1
        return start
    nouns = [noun.start() for noun in _NOUN.finditer(codes, first, position)]
    subject_before = clause.finite > clause.first and codes[clause.first] in "neAC"
    if len(nouns) > 1 and codes[first] not in "di" and not subject_before:
        # What stands first behind the verb is its subject: "sagte Putin Agenturen zufolge".
        return next((start for start in nouns[1:] if codes[start] in "deiAC"), first)
    return position - 1 if position - first > 1 and not codes[first:position].strip("C") else first


def _is_vague(sentence: Sentence, first: int, noun: int) -> bool:
    """Say whether nothing before a noun describes whose it is: "ersten Angaben", but not "amtlichen Angaben"."""
    return all(sentence.among(n, "vague") for n in range(first, noun))


def _with_noun(spot: _Spot) -> Phrase | None:
    """Return "nach Angaben von X", "nach eigenen Angaben", "nach Polizeiangaben"."""
    sentence, token = spot.sentence, spot.token + 1
    words, codes = sentence.unit.words, sentence.unit.codes
    while token < spot.limit and codes[token] in "neigdA#" and token - spot.token < _BEFORE_NOUN:
        token += 1
    if token >= spot.limit or codes[token] != "C":
        return None
    if words[token] not in spot.rule.nouns:
        return _compound(spot, token)
    if words[spot.token] in spot.rule.strict and not sentence.among(token, "view"):
        return None
    following = codes[token + 1 : token + 2]
    noun = spot.noun(token + 1 + (following == "v"))
    if noun and following in tuple("vgieCAQ") and words[noun.first] not in sentence.grammar.time_words:
        source = spot.named(noun)
        return spot.phrase(spot.token, source[1], [(spot.token, token + 1)], source)
    return _without_owner(spot, token)


def _without_owner(spot: _Spot, token: int) -> Phrase | None:
    """Return "nach eigenen Angaben", "nach dessen Angaben", "nach ersten Angaben": nobody stands behind the noun."""
    sentence, owner = spot.sentence, spot.token + 1
    if token == owner:
        return None
    if sentence.among(owner, "possessive"):
        return spot.phrase(spot.token, token + 1, [(spot.token, owner), (token, token + 1)], (owner, owner + 1))
    if sentence.among(owner, "indefinite") and sentence.among(token, "study"):
        return spot.phrase(spot.token, token + 1, [(spot.token, owner)], (owner, token + 1))
    if sentence.unit.codes[owner] in "neigd" and not sentence.among(token, "statement_noun"):
        return None
    phrase = spot.phrase(spot.token, token + 1, [(spot.token, token + 1)])
    phrase.hearsay = not sentence.among(owner, "own") and _is_vague(sentence, owner, token)
    return phrase


def _noun_first(spot: _Spot) -> Phrase | None:
    """Return "ihrer Meinung nach": the noun stands before the preposition, its owner before the noun."""
    sentence, noun = spot.sentence, spot.token - 1
    owner = noun - 1
    if owner < sentence.clauses[spot.number].first or sentence.unit.words[noun] not in spot.rule.nouns:
        return None
    if sentence.unit.codes[owner] != "C" and not sentence.among(owner, "possessive"):
        return None
    return spot.phrase(owner, spot.token + 1, [(noun, spot.token + 1)], (owner, noun))


def _compound(spot: _Spot, token: int) -> Phrase | None:
    """Return "nach Polizeiangaben": the compound is the source."""
    word = spot.sentence.unit.words[token]
    endings = spot.sentence.grammar.lexicon.words["statement_ending"]
    if not any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in endings):
        return None
    return spot.phrase(spot.token, token + 1, [(spot.token, spot.token + 1)], (spot.token + 1, token + 1))


def _so(spot: _Spot) -> Phrase | None:
    """Return ", so X" at the end of a sentence or between commas."""
    sentence, token = spot.sentence, spot.token
    clause, codes = sentence.clauses[spot.number], sentence.unit.codes
    behind_quote = token > 0 and codes[token - 1] == "Q"
    if token != clause.first or (clause.sep not in (",", "-", "!") and not behind_quote):
        return None
    if clause.finite >= 0 and codes[clause.finite] != "f":
        return None
    noun = subject_at(sentence.unit, token + 1, clause.last, sentence.grammar)
    return spot.phrase(token, clause.last, [(token, token + 1)], spot.named(noun)) if noun else None


def _adverb(spot: _Spot) -> Phrase:
    return spot.phrase(spot.token, spot.token + 1, [(spot.token, spot.token + 1)])


def _on_authority(spot: _Spot) -> Phrase | None:
    """Return "unter Berufung auf X"."""
    token = spot.token
    words = spot.sentence.unit.words[token : token + 3]
    if len(words) < 3 or words[1] not in spot.rule.nouns or token + 3 >= spot.limit:
        return None
    noun = spot.noun(token + 3)
    return spot.phrase(token, noun.last, [(token, token + 3)], (noun.first, noun.last)) if noun else None


def _fixed(spot: _Spot) -> Phrase | None:
    """Return a set phrase that names nobody ("dem Vernehmen nach")."""
    for words in spot.rule.phrases:
        last = spot.token + len(words)
        if last <= spot.limit and spot.sentence.unit.words[spot.token : last] == list(words):
            phrase = spot.phrase(spot.token, last, [(spot.token, last)])
            phrase.hearsay = True
            return phrase
    return None


_FINDERS: Mapping[str, Callable[[_Spot], Phrase | None]] = MappingProxyType(
    {
        "fixed": _fixed,
        "before": _before,
        "after": _after,
        "with_noun": _with_noun,
        "noun_first": _noun_first,
        "so": _so,
        "adverb": _adverb,
        "on_authority": _on_authority,
    }
)
