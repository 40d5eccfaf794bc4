"""Where a question is sent, and what is sent there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from quellenlage.errors import UsageError

# Seconds from sending to the last byte; a local model on a processor needs minutes for a long prompt.
TIMEOUT_S = 120.0
_PATH = "/chat/completions"
_KEY = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where is the question sent?

    `url` is the address of the service (".../v1") or of its chat completions; `model` is sent along if it is given.
    `key` is sent as a bearer token, and never printed. `timeout_s` (seconds) bounds every wait, and an answer
    that is still coming in after it is given up.

    Raises:
        UsageError: the address is no http(s) address, or holds a password; the key is none; the timeout is not above 0.
    """

    url: str
    model: str = ""
    key: str = field(default="", repr=False)
    timeout_s: float = TIMEOUT_S

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            known = False
        if not known or not self.url.isprintable() or " " in self.url:
            raise UsageError(f"{self.url!r} is no address", "give one like http://127.0.0.1:8080/v1")
        if parts.username is not None or parts.password is not None:
            raise UsageError("the address holds a name or a password", "give a key in QUELLENLAGE_API_KEY instead")
        if self.key and not _KEY.fullmatch(self.key):
            raise UsageError("QUELLENLAGE_API_KEY holds characters that no key has", "give the key alone, in ASCII")
        if not 0 < self.timeout_s < 1e6:
            raise UsageError(f"a timeout of {self.timeout_s:g} s is none", "give seconds above 0")

    @property
    def address(self) -> str:
        """Return the address that is asked."""
        parts = urlsplit(self.url)
        path = parts.path.rstrip("/")
        return urlunsplit(parts._replace(path=path if path.endswith(_PATH) else path + _PATH, fragment=""))


def body_of(model: str, messages: Sequence[dict[str, str]]) -> dict[str, object]:
    """Return what is sent; the model is left to the endpoint where none is named."""
    named = {"model": model} if model else {}
    return {**named, "messages": list(messages), "temperature": 0, "stream": False}
