"""Vary documents in what must not matter: quotation marks, line ends, titles, and who is named."""

import random
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace

from corpora import Document, Row

# Pairs of marks as German papers set them, outer and inner.
STYLES = ("„“‚‘", "»«›‹", "«»‹›", "\"\"''", "“”‘’", "„”‚’", "„\"‚'")
_MARKS = "„“‚‘"

Pool = dict[str, list[str]]


def make_pool(documents: Iterable[Document]) -> Pool:
    """Return the names that documents have, by label, each as often as it occurs."""
    pool: Pool = {}
    for document in documents:
        for name in document.names:
            form = document.text[name["start"] : name["end"]]
            if form.strip() == form and "\n" not in form:
                pool.setdefault(name["label"], []).append(form)
    return pool


def vary(document: Document, pool: Pool, chance: random.Random) -> Document:
    """Return a variant of a document; what trains statements may get a title, which then trains nothing."""
    if "names" in document.heads and chance.random() < 0.3:
        document = swap_names(document, pool, chance)
    if "content" not in document.heads:
        return document
    text = document.text
    if "„" in text and "»" not in text and chance.random() < 0.6:
        text = text.translate(str.maketrans(_MARKS, chance.choice(STYLES)))
    if chance.random() < 0.2:
        text = text.replace("\n", " ")
    return replace(document, text=text, title=document.title if chance.random() < 0.3 else "")


def swap_names(document: Document, pool: Pool, chance: random.Random) -> Document:
    """Return the document with half of its names replaced by others of their kind, each form by one other form."""
    chosen: dict[tuple[str, str], str] = {}
    pieces, shifts, cuts, last = [], [0], [0], 0
    for name in sorted(document.names, key=lambda name: name["start"]):
        form = document.text[name["start"] : name["end"]]
        if name["start"] < last:
            continue
        if (form, name["label"]) not in chosen:
            other = chance.choice(pool[name["label"]])
            chosen[form, name["label"]] = other if chance.random() < 0.5 else form
        new = chosen[form, name["label"]]
        pieces += [document.text[last : name["start"]], new]
        last = name["end"]
        cuts.append(last)
        shifts.append(shifts[-1] + len(new) - len(form))
    text = "".join([*pieces, document.text[last:]])
    return move(replace(document, text=text), lambda place: place + shifts[bisect_right(cuts, place) - 1])


def add_title(document: Document) -> Document:
    """Return the document with its title as a first line."""
    if not document.title:
        return document
    shift = len(document.title) + 2
    return move(replace(document, text=f"{document.title}\n\n{document.text}"), lambda place: place + shift)


def move(document: Document, to: Callable[[int], int]) -> Document:
    """Return the document with all labels moved; `to` maps places of the old text to those of the new one."""

    def pair(row: Row) -> Row:
        return {**row, "start": to(row["start"]), "end": to(row["end"])}

    def spans(row: Row, key: str) -> list[list[int]]:
        return [[to(begin), to(end)] for begin, end in row[key]]

    statements = [
        {
            **row,
            **{key: spans(row, key) for key in ("content", "cue", "speaker", "addressee")},
            "relays": [pair(relay) for relay in row["relays"]],
        }
        for row in document.statements
    ]
    return replace(document, names=[pair(name) for name in document.names], statements=statements)
