"""Plain values as JSON bytes: UTF-8, one line, the same bytes for the same value."""

import json
from typing import Any


def encode(value: Any) -> bytes:
    """Return a plain value (dictionaries, lists, strings, numbers) as one line of JSON without a line end.

    A text with half of a surrogate pair (broken JSON input can carry one) has no UTF-8: then all that is not ASCII is
    written as escapes, so that offsets still hold for whoever decodes it.
    """
    import msgspec  # noqa: PLC0415 - kept out of the import of the package

    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode("ascii")
