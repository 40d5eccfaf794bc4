"""What speaks for and against a name: properties of a word itself, of its neighbours, of its place.

The names of the properties are the keys of the weights in `name_weights.npz`, which `scripts/build_name_weights.py`
counts from labelled corpora. Everything here is said of a word's form, so that it is found once a form.
"""

import re
from collections.abc import Iterable, Sequence

from quellenlage.read.entities.lexicon import Lexicon
from quellenlage.read.entities.tokens import Tokens

_RUNS = ((re.compile("[a-zà-öø-ÿß]+"), "x"), (re.compile("[A-ZÀ-ÖØ-Þ]{2,}"), "XX"), (re.compile(r"\d+"), "9"))
# What a coarse class may be; the two before it and behind it are weighed together.
EDGE = "edge"


def shape_of(word: str) -> str:
    """Return how a word is written: capitals X (two or more XX), small letters x, digits 9, other signs as they are."""
    shape = word
    for pattern, sign in _RUNS:
        shape = pattern.sub(sign, shape)
    return re.sub("[A-ZÀ-ÖØ-Þ]", "X", shape)[:8].replace("XXXX", "XX").replace("XXX", "XX")


def base_of(word: str) -> str:
    """Return a word without the ending of a genitive, where it has one."""
    if len(word) > 3 and word[-1] in "s’'" and word[0].isupper():
        return word.rstrip("’'") if word[-1] != "s" else word[:-1].rstrip("’'")
    return word


def kinds_of(word: str, lexicon: Lexicon) -> list[str]:
    """Return what the lexicon knows a capitalised word to be."""
    kinds = []
    for form, mark in ((word, ""), (base_of(word), "g")):
        if mark and form == word:
            break
        place, person = lexicon.places.get(form), lexicon.persons.get(form, "")
        if place:
            kinds.append(f"{mark}{place.kind}{place.size if place.kind == 'city' else ''}")
        kinds += [mark + kind for kind in person]
    role = lexicon.role_of(word)
    if role:
        kinds.append(f"role{role.label}")
    if lexicon.nationality_of(word):
        kinds.append("nation")
    return kinds


def coarse_of(word: str, lexicon: Lexicon) -> str:
    """Return the class of a word, one of about forty, by which neighbours are weighed together."""
    if not word[0].isalpha():
        return "number" if word[0].isdigit() else word if word in ",.()-–:;/&" else "mark"
    if word[0].islower():
        code = lexicon.closed.get(word)
        if word in lexicon.words["beside"]:
            return word
        return code or ("ending" if word.endswith(lexicon.endings) else "small")
    return _coarse_capital(word, lexicon)


def _coarse_capital(word: str, lexicon: Lexicon) -> str:
    lower = word.lower()
    if lower in lexicon.closed:
        return "closed" + lexicon.closed[lower]
    kinds = kinds_of(word, lexicon)
    tests = (
        *((kind.removeprefix("g"), kind in kinds) for kind in _TELLING),
        ("initial", len(word) == 2 and word[1] == "."),
        ("capitals", len(word) > 1 and word.isupper()),
        ("first", "m" in kinds or "f" in kinds),
        ("compound", "-" in word),
        ("city", any(kind[-1] in "23" for kind in kinds)),
        ("surname", "s" in kinds),
        ("camel", word[1:].lower() != word[1:]),
        ("place", bool(kinds)),
        ("ending_capital", word.endswith(lexicon.endings)),
    )
    return next((name for name, holds in tests if holds), "capital")


_TELLING = ("country", "gcountry", "rolePER", "roleORG", "roleLOC", "roleOTH", "nation")


