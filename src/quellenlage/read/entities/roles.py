"""What an article calls somebody beside a name: before it ("Präsident Holm"), behind it ("Holm, Chefin der Werft")."""

from collections.abc import Iterator
from typing import NamedTuple

from quellenlage.read.entities.lexicon import Role
from quellenlage.read.entities.scene import Named, Scene

_DETERMINERS = frozenset("neigd")
_OPENING = frozenset('„»“"(')
# A description behind a name ends at the next comma; one that has more words than this is no description.
LONGEST_BEHIND = 12
# Words between a noun for a role and the name it belongs to ("Vorsitzender der Partei in Bayern Jan Holm").
LONGEST_BETWEEN = 7


class Described(NamedTuple):
    """A description as words `first` to before `last`, its head noun's word, the entity's number, the rule."""

    first: int
    last: int
    head: int
    entity: int
    rule: str


def find_beside(scene: Scene) -> Iterator[Described]:
    """Yield the descriptions that stand directly beside names, in order of the names."""
    for name in scene.names:
        before = _before(scene, name)
        if before:
            yield before
        behind = _behind(scene, name)
        if behind:
            yield behind


def _before(scene: Scene, name: Named) -> Described | None:
    sentence = scene.tokens.sentences[name.first]
    place = name.first - 1
    rule = "roles/before"
    if _is_genitive(scene, name):
        return None
    if scene.word(place, sentence) in _OPENING:
        place -= 1
    elif scene.word(place, sentence) == ",":
        place -= 1
        rule = "roles/before_comma"
        following = scene.word(name.last, sentence)
        if following != "," and not following[:1].islower() and name.label == "PER":
            return None
    head = _head_before(scene, name, place, sentence, rule)
    if head is None:
        return None
    first = phrase_start(scene, head, sentence)
    if rule == "roles/before_comma" and first == head and scene.word(head - 1, sentence):
        return None
    return Described(first, place + 1, head, name.entity, rule)


def _is_genitive(scene: Scene, name: Named) -> bool:
    """Say whether a name stands in the genitive: what is before it is what somebody has, not what he is."""
    last = scene.tokens.words[name.last - 1]
    if name.label != "PER" or not last.endswith("s"):
        return False
    others = (scene.tokens.words[other.last - 1] for other in scene.names if other.entity == name.entity)
    return last[:-1] in others


def _head_before(scene: Scene, name: Named, place: int, sentence: int, rule: str) -> int | None:
    """Return the noun that describes the name behind it: directly before it, or, for persons, a few words before."""
    word = scene.word(place, sentence)
    if not word or not word[0].isalnum():
        return None
    if rule == "roles/before" and scene.owners[place] < 0 and word[0].isupper():
        if is_role(scene, place, name.label):
            return place
        further = _head_further_on(scene, place, sentence) if name.label == "PER" else None
        return further if further is not None else place if _is_unknown_role(scene, place, name.label) else None
    if name.label != "PER" or not word[0].isupper() or scene.tokens.words[name.last - 1].endswith(("s", "’")):
        return None
    return _head_further_on(scene, place, sentence)


def _head_further_on(scene: Scene, place: int, sentence: int) -> int | None:
    """Return the first noun for a role before a name, if all between them belongs to it ("der Partei in Bayern")."""
    for back in range(place, max(place - LONGEST_BETWEEN, -1), -1):
        word = scene.word(back, sentence)
        if not word or not word[0].isalnum():
            return None
        if word[0].isupper() and scene.owners[back] < 0 and is_role(scene, back, "PER"):
            genitive = scene.owners[back + 1] >= 0 and scene.tokens.words[back + 1].endswith("s")
            attached = back == place or genitive or scene.code(back + 1, sentence) in _ATTACHING
            return back if attached else None
        if word[0].islower() and scene.code(back, sentence) in _CLAUSE:
            return None
    return None


_ATTACHING, _CLAUSE = frozenset("geivP"), frozenset("hwmSRU")


