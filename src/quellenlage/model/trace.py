"""Why something was found: the rule and its pack."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trace:
    """Which rule found this, from which language pack, how sure?

    `rule` is "table/entry" of the pack ("attribution/laut"), "room:name" for a rule that needs no language
    ("compare:passages"), or "model:name@digest" for a learned part. `score` lies in 0..1 and is rounded to three
    digits; rules without a score of their own have 1.0.
    """

    rule: str
    pack: str = ""
    score: float = 1.0