def own_properties(word: str, lexicon: Lexicon, kinds: Sequence[str]) -> list[str]:
    """Return the properties of a word of these kinds that weigh for itself."""
    lower = word.lower()
    shape = shape_of(word)
    found = ["bias", f"w={word}", f"s={shape}", f"e4={lower[-4:]}", f"e3={lower[-3:]}", f"e2={lower[-2:]}"]
    if word[0].isupper():
        found += [f"k={kind}" for kind in kinds] or ["k=none"]
        found += [f"b3={lower[:3]}", f"b4={lower[:4]}", f"b={base_of(word)}", f"e5={lower[-5:]}"]
        if lower in lexicon.closed:
            found.append(f"c={lexicon.closed[lower]}")
        if "-" in word:
            first, _, last = word.rpartition("-")
            found += [f"h={last.lower()}", f"h1={first}", f"hs={shape_of(first)}{shape_of(last)}"]
    return found


def near_properties(word: str, kinds: Sequence[str]) -> list[str]:
    """Return the properties of a word of these kinds that weigh for its neighbours."""
    return [f"w={word}", f"s={shape_of(word)}", f"e3={word.lower()[-3:]}", *(f"k={kind}" for kind in kinds)]


def far_properties(word: str) -> list[str]:
    """Return the properties of a word that weigh for those one word further on."""
    return [f"w={word.lower()}", f"s={shape_of(word)}"]


def class_of(word: str, lexicon: Lexicon) -> str:
    """Return the coarse class of a word form; "" is the edge of a sentence."""
    return coarse_of(word, lexicon) if word else EDGE


def properties_of(word: str, lexicon: Lexicon) -> tuple[list[str], ...]:
    """Return the properties of a word form as they weigh for itself and for the words before and behind it.

    The order is that of weights.OFFSETS: at offset -1 stands what a word weighs for the one behind it.
    """
    kinds = kinds_of(word, lexicon) if word[:1].isupper() else []
    own = own_properties(word, lexicon, kinds) if word else [EDGE]
    near = near_properties(word, kinds) if word else [EDGE]
    far = far_properties(word) if word else [EDGE]
    marked = (("0", own), ("-1", near), ("+1", near), ("-2", far), ("+2", far))
    return tuple([sign + name for name in names] for sign, names in marked)


def classes_in(names: Iterable[str]) -> list[str]:
    """Return the classes that the names of pairs and triples speak of, the edge first."""
    found = {part for name in names if name.startswith(_TUPLES) for part in name.partition("=")[2].split("|")}
    return [EDGE, *sorted(found - {EDGE})]


_TUPLES = ("ab=", "bc=", "abc=")

# Flags of a capitalised word, coded as one number: quoted or not, written small elsewhere or not, how often it stands
# within a sentence (three or more count as three). Other words have the code FLAGS.
FLAGS = 16


def flag_names(code: int) -> tuple[str, ...]:
    """Return the names of the flags that a code stands for."""
    names = (f"quoted{code & 1}", f"often{code >> 2}")
    return (*names, "small") if code & 2 else names


def flags_of(tokens: Tokens) -> list[int]:
    """Return the code of each word's flags."""
    words, sentences = tokens.words, tokens.sentences
    quoted = _quoted(words)
    small = set(words)
    inner: dict[str, int] = {}
    capitals = [number for number, word in enumerate(words) if word[0].isupper()]
    bases = [base_of(words[number]) for number in capitals]
    for number, base in zip(capitals, bases, strict=True):
        if number and sentences[number] == sentences[number - 1]:
            inner[base] = inner.get(base, 0) + 1
    codes = [FLAGS] * len(words)
    for number, base in zip(capitals, bases, strict=True):
        often = min(inner.get(base, 0), 3)
        codes[number] = (often << 2) | ((words[number].lower() in small) << 1) | quoted[number]
    return codes


def _quoted(words: Sequence[str]) -> list[int]:
    """Return 1 for words between quotation marks, 0 for others; the last mark may stay open."""
    if _ALL_MARKS.isdisjoint(words):
        return [0] * len(words)
    found, inside = [], 0
    for word in words:
        if word in _OPENING:
            inside = 1
        elif word in _EITHER:
            inside = 1 - inside
        elif word in _CLOSING:
            inside = 0
        found.append(inside)
    return found


_OPENING, _EITHER, _CLOSING = frozenset("„»"), frozenset('“"'), frozenset("«”")
_ALL_MARKS = _OPENING | _EITHER | _CLOSING