def _is_unknown_role(scene: Scene, place: int, label: str) -> bool:
    """Say whether a noun that the lexicon does not know describes the name behind it: its article or form says so."""
    word = scene.tokens.words[place]
    sentence = scene.tokens.sentences[place]
    if word.lower() in scene.lexicon.closed or scene.lexicon.is_no_role(word):
        return False
    role = scene.lexicon.role_of(word)
    if role:
        return label != "PER" and role.label != "PER" and "-" in word
    first = phrase_start(scene, place, sentence)
    if label == "PER":
        return bool(scene.word(place - 1, sentence)) or "-" in word
    return scene.code(first, sentence) in _DETERMINERS and scene.word(place + 1, sentence) in _OPENING


def is_role(scene: Scene, place: int, label: str) -> bool:
    """Say whether a noun can describe something of this label."""
    word = scene.tokens.words[place]
    role = scene.lexicon.role_of(word)
    return bool(role and role.label == label) or (label == "PER" and bool(scene.lexicon.people.get(word.lower())))


def role_at(scene: Scene, place: int) -> Role | None:
    """Return what a word says of whom it describes: a role, or a people."""
    word = scene.tokens.words[place]
    people = scene.lexicon.people.get(word.lower())
    return Role("PER", people[1], "", people[0]) if people else scene.lexicon.role_of(word)


def phrase_start(scene: Scene, head: int, sentence: int) -> int:
    """Return where the noun phrase of a head noun begins: its adjectives, its article or the genitive before it."""
    place = head
    while True:
        word = scene.word(place - 1, sentence)
        if not word or scene.owners[place - 1] >= 0:
            break
        small = _is_adjective(scene, place - 1, sentence)
        town = word[0].isupper() and word.endswith("er") and place - 1 > 0 and not scene.lexicon.role_of(word)
        if not (small or town):
            break
        place -= 1
    if scene.code(place - 1, sentence) in _DETERMINERS and scene.code(place - 1, sentence):
        return place - 1
    if scene.word(place - 1, sentence) in scene.lexicon.words["and"] and _is_joined(scene, place - 2, sentence):
        return phrase_start(scene, place - 2, sentence)
    owner = scene.owners[place - 1] if place and scene.word(place - 1, sentence) else -1
    if owner >= 0 and scene.tokens.words[place - 1].endswith(("s", "’", "'")):
        return scene.names[owner].first
    return place


def _is_joined(scene: Scene, place: int, sentence: int) -> bool:
    """Say whether a noun is the first of two that describe one ("der Maler und Dichter Jan Holm")."""
    return bool(scene.word(place, sentence)) and scene.owners[place] < 0 and is_role(scene, place, "PER")


def _behind(scene: Scene, name: Named) -> Described | None:
    sentence = scene.tokens.sentences[name.first]
    if scene.word(name.last, sentence) not in (",", "("):
        return None
    first = place = name.last + 1
    if scene.code(place, sentence) in ("n", "e", "i", "d") and scene.code(place, sentence):
        place += 1
    while _is_adjective(scene, place, sentence):
        place += 1
    word = scene.word(place, sentence)
    if not word[:1].isupper() or scene.owners[place] >= 0 or not is_role(scene, place, name.label):
        return None
    head, last = place, place + 1
    while last - first < LONGEST_BEHIND and (word := scene.word(last, sentence)):
        if word in ",.:;()–!?" or scene.code(last, sentence) in ("h", "w", "m", "S"):
            break
        last += 1
    following = scene.word(last, sentence)
    if following and following not in ",.:;)–!?":
        last = _attached_end(scene, head, sentence)
    return Described(first, last, head, name.entity, "roles/behind")


def _is_adjective(scene: Scene, place: int, sentence: int) -> bool:
    word = scene.word(place, sentence)
    last = word.rpartition("-")[2]
    if not last[:1].islower() or not word.endswith(scene.lexicon.endings):
        return False
    return not scene.code(place, sentence) and word not in scene.lexicon.verbs


def _attached_end(scene: Scene, head: int, sentence: int) -> int:
    """Return where a head noun with one genitive behind it ends."""
    place = head + 1
    if scene.code(place, sentence) in ("g", "e", "i", "v"):
        follow = place + 1
        while _is_adjective(scene, follow, sentence):
            follow += 1
        if scene.word(follow, sentence)[:1].isupper():
            owner = scene.owners[follow]
            return scene.names[owner].last if owner >= 0 else follow + 1
    return place
