"""What ingest needs to know of a language: its outlets, and how a photo's credit is written."""

from functools import cache

from quellenlage.languages import LanguagePack, available_packs, find_outlet, load_pack

_NO_LABEL = "© {agencies}"


@cache
def _pack(language: str) -> LanguagePack | None:
    return load_pack(language) if language in available_packs() else None


def outlet_name(url: str | None, language: str) -> str | None:
    """Return the name of the outlet at this address, None if the language's pack does not know it or there is none."""
    pack = _pack(language) if url else None
    outlet = find_outlet(pack, url=url) if pack else None
    return outlet.name if outlet else None


def photo_credit(name: str, language: str) -> str:
    """Return a photo's credit as the language writes it, in brackets; with a copyright sign where no pack says how."""
    pack = _pack(language)
    label = pack.labels.get("credit_photo", _NO_LABEL) if pack else _NO_LABEL
    return f"({label.replace('{agencies}', name)})"
