"""Which agencies does an article credit, for its text or for its pictures?"""

import re
from functools import cache

from quellenlage.languages import LanguagePack
from quellenlage.model import Byline, Credit, CreditRole
from quellenlage.read.agencies import Agency, agencies_in_credit
from quellenlage.read.blocks import Place
from quellenlage.read.parts import Draft
from quellenlage.read.patterns import Rule, macro_of, rules_of
from quellenlage.text import short_hash

# "(dpa)" and then "Eigene Recherche": an end may have two credit lines one after the other.
_ENDS = 2
_LISTED = re.compile(r"[\w.’'-]+(?: [\w.’'-]+)*")
_SIGN = re.compile(r"[^\W\d_A-Z]{2,4}")


def find_credits(draft: Draft) -> None:
    """Note every credit that stands in the text, by its form; a mere mention of an agency is none."""
    text, rules = draft.text, rules_of(draft.pack, "credits")
    wanted = [rule for rule in rules if rule.wanted(text)]
    for rule in wanted:
        if rule.where in ("any", "line"):
            for place in draft.blocks if rule.where == "line" else ((0, len(text)),):
                for match in rule.search(text, place, draft.bounds):
                    _note(draft, rule, match)
    ends = [rule for rule in wanted if rule.where == "end"]
    for _ in range(_ENDS):
        before = len(draft.found)
        for place in draft.gaps():
            _find_end(draft, ends, place)
        if len(draft.found) == before:
            break


def _find_end(draft: Draft, rules: list[Rule], place: Place) -> None:
    for rule in rules:
        match = next(rule.search(draft.text, place, draft.bounds), None)
        if match:
            _note(draft, rule, match)
            return


def _note(draft: Draft, rule: Rule, match: re.Match[str]) -> None:
    groups = match.groupdict()
    part = match.span("part") if groups.get("part") is not None else match.span()
    if not draft.is_free(part):
        return
    draft.add(part, rule.part, rule.name)
    group = next((name for name in ("list", "ots") if groups.get(name) is not None), None)
    listed = match.span(group) if group else part
    if rule.role:
        add_credits(draft, listed, rule.role, rule.name)
    if rule.authors:
        _add_authors(draft, listed, rule.name)


def add_credits(draft: Draft, place: Place, role: str, rule: str) -> str | None:
    """Note a credit for each agency named between two offsets; return the first one's name, None if there is none."""
    first: str | None = None
    for (start, end), agency in agencies_in_credit(draft.text, place, draft.pack):
        first = first or agency.name
        _add(draft, agency, role, (start, end), rule)
    return first


def find_credited_authors(draft: Draft) -> None:
    """Note the agencies that the author field names and the text does not."""
    for author in draft.article.authors:
        for _, agency in agencies_in_credit(author, (0, len(author)), draft.pack):
            _add(draft, agency, "text", None, f"agencies/{agency.entry}")


def _add(draft: Draft, agency: Agency, role: str, place: Place | None, rule: str) -> None:
    kind: CreditRole = "photo" if role == "photo" else "text"
    if agency.press_release and kind == "text":
        kind = "press_release"
    earlier = draft.credits.get((agency.name, kind))
    if earlier and (place is None or (earlier.span and earlier.span.start <= place[0])):
        return
    article = draft.article
    where = f"{place[0]}-{place[1]}" if place else "author"
    draft.credits[agency.name, kind] = Credit(
        id=short_hash(article.id, "credit", kind, agency.name, where),
        agency=agency.name,
        role=kind,
        span=article.span(*place) if place else None,
        trace=draft.trace(rule),
    )


def _add_authors(draft: Draft, place: Place, rule: str) -> None:
    """Note the persons, and their signs, that stand beside the agencies of a credit."""
    for match in _LISTED.finditer(draft.text, *place):
        word = match.group()
        sign = _SIGN.fullmatch(word) and not _known(draft.pack).fullmatch(word)
        if sign or _persons(draft.pack).fullmatch(word):
            add_byline(draft, match.span(), rule)


@cache
def _known(pack: LanguagePack) -> re.Pattern[str]:
    """Return what a small word beside an agency may be besides a person's sign: a desk, an agency, a joining word."""
    return re.compile("|".join((macro_of(pack, "HOUSE"), macro_of(pack, "AGENCY"), macro_of(pack, "JOINT"))))


@cache
def _persons(pack: LanguagePack) -> re.Pattern[str]:
    return re.compile(macro_of(pack, "PERSON"))


def add_byline(draft: Draft, place: Place, rule: str) -> None:
    """Note an author by the place of the name."""
    article = draft.article
    draft.bylines.append(
        Byline(
            id=short_hash(article.id, "byline", f"{place[0]}-{place[1]}"),
            name=" ".join(draft.text[place[0] : place[1]].split()),
            span=article.span(*place),
            trace=draft.trace(rule),
        )
    )
