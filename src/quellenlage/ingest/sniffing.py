"""Which format is a stream that has no file name to tell it?"""

import re
from io import BufferedReader
from typing import Literal

_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|div|p)\b", re.IGNORECASE)
_MARK = re.compile(rb"\s*(?:<\?xml|<!--|<)")
_LOOKED_AT = 4096  # bytes; a page declares itself within its first lines


def sniff(stream: BufferedReader) -> Literal["jsonl", "html", "text"]:
    """Say what a stream's first bytes look like: JSON lines, a page, else plain text."""
    start = stream.peek(_LOOKED_AT)[:_LOOKED_AT].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _JSON_OBJECT.match(start):
        return "jsonl"
    return "html" if _MARK.match(start) and _MARKUP.search(start) else "text"
