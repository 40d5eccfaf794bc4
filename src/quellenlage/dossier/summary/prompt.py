"""What a language model is told: the instruction, and the claims as the reports have them."""

import json
from collections.abc import Mapping

from quellenlage.dossier.labels import Labels
from quellenlage.dossier.printable import one_line
from quellenlage.model import Claim, ClaimOccurrence, Dossier

# Claims that are sent unless another number is asked for. They come in the order of how many newsrooms carry them;
# with some 60 tokens each, these fit into the 8,192 tokens that small local models read.
MOST_CLAIMS = 80


def sent_claims(dossier: Dossier, most: int = MOST_CLAIMS) -> tuple[Claim, ...]:
    """Which claims are sent? The first, in the dossier's order."""
    return dossier.claims[:most]


def render_prompt(
    dossier: Dossier, labels: Mapping[str, str], most: int = MOST_CLAIMS
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the two messages that a model is sent: what to do, and the claims as one JSON object a line.

    `labels` are those of the reports' language, in which the summary is to be phrased: it is compared with them. A
    claim is sent with id, text, status, the names of those on whose word it is told, and the names that its words
    stand for ("she"); nothing else of the reports leaves the machine.
    """
    write = Labels(labels)
    names = {entity.id: entity.name for entity in dossier.entities}
    rows = (_row(claim, names, dossier) for claim in sent_claims(dossier, most))
    claims = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return (
        {"role": "system", "content": write("summary_instruction")},
        {"role": "user", "content": claims},
    )


def _row(claim: Claim, names: Mapping[str, str], dossier: Dossier) -> dict[str, object]:
    return {
        "id": f"c:{claim.id}",
        "text": one_line(claim.text),
        "status": claim.status,
        "sources": [one_line(names.get(source, source)) for source in claim.sources],
        "about": _about(_shown(claim, dossier), dossier),
    }


def _about(shown: ClaimOccurrence, dossier: Dossier) -> list[str]:
    """Return the names of those of whom a claim's words speak without naming them."""
    return [
        one_line(entity.name)
        for entity in dossier.entities
        if any(
            mention.kind == "pronoun"
            and mention.article == shown.article
            and shown.span.start <= mention.span.start < shown.span.end
            for mention in entity.mentions
        )
    ]


def _shown(claim: Claim, dossier: Dossier) -> ClaimOccurrence:
    """Return the occurrence whose words the claim has."""
    texts = {reading.article.id: reading.article.text for reading in dossier.readings}
    words = ((" ".join(o.span.of(texts[o.article]).split()), o) for o in claim.occurrences)
    return next((occurrence for text, occurrence in words if text == claim.text), claim.occurrences[0])
