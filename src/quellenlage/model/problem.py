"""What could not be read, and what to do about it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["note", "partial", "lost"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What was not (wholly) read? `article` is its id, or the name of the source where no article came of it.

    severity: note (nothing is missing), partial (part of the article is missing), lost (all of it).
    `code` is a stable slug ("not-text", "broken-line"); `reason` and `remedy` are sentences in English.
    """

    article: str
    code: str
    severity: Severity
    reason: str
    remedy: str
