"""Which stretches of the text are the page's and not the article's?"""

from quellenlage.read.parts import Draft
from quellenlage.read.patterns import rules_of


def find_furniture(draft: Draft) -> None:
    """Note prompts, teasers, remains of the page: whatever the pack's table `furniture` tells by its form."""
    text = draft.text
    whole = (0, len(text))
    for rule in rules_of(draft.pack, "furniture"):
        if not rule.wanted(text):
            continue
        for place in draft.blocks if rule.where == "line" else (whole,):
            for match in rule.search(text, place, draft.bounds):
                draft.add(match.span(), rule.part, rule.name)
