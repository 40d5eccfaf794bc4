"""A checked summary as plain values."""

from quellenlage.model import Summary, SummarySentence


def summary_json(summary: Summary) -> dict[str, object]:
    """Return a summary as plain values; a dropped sentence keeps its reasons and loses its words."""
    return {
        "model": summary.model or None,
        "sent": summary.sent,
        "left_out": summary.left_out,
        "sentences": [{"text": sentence.text, **_checked(sentence)} for sentence in summary.sentences],
        "dropped": [_checked(sentence) for sentence in summary.dropped],
    }


def _checked(sentence: SummarySentence) -> dict[str, object]:
    return {
        "claims": list(sentence.claims),
        "articles": list(sentence.articles),
        "objections": [{"kind": objection.kind, "what": objection.what} for objection in sentence.objections],
    }
