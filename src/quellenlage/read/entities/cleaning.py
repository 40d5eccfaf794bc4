"""Set names right by what the whole article shows: what was missed, cut wrongly or labelled in two ways.

Works on the findings of any finder of names, learned or weighed.
"""

from collections import Counter
from collections.abc import Sequence

from quellenlage.model import Trace
from quellenlage.read.entities.features import base_of
from quellenlage.read.entities.lexicon import Lexicon
from quellenlage.read.entities.names import Name, NameLike
from quellenlage.read.entities.tokens import Tokens
from quellenlage.text import Span

# Shorter words are taken for a name again only if they are written in capitals: "Ria" may be a word, "RIA" may not.
LEAST = 4
Stretch = tuple[int, int, str, Trace]


def clean_names(names: Sequence[NameLike], tokens: Tokens, lexicon: Lexicon, text_id: str) -> tuple[Name, ...]:
    """Return the names of an article set right, in order; those that do not end with words are left out."""
    starts = {start: place for place, start in enumerate(tokens.starts)}
    ends = {end: place + 1 for place, end in enumerate(tokens.ends)}
    stretches: list[Stretch] = []
    for name in names:
        if name.span.start in starts and name.span.end in ends:
            stretches += _cut(starts[name.span.start], ends[name.span.end], name, tokens, lexicon)
    stretches = _recut(stretches, tokens, lexicon)
    stretches = _agreed(_found_again(stretches, tokens), tokens)
    return tuple(
        Name(Span(text_id, tokens.starts[first], tokens.ends[last - 1]), label, trace)
        for first, last, label, trace in sorted(stretches, key=lambda stretch: stretch[:2])
    )


def _cut(first: int, last: int, name: NameLike, tokens: Tokens, lexicon: Lexicon) -> list[Stretch]:
    """Part a person's name at words that no name holds ("Kim lobt Putin"), trim articles before other names."""
    words, closed = tokens.words, lexicon.closed
    if name.label != "PER":
        while last - first > 1 and words[first] in closed:
            first += 1
        return [(first, last, name.label, name.trace)]
    particles = lexicon.particles
    found, begin = [], first
    for place in range(first, last + 1):
        inside = place < last and (not words[place][0].islower() or words[place] in particles)
        if not inside:
            if begin < place:
                found.append((begin, place, name.label, name.trace))
            begin = place + 1
    return found


def _recut(stretches: list[Stretch], tokens: Tokens, lexicon: Lexicon) -> list[Stretch]:
    """Cut persons' names as the rest of the article has them: "Kim Jong" before "Un" is long, "Kim Hilfe" is "Kim"."""
    words = tokens.words
    forms = Counter(tuple(words[first:last]) for first, last, label, _ in stretches if label == "PER")
    found: list[Stretch] = []
    for first, last, label, trace in sorted(stretches, key=lambda stretch: stretch[:2]):
        if found and first < found[-1][1]:
            continue
        end = last
        if label == "PER":
            end = _longer_end(tokens, (first, last), forms)
            if end == last == first + 2 and _is_too_long((words[first], words[first + 1]), forms, lexicon):
                end = last - 1
        found.append((first, end, label, trace))
    return found


def _longer_end(tokens: Tokens, place: tuple[int, int], forms: Counter[tuple[str, ...]]) -> int:
    """Return the end of the longest person's name of the article that goes on where this one ends."""
    first, last = place
    ends = sorted({first + len(form) for form in forms if len(form) > last - first}, reverse=True)
    for end in ends:
        inside = end <= len(tokens.words) and tokens.sentences[end - 1] == tokens.sentences[first]
        if inside and tuple(tokens.words[first:end]) in forms:
            return end
    return last


def _is_too_long(name: tuple[str, str], forms: Counter[tuple[str, ...]], lexicon: Lexicon) -> bool:
    """Say whether the second word is no name: it stands here once, and the first often, alone and in another name."""
    if forms[name] > 1 or name[1] in lexicon.persons or forms[name[:1]] < 2:
        return False
    return any(count > 1 and len(form) > 1 and form[0] == name[0] and form != name for form, count in forms.items())


def _found_again(stretches: list[Stretch], tokens: Tokens) -> list[Stretch]:
    """Add the places where a name that was found stands again, and surnames of persons named in full."""
    words, sentences = tokens.words, tokens.sentences
    taken = [False] * len(words)
    for first, last, _, _ in stretches:
        taken[first:last] = [True] * (last - first)
    known = _known(stretches, tokens)
    longest = max((len(form) for form in known), default=0)
    firsts = {form[0] for form in known}
    small = set(words)
    for place, word in enumerate(words):
        if taken[place] or not (word in firsts or base_of(word) in firsts) or word.lower() in small:
            continue
        for last in range(min(place + longest, len(words)), place, -1):
            form = (*words[place : last - 1], base_of(words[last - 1]))
            found = known.get(form) or known.get(tuple(words[place:last]))
            if found and not any(taken[place:last]) and sentences[place] == sentences[last - 1]:
                taken[place:last] = [True] * (last - place)
                stretches.append((place, last, *found))
                break
    return stretches


def _agreed(stretches: Sequence[Stretch], tokens: Tokens) -> list[Stretch]:
    """Settle whether a single word names a person, where the article has it both ways: the more frequent counts.

    The first and the last word of a person's full name count for the person. Places and organisations of one name are
    left alone: a city and its club may well stand side by side.
    """
    people: Counter[str] = Counter()
    others: dict[str, Counter[str]] = {}
    for first, last, label, _ in stretches:
        if label == "PER":
            people.update({base_of(tokens.words[place]).casefold() for place in (first, last - 1)})
        elif last - first == 1:
            others.setdefault(base_of(tokens.words[first]).casefold(), Counter())[label] += 1
    found = []
    for first, last, label, trace in stretches:
        word = base_of(tokens.words[first]).casefold()
        other = others.get(word)
        new = label
        if last - first == 1 and other and people[word] != other.total():
            new = "PER" if people[word] > other.total() else max(other, key=lambda x: (other[x], x))
            new = new if "PER" in (new, label) else label
        found.append((first, last, new, trace))
    return found


def _known(stretches: Sequence[Stretch], tokens: Tokens) -> dict[tuple[str, ...], tuple[str, Trace]]:
    """Return the forms that may be found again, each with its most frequent label and the trace of its first place."""
    labels: dict[tuple[str, ...], Counter[str]] = {}
    traces: dict[tuple[str, ...], Trace] = {}
    for first, last, label, trace in stretches:
        words = tokens.words[first:last]
        forms = {(*words[:-1], base_of(words[-1])), tuple(words)}
        if label == "PER" and last - first > 1:
            forms |= {(words[-1],), (base_of(words[-1]),)}
        for form in forms:
            if len(form) > 1 or len(form[0]) >= LEAST or form[0].isupper():
                labels.setdefault(form, Counter())[label] += 1
                traces.setdefault(form, trace)
    return {form: (max(counts, key=lambda x: (counts[x], x)), traces[form]) for form, counts in labels.items()}
