"""Plain text: the stored text is the file's, character for character."""

from quellenlage.ingest.decoding import decode
from quellenlage.ingest.records import Draft, Raw, trouble


def read_text(data: bytes, place: str) -> Raw:
    """Return the article that a text file holds."""
    decoded = decode(data, place)
    if decoded.text is None:
        return Raw(place, data, None, decoded.problems)
    if is_blank(decoded.text):
        reason = "there is no text in it" if data else "the file is empty"
        return Raw.lost(trouble(place, "empty", "lost", reason, "fetch the article again"), data)
    return Raw(place, data, Draft(decoded.text), decoded.problems)


def is_blank(text: str) -> bool:
    """Say whether a text has neither letter nor digit nor sign: white space, NUL and a byte order mark alone."""
    return not text.strip("\ufeff\x00\u200b").strip()
