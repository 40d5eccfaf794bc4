"""One question to an endpoint that speaks the OpenAI chat protocol, by the standard library alone."""

import json
import time
import urllib.request
from collections.abc import Sequence
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError, URLError

from quellenlage.api.summary.endpoint import Endpoint, body_of
from quellenlage.errors import UsageError

# Bytes of a response. A summary has a few thousand; what is larger is none.
MOST_BYTES = 1 << 20
# Characters of what an endpoint says about its error.
_QUOTED = 160
_CHUNK = 1 << 14
_REMEDY = "check the address, or that the server is running"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: the reports' claims and the key go to the address that was given, and to no other."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def ask(endpoint: Endpoint, messages: Sequence[dict[str, str]]) -> str:
    """Send messages to an endpoint and return the text of its answer.

    Raises:
        UsageError: there is no answer, in time or at all, or it is none: an error, a redirect, no JSON, empty, huge.
    """
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "quellenlage"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    data = json.dumps(body_of(endpoint.model, messages)).encode()
    request = urllib.request.Request(endpoint.address, data=data, headers=headers, method="POST")  # noqa: S310 (http)
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _NoRedirect(),
    ):
        opener.add_handler(handler)
    deadline = time.monotonic() + endpoint.timeout_s
    try:
        with opener.open(request, timeout=endpoint.timeout_s) as response:
            return _content(_read(response, deadline))
    except HTTPError as error:
        with error:
            raise _refused(error, endpoint, deadline) from None
    except TimeoutError as error:
        raise _late(endpoint) from error
    except (OSError, HTTPException, ValueError) as error:
        if isinstance(error, URLError) and isinstance(error.reason, TimeoutError):
            raise _late(endpoint) from error
        reason = getattr(error, "reason", None) or error
        raise UsageError(f"the endpoint cannot be asked: {_clean(str(reason), endpoint)}", _REMEDY) from error


def _read(response: Any, deadline: float) -> bytes:
    """Read a response of bounded size in bounded time."""
    found = bytearray()
    while True:
        if time.monotonic() > deadline:
            raise TimeoutError
        part = response.read1(_CHUNK) if isinstance(response, HTTPResponse) else response.read(_CHUNK)
        if not part:
            return bytes(found)
        found += part
        if len(found) > MOST_BYTES:
            raise UsageError(f"the endpoint's answer is larger than {MOST_BYTES:,} bytes", "ask another model")


def _content(data: bytes) -> str:
    try:
        answer = json.loads(data)
        content = answer["choices"][0]["message"]["content"]
    except (ValueError, RecursionError) as error:
        raise UsageError("the endpoint's answer is no JSON", "give an OpenAI-compatible endpoint") from error
    except (KeyError, IndexError, TypeError) as error:
        raise UsageError("the endpoint's answer holds no message", "give an OpenAI-compatible endpoint") from error
    if not isinstance(content, str) or not content.strip():
        raise UsageError("the endpoint's answer is empty", "ask another model, or for fewer claims")
    return content


def _refused(error: HTTPError, endpoint: Endpoint, deadline: float) -> UsageError:
    if 300 <= error.code < 400:
        return UsageError(
            f"the endpoint redirects elsewhere ({error.code}), and redirects are not followed", "give the final address"
        )
    try:
        said = _message(_read(error.fp, deadline))
    except (OSError, HTTPException, UsageError):
        said = ""
    said = _clean(f"{error.code} {error.reason}: {said}" if said else f"{error.code} {error.reason}", endpoint)
    return UsageError(f"the endpoint answers {said}", "check address, model and QUELLENLAGE_API_KEY")


def _message(data: bytes) -> str:
    try:
        found = json.loads(data)
        found = found.get("error", found) if isinstance(found, dict) else ""
        found = found.get("message", "") if isinstance(found, dict) else found
    except (ValueError, RecursionError):
        return ""
    return found if isinstance(found, str) else ""


def _clean(text: str, endpoint: Endpoint) -> str:
    """Return what another machine said as one printable line of bounded length, without the key."""
    hidden = text.replace(endpoint.key, "…") if endpoint.key else text
    shown = " ".join("".join(c if c.isprintable() else " " for c in hidden).split())
    return shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED]}…"


def _late(endpoint: Endpoint) -> UsageError:
    return UsageError(f"the endpoint did not answer within {endpoint.timeout_s:g} s", "give more --timeout seconds")
