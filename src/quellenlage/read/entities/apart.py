"""Descriptions that stand for a name on their own: "der Präsident", "die Stadt", "das Unternehmen"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quellenlage.read.entities.lexicon import Role
from quellenlage.read.entities.roles import Described, phrase_start, role_at
from quellenlage.read.entities.scene import Scene

# Points for a candidate that was called the same or by the same head noun, or is of the country named, less for each
# sentence between. From `ENOUGH` on a description is taken to mean the best candidate. F1 on own_train's gold names is
# flat around these (0.63 to 0.65); of what is equally good, the values with fewer false ones.
SAME_WORD, SAME_NOUN, SAME_COUNTRY, BY_SENTENCE, ENOUGH = 4.0, 3.0, 2.0, 0.2, 0.7
# No sentence counts as farther away than this; an entity that is named only later counts as this far.
FARTHEST, UNNAMED = 30, 8


@dataclass(slots=True, eq=False)
class Candidate:
    """An entity as far as it has been read: its label, when it was last named, what it was called."""

    entity: int
    label: str
    last: int = -1
    times: int = 0
    words: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    gender: str = ""
    kind: str = ""


def find_apart(scene: Scene, beside: Sequence[Described]) -> Iterator[Described]:
    """Yield the descriptions that stand for an entity on their own, in order.

    What an entity is called anywhere in the article counts from the beginning: a headline's "minister" may be named in
    the text. A noun that nobody was called by needs an entity named before it.
    """
    candidates = _candidates(scene, beside)
    taken = {place for described in beside for place in range(described.first, described.last)}
    begins = {name.first: name for name in scene.names}
    sentences = scene.tokens.sentences
    for place, word in enumerate(scene.tokens.words):
        name = begins.get(place)
        if name is not None:
            candidate = candidates[name.entity]
            candidate.last, candidate.times = sentences[place], candidate.times + 1
        elif scene.owners[place] < 0 and word[0].isupper() and place not in taken:
            found = _resolve(scene, place, candidates.values())
            if found:
                yield found
                candidates[found.entity].last = sentences[place]


def _candidates(scene: Scene, beside: Sequence[Described]) -> dict[int, Candidate]:
    """Return the entities of an article with all that is said of them beside their names."""
    found: dict[int, Candidate] = {}
    for name in scene.names:
        candidate = found.setdefault(name.entity, Candidate(name.entity, name.label))
        _note_name(scene, candidate, name.first, name.last)
    for described in beside:
        _note(scene, found[described.entity], described.first, described.head)
    return found


def _note_name(scene: Scene, candidate: Candidate, first: int, last: int) -> None:
    words = scene.tokens.words
    if candidate.label == "PER" and not candidate.gender and last - first > 1:
        kinds = scene.lexicon.persons.get(words[first], "")
        candidate.gender = (
            "f" if "f" in kinds and "m" not in kinds else "m" if "m" in kinds and "f" not in kinds else ""
        )
    if candidate.label == "LOC" and not candidate.kind:
        place = scene.lexicon.place_of(" ".join(words[first:last]))
        candidate.kind = place.kind if place else ""


def _note(scene: Scene, candidate: Candidate, first: int, head: int) -> None:
    word = scene.tokens.words[head].lower()
    role = role_at(scene, head)
    candidate.words.add(word)
    if role:
        candidate.nouns.add(role.lemma)
        if role.gender in ("m", "f") and candidate.label == "PER":
            candidate.gender = candidate.gender or role.gender
    candidate.countries |= countries_in(scene, first, head)


def countries_in(scene: Scene, first: int, head: int) -> set[str]:
    """Return the ISO codes of the countries that a description names: adjectives, genitives, compounds."""
    found = set()
    for place in range(first, head + 1):
        word = scene.tokens.words[place]
        code = scene.lexicon.nationality_of(word)
        known = scene.lexicon.places.get(word.removesuffix("s"))
        if not code and known and known.kind == "country":
            code = known.iso
        if code:
            found.add(code)
    return found


def _resolve(scene: Scene, place: int, candidates: Iterable[Candidate]) -> Described | None:
    role = role_at(scene, place)
    if role is None or role.gender == "pl":
        return None
    sentence = scene.tokens.sentences[place]
    first = phrase_start(scene, place, sentence)
    definite = scene.word(first, sentence).lower()
    listed = scene.lexicon.words
    if first == place or definite not in listed["definite"] or (role.gender in "mn" and definite in listed["not_one"]):
        return None
    countries = countries_in(scene, first, place)
    word = scene.tokens.words[place].lower()
    scored = [
        (_score(candidate, role, word, countries, sentence), candidate.last, -candidate.entity, candidate)
        for candidate in candidates
        if _fits(candidate, role, countries)
    ]
    if not scored:
        return None
    score, _, _, best = max(scored, key=lambda row: row[:3])
    same = word in best.words or role.lemma in best.nouns
    fresh = best.last >= 0 and role.lemma in scene.lexicon.fresh_roles
    if score < ENOUGH or not (same or fresh):
        return None
    return Described(first, place + 1, place, best.entity, "roles/again" if same else f"roles/{role.lemma}")


def _fits(candidate: Candidate, role: Role, countries: set[str]) -> bool:
    if candidate.label != role.label:
        return False
    if role.gender in ("m", "f") and candidate.gender and candidate.label == "PER" and role.gender != candidate.gender:
        return False
    if countries and candidate.countries and not countries & candidate.countries:
        return False
    return not (role.kind and candidate.kind and role.kind != candidate.kind)


def _score(candidate: Candidate, role: Role, word: str, countries: set[str], sentence: int) -> float:
    score = 1.0 + 0.1 * min(candidate.times, 5)
    score += SAME_WORD if word in candidate.words else SAME_NOUN if role.lemma in candidate.nouns else 0.0
    score += SAME_COUNTRY if countries & candidate.countries else 0.0
    distance = sentence - candidate.last if candidate.last >= 0 else UNNAMED
    return score - BY_SENTENCE * min(distance, FARTHEST)
