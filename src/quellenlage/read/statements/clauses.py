"""Which stretches of a unit are clauses, of what kind, with which finite verb?"""

import re
from dataclasses import dataclass

from quellenlage.read.statements.lexicon import (
    FINITE,
    INDICATIVE,
    JOINED,
    KONJUNKTIV_1,
    KONJUNKTIV_2,
    PARTICIPLE,
    Lexicon,
)
from quellenlage.read.statements.tokens import Unit

_BREAK = re.compile(r"[,;:!-]")
_STRONG = frozenset("Fhwm")
_NOUN_PHRASE_THEN_END = re.compile(r"[neiA#]*[neiA#CQ][CQ#]*\Z")


@dataclass(slots=True, eq=False)
class Clause:
    """Tokens `first` to before `last` of a unit, after the separator `sep` ("" at the start, "U" before "und").

    kind: main (verb second or first), sub (with a subordinator), question (w-word and verb last), relative,
    infinitive ("zu" at its end, no finite verb), fragment (no verb). `finite` is the token of the finite verb or -1.
    """

    first: int
    last: int
    sep: str
    kind: str
    finite: int
    mood: str

    @property
    def konjunktiv(self) -> bool:
        """Say whether the finite verb can be nothing but Konjunktiv."""
        return self.mood in ("1", "2")


def find_clauses(unit: Unit, lexicon: Lexicon) -> list[Clause]:
    """Return the clauses of a unit in order; together they hold every token but the separators."""
    clauses: list[Clause] = []
    first, sep = 0, ""
    for found in [*(m.start() for m in _BREAK.finditer(unit.codes)), len(unit.codes)]:
        if found > first:
            for start, end, own in _coordinated(unit, first, found, sep):
                clauses.append(_clause(unit, start, end, own, lexicon))
            sep = ""
        if found < len(unit.codes):
            mark = unit.codes[found]
            sep = mark if not sep or mark != "," else sep
        first = found + 1
    return clauses


def _coordinated(unit: Unit, first: int, last: int, sep: str) -> list[tuple[int, int, str]]:
    """Part two clauses that "und" joins: both have a finite verb, or the second ends in a participle of its own."""
    parts = []
    codes = unit.codes
    position = codes.find("U", first + 1, last)
    while position >= 0:
        left, right = codes[first:position], codes[position + 1 : last]
        stop = right.find("U")
        near = right if stop < 0 else right[:stop]
        finite = (_STRONG.intersection(left) or _has_weak_verb(unit, first, position)) and (
            _STRONG.intersection(near)
            or ("h" in left and near.endswith(("T", "f")) and _ends_in_participle(unit, position))
            or _verb_second(near)
        )
        if finite and not (
            near.endswith(("w", "m", "h")) and left[-1:] not in "TI" and "T" not in left and "I" not in left
        ):
            parts.append((first, position, sep))
            first, sep = position + 1, "U"
        position = codes.find("U", position + 1, last)
    parts.append((first, last, sep))
    return parts


def _has_weak_verb(unit: Unit, first: int, last: int) -> bool:
    """Say whether a form that may be finite stands where a finite verb does: second, or first."""
    position = unit.codes.find("f", first, last)
    return position >= 0 and bool(unit.bits[position] & FINITE) and position < last - 1


def _ends_in_participle(unit: Unit, last: int) -> bool:
    return last > 0 and bool(unit.bits[last - 1] & PARTICIPLE)


def _verb_second(codes: str) -> bool:
    return codes[:1] == "f"


def _clause(unit: Unit, first: int, last: int, sep: str, lexicon: Lexicon) -> Clause:
    codes = unit.codes
    start = first
    while start < last - 1 and codes[start] in "uU":
        start += 1
    word = unit.words[start]
    kind = "main"
    final = _last_finite(unit, start, last)
    if codes[start] in "BP" and start + 1 < last and unit.words[start + 1] in lexicon.words["content_subordinator"]:
        start, word = start + 1, unit.words[start + 1]
    if codes[start] == "S" or word in lexicon.words["subordinator"]:
        if word in lexicon.words["content_subordinator"] or (final >= 0 and final >= last - 2):
            kind = "sub"
    elif codes[start] == "W" and final >= last - 2 and final >= 0:
        kind = "question"
    elif sep in ",U" and sep and _is_relative(unit, start, last, final, lexicon):
        kind = "relative"
    finite = final if kind != "main" else _second_finite(unit, start, last)
    if finite < 0:
        kind = _verbless(unit, start, last) if kind in ("main", "relative") else kind
    return Clause(first, last, sep, kind, finite, _mood(unit, finite, first, last, lexicon))


def _last_finite(unit: Unit, first: int, last: int) -> int:
    """Return the finite verb that stands last, as in subordinate clauses; -1 if there is none."""
    weak = -1
    for position in range(last - 1, first - 1, -1):
        code = unit.codes[position]
        if unit.codes[position - 1 : position] == "z":
            continue
        if code in _STRONG:
            return position
        if code == "f" and weak < 0 and unit.codes[position + 1 : position + 2] != "z":
            weak = position
    return weak


def _second_finite(unit: Unit, first: int, last: int) -> int:
    """Return the finite verb that stands first or second, as in main clauses; -1 if there is none."""
    weak = -1
    for position in range(first, last):
        code = unit.codes[position]
        if unit.codes[position - 1 : position] == "z":
            continue
        if code in _STRONG and not unit.bits[position] & JOINED:
            return position
        if code == "f" and weak < 0 and unit.codes[position + 1 : position + 2] != "z":
            weak = position
    return weak


def _is_relative(unit: Unit, start: int, last: int, final: int, lexicon: Lexicon) -> bool:
    relative = lexicon.words["relative"]
    pronoun = start
    if unit.codes[start] in "Pv" and start + 1 < last:
        pronoun = start + 1
    word = unit.words[pronoun]
    if (word not in relative and unit.codes[pronoun] != "W") or final < last - 2 or final <= pronoun:
        return False
    if pronoun > start or unit.codes[start] not in "ne":
        return True
    if _has_verb_before_its_end(unit, start, last):
        return False
    between = unit.codes[start:final]
    if _NOUN_PHRASE_THEN_END.match(between) and len(between) > 1:
        return final == last - 1 and _mood(unit, final, start, last, lexicon) == ""
    return True


def _has_verb_before_its_end(unit: Unit, start: int, last: int) -> bool:
    """Say whether a finite verb stands before the verbs at a clause's end: "der Deich müsse höher werden"."""
    cluster = last
    while cluster > start and unit.codes[cluster - 1] in "TIfFhwm":
        cluster -= 1
    return cluster < last and any(unit.codes[n] in _STRONG for n in range(start, cluster))


def _verbless(unit: Unit, first: int, last: int) -> str:
    codes = unit.codes[first:last]
    if codes.endswith("Z") or re.search(r"z[IfT][ITfBhwm]?\Z", codes) or re.search(r"z[Ifhwm]|zn\Z|Z", codes):
        return "infinitive"
    return "fragment"


def _mood(unit: Unit, finite: int, first: int, last: int, lexicon: Lexicon) -> str:
    """Return "1" or "2" where the form can only be that Konjunktiv, else ""."""
    if finite < 0:
        return ""
    bits = unit.bits[finite]
    if bits & INDICATIVE:
        return ""
    if not lexicon.words["first_person"].isdisjoint(unit.words[max(first, finite - 3) : min(last, finite + 3)]):
        return ""
    return "1" if bits & KONJUNKTIV_1 else "2" if bits & KONJUNKTIV_2 else ""
