"""What the encoder says about each word: the heads, their labels, and the roles that it ties to contents."""

from collections.abc import Mapping
from types import MappingProxyType

from quellenlage.model import StatementKind

NAME_LABELS = ("PER", "LOC", "ORG", "OTH")
KINDS: tuple[StatementKind, ...] = ("direct", "indirect", "continued", "free_indirect", "reported")

# How many labels each head chooses from, in the order in which they stand side by side in the encoder's output.
# Spans are told by O B I (for each label), whole contents by O B I E S; kinds are told of every word of a content.
HEADS: Mapping[str, int] = MappingProxyType(
    {
        "names": 1 + 2 * len(NAME_LABELS),
        "content": 5,
        "kind": len(KINDS),
        "nested": 3,
        "cue": 3,
        "speaker": 3,
        "addressee": 3,
        "relay": 3,
    }
)

# From the first word of a content the encoder points at the first words of these; `part` is the stretch of the same
# content before an interruption.
ROLES = ("cue", "speaker", "addressee", "relay", "part")
