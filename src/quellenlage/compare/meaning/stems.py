"""Words cut to stems, by the pack's table `claim_stems`."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from quellenlage.languages import Example, LanguagePack, Mark
from quellenlage.text import find_words

# Distinct words of a large story: far fewer. The cache bounds memory, it decides nothing.
_CACHED = 1 << 16


@dataclass(frozen=True, slots=True)
class _Rules:
    """Letters to replace; then beginnings and kinds of endings to cut, each with the least letters left.

    A kind of endings may be the verbs' alone.
    """

    letters: tuple[tuple[str, str], ...]
    beginnings: tuple[tuple[str, int], ...]
    endings: tuple[tuple[tuple[str, ...], int, bool], ...]


@lru_cache(maxsize=_CACHED)
def stem(word: str, pack: LanguagePack) -> str:
    """Return the stem of a word; without a pack's table, the word itself in lower case.

    Only a word in lower case can be a verb and lose a beginning or a verb's ending: "gestartet", not "Gericht".
    """
    rules = _rules(pack)
    form = word.lower()
    for old, new in rules.letters:
        form = form.replace(old, new)
    for beginning, least in rules.beginnings if word[:1].islower() else ():
        if form.startswith(beginning) and len(form) - len(beginning) >= least:
            form = form[len(beginning) :]
            break
    for endings, least, verbal in rules.endings:
        if verbal and not word[:1].islower():
            continue
        fitting = (ending for ending in endings if form.endswith(ending) and len(form) - len(ending) >= least)
        form = form[: len(form) - len(next(fitting, ""))]
    return form


def check_stems(example: Example, pack: LanguagePack) -> Iterable[Mark]:
    """Mark every word of an example with its stem."""
    text = example.marked.text
    return [Mark(w.start, w.end, "stem", stem(text[w.start : w.end], pack)) for w in find_words(text)]


@cache
def _rules(pack: LanguagePack) -> _Rules:
    if "claim_stems" not in pack.tables:
        return _Rules((), (), ())
    table = pack.table("claim_stems")
    letters: list[tuple[str, str]] = []
    beginnings: list[tuple[str, int]] = []
    endings: list[tuple[tuple[str, ...], int, bool]] = []
    for entry in table.entries:
        letters.extend(zip(table.strings(entry, "from"), table.strings(entry, "to"), strict=True))
        cuts, least = table.strings(entry, "cut"), int(table.string(entry, "least", "0"))
        if entry.id == "beginning":
            beginnings.extend((cut, least) for cut in cuts)
        elif cuts:
            endings.append((tuple(sorted(cuts, key=len, reverse=True)), least, entry.id == "verb_ending"))
    return _Rules(tuple(letters), tuple(beginnings), tuple(endings))
