"""What the encoder learns to say about a word, shared by training and export."""

from quellenlage.read.learned.heads import HEADS, ROLES

# Labels of words that no loss is computed for.
IGNORED = -100
# SmartData has other rules for names (and no OTH): a head of its own, which is not shipped.
EXTRA = {"smartdata": HEADS["names"]}
ALL_HEADS = {**HEADS, **EXTRA}

__all__ = ["ALL_HEADS", "EXTRA", "HEADS", "IGNORED", "ROLES"]
