"""A summary phrased by a language model: what it is asked, and how what is left after checking is shown."""

from quellenlage.dossier.summary.prompt import MOST_CLAIMS, render_prompt, sent_claims

__all__ = ["MOST_CLAIMS", "render_prompt", "sent_claims"]
