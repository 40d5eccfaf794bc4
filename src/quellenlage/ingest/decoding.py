"""From bytes to text, character for character: which encoding is it, and is it text at all?

No newline is translated and no mark is dropped: a byte order mark stays in the text as U+FEFF, NUL bytes stay NUL.
"""

import codecs
import re
from dataclasses import dataclass
from unicodedata import category

from quellenlage.ingest.records import trouble
from quellenlage.model import Problem

_MARKS = (
    # The longer mark first: UTF-32's begins like UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that people mistake for text (Wikipedia, "List of file signatures").
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .odt and .epub are"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x1f\x8b", "a gzip file within a gzip file"),
)
# Eight-bit encodings of Western Europe that German texts come in: Windows (and Latin-1 but for its control
# characters), the old Macintosh, DOS. Where two fit equally well, the first is the more frequent by far.
_EIGHT_BIT = ("cp1252", "mac-roman", "cp850")
# What stands beyond ASCII in German texts, by weight: their own letters and marks; letters of names from the
# neighbourhood, which are rarer; "š", which in German texts is oftener a garbled "ö" of the Macintosh.
_OWN_LETTERS, _FOREIGN_LETTERS = frozenset("äöüÄÖÜß"), frozenset("áàâãåæçéèêëíìîïñóòôõøœúùûýÁÀÂÅÆÇÉÈÊÍÎÑÓÔØŒÚÛž")
_MARKS_AND_SIGNS = frozenset("„“”‚‘’»«›‹–—…·•€£§°©®²³½¼µ\xa0\xad")
_WITHIN_WORDS = frozenset("’‘–·\xad")
_GARBLED = 0.6  # weight below which another encoding is tried
# German has 4 letters beyond ASCII in a hundred, French 8: where it is a third, the script is another.
_OTHER_SCRIPT = 1 / 3
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_SAMPLE = 2**16  # characters or bytes that a judgement looks at
_REMEDY = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, None where they are none; the encoding; what is doubtful or lost."""

    text: str | None
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, place: str, declared: str = "") -> Decoded:
    """Return the text that these bytes mean, with a problem wherever the encoding had to be assumed.

    `declared` is the encoding that the document itself names; it counts where the bytes are not UTF-8 and it fits.
    """
    magic = next((what for start, what in _MAGIC if data.startswith(start)), None)
    if magic:
        return _not_text(place, f"these bytes are {magic}")
    wide = wide_encoding(data)
    if wide:
        return _replacing(data, wide, place)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data, place, declared)
    # A text in UTF-8 may hold some control characters (page breaks, escape codes); noise does not pass as UTF-8.
    return _not_text(place, "most of it are control characters") if _noise(text) > 0.3 else Decoded(text, "utf-8")


def _not_text(place: str, reason: str) -> Decoded:
    return Decoded(None, "", (trouble(place, "not-text", "lost", reason, "extract the text and save it as UTF-8"),))


def _noise(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) / max(1, len(sample))


def _unassigned(text: str) -> float:
    """Return the share of characters that Unicode does not know: of random bytes read as UTF-16, a tenth and more."""
    sample = text[:2000]
    return sum(1 for character in sample if category(character) in ("Cn", "Co")) / max(1, len(sample))


def wide_encoding(start: bytes) -> str | None:
    """Say in which encoding of two or four bytes a text is that begins like this; None if in none of them.

    A byte order mark tells, else that of Western letters every second byte is NUL.
    """
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    if marked:
        return marked
    sample = start[:_SAMPLE]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _replacing(data: bytes, encoding: str, place: str) -> Decoded:
    """Decode what claims to be in this encoding; what does not fit becomes U+FFFD, with a problem."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    if _noise(text) > 0.3 or _unassigned(text) > 0.05 or broken > len(text) / 10:
        return _not_text(place, f"it begins like {encoding} and is not")
    if not broken:
        return Decoded(text, encoding)
    reason = f"{broken} places are no {encoding} and stand as U+FFFD in the text"
    return Decoded(text, encoding, (trouble(place, "broken-characters", "partial", reason, _REMEDY),))


def _other(data: bytes, place: str, declared: str) -> Decoded:
    """Decode bytes that are not UTF-8 throughout: UTF-8 with damage, the declared encoding, or the likeliest."""
    sample = data[:_SAMPLE]
    # Four sound sequences to a broken one: no eight-bit text looks like that, a damaged UTF-8 does.
    whole = sum(1 for character in sample.decode("utf-8", "ignore") if character > "\x7f")
    if whole >= 4 * max(1, sample.decode("utf-8", "replace").count("\ufffd")):
        return _replacing(data, "utf-8", place)
    name = _known(declared) if declared else None
    if name and name != "utf-8":
        decoded = _replacing(data, name, place)
        if decoded.text is not None and not decoded.problems:
            return decoded
    return _likeliest(data, place)


def _known(name: str) -> str | None:
    """Return the encoding of this name as browsers understand it: Latin-1 means Windows-1252 (WHATWG Encoding)."""
    try:
        found = codecs.lookup(name.strip()).name
        "".encode(found)
    except (LookupError, ValueError, TypeError):
        return None
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _likeliest(data: bytes, place: str) -> Decoded:
    """Decode by the Western encoding under which the text looks usual, else ask the library."""
    sample = data[:_SAMPLE]
    weights = {name: _usual(sample.decode(name, "replace")) for name in _EIGHT_BIT}
    # In doubt the most frequent: "á" is oftener an "á" of Windows than a "ß" of DOS.
    best = _EIGHT_BIT[0] if weights[_EIGHT_BIT[0]] >= _GARBLED else max(weights, key=weights.__getitem__)
    name = _asked(data) if weights[best] < _GARBLED or _other_script(sample) else best
    text = data.decode(name, "replace") if name else ""
    # Of random bytes a tenth are control characters, of an eight-bit text none but a stray one.
    if not name or _noise(text) > 0.02:
        return _not_text(place, "these bytes are text in no encoding that could be told")
    reason = f"the bytes are not UTF-8; {name} was assumed"
    return Decoded(
        text, name, (trouble(place, "encoding-assumed", "note", reason, f"{_REMEDY} if characters look wrong"),)
    )


def _usual(text: str) -> float:
    """Return how usual (0..1) the characters beyond ASCII are where they stand: no marks or capitals within words."""
    weights = []
    padded = f" {text} "
    for place in (number for number, character in enumerate(padded) if character > "\x7f"):
        before, character, after = padded[place - 1], padded[place], padded[place + 1]
        odd = character.isupper() and before.islower()
        within = before.isalpha() and after.isalpha()
        if character in _OWN_LETTERS and not odd:
            weights.append(1.0)
        elif character in _FOREIGN_LETTERS and not odd:
            weights.append(0.7)
        elif character in _MARKS_AND_SIGNS and not (within and character not in _WITHIN_WORDS):
            weights.append(1.0)
        else:
            weights.append(0.5 if character == "š" else 0.0)
    return sum(weights) / max(1, len(weights))


def _other_script(sample: bytes) -> bool:
    letters = sum(1 for character in sample.decode("cp1252", "replace") if character.isalpha())
    beyond = sum(1 for byte in sample if byte >= 0xC0)
    return letters >= 20 and beyond > letters * _OTHER_SCRIPT


def _asked(data: bytes) -> str | None:
    """Ask charset-normalizer, which knows many languages but is easily misled by short German texts."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  (30 ms, seldom needed)

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None
